import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { message } from "../catalogue/catalogue.ts";
import type { Problem, ProblemText } from "../corpus/problem.ts";
import { parseCslStyle } from "./csl-file.ts";
import { type CslStyle, RECORD_STYLES, SHIPPED_STYLES, type Style } from "./style.ts";

/** The usable styles of a folder and the record styles, with a problem for each unusable file. */
export interface StylesReading {
  readonly styles: readonly Style[];
  readonly problems: readonly Problem[];
}

/** Reads every `.csl` file in `folder`. Reports unusable files and skips them. */
export async function readStyles(folder: string): Promise<StylesReading> {
  const problems: Problem[] = [];
  const files = await readdir(folder).catch(() => []);
  const shippedNames = [...SHIPPED_STYLES.keys()];
  const addedNames = files
    .filter((file) => /\.csl$/i.test(file))
    .map((file) => file.replace(/\.csl$/i, ""))
    .filter((name) => !SHIPPED_STYLES.has(name));

  async function readStyle(name: string): Promise<readonly CslStyle[]> {
    const file = `${name}.csl`;
    const csl = await readFile(join(folder, file), "utf8").catch(() => undefined);
    const style = csl === undefined ? { error: UNREADABLE } : await parseCslStyle(name, csl);
    if (!("error" in style)) return [style];
    problems.push({ path: `${basename(folder)}/${file}`, line: 1, ...style.error });
    return [];
  }

  const shipped = await Promise.all(shippedNames.map(readStyle));
  const added = await Promise.all(addedNames.toSorted().map(readStyle));
  return { styles: [...shipped.flat(), ...RECORD_STYLES, ...added.flat()], problems };
}

const UNREADABLE: ProblemText = {
  message: message("style.missing"),
  remedy: message("style.missing-remedy"),
};
