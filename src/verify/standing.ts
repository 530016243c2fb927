import { folded } from "../corpus/fold.ts";
import { tokensOf } from "../search/tokens.ts";
import type { Wording } from "../search/wording.ts";
import type { Window } from "./alignment.ts";
import { typographicDifferences } from "./typography.ts";
import type { Span, Standing, Stretch } from "./verdict.ts";

/** The passages' parts that hold the words of a window. */
export function stretchOf({ start, end }: Window, { places, positions }: Wording): Stretch {
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
export function textOf(stretch: Stretch, between = " "): string {
  return stretch.map(({ passage, start, end }) => passage.text.slice(start, end)).join(between);
}

/** How a quotation, whose words are those of `window`, is written there. */
export function standingAt(window: Window, quoted: string, wording: Wording): Standing {
  const stretch = withEdges(stretchOf(window, wording), quoted);
  // Between two passages stands nothing, so any white space there is as it should be.
  const [differences = []] = [" ", "\n", "\n\n"]
    .map((between) => typographicDifferences(quoted, textOf(stretch, between)))
    .sort((a, b) => a.length - b.length);
  return { stretch, differences };
}

/** Takes the signs around the quoted words in, as far as the passage has such signs there. */
function withEdges(stretch: Stretch, quoted: string): Stretch {
  const words = tokensOf(quoted);
  const before = quoted.slice(0, words[0]?.start);
  const after = quoted.slice(words.at(-1)?.end);
  const [{ passage, start }] = stretch;
  const { passage: lastPassage, end } = stretch.at(-1) ?? stretch[0];
  const earlier = start - common(reversed(before), reversed(passage.text.slice(0, start)));
  const later = end + common(after, lastPassage.text.slice(end));
  const [first, ...others] = stretch;
  const last = others.pop();
  return last === undefined
    ? [{ ...first, start: earlier, end: later }]
    : [{ ...first, start: earlier }, ...others, { ...last, end: later }];
}

/** How many UTF-16 code units at their beginnings two texts have in common but for typography. */
function common(a: string, b: string): number {
  let length = 0;
  while (length < a.length && isSame(a.charAt(length), b.charAt(length))) length += 1;
  return length;
}

function isSame(a: string, b: string): boolean {
  return a === b || (folded(a) !== "" && folded(a) === folded(b));
}

function reversed(text: string): string {
  return text.split("").reverse().join("");
}
