import type { Document, Passage } from "../corpus/document.ts";
import { memoizeByObject } from "../foundation/memoize-by-object.ts";
import {
  CLOSING_MARKS,
  findQuotedText,
  OPENING_MARKS,
  type QuotedText,
} from "../language/quotation-marks.ts";
import { sentenceStarts } from "../language/sentences.ts";
import { hasTokens } from "../language/tokenizer.ts";
import { vocabularyOf } from "../language/vocabulary.ts";
import { isFormOf, keysOf, nameKeysIn, writtenWordsOf } from "./marks/naming-words.ts";
import { turnsIn } from "./marks/speakers.ts";
import type { Span } from "./verdict.ts";

/**
 * Returns who speaks the words in quotation marks at the second span, if those at the first are another’s: the name that
 * follows both, or the mark that opens a new paragraph, with which a story begins the words of another person.
 */
export function newVoice(last: Span, first: Span, between: readonly Passage[]): string | undefined {
  const [before, after] = [quotedAround(last, last.end), quotedAround(first, first.start)];
  const isOne = last.passage === first.passage && before?.offset === after?.offset;
  if (before === undefined || after === undefined || isOne) return undefined;
  const [name, other] = [nameAfter(last, before.end), nameAfter(first, after.end)];
  if (name !== undefined && other !== undefined) return name === other ? undefined : other;
  const isNextParagraph = last.passage !== first.passage && between.length === 0;
  const isFirst = !hasTokens(first.passage.text.slice(0, after.offset));
  const isLast = quotedIn(last.passage).at(-1)?.offset === before.offset;
  return isNextParagraph && isFirst && isLast ? first.passage.text.charAt(after.offset) : undefined;
}

function quotedAround({ passage }: Span, offset: number): QuotedText | undefined {
  return quotedIn(passage).find((one) => one.offset <= offset && offset <= one.end);
}

// A quotation may have hundreds of omissions in one passage.
const quotedIn = memoizeByObject(({ text }: Passage) => findQuotedText(text));

/** Returns the name right after what a person says: “said Ruth”, “Ruth said”, but not “she told Ruth”. */
function nameAfter({ document, passage }: Span, end: number): string | undefined {
  const after = passage.text.slice(end, end + MAX_TAG).replace(TAG_SIGNS, "");
  const [, ...names] = VERB_AND_NAME.exec(after) ?? [];
  const { isQueryStopWord } = vocabularyOf(document.language);
  return names.find((name) => name !== undefined && !isQueryStopWord(name.toLowerCase()));
}

/** The signs between what a person says and who says it. */
const TAG_SIGNS = new RegExp(`^[,!?…\\s—–"'’${CLOSING_MARKS}]*`, "u");
const VERB_AND_NAME =
  /^(?:(\p{Lu}[\p{L}\p{M}'’-]+)|\p{Ll}[\p{L}\p{M}'’-]*\s+(\p{Lu}[\p{L}\p{M}'’-]+))/u;
/** In UTF-16 code units. */
const MAX_TAG = 60;

/** Whether the words at a span are in quotation marks or in a turn of dialogue. */
function isSpeech(span: Span): boolean {
  const { passage, start } = span;
  return quotedAround(span, start) !== undefined || turnsIn(passage).some(({ at }) => at <= start);
}

/**
 * Whether the words at a span are those of a person whom an attribution names: the document says so right before them (“Ruth said:”)
 * or after them (“said Ruth”), or the passage below is this attribution.
 */
export function isSpeechOf(span: Span, attribution: string): boolean {
  const { document, passage, start } = span;
  if (!isSpeech(span)) return false;
  const quoted = quotedAround(span, start);
  if (isNameBelow(span, attribution)) return true;
  const end = quoted?.end ?? span.end;
  const from = quoted?.offset ?? start;
  const before = passage.text.slice(Math.max(0, from - MAX_TAG), from);
  const after = passage.text.slice(end, end + MAX_TAG);
  if (!/[\p{Lu}\p{Ll}]/u.test(attribution)) {
    const around = `${SENTENCE_BEFORE.exec(before)?.[0] ?? ""} ${SENTENCE.exec(after)?.[0] ?? ""}`;
    return writtenWordsOf(attribution).some((name) => isSubject(name, around));
  }
  const [announcement = ""] = WORDS_BEFORE.exec(before) ?? [];
  const sentence = sentenceStarts(after, document.language).find((at) => at > 0);
  const tag = nameAfter(span, end) === undefined ? "" : after.slice(0, sentence);
  const own = nameKeysIn(attribution, document.language);
  return [announcement, tag].some((words) =>
    firstName(words, document).some((name) => own.some((key) => isFormOf(key, name))),
  );
}

/** Whether the passage below that of a span is nothing but an attribution, as under a motto. */
function isNameBelow({ document: { passages }, passage }: Span, attribution: string): boolean {
  const below = passages[passages.indexOf(passage) + 1]?.text ?? "";
  return below.length <= MAX_TAG && keysOf(below).join() === keysOf(attribution).join();
}

/** Returns the keys of the first name in some words. */
function firstName(words: string, { language }: Document): readonly string[] {
  const names = (words.match(NAME) ?? []).map((name) => nameKeysIn(name, language));
  return names.find(({ length }) => length > 0) ?? [];
}

/** Words with capital letters one after the other. */
const NAME = /\p{Lu}[\p{L}\p{M}.'’-]*(?:\s\p{Lu}[\p{L}\p{M}.'’-]*)*/gu;

/** Whether some words without capital letters have a name that is no object there, by the particle after it. */
function isSubject(name: string, words: string): boolean {
  const at = words.indexOf(name);
  return at !== -1 && !OBJECT_PARTICLE.test(words.slice(at + name.length));
}

const OBJECT_PARTICLE = /^(?:さん|様|님|씨)?(?:[にをへ]|から|에게|한테|께(?!서)|[을를])/u;
const SENTENCE = /^[^.!?。！？\n]*/u;
const SENTENCE_BEFORE = new RegExp(`[^${CLOSING_MARKS}.!?。！？\\n]*$`, "u");

/** Whether a narrator says right after a span who speaks its words. */
export function isBeforeTag(span: Span): boolean {
  return isSpeech(span) && nameAfter(span, span.end) !== undefined;
}

/**
 * Returns where a narrator's words after a span end, if the sentence that a person says goes on after them: at the sign before it, in
 * UTF-16 code units of the passage's text: “…,” said Ruth, “unless …”.
 */
export function endOfNarration({ passage, end }: Span): number | undefined {
  const after = passage.text.slice(end, end + MAX_NARRATION);
  const [narration] = NARRATIONS.flatMap((form) => form.exec(after)?.[0] ?? []);
  return narration === undefined ? undefined : end + narration.length - 1;
}

/** In UTF-16 code units. */
const MAX_NARRATION = 100;
const CLOSING = `[${CLOSING_MARKS}"'’]`;
const SAID = String.raw`\p{Ll}+-\p{Ll}+|\p{Ll}+\s\p{Lu}[\p{L}\p{M}’'-]+`;
/** The words of a narrator between quotation marks, between dashes, and between commas, up to the sign after them. */
const NARRATIONS = [
  new RegExp(
    String.raw`^[,!?…]?${CLOSING},?\s[^.!?${OPENING_MARKS}${CLOSING_MARKS}]{2,80},(?=\s[${OPENING_MARKS}„»"'‘]\s?\p{Ll})`,
    "u",
  ),
  /^[,!?…]?\s[—–]\s?[^—–.\n]{2,80}(?:\s[—–](?=\s\p{Ll})|[—–],(?=\s\p{Ll}))/u,
  new RegExp(String.raw`^,\s(?:${SAID}),(?=\s\p{Ll})`, "u"),
];

/** The words that announce those of a person: “Then Ruth said:”. */
const WORDS_BEFORE = new RegExp(`[^${CLOSING_MARKS}.!?…。！？]*[,:：]\\s*$`, "u");
