import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Problem } from "../corpus/problem.ts";
import { parseCslStyle } from "./csl-file.ts";
import { type CslStyle, RECORD_STYLES, SHIPPED_STYLES, type Style } from "./style.ts";

/** The styles of a folder of `.csl` files with the formats that need none, and what is wrong there. */
export interface StylesReading {
  readonly styles: readonly Style[];
  readonly problems: readonly Problem[];
}

/** Reads every `.csl` file in `folder`. One that is wrong is told of, and the others are read. */
export async function readStyles(folder: string): Promise<StylesReading> {
  const problems: Problem[] = [];
  const files = await readdir(folder).catch(() => []);
  const known = Object.keys(SHIPPED_STYLES);
  const others = files
    .filter((file) => /\.csl$/i.test(file))
    .map((file) => file.replace(/\.csl$/i, ""))
    .filter((name) => !known.includes(name));

  async function readStyle(name: string): Promise<readonly CslStyle[]> {
    const file = `${name}.csl`;
    const text = await readFile(join(folder, file), "utf8").catch(() => undefined);
    const style = text === undefined ? UNREADABLE : parseCslStyle(name, text);
    if (!("message" in style)) return [style];
    problems.push({ path: `${basename(folder)}/${file}`, line: 1, ...style });
    return [];
  }

  const shipped = await Promise.all(known.map(readStyle));
  const added = await Promise.all(others.toSorted().map(readStyle));
  return { styles: [...shipped.flat(), ...RECORD_STYLES, ...added.flat()], problems };
}

const UNREADABLE = {
  message: "This file is not there, or Ibid may not read it.",
  remedy: "Put it back, or give Ibid the right to read it.",
};
