import { findDigitizerLines, findDigitizerNotice } from "./digitizers.ts";
import { bracketFootNotes, joinRaisedNumbers } from "./foot-notes.ts";
import { canEndSentence } from "./interruptions.ts";
import { joinPages } from "./join-pages.ts";
import { addNumbersBetween, findDashedNumbers, findNumberChains } from "./number-chains.ts";
import { headsIn, toHead } from "./numbered-lines.ts";
import { addNeighbours } from "./page-edges.ts";
import { type Furniture, textAt, toPrintedLines } from "./printed-lines.ts";
import {
  addMisreadHeads,
  addRepeatedEdges,
  findChapterHeads,
  findEvenHeads,
  findRepeatedHeads,
  knownHead,
} from "./running-heads.ts";
import { findScriptFurniture } from "./screenplay.ts";

/** The lines of a text without those of its printed pages. */
export interface ClearedLines {
  readonly lines: readonly string[];
  /** The running heads, each as it first appears, with their numbers of pages. */
  readonly runningHeads: ReadonlyMap<string, number>;
  /** How many lines were only the number of a page. */
  readonly pageNumbers: number;
  /** How many lines were the signature of a sheet, or the first word of the next page. */
  readonly signatures: number;
  /** How many lines those who scanned the print wrote. */
  readonly digitizerLines: number;
}

/**
 * Removes the running heads and the numbers of pages from a text that a program recognised in pictures:
 * numbers that grow from page to page, alone or beside a head, and heads that repeat within sentences. Misread
 * numbers, the signatures of sheets and the first word of the next page go with them. A paragraph that goes on after
 * them is joined, and the notes between its halves follow it.
 */
export function removePageFurniture(recognised: readonly string[]): ClearedLines {
  const lines = joinRaisedNumbers(recognised);
  const printed = toPrintedLines(lines);
  const found = new Map<number, Furniture>();
  const texts = printed.map(({ text }) => text);
  for (const at of findDigitizerNotice(texts)) found.set(at, "digitizer");
  for (const at of findDigitizerLines(texts)) {
    const isOfText = /^\p{Ll}/u.test(textAt(printed, at)) && canEndSentence(printed, found, at);
    if (!isOfText) found.set(at, "digitizer");
  }
  for (const [at, kind] of findScriptFurniture(printed)) found.set(at, kind);
  const heads = new Set<string>();
  for (const chain of findNumberChains(printed)) {
    for (const { at, head } of chain) {
      found.set(at, head === "" ? "number" : "head");
      if (head !== "") heads.add(head);
    }
  }
  for (const at of findDashedNumbers(printed)) found.set(at, "number");
  for (const at of findEvenHeads(printed, found)) {
    const text = textAt(printed, at);
    if (/\p{L}/u.test(text)) heads.add(toHead(text));
    found.set(at, "head");
  }
  for (const { head, places } of findRepeatedHeads(printed, found)) {
    heads.add(head);
    for (const at of places) found.set(at, "head");
  }
  for (const at of findChapterHeads(printed, found)) {
    heads.add(toHead(textAt(printed, at)));
    found.set(at, "head");
  }
  addMisreadHeads(printed, heads, found);
  addNumbersBetween(printed, found);
  addRepeatedEdges(printed, found);
  addNeighbours(printed, heads, found);

  const runningHeads = new Map<string, { readonly text: string; count: number }>();
  for (const [at, kind] of [...found].toSorted(([one], [other]) => one - other)) {
    if (kind !== "head") continue;
    const text = textAt(printed, at);
    const head = knownHead(text, [...runningHeads.keys()]) ?? headsIn(text)[0] ?? text;
    const known = runningHeads.get(head);
    if (known === undefined) runningHeads.set(head, { text, count: 1 });
    else known.count += 1;
  }
  const count = (kind: Furniture) => [...found.values()].filter((one) => one === kind).length;
  return {
    lines: joinPages(bracketFootNotes(lines, printed, found), found),
    runningHeads: new Map([...runningHeads.values()].map((one) => [one.text, one.count])),
    pageNumbers: count("number"),
    signatures: count("signature"),
    digitizerLines: count("digitizer"),
  };
}
