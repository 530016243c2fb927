import { elementAt } from "../../foundation/checked-access.ts";
import type { Metadata } from "../manuscript.ts";

/** The lines of a text from Aozora Bunko without its notation: https://www.aozora.gr.jp/annotation/ */
export interface AozoraText {
  readonly lines: readonly string[];
  /** The title, the author and the translator, from its first lines. */
  readonly metadata: Metadata;
  /** The words about the print and the people who typed it in. */
  readonly colophon: string;
  readonly readings: number;
  /** How many notes on the layout of the print were taken out. */
  readonly notes: number;
  /** How many letters are only described, and are now ※. */
  readonly missingLetters: number;
}

const LEGEND = /^【テキスト中に現れる記号について】\s*$/;
const RULE = /^-{10,}\s*$/;
const COLOPHON_START = /^底本：/;
const COLOPHON_SIGN = /^青空文庫作成ファイル：/;

/** A note of the person who typed the text in, with the sign for a letter that it describes. */
const NOTE = /(※?)［＃((?:[^［］\n]|［[^［］\n]*］){0,200})］/gu;

/** A letter by its number in Unicode, in the note that describes it. */
const CODE_POINT = /U\+([0-9A-F]{4,5})(?![0-9A-F])/i;

/** A reading of the letters of a sentence between it and a bar. */
const MARKED_READING = /｜([^｜《》［］。！？\n]{1,60})《[^《》\n]{1,60}》/gu;

/** A reading in kana of the letters before it. Hiragana have one only after a bar. */
const READING =
  /(?<=[\p{Script=Han}\p{Script=Katakana}々〆〇ー※])《[\p{Script=Hiragana}\p{Script=Katakana}ー・]{1,40}》/gu;

/** Returns a text from Aozora Bunko without its notation; undefined for another text, in which these signs can be words. */
export function readAozoraText(lines: readonly string[]): AozoraText | undefined {
  const legend = lines.findIndex((line) => LEGEND.test(line));
  const hasLegend = legend > 0 && RULE.test(elementAt(lines, legend - 1));
  const legendEnd = hasLegend ? lines.findIndex((line, at) => at > legend && RULE.test(line)) : -1;
  const start = lines.findLastIndex((line) => COLOPHON_START.test(line));
  const hasColophon = start !== -1 && lines.slice(start).some((line) => COLOPHON_SIGN.test(line));
  if (legendEnd === -1 && !hasColophon) return undefined;
  const end = hasColophon ? start : lines.length;
  const text = lines.filter(
    (_, at) => at < end && (legendEnd === -1 || at < legend - 1 || at > legendEnd),
  );
  const { metadata, bodyStart } = readTitleLines(text);
  const counts = { readings: 0, notes: 0, missingLetters: 0 };

  function letterOf(sign: string, note: string): string {
    const code = sign === "" ? undefined : CODE_POINT.exec(note)?.[1];
    if (code !== undefined) return String.fromCodePoint(Number.parseInt(code, 16));
    counts[sign === "" ? "notes" : "missingLetters"] += 1;
    return sign;
  }

  function withoutReading(base: string): string {
    counts.readings += 1;
    return base;
  }

  const cleared = text.slice(bodyStart).map((line) =>
    line
      .replace(NOTE, (_, sign: string, note: string) => letterOf(sign, note))
      .replace(MARKED_READING, (_, base: string) => withoutReading(base))
      .replace(READING, () => withoutReading("")),
  );
  return {
    ...{ lines: cleared, metadata },
    colophon: lines.slice(end).join(" ").replace(/\s+/g, " ").trim(),
    ...counts,
  };
}

/** How many lines there are at most with the title, a subtitle, the author and the translator, and how long they are. */
const MAX_TITLE_LINES = 5;
const MAX_TITLE_LENGTH = 40;

/** The name of a translator. */
const TRANSLATOR = /^(.+?)[\s\u3000]*(?:訳|譯)$/u;

/** Reads the lines above the first empty one: the title, and the author as the last line but for a translator. */
function readTitleLines(lines: readonly string[]): {
  readonly metadata: Metadata;
  readonly bodyStart: number;
} {
  const first = lines.findIndex((line) => line.trim() !== "");
  const end = lines.findIndex((line, at) => at > first && line.trim() === "");
  const titleLines =
    first === -1 || end === -1 ? [] : lines.slice(first, end).map((line) => line.trim());
  const translator = TRANSLATOR.exec(titleLines.at(-1) ?? "")?.[1];
  const names = translator === undefined ? titleLines : titleLines.slice(0, -1);
  const author = names.at(-1);
  const isTitle =
    names.length > 1 &&
    titleLines.length <= MAX_TITLE_LINES &&
    titleLines.every(
      (line) => line.length <= MAX_TITLE_LENGTH && !/[。、」』［］《》]/u.test(line),
    );
  if (!isTitle || author === undefined) return { metadata: {}, bodyStart: 0 };
  return {
    metadata: {
      title: names.slice(0, -1).join(" "),
      from: [author],
      language: "ja",
      ...(translator !== undefined && { more: { translator } }),
    },
    bodyStart: end,
  };
}
