import type { Draw } from "../draw.ts";
import type { MeasuredCorpus } from "../measured-corpus.ts";
import { editWords, repunctuate } from "./edits.ts";
import { type Place, wordsAt } from "./place.ts";
import { createQuoting } from "./quoting.ts";

const ELLIPSES = [" … ", "… ", "...", " ... ", " . . . ", " [...] ", " […] "];

/** The number of quotations of each class in every 300; the held-out ones are additional. */
const SHARES = {
  unedited: 45,
  "re-punctuated": 45,
  "edited-10": 50,
  "edited-20": 50,
  "edited-30": 50,
  ellipses: 30,
  stitched: 30,
  "held-out": 100,
} as const;

export type QuotationClass = keyof typeof SHARES;

/** A claim: words that a user might quote. */
export interface MeasuredClaim {
  readonly kind: QuotationClass;
  readonly text: string;
  /** Where its words come from; empty if that part is held out. */
  readonly truth: readonly Place[];
}

export function isQuotationClass(name: string): name is QuotationClass {
  return Object.hasOwn(SHARES, name);
}

export function quotationClasses(): readonly QuotationClass[] {
  return Object.keys(SHARES).filter(isQuotationClass);
}

/** Returns `count` quotations in all classes, and a third as many held-out ones. */
export function claimsOf(
  corpus: MeasuredCorpus,
  count: number,
  draw: Draw,
): readonly MeasuredClaim[] {
  const quotable = createQuoting(corpus.quotable, draw);
  const heldOut = createQuoting(corpus.heldOut, draw);

  function claim(kind: QuotationClass): MeasuredClaim {
    switch (kind) {
      case "unedited":
        return { kind, ...quoteExactly([quotable.slice()]) };
      case "re-punctuated": {
        const { text, truth } = quoteExactly([quotable.slice()]);
        return { kind, text: repunctuate(text, draw), truth };
      }
      case "edited-10":
        return { kind, ...quoteWithEdits(0.1) };
      case "edited-20":
        return { kind, ...quoteWithEdits(0.2) };
      case "edited-30":
        return { kind, ...quoteWithEdits(0.3) };
      case "ellipses": {
        const truth = quotable.fragments();
        const fragments = truth.map((fragment) => wordsAt([fragment]));
        return { kind, text: fragments.join(draw.oneOf(ELLIPSES)), truth };
      }
      case "stitched":
        return { kind, ...quoteExactly(quotable.sentences()) };
      case "held-out":
        return { kind, text: wordsAt([heldOut.slice()]), truth: [] };
    }
  }

  function quoteWithEdits(rate: number): Pick<MeasuredClaim, "text" | "truth"> {
    const { text, truth } = quoteExactly([quotable.slice()]);
    return { text: editWords(text.split(/\s/), rate, draw, quotable.word).join(" "), truth };
  }

  return quotationClasses().flatMap((kind) =>
    Array.from({ length: Math.ceil((SHARES[kind] * count) / 300) }, () => claim(kind)),
  );
}

function quoteExactly(truth: readonly Place[]): Pick<MeasuredClaim, "text" | "truth"> {
  return { text: wordsAt(truth), truth };
}
