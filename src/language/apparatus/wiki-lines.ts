/** The words of MediaWiki’s links that edit a section, in the languages of its largest wikis. */
const EDIT_WORDS = [
  "edit|bearbeiten|modifier|editar|modifica|bewerken|redigera|redigér?|rediger|muokkaa|edytuj|editovat|upraviť|upravit",
  "szerkesztés|modificare|uredi|redaguoti|labot|muuda|değiştir|düzenle|redakti|recensere|sửa|sunting",
  "править|редагувати|редактиране|уреди|επεξεργασία|խմբագրել|რედაქტირება",
  "עריכה|عدل|تعديل|ویرایش|संपादित करें|แก้ไข|編集|편집|编辑|編輯",
].join("|");

/** A link that edits the section below a heading, and perhaps a second one that edits its source, at the end of a line. */
export const EDIT_LINK = new RegExp(
  String.raw`\s*\[\s?(?:${EDIT_WORDS})(?:\s?\|\s?[^\][|]{1,40})?\s?\]$`,
  "iu",
);

/** The links that skip the navigation above a page. */
export const JUMP_LINKS =
  /^(?:jump to(?: navigation|: ?navigation| content| search)|skip to content|zur (?:navigation|suche) springen|aller à (?:la )?(?:navigation|recherche)|ir a la (?:navegación|búsqueda)|saltar (?:a|para) (?:a )?(?:navegación|navegação)|vai (?:alla|a) ?:? (?:navigazione|ricerca)|ga naar(?: de)?:? (?:navigatie|zoeken)|hoppa till (?:navigering|sök)|przejdź do nawigacji|skočit na navigaci|перейти (?:к|до) навиг|ナビゲーションに移動|案内検索|移動先: ?案内|둘러보기로 (?:가기|이동)|跳[转到轉][到至]?(?:导航|導覽|搜索))/iu;

/** The name of a wiki of Wikimedia. */
const WIKI_NAME = String.raw`wiki(?:p[eé]di\p{L}*|source|quote|books?|news|versi\p{L}+|voyage|species)|вики(?:педи\p{L}|тека|цитатник|учебник)|ウィキ(?:ペディア|ソース)|위키(?:백과|문헌|책|인용집)|[维維]基(?:百科|文[库庫])|ויקיפדיה|ויקיטקסט|ويكيبيديا|ویکی‌?پدیا|βικι(?:παίδεια|θήκη)`;

/** The line below the title of a page: “From Wikisource, the free library”. */
export const WIKI_SUBTITLE = new RegExp(
  String.raw`^(?:(?:from|aus|de|da|uit|van|från|fra|z|из|出典: ?\P{P}{0,12}『?) ?)?(?:${WIKI_NAME})(?:[,，、](?!.*[.!?]\s).{3,60}|[)）』]+)?$`,
  "iu",
);

/** A line with the categories of a page. */
export const WIKI_CATEGORIES =
  /^(?:(?:\d+ )?(?:hidden )?categor(?:y|ies)|(?:versteckte )?kategorien?|catégories?(?: cachées?)?|categorías?(?: ocultas)?|categorie(?:ën)?(?: nascoste)?|categorias?|kategorie[rs]?|kategoriat?|(?:скрытые )?категори[яи]|категорії|(?:숨은 )?분류|(?:隠し)?カテゴリ|(?:隐藏|隱藏)?分[类類])\s?[:：]/iu;

/** The sentence on the last change of a page, and the one on its licence. */
export const WIKI_FOOTER =
  /^(?:this page was last (?:edited|modified)|diese seite wurde zuletzt|la dernière modification de cette page|esta página (?:se editó|foi editada)|(?:questa pagina è stata modificata|ultima modifica)|deze pagina is voor het laatst|sidan redigerades senast|denne side[nr]? ble? sist|эта страница в последний раз|цю сторінку востаннє|tę stronę ostatnio|最終更新 \d|이 문서는 .{4,40}에 마지막으로|本页面最后|本頁面最後|text is available under|der text ist unter der lizenz|les textes sont disponibles sous|el texto está disponible bajo|il testo è disponibile)/iu;

/** A line with the address of a page, after words such as “Retrieved from”. */
export const WIKI_ADDRESS =
  /^(?:\p{L}[\p{L} ’']{1,40}[:：]?\s*)["“„«「『]?\s?https?:\/\/\S*(?:index\.php\?|[?&]oldid=|\/wiki\/)[^\s"”“»」』]*\s?["”“»」』]?\.?$/iu;

/** Such an address that only the program itself writes. */
export const WIKI_OWN_ADDRESS = /index\.php\?|[?&]oldid=/;
