import type { LanguageProfile } from "../language-profile.ts";

export const TURKISH: LanguageProfile = {
  tags: ["tr"],
  isVerbFinal: true,
  oramaName: "turkish",
  stopWordsCodePage: "windows-1254",
  writesOrdinalsWithFullStop: true,
  conditions: "eğer yalnızca sadece",
  contrasts: "ama fakat ancak lakin oysa hariç dışında",
  numberWords: `iki üç dört beş altı yedi sekiz dokuz on yirmi otuz kırk elli altmış yetmiş seksen doksan yüz bin
    milyon milyar`,
  negations: "değil yok hiç asla hiçbir",
  rejections: `yalan* sahte* uydurma* sözde iddia* şüpheli* apokrif* çürütül* parafraz* hiciv hicvi* parodi*
    ironi* söylenti* dezenformasyon saçma* zırva* asılsız* çarpıt* yanlış* hatalı* düzmece*`,
  denials: "nadiren reddet* reddedi* inkar* yasakla* engelle* kaçın* önle* imkansız* imkânsız*",
  denyingPhrases: "yerine|(?:yalan|iftira)(?:d[ıi]r|d[ıi]|yd[ıi]|m[ıi]ş)",
  // -maz, -medi, -memiş, -meyecek, -meyen, -mıyor, -meyip, -memek: A. Göksel and C. Kerslake, Turkish: a comprehensive
  // grammar (2005), 20.1. The form in -madan is left out, since it is also the ablative of nouns.
  // The forms of -mayın and -masın end there, since verbal nouns have endings after the same letters; değil and yok have
  // those of the copula.
  negatedForms: String.raw`(?!namaz|ramazan|pekmez|komedi|elmas|temas|kumas|damad|(?:ah|meh|muham)med|(?:gom|yum)uyor)\p{L}{2,}m(?:(?:[ae](?:z|d[iu]|m[iu]s|yacak|yecek|yan|yen|yip|yarak|yerek|yinca|yince|mak|mek|mali|meli|ks[iu]z)|[iu]yor)\p{L}{0,6}|[ae]y[iu](?:z|niz)|[ae]s[iu]n(?:l[ae]r)?)|degil\p{L}{1,6}|yok(?:t[iu]r?|mus|ken|lug)\p{L}{0,4}`,
  emphasisRemark:
    "(?:vurgu|italik|altını çizme)(?:lar)? (?:bana|bize|yazara|yazarın|benim|eklenmiştir|eklendi|özgün metinde|asıl metinde|orijinal metinde)(?: (?:ait|kendisine ait))?",
  quotingRemark: String.raw`(?:çeviri|çev\.) (?:bana|bize|yazara|benim)(?: ait)?|aynen|özgün metinde böyle`,
  provisos: String.raw`şu kadar ki|bu (?:hüküm|madde|fıkra)(?: [^\s.]+){0,5} uygulanmaz`,
  exceptions: "meğerki",
  reservations: "ancak",
  citation: {
    pages: "s ss sf sayfa",
    locators: "bl bölüm m md madde d dipnot c cilt perde sahne",
    printLocators: "d dipnot c cilt",
    connectives: "bkz bk krş akt aktaran",
    secondHand: String.raw`akt(?:aran|\.)`,
    backReferences: String.raw`a\. ?g\. ?[emy]|age|agm|agy`,
  },
  nameWords: "ve",
  sourceWords: "kaynak kaynaklar bağlantı",
  publisherWords: "Yayın* Üniversite*",
  quotationWords: "alıntı",
  contributorLabels: String.raw`çev\.`,
};
