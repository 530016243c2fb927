import type { Document, Passage } from "../../corpus/document.ts";
import { memoizeByObject } from "../../foundation/memoize-by-object.ts";
import { hasNegation } from "../../language/negations.ts";
import { hasTokens } from "../../language/tokenizer.ts";
import { isFormOf, keysOf, nameKeysIn } from "./naming-words.ts";

/** Source of a regular expression with the flag `u` for the name of a speaker before a full stop. */
export const SPEAKER_IN_CAPITALS = String.raw`\p{Lu}{2,}(?:[’' -]\p{Lu}{2,}){0,4}`;

const NAME = String.raw`\p{Lu}[\p{L}\p{M}.’'-]*(?:\s\p{Lu}[\p{L}\p{M}.’'-]*){0,4}`;
/**
 * A name in characters right before a line that is all in corner brackets, which then needs no sign. Kana before them may be
 * a particle, and what is only partly in brackets may have a title in them.
 */
const BRACKETED_SPEAKER = String.raw`([\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}ー・々]{1,12}(?:さん|ちゃん|くん|さま)?)(?=「[^「」\n]{2,}」[^\S\n]*$)`;
/** A name with a title in Korean. Words of which the last is a verb or has a particle are a clause: “그가 말했다:”. */
const KOREAN_NAME = String.raw`(?:\p{Script=Hangul}{1,6} ){1,2}\p{Script=Hangul}{1,6}(?<![다고며요은는을를에의로])`;
/** The name of a speaker before their words, as plays and transcripts have it, or the dash of a turn. */
const SPEAKER = new RegExp(
  String.raw`^(?:(${NAME}|[QA]|${KOREAN_NAME}|[^\s\p{P}\p{Lu}\p{Ll}]{1,12})\s?[:：]\s?|${BRACKETED_SPEAKER}|(${SPEAKER_IN_CAPITALS}|[QA])\.\s|([—–-])\s?(?=[\p{Lu}¿¡]))`,
  "gmu",
);
/** The same after the end of a sentence, where it is in capital letters. */
const LATER_SPEAKER = new RegExp(
  String.raw`(?<=[.!?…”"»]\s)(?:(${SPEAKER_IN_CAPITALS}|[QA])\s?[:：]\s|(${SPEAKER_IN_CAPITALS}|[QA])\.\s(?=\p{Lu}))`,
  "gu",
);
const TIME = String.raw`\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?(?![\p{L}\p{N}])`;
/** The time and the name before a message of a chat: “[12:01] anna:”, “12:01 <anna>”. */
const CHAT_SPEAKER = new RegExp(
  String.raw`^[[(]?(?:[\d./-]{6,10},?\s)?(${TIME})[\])]?\s+(?:[-–]\s)?<?([^\s<>:：][^<>:：\n]{0,30}?)(?:>|\s?[:：])\s`,
  "gimu",
);
/** How far back the speaker of some words is looked for, in passages. */
const MAX_SPEECH = 50;

/** Words of a passage, by where they begin in UTF-16 code units. */
export interface PlacedWords {
  readonly document: Document;
  readonly passage: Passage;
  readonly start: number;
}

/** Returns who speaks the first words of a span, if the document names speakers. */
export function speakerOf(span: PlacedWords, speakersOf = speakersIn): Speaker | undefined {
  return (
    speakersOf(span.passage).findLast(({ at }) => at <= span.start) ??
    speakerBefore(span, speakersOf)
  );
}

export interface Speaker {
  readonly name: string;
  /** Where the label begins and ends, in UTF-16 code units of the passage's text. */
  readonly at: number;
  readonly end: number;
  /** The time in a label of a chat. */
  readonly time?: string | undefined;
  /** Whether only bold type shows the name, which may also be that of a term: one such name alone begins no turn. */
  readonly isBold: boolean;
}

/** Returns the speakers whom a passage names, in bold type or otherwise. */
export const turnsIn = memoizeByObject((passage: Passage): readonly Speaker[] => {
  const { boldNames } = passage;
  if (boldNames === undefined) return speakersIn(passage);
  const bold = boldNames.map(({ offset, text }) => ({
    name: text,
    at: offset,
    end: offset + text.length,
    isBold: true,
  }));
  return [...speakersIn(passage), ...bold].sort((a, b) => a.at - b.at);
});

const speakersIn = memoizeByObject(({ text }: Passage): readonly Speaker[] => {
  const inChat = [...text.matchAll(CHAT_SPEAKER)].map((match): Speaker => {
    const { 0: label, 1: time, 2: name = "", index } = match;
    return { name, time, at: index, end: index + label.length, isBold: false };
  });
  const atLines = [...[...text.matchAll(SPEAKER)].map(toSpeaker), ...inChat].sort(
    (a, b) => a.at - b.at,
  );
  const [first] = atLines;
  // Turns that were on lines of their own may have been joined.
  if (first?.at !== 0 || !/^(?:\p{Lu}{2}|[QA]$)/u.test(first.name)) return atLines;
  const later = [...text.matchAll(LATER_SPEAKER)].map(toSpeaker);
  return [...atLines, ...later].sort((a, b) => a.at - b.at);
});

function toSpeaker(match: RegExpExecArray): Speaker {
  return {
    name: match.slice(1).find((name) => name !== undefined) ?? "",
    at: match.index,
    end: match.index + match[0].length,
    isBold: false,
  };
}

/** The name of a speaker on a line of its own, and a direction after it: “HALLA (laughing).”, “The Captain:”. */
const OWN_LINE =
  /^(\p{Lu}[\p{L}\p{M}’'-]*\.?(?:\s[\p{L}\p{M}’'-]+\.?){0,4}?)[.:：]?(?:\s?[([][^()[\]]{1,80}[)\]])?[.:：]?$/u;
/** The maximum length of a line with a speaker alone, in UTF-16 code units. */
const MAX_OWN_LINE = 120;
/** How often a name is on a line of its own, at least, if it is that of a speaker. */
const MIN_TURNS = 2;

/**
 * Returns the speakers whom passages near one of a document name, themselves or in a heading, each by the passage with the
 * name or the first one below the heading. A name alone may be a short sentence, such as “Yes.”: it begins no turn unless it repeats, or
 * another one does and both are in capital letters.
 */
function ownLineSpeakersNear(document: Document, passage: Passage): ReadonlyMap<Passage, Speaker> {
  const labels = passagesNear(document, passage).flatMap((passage) => {
    const isHeaded =
      passage === document.passages[0] || passage.follows?.includes("heading") === true;
    const heading = isHeaded ? passage.headings.at(-1) : undefined;
    return [
      { passage, label: heading, end: 0 },
      { passage, label: passage.text, end: passage.text.length },
    ].flatMap(({ label = "", end }) => {
      const [, name = ""] = label.length > MAX_OWN_LINE ? [] : (OWN_LINE.exec(label) ?? []);
      return nameKeysIn(name, document.language).length === 0 ? [] : [{ passage, name, end }];
    });
  });
  const keyOf = (name: string) => keysOf(name).join(" ");
  const counts = new Map<string, number>();
  for (const { name } of labels) counts.set(keyOf(name), (counts.get(keyOf(name)) ?? 0) + 1);
  const repeats = ({ name }: { readonly name: string }) =>
    (counts.get(keyOf(name)) ?? 0) >= MIN_TURNS;
  const isInCapitals = ({ name }: { readonly name: string }) => !/\p{Ll}/u.test(name);
  const areInCapitals = labels.some((one) => repeats(one) && isInCapitals(one));
  return new Map(
    labels
      .filter((one) => (areInCapitals ? isInCapitals(one) : repeats(one)))
      .map(({ passage, name, end }) => [passage, { name, at: 0, end, isBold: false }]),
  );
}

/** Returns the passages near one of a document, in which its speaker is looked for. */
export function passagesNear({ passages }: Document, passage: Passage): readonly Passage[] {
  const index = passages.indexOf(passage);
  return passages.slice(Math.max(0, index - MAX_SPEECH), index + MAX_SPEECH);
}

/** Returns a function for the speakers whom a passage near some words names, in a line of their own too. */
function turnsNear({ document, passage }: PlacedWords): typeof turnsIn {
  const ownLines = ownLineSpeakersNear(document, passage);
  return (passage) => {
    const label = ownLines.get(passage);
    return label === undefined ? turnsIn(passage) : [label, ...turnsIn(passage)];
  };
}

/** Returns the label of a speaker right before some words, if there is one. */
export function labelBefore({ passage, start }: PlacedWords): Speaker | undefined {
  const label = turnsIn(passage).findLast(({ at }) => at < start);
  return label !== undefined && !hasTokens(passage.text.slice(label.end, start))
    ? label
    : undefined;
}

/** Whether an attribution has a time of day, and the label of the words of a span has another one. */
export function namesOtherTime(attribution: string, span: PlacedWords): boolean {
  const own = speakerOf(span, turnsIn)?.time;
  const times = attribution.match(CLOCK_TIME) ?? [];
  return own !== undefined && times.length > 0 && !times.some((time) => areAtOneTime(time, own));
}

const CLOCK_TIME = new RegExp(String.raw`(?<![\p{L}\p{N}:.])${TIME}`, "giu");

/** Whether two times of day are the same, of which one may have seconds. */
function areAtOneTime(time: string, other: string): boolean {
  return minuteOf(time) === minuteOf(other);
}

/** Returns the minute of the day at a time: “3:01 pm”, “15:01:30”. */
function minuteOf(time: string): number {
  const [hour = 0, minute = 0] = (time.match(/\d+/g) ?? []).map(Number);
  const half = /[ap]/i.exec(time)?.[0].toLowerCase();
  return (half === undefined ? hour : (hour % 12) + (half === "p" ? 12 : 0)) * 60 + minute;
}

function speakerBefore(
  { document, passage }: PlacedWords,
  speakersOf: typeof speakersIn,
): Speaker | undefined {
  const index = document.passages.indexOf(passage);
  return document.passages
    .slice(Math.max(0, index - MAX_SPEECH), index)
    .flatMap((one) => speakersOf(one))
    .at(-1);
}

/**
 * The person whom an attribution names, by the labels of speakers near some words: the speaker of these words;
 * another one; someone whom a passage with a label of its own only mentions, if at all; or, where words have no label,
 * anyone.
 */
export type NamedSpeaker = "own" | "other" | "mentioned" | "any";

/** Returns whom an attribution of the words of a span names. */
export function speakerNamedBy(attribution: string, span: PlacedWords): NamedSpeaker {
  const { document, passage } = span;
  const speakersOf = turnsNear(span);
  const own = speakerOf(span, speakersOf);
  if (own === undefined) return "any";
  const keysIn = (text: string) => nameKeysIn(text, document.language);
  const named = keysIn(attribution);
  // In a chat, names may have small letters.
  const keysOfName = ({ name, time }: Speaker) =>
    time === undefined ? keysIn(name) : keysOf(name);
  const isNamed = (speaker: Speaker) =>
    hasLabel(attribution, speaker) ||
    keysOfName(speaker).some((key) =>
      named.some((other) => isFormOf(key, other) || isFormOf(other, key)),
    );
  if (isNamed(own)) return "own";
  const near = passagesNear(document, passage).flatMap(speakersOf);
  if (!hasName(own)) {
    const isNameless = ({ name }: Speaker) => keysIn(name).length === 0;
    if (near.some((one) => isNameless(one) && hasLabel(attribution, one))) return "other";
    // The one who asks may be labelled with a name elsewhere.
    return hasTokens(own.name) && near.some(isNamed) ? "mentioned" : "any";
  }
  const isLabelled = speakersOf(passage).includes(own);
  if (!isLabelled && keysIn(passage.text).some((key) => named.includes(key))) return "any";
  if (near.some(isNamed)) return "other";
  return isLabelled ? "mentioned" : "any";
}

/** Whether some words are all of the label of the speaker of a span, and no negation. */
export function isOwnLabel(words: string, span: PlacedWords): boolean {
  const own = speakerOf(span, turnsNear(span));
  return own !== undefined && hasLabel(words, own) && !hasNegation(words, span.document.language);
}

/** Signs between a name and a place, a work or a day. */
const NAME_SEPARATOR = /[,;:()[\]\n\u2028]+|\s[-–—]+\s|^\s*[-–—]+/u;

/** Whether a part of an attribution is a label as a whole. That may look like a small word or like an initial: “DE”, “Q”. */
function hasLabel(attribution: string, { name }: Speaker): boolean {
  const label = keysOf(name).join();
  return (
    label !== "" && attribution.split(NAME_SEPARATOR).some((part) => keysOf(part).join() === label)
  );
}

/** Whether a label has a name. The dash of a turn is none, nor is the “Q” of a question. */
function hasName({ name }: Speaker): boolean {
  return /\p{L}{2}|\p{Lo}/u.test(name);
}
