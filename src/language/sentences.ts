import { isAbbreviation, isEnumerator, mayBeAbbreviation } from "./abbreviations.ts";
import { vocabularyOf } from "./vocabulary.ts";

// An ellipsis between spaces stands for words that are left out.
const AFTER_OMISSION = /[^.!?\s]\s(?:…|\. ?\. ?\.)\s+$/;
const AFTER_TIME = /\d\s?[ap]\.\s?m\.\s+$/;
/** A time with too few words before it to make a sentence, as in “At 6 a.m. Tom slept”. */
const ONLY_TIME = /^\P{L}*(?:\p{L}+\s+){0,2}\d[\d:.]*\s?[ap]\.\s?m\.\s+$/u;
/** What may belong to a time though it has a capital letter: a day, a month, “Eastern time”. */
const OF_TIME =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|(?:\p{Lu}\p{L}+ ){1,2}[Tt]ime)\b/u;

// A dash that clings to a capital letter begins a turn of speech.
const GOES_ON = /^["'”’»)\]]*\s*(?:\p{Ll}|[,;:-]|[—–](?![\p{Lu}¿¡]))/u;
// The same marks of quotation open in one language and close in another: they cling to what they open.
// An ellipsis that clings to nothing stands for what is left out after the sentence.
const CLOSES = /^(?:…\s|\p{Pe}|\p{Pf}+(?![\p{Pf}\p{L}\p{N}¿¡…]))/u;
const QUOTED_IN_KOREAN = /["”’'»》」]\s*$/;
const PARTICLE_IN_KOREAN = /^(?:이?라[고며는]|하[고며]|[고며는]\s)/;
const QUOTED_IN_JAPANESE = /[」』）]$/;
const PARTICLE_IN_JAPANESE = /^(?:と|って|など|の|を|は|が|に|も)/;
const QUOTED_IN_CHINESE = /[”’」』]$/;
const SPEAKER_IN_CHINESE = /^\p{Script=Han}{1,5}[说說问問喊答]道?[。，：]/u;
const UNSPACED = /^…*[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Ps}“‘]/u;
const WIDE_END = /[。！？｡．!?…][”’\p{Pe}"']*$/u;
// These ones stand in no number, address or Latin name.
const SURE_WIDE_END = /[。！？｡][”’\p{Pe}"']*$/u;
/** A bracket that holds less than a sentence. */
const REMARK = /^[(（][^()（）]*[^.!?…。！？()（）”’」』][)）]/;

const CLOSING = String.raw`["'\p{Pe}\p{Pi}\p{Pf}]*`;
const MARK_IN_BRACKETS = String.raw`[([](?:\p{L}|\d{1,3}|[ivxlc]+)[)\]]\s`;
// Intl.Segmenter ends no sentence at an ellipsis, after a mark of quotation that a space parts from its
// sentence, before a figure that a small letter follows, before a turn of speech or a mark in brackets, or
// before what opens where no space stands.
const MORE_ENDS = new RegExp(
  [
    String.raw`…${CLOSING}\s+`,
    String.raw`[.!?…]\s»\s+`,
    String.raw`(?<=[\p{Ll}\d]{4}${CLOSING})\.${CLOSING}\s+(?=\d)`,
    String.raw`[.!?]${CLOSING}\s+(?=[—–][\p{Lu}¿¡]|${MARK_IN_BRACKETS})`,
    String.raw`[。！？｡]${CLOSING}(?=[\p{Ps}“‘])`,
  ].join("|"),
  "gu",
);

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
  let seen = 0;
  let hasWord = false;
  for (const at of ends) {
    // Text without a word may be long: none of it is looked at twice.
    hasWord ||= /[\p{L}\p{N}]/u.test(text.slice(seen, at));
    seen = at;
    const start = starts.at(-1) ?? 0;
    if (at === start || at === text.length) continue;
    const before = text.slice(start, at);
    const after = text.slice(at, at + LOOKED_AT);
    if (!before.endsWith("\n") && !(hasWord && isStart(before, after, language))) continue;
    starts.push(at);
    hasWord = false;
  }
  return starts;
}

/** Whether a sentence begins between `before`, which reaches back to where one began, and `after`. */
function isStart(before: string, after: string, language: string): boolean {
  const end = before.slice(-LOOKED_AT);
  if (after.trim() === "" || GOES_ON.test(after) || CLOSES.test(after)) return false;
  if (isEnumerator(before)) return false;
  if (!/\s$/.test(end)) return isUnspacedStart(end, after);
  if (QUOTED_IN_KOREAN.test(end) && PARTICLE_IN_KOREAN.test(after)) return false;
  if (isAbbreviation(end, after, language)) return false;
  const isOpen = AFTER_OMISSION.test(end) || mayBeAbbreviation(end, language);
  if (!isOpen || begins(after, language)) return true;
  return AFTER_TIME.test(end) && isAfterTime(before, after);
}

/** Whether a sentence begins between two texts that no space parts. */
function isUnspacedStart(before: string, after: string): boolean {
  if (QUOTED_IN_JAPANESE.test(before) && PARTICLE_IN_JAPANESE.test(after)) return false;
  if (QUOTED_IN_CHINESE.test(before) && SPEAKER_IN_CHINESE.test(after)) return false;
  if (REMARK.test(after)) return false;
  return (
    (SURE_WIDE_END.test(before) && /^[\p{L}\p{N}]/u.test(after)) ||
    (WIDE_END.test(before) && UNSPACED.test(after))
  );
}

/** Whether a time of day may end a sentence before a word that belongs to no time. */
function isAfterTime(before: string, after: string): boolean {
  return !ONLY_TIME.test(before) && /^\p{Lu}\p{Ll}/u.test(after) && !OF_TIME.test(after);
}

/** Whether a text begins like a sentence: with a word that else has a small letter, or a quotation. */
function begins(text: string, language: string): boolean {
  if (/^["“‘„«»(]/.test(text)) return !REMARK.test(text);
  const { 0: word } = /^\p{L}+(?![.\p{L}])/u.exec(text) ?? [""];
  if (word === "") return false;
  if (/^(?:No|Some|Any|Every)(?:body|one|thing|where)$/.test(word)) return true;
  const { isStopWord, isWeak } = vocabularyOf(language);
  const small = word.toLowerCase();
  return isStopWord(small) || isWeak(small);
}
