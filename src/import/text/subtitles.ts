import type { FootnoteDefinition, Paragraph, RootContent } from "mdast";
import { type Message, message, quoteEach } from "../../catalogue/catalogue.ts";
import { isLanguageTag } from "../../language/tags.ts";
import { decodeEntities } from "../../verify/copied-text.ts";
import type { Reader } from "../manuscript.ts";
import { isWordless, normalizeBlocks, WORDLESS_ERROR } from "../markdown/normalize-blocks.ts";
import { decodeText } from "../shared/encoding.ts";
import { createLineJoiner } from "../shared/hyphenation.ts";
import { createMark, createNote } from "../shared/marks/mark.ts";
import { takeOutMarks } from "../shared/marks/take-out-marks.ts";
import { readText } from "./text.ts";

/** The words that are shown at a time, with the time in seconds. */
interface Cue {
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
}

/** A file of subtitles, divided into its parts. */
interface Subtitles {
  readonly cues: readonly Cue[];
  /** A BCP 47 tag, if the header has one. */
  readonly language: string | undefined;
  /** The lines of the header, of comments, of styles and of regions. */
  readonly leftOut: readonly string[];
}

const TIME = String.raw`(?:\d{1,3}:)?\d{1,2}:\d{1,2}[.,]\d{1,3}`;

/** The line of times above the words of a cue: in SubRip and WebVTT with an arrow, in SubViewer with a comma. */
const TIMES = new RegExp(
  String.raw`^\s*(?<start>${TIME})(?:\s*-->\s*|,(?=\d))(?<end>${TIME})(?=\s|$)`,
);

/** The beginning of a block of WebVTT that is no cue (https://www.w3.org/TR/webvtt1/, 4.1). */
const OTHER_BLOCK = /^(?:NOTE|STYLE|REGION)(?=\s|$)/;

/** Reads subtitles in the formats SubRip, WebVTT and SubViewer. Text without any times is read as such. */
export const readSubtitles: Reader = (file, options) => {
  const decoded = decodeText(file.bytes, { named: options.encoding });
  if ("error" in decoded) return decoded;
  const { cues, language, leftOut } = parseSubtitles(decoded.text.split("\n"));
  if (cues.length === 0) return readText(file, options);
  const { cues: single, repeated } = dropRepeatedLines(markSpeakers(cues));
  const { speeches, readings } = joinCues(single);
  const marked = takeOutMarks(normalizeBlocks(toBlocks(speeches)));
  if (isWordless(marked.content)) return { error: WORDLESS_ERROR };
  return {
    manuscripts: [
      {
        content: marked.content,
        metadata: language === undefined ? {} : { language },
        remarks: [
          ...decoded.remarks,
          message("subtitles.cues", { count: cues.length }),
          ...(repeated > 0 ? [message("subtitles.repeated", { count: repeated })] : []),
          ...describeLeftOut(leftOut),
          ...(readings > 0 ? [message("remark.readings", { count: readings })] : []),
          ...marked.remarks,
        ],
      },
    ],
  };
};

/**
 * Divides the lines of a file into cues. A line that is in none stays words of the cue above, since some programs write empty
 * lines within cues: only blocks that the format knows are left out.
 */
function parseSubtitles(lines: readonly string[]): Subtitles {
  const cues: { start: number; end: number; lines: string[] }[] = [];
  const leftOut: string[] = [];
  const isWebVtt = /^\uFEFF?WEBVTT(?=\s|$)/.test(lines[0] ?? "");
  let language: string | undefined;
  let target: string[] | undefined = isWebVtt ? leftOut : undefined;
  for (const [at, line] of lines.entries()) {
    const { start, end } = TIMES.exec(line)?.groups ?? {};
    if (start !== undefined && end !== undefined) {
      cues.push({ start: toSeconds(start), end: toSeconds(end), lines: [] });
      target = cues.at(-1)?.lines;
      continue;
    }
    const isFirst = (lines[at - 1] ?? "").trim() === "";
    if (line.trim() === "") {
      // Styles may not contain an empty line, and a comment ends with one.
      if (target === leftOut) target = cues.at(-1)?.lines;
      continue;
    }
    if (isWebVtt && isFirst && OTHER_BLOCK.test(line)) target = leftOut;
    const isName = TIMES.test(lines[at + 1] ?? "") && (isCueNumber(line) || (isWebVtt && isFirst));
    if (isName) {
      if (!isCueNumber(line)) leftOut.push(line.trim());
      continue;
    }
    const tag = at > 0 && cues.length === 0 ? /^Language:\s*(\S+)/i.exec(line)?.[1] : undefined;
    if (tag !== undefined && isLanguageTag(tag)) language = tag;
    (target ?? leftOut).push(line.trim());
  }
  return { cues, language, leftOut };
}

function isCueNumber(line: string): boolean {
  return /^\s*\uFEFF?\d{1,6}\s*$/.test(line);
}

function toSeconds(time: string): number {
  return time
    .replace(",", ".")
    .split(":")
    .reduce((seconds, part) => seconds * 60 + Number(part), 0);
}

/** A name before the words of a cue, as programs for meetings write it. */
const NAMED_LINE = /^(?<speaker>\p{L}[^:<>]{0,40}):\s+(?<words>\S.*)$/u;

/** The minimum share of cues with a name, and how many of them each name has on average. */
const MIN_NAMED_SHARE = 0.5;
const MIN_CUES_PER_NAME = 2;

/** Writes the names before words as WebVTT does if most cues have one. Otherwise they are words that are shown. */
function markSpeakers(cues: readonly Cue[]): readonly Cue[] {
  const names = cues.flatMap(
    ({ lines }) => NAMED_LINE.exec(lines[0] ?? "")?.groups?.["speaker"] ?? [],
  );
  const areSpeakers =
    names.length >= MIN_NAMED_SHARE * cues.length &&
    names.length >= MIN_CUES_PER_NAME * new Set(names).size;
  if (!areSpeakers) return cues;
  return cues.map((cue) => ({
    ...cue,
    lines: cue.lines.map((line) => line.replace(NAMED_LINE, "<v $<speaker>>$<words>")),
  }));
}

/** The minimum share of cues that begin with the lines of the cue before, and that have a new line below them, if lines roll up. */
const MIN_ROLLING_SHARE = 0.7;
const MIN_NEW_SHARE = 0.3;

/**
 * Drops the lines that cues repeat from the cue before, if captions roll up: nearly each shows the last lines again above the
 * new one. Otherwise a speaker says the same again.
 */
function dropRepeatedLines(cues: readonly Cue[]): {
  readonly cues: readonly Cue[];
  readonly repeated: number;
} {
  const written = cues.map((cue) => ({
    ...cue,
    lines: cue.lines.filter((line) => readCueLine(line).text !== ""),
  }));
  const overlaps = written.map((cue, at) => countOverlap(written[at - 1]?.lines ?? [], cue.lines));
  const rolling = overlaps.filter((overlap) => overlap > 0).length;
  const renewed = overlaps.filter(
    (overlap, at) => overlap > 0 && overlap < (written[at]?.lines.length ?? 0),
  ).length;
  const areRolling =
    rolling >= MIN_ROLLING_SHARE * (cues.length - 1) && renewed >= MIN_NEW_SHARE * cues.length;
  if (!areRolling) return { cues: written, repeated: 0 };
  return {
    cues: written.map((cue, at) => ({ ...cue, lines: cue.lines.slice(overlaps[at]) })),
    repeated: overlaps.reduce((sum, overlap) => sum + overlap, 0),
  };
}

/** The maximum number of lines that roll up. */
const MAX_OVERLAP = 3;

/** Returns how many lines at the beginning of a cue are the last ones of the cue before. */
function countOverlap(before: readonly string[], lines: readonly string[]): number {
  const plain = (line: string | undefined) => readCueLine(line ?? "").text;
  for (let count = Math.min(MAX_OVERLAP, before.length, lines.length); count > 0; count--) {
    const last = before.slice(-count);
    if (last.every((line, at) => plain(line) === plain(lines[at]))) return count;
  }
  return 0;
}

/** A line of a cue without its markup. */
interface CueLine {
  readonly text: string;
  /** The speaker; empty if it is that of the line before. */
  readonly speaker: string;
  readonly readings: number;
}

/** The tags of WebVTT and SubRip, with times within a cue. Other words in angle brackets are words. */
const TAG =
  /<\/?(?:[cibus]|ruby|lang|font|v)(?:[.\s][^<>]*)?>|<(?:\d{1,3}:)?\d\d:\d\d\.\d{3}>|\{\\[^{}]*\}/gi;

const VOICE = /<v(?:\.[^\s<>]*)?\s+([^<>]+)>/i;

const READING = /<rt(?:[.\s][^<>]*)?>[^<]*<\/rt>/gi;

function readCueLine(line: string): CueLine {
  const readings = line.match(READING)?.length ?? 0;
  const text = decodeEntities(line.replace(READING, "").replace(TAG, ""));
  return {
    text: text.replace(/\s+/g, " ").trim(),
    speaker: VOICE.exec(line)?.[1]?.trim() ?? "",
    readings,
  };
}

/** The words of one speaker without a long pause. */
interface Speech {
  readonly speaker: string;
  readonly lines: string[];
}

/** How long a pause between two paragraphs is, in seconds, and after how many characters a paragraph ends with a sentence. */
const MIN_PAUSE = 3;
const MAX_PARAGRAPH_LENGTH = 500;

/** The minimum share of cues in which sentences end, in a file with punctuation. */
const MIN_PUNCTUATED_SHARE = 0.1;

const FULL_STOP = /\p{L}[.!?…。！？।॥؟۔]/u;

const SPEECH_END = /[.!?…。！？।॥؟۔♪\])]["'”’»」』)\]]*$/u;

/** The first line of another speaker. */
const SPEAKER_DASH = /^[-‐–—]\s?(?=[\p{L}\p{N}“"'¿¡[(])/u;

/** A line that describes a sound. A sentence goes on after it. */
const SOUND = /^(?:\[[^\]]*\]|\([^)]*\)|♪.*♪)$/u;

/** Joins the lines of cues to speeches. A sentence that goes on over cues is in one. */
function joinCues(cues: readonly Cue[]): {
  readonly speeches: readonly Speech[];
  readonly readings: number;
} {
  const punctuated = cues.filter(({ lines }) => lines.some((line) => FULL_STOP.test(line)));
  const isPunctuated = punctuated.length >= MIN_PUNCTUATED_SHARE * cues.length;
  const speeches: Speech[] = [];
  let [speaker, readings, length, end] = ["", 0, 0, Number.NEGATIVE_INFINITY];
  let last: Speech | undefined;
  for (const cue of cues) {
    for (const line of cue.lines) {
      const read = readCueLine(line);
      readings += read.readings;
      const isOther = read.speaker !== "" && read.speaker !== speaker;
      if (isOther) speaker = read.speaker;
      if (read.text === "") continue;
      if (SOUND.test(read.text)) {
        speeches.push({ speaker, lines: [read.text] });
        continue;
      }
      const isEnded = SPEECH_END.test(last?.lines.at(-1) ?? "") || !isPunctuated;
      const isLong =
        cue.start - end >= MIN_PAUSE ||
        length > MAX_PARAGRAPH_LENGTH ||
        (last !== undefined && last !== speeches.at(-1));
      if (last === undefined || isOther || SPEAKER_DASH.test(read.text) || (isEnded && isLong)) {
        last = { speaker, lines: [read.text] };
        speeches.push(last);
        length = 0;
      } else last.lines.push(read.text);
      length += read.text.length;
      end = cue.end;
    }
  }
  return { speeches, readings };
}

/** Makes a paragraph of each speech. Each speaker has a note with the name, to which a mark before each speech refers. */
function toBlocks(speeches: readonly Speech[]): RootContent[] {
  const joiner = createLineJoiner(speeches.map(({ lines }) => lines));
  const named = new Set<string>();
  let last = "";
  return speeches.flatMap(({ speaker, lines }): (Paragraph | FootnoteDefinition)[] => {
    const words = { type: "text", value: lines.reduce(joiner.join, "") } as const;
    const isSame = speaker === last;
    last = speaker;
    if (speaker === "" || isSame) return [{ type: "paragraph", children: [words] }];
    const target = `speaker-${speaker}`;
    const paragraph: Paragraph = {
      type: "paragraph",
      children: [createMark("note", "", target), words],
    };
    if (named.has(speaker)) return [paragraph];
    named.add(speaker);
    const name: Paragraph = { type: "paragraph", children: [{ type: "text", value: speaker }] };
    return [paragraph, createNote("", [name], target)];
  });
}

/** How many lines a remark lists. */
const MAX_LISTED = 5;

function describeLeftOut(lines: readonly string[]): readonly Message[] {
  const others = lines.filter((line) => !/^(?:WEBVTT|NOTE|STYLE|REGION)$/.test(line));
  if (others.length === 0) return [];
  const listed = others.slice(0, MAX_LISTED);
  return [
    message("subtitles.left-out", {
      count: others.length,
      lines: quoteEach(listed),
      more: others.length - listed.length,
    }),
  ];
}
