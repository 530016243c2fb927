import { sentenceStarts } from "../language/sentences.ts";
import type { StyledText } from "../reply/layout.ts";
import { MAX_TEXT } from "./limits.ts";
import { isFenceable, type RenderableBlock, renderBlock } from "./render.ts";

/** Breaks a block in two, the first of which takes at most `max` characters of Markdown. */
export function splitBlock(
  block: RenderableBlock,
  max: number,
): readonly [RenderableBlock, RenderableBlock] {
  switch (block.kind) {
    case "text":
    case "quote": {
      const halfOf = (runs: readonly StyledText[]) => ({ ...block, runs });
      const end = findBreak(block.runs, (runs) => renderBlock(halfOf(runs)).length <= max);
      return [halfOf(sliceRuns(block.runs, 0, end)), halfOf(sliceRuns(block.runs, end))];
    }
    case "code": {
      if (!isFenceable(block.text)) return splitBlock(textBlock(block.text), max);
      const halfOf = (text: string) => ({ ...block, text });
      const end = findLineBreak(block.text, (text) => renderBlock(halfOf(text)).length <= max);
      return [halfOf(block.text.slice(0, end)), halfOf(block.text.slice(end))];
    }
    case "fine": {
      const halfOf = (text: string) => ({ ...block, text });
      const end = findBreak(
        runsOf(block.text),
        ([run]) => renderBlock(halfOf(run?.text ?? "")).length <= max,
      );
      return [halfOf(block.text.slice(0, end)), halfOf(block.text.slice(end))];
    }
    case "facts":
      return splitBlock(
        textBlock(block.facts.map(({ label, value }) => `${label}: ${value}`).join("\n")),
        max,
      );
    case "link":
      return splitBlock({ kind: "fine", text: `${block.label}: ${block.url}` }, max);
    case "heading":
    case "subheading":
      return splitBlock(textBlock(block.text), max);
  }
}

/** Text as a block of its own. */
export function textBlock(text: string): RenderableBlock {
  return { kind: "text", runs: runsOf(text) };
}

function runsOf(text: string): readonly [StyledText] {
  return [{ text, matched: false }];
}

const characters = new Intl.Segmenter("en", { granularity: "grapheme" });

/**
 * The last place that `fits` allows: the end of a sentence, or else of a word, or else of what is one
 * character to the eye.
 */
function findBreak(
  runs: readonly StyledText[],
  fits: (runs: readonly StyledText[]) => boolean,
): number {
  // Markdown is never shorter than its text, so nothing behind the limit need be looked at.
  const head = sliceRuns(runs, 0, MAX_TEXT)
    .map(({ text }) => text)
    .join("");
  const limit = largestPassing(head.length, (end) => fits(sliceRuns(runs, 0, end)));
  const sentence = sentenceStarts(head, "en").findLast((start) => start <= limit);
  const word = [...head.matchAll(/(?<=\s)\S/g)].findLast(({ index }) => index <= limit)?.index;
  const character = characters.segment(head).containing(limit)?.index;
  // One character to the eye may have more parts than fit; half a surrogate pair is none at all.
  const part = limit - (/[\ud800-\udbff]/.test(head.charAt(limit - 1)) ? 1 : 0);
  return sentence || word || character || Math.max(1, part);
}

/** The last place that `fits` allows: the end of a line, or else as in any other text. */
function findLineBreak(text: string, fits: (text: string) => boolean): number {
  const head = text.slice(0, MAX_TEXT);
  const limit = largestPassing(head.length, (end) => fits(head.slice(0, end)));
  const line = head.slice(0, limit).lastIndexOf("\n") + 1;
  return line || findBreak(runsOf(text), ([run]) => fits(run?.text ?? ""));
}

/** The largest number up to `most` that passes, where all smaller ones do. */
function largestPassing(most: number, passes: (count: number) => boolean): number {
  let passing = 0;
  for (let failing = most + 1; failing - passing > 1; ) {
    const middle = (passing + failing) >> 1;
    if (passes(middle)) passing = middle;
    else failing = middle;
  }
  return passing;
}

/** The runs from `start` to `end`, counted in the text that they make together. */
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
