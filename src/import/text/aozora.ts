import { elementAt } from "../../foundation/checked-access.ts";

/** The lines of a text from Aozora Bunko without its notation: https://www.aozora.gr.jp/annotation/ */
export interface AozoraText {
  readonly lines: readonly string[];
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

  const cleared = text.map((line) =>
    line
      .replace(NOTE, (_, sign: string, note: string) => letterOf(sign, note))
      .replace(MARKED_READING, (_, base: string) => withoutReading(base))
      .replace(READING, () => withoutReading("")),
  );
  return {
    lines: cleared,
    colophon: lines.slice(end).join(" ").replace(/\s+/g, " ").trim(),
    ...counts,
  };
}
