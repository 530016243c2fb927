import { fold } from "../language/fold.ts";
import type { PassagePositions } from "../search/index/passage-positions.ts";
import type { PositionRange } from "./alignment.ts";
import { compareTypography, splitAtWords } from "./typography.ts";
import type { Occurrence, Span, Stretch } from "./verdict.ts";

/** The passages' parts that hold the words of a window. */
export function stretchOf(
  { start, end }: PositionRange,
  { places, positions }: PassagePositions,
): Stretch {
  const spans = positions.spans(start, end).flatMap(({ text, ...span }): Span[] => {
    const place = places[text];
    return place === undefined ? [] : [{ ...place, ...span }];
  });
  const [first, ...others] = spans;
  if (first === undefined) throw new Error(`No word stands from ${start} to ${end}.`);
  if (others.length === 0) return [first];
  // Where words go on in the next passage, nothing between the two is left out.
  const last = others.length;
  const whole = ([first, ...others] satisfies Stretch).map((span, index) => ({
    ...span,
    start: index === 0 ? span.start : 0,
    end: index === last ? span.end : span.passage.text.length,
  }));
  return [{ ...first, end: first.passage.text.length }, ...whole.slice(1)];
}

/** The words of a stretch, with `between` wherever a passage ends. */
export function stretchText(stretch: Stretch, between = " "): string {
  return stretch.map(({ passage, start, end }) => passage.text.slice(start, end)).join(between);
}

/** How a quotation, whose words are those of `window`, is written there. */
export function occurrenceAt(
  window: PositionRange,
  quoted: string,
  wording: PassagePositions,
): Occurrence {
  const words = stretchOf(window, wording);
  const own = splitAtWords(quoted);
  const edges = edgesOf(words, own);
  // Between two passages stands nothing, so any white space there is as it should be.
  const [differences = []] = [" ", "\n", "\n\n"]
    .map((between) => compareTypography(own, printedSegments(words, edges, between)))
    .sort((a, b) => a.length - b.length);
  return { stretch: widenStretch(words, edges), differences };
}

/** What stands right before and right behind some words, and is quoted with them. */
interface Edges {
  readonly before: string;
  readonly after: string;
}

/** The signs around quoted words, as far as the passage has such signs there. */
function edgesOf(stretch: Stretch, quoted: readonly string[]): Edges {
  const [{ passage, start }] = stretch;
  const { passage: lastPassage, end } = stretch.at(-1) ?? stretch[0];
  const [opening = ""] = quoted;
  const closing = quoted.at(-1) ?? "";
  // No more of a long passage than could be the same.
  const ahead = passage.text.slice(Math.max(0, start - opening.length), start);
  const before = commonPrefix(reverse(opening), reverse(ahead));
  const after = commonPrefix(closing, lastPassage.text.slice(end, end + closing.length));
  return { before: reverse(before), after };
}

/** A stretch in pieces, as it stands: signs that are taken in at its edges make no other words. */
function printedSegments(stretch: Stretch, { before, after }: Edges, between: string) {
  const pieces = stretch
    .map(({ passage, start, end }) => splitAtWords(passage.text.slice(start, end)))
    .reduce((all, [first = "", ...others]) => [
      ...all.slice(0, -1),
      `${all.at(-1) ?? ""}${between}${first}`,
      ...others,
    ]);
  return pieces.with(0, before + (pieces[0] ?? "")).with(-1, (pieces.at(-1) ?? "") + after);
}

function widenStretch([first, ...others]: Stretch, { before, after }: Edges): Stretch {
  const start = first.start - before.length;
  const last = others.pop();
  return last === undefined
    ? [{ ...first, start, end: first.end + after.length }]
    : [{ ...first, start }, ...others, { ...last, end: last.end + after.length }];
}

/** The beginning of `b` that `a` begins with too, but for typography. */
function commonPrefix(a: string, b: string): string {
  const others = [...b];
  const end = [...a].findIndex((character, at) => !isSame(character, others[at] ?? ""));
  return others.slice(0, end < 0 ? [...a].length : end).join("");
}

function isSame(a: string, b: string): boolean {
  return a === b || (fold(a) !== "" && fold(a) === fold(b));
}

function reverse(text: string): string {
  return [...text].reverse().join("");
}
