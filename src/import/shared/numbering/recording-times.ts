import type { Paragraph, PhrasingContent, RootContent, Text } from "mdast";
import { countWords } from "../../../language/tokenizer.ts";
import { plainText } from "../plain-text.ts";

/** The time in a recording: “0:12”, “00:01:12”, perhaps in brackets. */
const TIME = String.raw`[[(]?(?<time>(?:\d{1,2}:)?\d{1,2}:[0-5]\d)(?:[.,]\d{1,3})?[\])]?`;

/** A text that is only such a time. */
const ONLY_TIME = new RegExp(String.raw`^\s*${TIME}\s*$`, "u");

/** The first such time of a text, with the space before it or after it. */
const FIRST_TIME = new RegExp(
  String.raw`^(?<before>[^:[\]()]{0,40}?)(?<![\p{L}\p{N}:.])(?<whole>${TIME})(?<after>:?)(?=\s|$)`,
  "u",
);

/** The number of a chapter and that of a verse below ten at the beginning of a line. Times have two digits. */
const VERSE = /^\s*[[{(]?\d{1,3}:\d(?!\d)/mu;

/** The name of a speaker before a time. */
const SPEAKER = /^\s*\p{L}[\p{L}\p{M}\p{N} .'’-]{0,39}$/u;

/** The label of a question or an answer, after which a time needs no brackets. */
const SHORT_LABEL = /^\s*\p{Lu}{1,2}[.:]?\s*$/u;

/** How many times count on, and how many words are spoken in a second between the first and the last of them. */
const MIN_TIMES = 3;
const MIN_RATE = 0.5;
const MAX_RATE = 10;

/** Whether a text is a time in a recording. */
export function isRecordingTime(text: string): boolean {
  return ONLY_TIME.test(text);
}

/** A time at the beginning of a line or after the name of a speaker there. */
interface LineTime {
  readonly paragraph: Paragraph;
  /** The part of the paragraph that is or contains it. */
  readonly child: PhrasingContent;
  readonly node: Text;
  /** Where it is in its node. */
  readonly start: number;
  readonly end: number;
  readonly seconds: number;
  /** How many words are between it and the next one. */
  words: number;
}

/** Content without the times of a recording, and how many there were. */
interface TimelessContent {
  readonly content: readonly RootContent[];
  readonly count: number;
}

/**
 * Takes the times of a recording out of its transcript: those at the beginnings of lines and after the names of speakers there, if
 * they count on as fast as people speak. The times of a log or a schedule, and the numbers of verses, are words.
 */
export function takeOutTimes(content: readonly RootContent[]): TimelessContent {
  const times: LineTime[] = [];
  for (const block of content) {
    if (block.type === "paragraph") addTimes(block, times);
    else addWords(times, plainText(block));
  }
  const isOfVerses = content.some((block) => VERSE.test(plainText(block)));
  if (isOfVerses || !areOfRecording(times)) return { content, count: 0 };
  times.forEach(takeOut);
  const isEmpty = (block: RootContent) =>
    block.type === "paragraph" &&
    plainText(block).trim() === "" &&
    block.children.every(({ type }) => /^(?:text|break|strong|emphasis)$/.test(type));
  return { content: content.filter((block) => !isEmpty(block)), count: times.length };
}

function takeOut({ paragraph, child, node, start, end }: LineTime): void {
  const index = paragraph.children.indexOf(child);
  const next = paragraph.children[index + 1];
  const [before, after] = [node.value.slice(0, start), node.value.slice(end)];
  const isGap = before === "" || /\s$/.test(before) || after.startsWith(":");
  const rest = isGap ? after.trimStart() : after;
  const endsLine = rest.trim() === "" && (next === undefined || next.type === "break");
  node.value = endsLine ? before.trimEnd() : before + rest;
  if (child === node) return;
  if (next?.type === "text") next.value = next.value.trimStart();
  paragraph.children.splice(index, 1);
}

function addTimes(paragraph: Paragraph, times: LineTime[]): void {
  /** The text of the line so far; undefined after its time. */
  let line: string | undefined = "";
  for (const child of paragraph.children) {
    if (child.type === "break") line = "";
    const node = textOfTime(child);
    const found = line === undefined || node === undefined ? undefined : timeIn(node, line);
    if (node === undefined || found === undefined) {
      const text = plainText(child);
      addWords(times, text);
      if (line !== undefined && child.type !== "break") line += text;
      continue;
    }
    times.push({ ...found, paragraph, child, words: countWords(node.value.slice(found.end)) });
    line = undefined;
  }
}

/** Returns the text in which a time may be: a text, or that of a link or emphasis which is only a time. */
function textOfTime(node: PhrasingContent): Text | undefined {
  if (node.type === "text") return node;
  if (!("children" in node) || !isRecordingTime(plainText(node))) return undefined;
  const [only, ...others] = node.children;
  return only === undefined || others.length > 0 ? undefined : textOfTime(only);
}

function timeIn(
  node: Text,
  line: string,
): Pick<LineTime, "node" | "start" | "end" | "seconds"> | undefined {
  const {
    before = "",
    whole = "",
    time = "",
    after = "",
  } = FIRST_TIME.exec(node.value)?.groups ?? {};
  const name = line + before;
  const rest = node.value.slice(before.length + whole.length + after.length);
  const isInPlace =
    name.trim() === "" ||
    SHORT_LABEL.test(name) ||
    (SPEAKER.test(name) && (after === ":" || rest.trim() === ""));
  if (time === "" || !isInPlace) return undefined;
  const seconds = time.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
  const start = after === ":" ? before.trimEnd().length : before.length;
  return { node, start, end: before.length + whole.length, seconds };
}

function addWords(times: readonly LineTime[], text: string): void {
  const last = times.at(-1);
  if (last !== undefined) last.words += countWords(text);
}

function areOfRecording(times: readonly LineTime[]): boolean {
  const [first, last] = [times[0], times.at(-1)];
  if (first === undefined || last === undefined || times.length < MIN_TIMES) return false;
  const countsOn = times.every(({ seconds }, index) => seconds >= (times[index - 1]?.seconds ?? 0));
  const words = times.slice(0, -1).reduce((sum, time) => sum + time.words, 0);
  const rate = words / (last.seconds - first.seconds);
  return countsOn && rate >= MIN_RATE && rate <= MAX_RATE;
}
