import { graphemes } from "../language/segments.ts";
import { sentenceStarts } from "../language/sentences.ts";
import { type StyledText, textBlock } from "../reply/layout/blocks.ts";
import { MAX_TEXT } from "./limits.ts";
import { isFenceable, type RenderableBlock, renderBlock } from "./render.ts";

/** Splits a block in two, the first with at most `max` characters of Markdown if at all possible. */
export function splitBlock(
  block: RenderableBlock,
  max: number,
): readonly [RenderableBlock, RenderableBlock] {
  switch (block.kind) {
    case "text":
    case "quote": {
      const withRuns = (runs: readonly StyledText[]) => ({ ...block, runs });
      const end = findBreak(block.runs, (runs) => renderBlock(withRuns(runs)).length <= max);
      return [withRuns(sliceRuns(block.runs, 0, end)), withRuns(sliceRuns(block.runs, end))];
    }
    case "code": {
      if (!isFenceable(block.text)) return splitBlock(textBlock(block.text), max);
      const withText = (text: string) => ({ ...block, text });
      const end = findLineBreak(block.text, (text) => renderBlock(withText(text)).length <= max);
      return [withText(block.text.slice(0, end)), withText(block.text.slice(end))];
    }
    case "fine": {
      const withText = (text: string) => ({ ...block, text });
      const end = findBreakInText(block.text, (text) => renderBlock(withText(text)).length <= max);
      return [withText(block.text.slice(0, end)), withText(block.text.slice(end))];
    }
    case "facts":
      return splitBlock(
        textBlock(block.facts.map(({ label, value }) => `${label}: ${value}`).join("\n")),
        max,
      );
    case "heading":
    case "subheading":
      return splitBlock(textBlock(block.text), max);
  }
}

/** How much text after the limit decides whether a sentence begins there. */
const LOOKAHEAD = 200;

/**
 * Returns the last break that `fits` allows: the end of a sentence, otherwise of a word, otherwise of
 * a grapheme.
 */
function findBreak(
  runs: readonly StyledText[],
  fits: (runs: readonly StyledText[]) => boolean,
): number {
  // Markdown is never shorter than its text, so text beyond this limit cannot fit.
  const head = textOf(sliceRuns(runs, 0, MAX_TEXT));
  const limit = largestPassing(head.length, (end) => fits(sliceRuns(runs, 0, end)));
  const upToLimit = head.slice(0, limit + LOOKAHEAD);
  const sentence = sentenceStarts(upToLimit, "en").findLast((start) => start <= limit);
  if (sentence) return sentence;
  const word = [...head.matchAll(/(?<=\s)\S/g)].findLast(({ index }) => index <= limit)?.index;
  if (word) return word;
  const grapheme = graphemes.segment(head).containing(limit)?.index;
  // A grapheme can be longer than the limit. Then break within it, but not within a surrogate pair.
  const codePoint = limit - (/[\ud800-\udbff]/.test(head.charAt(limit - 1)) ? 1 : 0);
  return grapheme || Math.max(1, codePoint);
}

function findBreakInText(text: string, fits: (text: string) => boolean): number {
  return findBreak([{ text, isMatch: false }], (runs) => fits(textOf(runs)));
}

/** Returns the last break that `fits` allows: the end of a line, otherwise as in any other text. */
function findLineBreak(text: string, fits: (text: string) => boolean): number {
  const head = text.slice(0, MAX_TEXT);
  const limit = largestPassing(head.length, (end) => fits(head.slice(0, end)));
  const line = head.slice(0, limit).lastIndexOf("\n") + 1;
  return line || findBreakInText(text, fits);
}

/** Returns the largest number up to `limit` that passes, by bisection: all smaller ones pass too. */
function largestPassing(limit: number, passes: (count: number) => boolean): number {
  let passing = 0;
  for (let failing = limit + 1; failing - passing > 1; ) {
    const middle = (passing + failing) >> 1;
    if (passes(middle)) passing = middle;
    else failing = middle;
  }
  return passing;
}

function textOf(runs: readonly StyledText[]): string {
  return runs.map(({ text }) => text).join("");
}

/** Returns the runs from `start` to `end`, which are offsets in their joined text. */
function sliceRuns(
  runs: readonly StyledText[],
  start: number,
  end = Number.POSITIVE_INFINITY,
): readonly StyledText[] {
  let offset = 0;
  return runs.flatMap((run) => {
    const part = run.text.slice(Math.max(0, start - offset), Math.max(0, end - offset));
    offset += run.text.length;
    return part === "" ? [] : [{ ...run, text: part }];
  });
}
