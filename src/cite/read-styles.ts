import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Problem } from "../corpus/problem.ts";
import { cslStyleOf } from "./csl-file.ts";
import { type CslStyle, RECORDS, SHIPPED, type Style } from "./style.ts";

/** The styles of a folder of `.csl` files with the formats that need none, and what is wrong there. */
export interface StylesReading {
  readonly styles: readonly Style[];
  readonly problems: readonly Problem[];
}

/** Reads every `.csl` file in `folder`. One that is wrong is told of, and the others are read. */
export async function readStyles(folder: string): Promise<StylesReading> {
  const problems: Problem[] = [];
  const files = await readdir(folder).catch(() => []);
  const known = Object.keys(SHIPPED);
  const others = files
    .filter((file) => /\.csl$/i.test(file))
    .map((file) => file.replace(/\.csl$/i, ""))
    .filter((name) => !known.includes(name));

  async function read(name: string): Promise<readonly CslStyle[]> {
    const file = `${name}.csl`;
    const text = await readFile(join(folder, file), "utf8").catch(() => undefined);
    const style = text === undefined ? UNREADABLE : cslStyleOf(name, text);
    if (!("message" in style)) return [style];
    problems.push({ path: `${basename(folder)}/${file}`, line: 1, ...style });
    return [];
  }

  const shipped = await Promise.all(known.map(read));
  const added = await Promise.all(others.toSorted().map(read));
  return { styles: [...shipped.flat(), ...RECORDS, ...added.flat()], problems };
}

const UNREADABLE = {
  message: "This file is not there, or Ibid may not read it.",
  remedy: "Put it back, or give Ibid the right to read it.",
};
