import * as v from "valibot";

/** The kinds of fault that are planted. */
export const KINDS = ["operator", "bound", "statement", "arguments", "condition"] as const;

const TEXT = v.string();

const FAULT = v.strictObject({
  kind: v.picklist(KINDS),
  /** The path from the top of the repository, with slashes. */
  file: TEXT,
  /** Counted from 1. */
  line: v.number(),
  /** In UTF-16 code units of the file. */
  start: v.number(),
  before: TEXT,
  after: TEXT,
  /** The text around `before`, by which the place is found again after the file has changed. */
  context: v.strictObject({ left: TEXT, right: TEXT }),
});

/** A change to one place in the code that should make a test fail. */
export type Fault = Readonly<v.InferOutput<typeof FAULT>>;

/** Parses a list of faults from JSON. Throws if it is not one. */
export function parseFaults(json: string): readonly Fault[] {
  return v.parse(v.pipe(v.string(), v.parseJson(), v.array(FAULT)), json);
}

/** The folder or module of `src` to which a file belongs, or `commands`. */
export function roomOf({ file }: Fault): string {
  const [top = "", room = ""] = file.split("/");
  return top === "src" ? room.replace(/\.\w+$/, "") : top;
}

/**
 * Returns the text of a file with a fault planted in it, at the place that is nearest to the original
 * one. Undefined if the file no longer contains that place.
 */
export function plant({ before, after, context, start }: Fault, code: string): string | undefined {
  const found = context.left + before + context.right;
  const places: number[] = [];
  for (let at = code.indexOf(found); at !== -1; at = code.indexOf(found, at + 1)) places.push(at);
  const offsets = places.map((place) => place + context.left.length);
  const [nearest] = offsets.toSorted((a, b) => Math.abs(a - start) - Math.abs(b - start));
  if (nearest === undefined) return undefined;
  return code.slice(0, nearest) + after + code.slice(nearest + before.length);
}
