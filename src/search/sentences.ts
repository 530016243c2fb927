import { languageOf } from "./languages.ts";

/** After these a full stop never ends a sentence. */
const TITLE =
  "Mr|Mrs|Ms|Messrs|Dr|Drs|Prof|St|Ste|Gen|Maj|Col|Capt|Cmdr|Cpt|Lt|Sgt|Adm|Brig|Sen|Rep|Gov|Pres|Hon|Rev|Mt|Ft|Hr|Hrn|Frl|MM|Mme|Mmes|Mlle|Mgr|Sra|Srta|Dra";
const CONNECTIVE = String.raw`vs|cf|viz|approx|e\.\s?g|i\.\s?e|vgl|bzw|sog|ggf|evtl|av|c\.-à-d|p\.\s?ex`;
/** After these it ends none where a number follows. */
const COUNTED =
  "Nos?|Nr|n|[Aa]rts?|Abs|Kap|Bd|[Cc]h|[Cc]haps?|[Ss]ecs?|[Ff]igs?|[Vv]ols?|pp?|[Ee]ds?|[Pp]aras?|ca|Jan|Feb|Febr|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Okt|Nov|Dec|Dez|janv|févr|avr|juil|déc";
/** After these it ends one where the next word seldom stands inside of sentences with a capital letter. */
const PERHAPS_LAST = String.raw`[\p{Lu}\p{Ll}]|(?:[\p{Lu}\p{Ll}]{1,2}\.[-\s]?)+[\p{Lu}\p{Ll}]|etc|usw|al|Jr|Sr|Inc|Ltd|Co|Corp|Bros|Dept|Univ|Chr`;

const abbreviated = (words: string) =>
  new RegExp(String.raw`(?:^|[\s("'“‘„«»\[—–-])(?:${words})\.\s+$`, "u");
const AFTER_TITLE = abbreviated(`${TITLE}|${CONNECTIVE}`);
const AFTER_COUNTED = abbreviated(COUNTED);
const AFTER_PERHAPS_LAST = abbreviated(PERHAPS_LAST);
const AFTER_ORDINAL = abbreviated(String.raw`\d{1,3}|[IVXLCDM]+`);
/** Languages that write ordinal numbers with a full stop. */
const WITH_ORDINALS = /^(?:bs|cs|da|de|et|fi|hr|hu|is|lv|nb|nn|no|pl|sk|sl|sr|tr)(?:-|$)/;
const AFTER_PART_OF_DATE = /\d{4}\.\s+(?:\d{1,2}\.\s+){0,2}$/;
// An ellipsis between spaces stands for words that are left out.
const AFTER_OMISSION = /[^.\s]\s(?:…|\. ?\. ?\.)\s+$/;
const AFTER_MARK = /^\s*[([]?(?:\d{1,3}|[IVXLC]+|\p{L})[.)]\s+$/u;

const GOES_ON = /^["'”’»)\]]*\s*(?:\p{Ll}|[,;:—–-])/u;
const CLOSES = /^[”’»)\]]/;
const QUOTED_IN_KOREAN = /["”’'»》」]\s*$/;
const PARTICLE_IN_KOREAN = /^(?:이?라[고며는]|하[고며]|[고며는]\s)/;
const QUOTED_IN_JAPANESE = /[」』）]$/;
const PARTICLE_IN_JAPANESE = /^(?:と|って|など|の|を|は|が|に|も)/;
const UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}“‘「『《（]/u;
const WIDE_END = /[。！？｡．!?…][”’」』）》"']*$/;

// Intl.Segmenter ends no sentence at an ellipsis, before a figure that a small letter follows, or after
// a mark of quotation that a space parts from its sentence.
const MORE_ENDS = /…["”’»)\]]*\s+|[.!?…]\s»\s+|(?<=[\p{Ll}\d]{4}[”"’»)\]]*)\.["”’»)\]]*\s+(?=\d)/gu;

const segmenters = new Map<string, Intl.Segmenter>();

/** How much of the text on either side tells whether a sentence begins, in UTF-16 code units. */
const LOOKED_AT = 40;

/** Where the sentences of `text` begin, in UTF-16 code units; the first is 0. */
export function sentenceStarts(text: string, language: string): readonly number[] {
  const segmenter =
    segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: "sentence" });
  segmenters.set(language, segmenter);
  const ends = [
    ...[...segmenter.segment(text)].map(({ index }) => index),
    ...[...text.matchAll(MORE_ENDS)].map(({ 0: end, index }) => index + end.length),
  ].sort((a, b) => a - b);

  const starts = ends.slice(0, 1);
  for (const at of ends) {
    const start = starts.at(-1) ?? 0;
    if (at === start || at === text.length) continue;
    const before = text.slice(start, at);
    const after = text.slice(at, at + LOOKED_AT);
    if (before.endsWith("\n") || isStart(before, after, language)) starts.push(at);
  }
  return starts;
}

/** Whether a sentence begins between `before`, which reaches back to where one began, and `after`. */
function isStart(before: string, after: string, language: string): boolean {
  const end = before.slice(-LOOKED_AT);
  if (after.trim() === "" || GOES_ON.test(after) || CLOSES.test(after)) return false;
  if (!/[\p{L}\p{N}]/u.test(before) || AFTER_MARK.test(before)) return false;
  if (!/\s$/.test(end)) {
    if (QUOTED_IN_JAPANESE.test(end) && PARTICLE_IN_JAPANESE.test(after)) return false;
    return WIDE_END.test(end) && UNSPACED.test(after);
  }
  if (QUOTED_IN_KOREAN.test(end) && PARTICLE_IN_KOREAN.test(after)) return false;
  if (AFTER_TITLE.test(end)) return false;
  if (AFTER_COUNTED.test(end) && /^(?:\d|[IVXLC]+\b)/.test(after)) return false;
  if (AFTER_PART_OF_DATE.test(end) && /^ko\b/.test(language)) return false;
  const isOpen =
    AFTER_PERHAPS_LAST.test(end) ||
    AFTER_OMISSION.test(end) ||
    (AFTER_ORDINAL.test(end) && WITH_ORDINALS.test(language));
  return !isOpen || begins(after, language);
}

/** Whether a text begins like a sentence: with a word that else has a small letter, or a quotation. */
function begins(text: string, language: string): boolean {
  const { 0: word } = /^\p{L}+(?![.\p{L}])/u.exec(text) ?? [""];
  const { isStopWord, isWeak } = languageOf(language);
  const small = word.toLowerCase();
  return /^["“‘„«(]/.test(text) || isStopWord(small) || isWeak(small);
}
