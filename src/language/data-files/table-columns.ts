/** Returns the names in a text, between bars. */
function names(text: string): readonly string[] {
  return text.split("|").map((name) => name.trim());
}

/**
 * The usual names of columns in lower case, in any language, by the key of front matter that they fill, and for `text`. The
 * names that come first are preferred: a name to the number of a user.
 */
export const COLUMN_NAMES = {
  text: names(`text|body|content|message|words|nachricht|inhalt|wortlaut|texte|contenu|texto|mensaje|mensagem|
    contenido|testo|messaggio|tekst|bericht|treść|wiadomość|meddelande|melding|besked|текст|
    сообщение|повідомлення|本文|内容|文本|正文|メッセージ|본문|내용|메시지|metin|mesaj|النص|نص|הטקסט|טקסט|
    पाठ`),
  title:
    names(`title|headline|subject|titel|überschrift|betreff|titre|objet|sujet|título|titulo|asunto|titolo|
    oggetto|assunto|tytuł|onderwerp|заголовок|название|тема|題名|標題|标题|タイトル|件名|제목|başlık|العنوان|
    כותרת|शीर्षक`),
  type: names(`type`),
  date: names(`date|timestamp|datetime|time|when|sent|created_at|ts|datum|fecha|data|dato|dátum|päivämäärä|
    дата|日付|日期|날짜|일시|tarih|التاريخ|تاريخ|תאריך|दिनांक|ngày`),
  from: names(`from|author|sender|author.nickname|author.name|user_profile.real_name|username|user.name|user|
    speaker|writer|autor|autorin|absender|verfasser|verfasserin|sprecher|sprecherin|redner|auteur|
    autrice|auteure|expéditeur|orateur|locuteur|remitente|autora|ponente|hablante|orador|autore|
    mittente|oratore|remetente|afzender|spreker|nadawca|mówca|avsändare|författare|forfatter|
    afsender|talare|taler|автор|отправитель|говорящий|оратор|відправник|著者|作者|差出人|発言者|送信者|发言人|发件人|
    寄件人|저자|지은이|보낸이|보낸사람|보낸 사람|발언자|화자|yazar|gönderen|konuşmacı|المؤلف|المرسل|المتحدث|מאת|מחבר|דובר|
    लेखक`),
  to: names(`to|recipient|empfänger|empfängerin|adressat|destinataire|destinatario|destinatário|ontvanger|
    odbiorca|adresat|mottagare|mottaker|modtager|получатель|адресат|кому|одержувач|宛先|宛名|収信人|收件人|
    받는이|받는사람|받는 사람|수신인|alıcı|المرسل إليه|נמען`),
  topics: names(`topics|topic|tags|themen|thema|thèmes|temas|темы|주제`),
  language: names(`language|lang|sprache|langue|idioma|lingua|язык|言語|语言|언어`),
  rights: names(`rights|license|licence`),
  URL: names(`url|link`),
};

/** Prepositions that name the columns of a sender and a recipient if a table has both. Alone, `de` can be German. */
export const SENDER_AND_RECIPIENT = [
  ["von", "an"],
  ["de", "à"],
  ["de", "a"],
  ["de", "para"],
  ["da", "a"],
  ["van", "aan"],
  ["fra", "til"],
  ["från", "till"],
  ["od", "do"],
  ["от", "к"],
] as const;

/** The names of the columns of a chapter and a verse, and of a book, in lower case. */
export const VERSE_COLUMN_NAMES = {
  book: names(`book|book_name|bookname|buch|livre|libro|livro|boek|bok|bog|księga|kniha|книга|書|
    책`),
  chapter:
    names(`chapter|chap|kapitel|chapitre|capítulo|capitulo|capitolo|hoofdstuk|rozdział|kapitola|глава|
    surah|sura|surat|sure|sourate|章|장`),
  verse:
    names(`verse|vers|verset|verso|versículo|versiculo|versetto|werset|verš|стих|ayah|aya|ayat|ayet|節|
    절`),
  text: names(`translation|scripture`),
  reference: names(`reference|ref|verse_ref|verseref|stelle|référence|referencia|
    ссылка`),
};
