/** After these a full stop never ends a sentence, in whatever language they are written. */
const TITLE =
  "Mr|Mrs|Ms|Messrs|Dr|Drs|Prof|St|Ste|Gen|Maj|Col|Capt|Cmdr|Cpt|Lt|Sgt|Adm|Brig|Sen|Rep|Gov|Pres|Hon|Rev|Mt|Ft|Hr|Hrn|Frl|MM|Mme|Mmes|Mlle|Mgr|Sra|Sras|Sres|Srta|Dra";
const CONNECTIVE = String.raw`vs|cf|viz|approx|e\.\s?g|i\.\s?e|vgl|bzw|sog|ggf|evtl|inkl|insb|z\.\s?B|d\.\s?h|av|c\.-à-d|p\.\s?ex|p\.\s?ej|напр`;
/** Nor after these, which elsewhere are words or initials. */
const NEVER_LAST_IN: Readonly<Record<string, string>> = {
  de: "gem|geb|gest",
  es: "Sr|Av",
  fr: "M",
  ru: "[Сс]м|[Сс]р|им|ул|св|проф|акад",
};
/** After these it ends none where a number follows. */
const COUNTED = String.raw`Nos?|Nr|n|[Aa]rts?|Abs|Kap|Bd|\p{L}*[Ss]tr|[Cc]h|[Cc]haps?|[Cc]aps?|[Ss]ecs?|[Ff]igs?|[Vv]ols?|pp?|[Pp]ágs?|[Nn]úms?|[Ee]ds?|[Pp]aras?|[Сс]тр?|[Рр]ис|[Гг]л|[Тт]абл|ca|Jan|Feb|Febr|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Okt|Nov|Dec|Dez|janv|févr|avr|juil|déc`;
/** What is counted in texts, in full. */
const UNIT =
  "Article|Section|Chapter|Part|Clause|Artikel|Absatz|Satz|Kapitel|Abschnitt|Teil|Band|Seite|Chapitre|Partie|Artículo|Capítulo|Parte|Статья|Глава|Часть|§";
/** After these it ends one where the next word seldom stands inside of sentences with a capital letter. */
const PERHAPS_LAST = String.raw`[\p{Lu}\p{Ll}]|(?:[\p{Lu}\p{Ll}]{1,2}\.[-\s]?)+[\p{Lu}\p{Ll}]|(?![IXCM])(?<twin>\p{Lu})\k<twin>|etc|usw|al|Jr|Sr|Inc|Ltd|Co|Corp|Bros|Dept|Univ|Chr`;

const endsWithAbbreviation = (words: string) =>
  new RegExp(String.raw`(?:^|[\s("'“‘„«»\[—–-])(?:${words})\.\s+$`, "u");
const AFTER_NEVER_LAST = endsWithAbbreviation(`${TITLE}|${CONNECTIVE}`);
const AFTER_NEVER_LAST_IN = new Map(
  Object.entries(NEVER_LAST_IN).map(([language, words]) => [language, endsWithAbbreviation(words)]),
);
const AFTER_COUNTED = endsWithAbbreviation(COUNTED);
const COUNT = /^[([]?(?:\d|[IVXLC]+\b|\p{L}[)\]])/u;
const AFTER_PERHAPS_LAST = endsWithAbbreviation(PERHAPS_LAST);

const AFTER_ORDINAL = endsWithAbbreviation(String.raw`\d{1,3}|[IVXLCDM]+`);
const AFTER_COUNTED_NUMBER = new RegExp(
  String.raw`(?:^|[\s(])(?:(?:${COUNTED})\.|${UNIT})\s\d{1,3}\.\s+$`,
  "u",
);
/** Languages that write ordinal numbers with a full stop. */
const WITH_ORDINALS = /^(?:bs|cs|da|de|et|fi|hr|hu|is|lv|nb|nn|no|pl|sk|sl|sr|tr)(?:-|$)/;
const AFTER_PART_OF_DATE = /\d{4}\.\s+(?:\d{1,2}\.\s+){0,2}$/;

const AFTER_MARK = new RegExp(
  String.raw`^\s*[([]?(?:(?:(?:${UNIT})\s)?\d{1,3}|[IVXLC]+|\p{L}|제\s?\d+[편장절관조항호목])[.)\]]+\s+$`,
  "u",
);

/** Whether the full stop that ends `before` shortens a word, or a number, and ends no sentence there. */
export function isAbbreviation(before: string, after: string, language: string): boolean {
  const [primary = ""] = language.toLowerCase().split("-");
  return (
    AFTER_NEVER_LAST.test(before) ||
    AFTER_NEVER_LAST_IN.get(primary)?.test(before) === true ||
    (AFTER_COUNTED.test(before) && COUNT.test(after)) ||
    (AFTER_PART_OF_DATE.test(before) && primary === "ko")
  );
}

/** Whether the full stop that ends a text may be that of a word, or of a number, and of a sentence. */
export function mayBeAbbreviation(text: string, language: string): boolean {
  if (AFTER_PERHAPS_LAST.test(text)) return true;
  return (
    WITH_ORDINALS.test(language) && AFTER_ORDINAL.test(text) && !AFTER_COUNTED_NUMBER.test(text)
  );
}

/** Whether a text is what counts the sentence after it: “1.”, “(a)”, “Article 1.” */
export function isEnumerator(text: string): boolean {
  return AFTER_MARK.test(text);
}
