import { elementAt } from "../../foundation/checked-access.ts";
import { smallest } from "../../foundation/long-arrays.ts";
import { type Token, tokenize } from "../../language/tokenizer.ts";
import { allWords } from "../../language/word-lists.ts";
import { type PassagePositions, passageOfText } from "../../search/index/passage-positions.ts";
import { UNKNOWN_WORD } from "../../search/index/positions.ts";

/** A part before a full stop: the U of U.S., the Ph of Ph.D., the EE of EE. UU. */
const PART = /^(?:\p{L}|\p{Lu}{2}|\p{Lu}\p{Ll}{1,2})$/u;
const JOINT = /^\.\s?$/;
const JOINED = /^(?:(?:\p{Lu}\p{Ll}{0,2}){2,6}|\p{Ll}{2,3}|\p{Ll}\p{Lu})$/u;
const DOUBLED = /^(?:(\p{Lu})\1){2}$/u;

/** Small words that are acronyms in capital letters: us and US, am and AM. */
const LIKE_WORDS = new Set(allWords(({ acronymsLikeWords }) => acronymsLikeWords));
const TIME_MARKS = new Set(
  allWords(({ timeMarks }) => timeMarks).map((mark) => mark.replaceAll(".", "")),
);

/** Whether a word is a mark of a time of day without its full stops: am, PM. */
export function isTimeMark(word: string): boolean {
  return TIME_MARKS.has(word.toLowerCase());
}

/** How many acronyms of a quotation are looked up between the words around them. */
const MAX_ACRONYMS = 20;
/** How many words before and after an acronym are looked up with it, in turn: others may have been changed. */
const CONTEXTS = [
  [2, 2],
  [1, 2],
  [2, 1],
  [1, 1],
  [0, 2],
  [2, 0],
  [0, 1],
  [1, 0],
] as const;

/** How many places with the same words around an acronym are looked at. */
const MAX_PLACES = 20;

/**
 * How many positions are examined at most for the acronyms of a text, which is known before each is looked up: some ten
 * milliseconds.
 */
const MAX_EXAMINED = 200_000;

/**
 * Writes the acronyms and abbreviations of a quotation with full stops, or without, where the corpus has them so between the
 * same words: “the U.S. and” for “the US and”. `note` is called with each, and returns how it is written then.
 */
export function respellAcronyms(
  text: string,
  { passages, positions }: PassagePositions,
  note: (quoted: string, printed: string) => string,
): string {
  const known = new Map<string, Uint32Array>();
  let examined = 0;
  function placesOf(words: readonly string[]): Uint32Array {
    const phrase = words.join(" ");
    const places = known.get(phrase) ?? findWithin(positions.wordIdsOf(phrase));
    known.set(phrase, places);
    return places;
  }
  function findWithin(ids: readonly number[]): Uint32Array {
    const frequencies = ids.map((id) =>
      id === UNKNOWN_WORD ? 0 : positions.collectionFrequency(id),
    );
    examined += frequencies.length === 0 ? 0 : smallest(frequencies);
    return examined > MAX_EXAMINED ? new Uint32Array() : positions.findPhrase(ids);
  }
  const acronyms = findAcronyms(text)
    .map((one) => ({ ...one, forms: one.forms.filter((form) => placesOf([form]).length > 0) }))
    .filter(({ forms }) => forms.length > 0)
    .slice(0, MAX_ACRONYMS);

  /** Returns how the corpus writes the same acronym after some words and before others. */
  function printedBetween(
    before: readonly string[],
    { forms, own }: Acronym,
    after: readonly string[],
  ): string | undefined {
    for (const form of forms) {
      const length = tokenize(form).length;
      for (const place of placesOf([...before, form, ...after]).subarray(0, MAX_PLACES)) {
        const start = place + before.length;
        const [span] = positions.spans(start, start + length);
        if (span === undefined) continue;
        const { text } = passageOfText({ passages }, span.textId).passage;
        const stop = length > 1 && text.startsWith(".", span.end) ? 1 : 0;
        const printed = text.slice(span.start, span.end + stop);
        if (isSameAcronym(own, printed)) return printed;
      }
    }
    return undefined;
  }

  function printedFor(acronym: Acronym): string | undefined {
    const { own, before, after } = acronym;
    const contexts = CONTEXTS.filter(
      ([some, others]) => some <= before.length && others <= after.length,
    ).map(
      ([some, others]) => [before.slice(before.length - some), after.slice(0, others)] as const,
    );
    for (const [index, [some, others]] of contexts.entries()) {
      const printed = printedBetween(some, acronym, others);
      if (printed === undefined) continue;
      const isOwn = contexts
        .slice(0, index + 1)
        .some(([some, others]) => placesOf([...some, own, ...others]).length > 0);
      return isOwn ? undefined : printed;
    }
    return undefined;
  }

  let rest = "";
  let done = 0;
  for (const acronym of acronyms) {
    const printed = printedFor(acronym);
    if (printed === undefined) continue;
    const { start, own } = acronym;
    const end = start + own.length;
    rest += text.slice(done, start) + note(own, printed);
    done = text.startsWith(".", end) && printed.endsWith(".") ? end + 1 : end;
  }
  return rest + text.slice(done);
}

/**
 * Whether an acronym is the same with full stops and without: US and U.S., but no word in small letters, us, and not I.T. for
 * it. Small letters may be typed for capitals where there are full stops.
 */
function isSameAcronym(quoted: string, printed: string): boolean {
  const [own, other] = [quoted, printed].map((form) => form.replace(/[.\s]/g, ""));
  if (own === undefined || other === undefined) return false;
  if (isTimeMark(own)) return true;
  const small = own.toLowerCase();
  if (own === other) return own !== small || !LIKE_WORDS.has(own);
  return quoted.includes(".") && own === small && other === other.toUpperCase();
}

/** A word, or several letters with full stops, which may be an acronym or an abbreviation. */
interface Acronym {
  readonly own: string;
  /** In UTF-16 code units. */
  readonly start: number;
  /** The words before and after it, at most two. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** How it may be written with full stops, or without. */
  readonly forms: readonly string[];
}

function findAcronyms(text: string): readonly Acronym[] {
  const tokens = tokenize(text);
  const words = tokens.map(({ start, end }) => text.slice(start, end));
  const acronyms: Acronym[] = [];
  for (let first = 0, next = 0; first < words.length; first = next) {
    next = endOfParts(first, tokens, text);
    const parts = words.slice(first, next);
    const isStopped = parts.length > 1;
    const { end } = elementAt(tokens, next - 1);
    const { start } = elementAt(tokens, first);
    acronyms.push({
      own: text.slice(start, isStopped && text.startsWith(".", end) ? end + 1 : end),
      start,
      before: words.slice(Math.max(0, first - 2), first),
      after: words.slice(next, next + 2),
      forms: isStopped ? [parts.join("")] : withStops(elementAt(parts, 0)),
    });
  }
  return acronyms;
}

/**
 * Returns the number of the first token after those from `first` on that full stops join, all of them with a space or none.
 * With spaces, its parts are as long as each other: the word after “z. B.” is none.
 */
function endOfParts(first: number, tokens: readonly Token[], text: string): number {
  const partAt = (index: number) => {
    const token = tokens[index];
    const part = token === undefined ? "" : text.slice(token.start, token.end);
    return PART.test(part) ? part : "";
  };
  const jointBefore = (index: number) =>
    text.slice(elementAt(tokens, index - 1).end, tokens[index]?.start);
  const { length } = partAt(first);
  const joint = jointBefore(first + 1);
  if (length === 0 || !JOINT.test(joint)) return first + 1;
  const isPart = (index: number) =>
    joint === "." ? partAt(index) !== "" : partAt(index).length === length;
  let next = first + 1;
  while (isPart(next) && jointBefore(next) === joint) next += 1;
  return next;
}

function withStops(word: string): readonly string[] {
  if (!JOINED.test(word)) return [];
  const divisions = [
    word.match(/\p{Lu}\p{Ll}{0,2}|\p{Ll}/gu) ?? [],
    ...(DOUBLED.test(word) ? [word.match(/../gu) ?? []] : []),
  ];
  return divisions.map((parts) => parts.map((part) => `${part}.`).join(""));
}
