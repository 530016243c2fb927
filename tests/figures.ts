import { afterAll } from "vitest";

/** A row of the table: how much was tried of something, or an outcome. */
type Figure = readonly [what: string, figure: string];

declare module "vitest" {
  interface TaskMeta {
    figures?: readonly Figure[];
  }
}

/** Returns a function that notes a figure. At their end, the long tests print the figures of all files as one table. */
export function createFigures(): (what: string, figure: string | number) => void {
  const figures: Figure[] = [];
  // biome-ignore lint/correctness/noEmptyPattern: Vitest demands a pattern of fixtures, and none is needed.
  afterAll(({}, file) => {
    file.meta.figures = figures;
  });
  return (what, figure) => figures.push([what, String(figure)]);
}
