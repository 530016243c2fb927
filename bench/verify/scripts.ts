import { diffArrays } from "diff";
import type { Document } from "../../src/corpus/document.ts";
import { createAnalyzer } from "../../src/language/analyzer.ts";
import { createPassagePositions } from "../../src/search/index/passage-positions.ts";
import type { Verdict } from "../../src/verify/verdict.ts";
import { createVerifier, type Verifier } from "../../src/verify/verifier.ts";
import type { Draw } from "../draw.ts";
import { documentsOf, type Grammar } from "../grammars/grammar.ts";
import { GRAMMARS } from "../grammars/index.ts";
import { printTable } from "../report.ts";
import { ALTERATIONS, type Alteration, addMark, alter } from "./alterations.ts";
import { overlapOf, type Place, placesOf, wordsAt } from "./place.ts";

/** Texts in one language, from which quotations are drawn. */
interface Script {
  readonly name: string;
  readonly language: string;
  /** Whether lengths are in characters. */
  readonly isInCharacters: boolean;
  readonly documents: readonly Document[];
  /** Texts that are not searched. */
  readonly heldOut: readonly Document[];
}

/** The lengths of quotations: those that are traced whatever was changed, and short ones. */
const LENGTHS = {
  words: { long: [8, 40], short: [5, 7] },
  characters: { long: [12, 80], short: [8, 12] },
} as const;
const RATES = [0.1, 0.2, 0.3] as const;
const PASSAGES = 1500;
/** In words. An equally near place has most of the true words, too. */
const ENOUGH_OVERLAP = 0.6;

/** Counts of one script: how many of how many. */
interface Counts {
  readonly exact: number;
  readonly marked: number;
  readonly shortened: number;
  readonly falselyAltered: number;
  readonly rightPlace: readonly number[];
  readonly rightPlaceIfShort: number;
  readonly falselyExact: ReadonlyMap<Alteration, readonly [count: number, of: number]>;
}

/** Measures verification in English and in made texts of other scripts. Prints and returns whether all goals are met. */
export function benchScripts(
  english: { readonly documents: readonly Document[]; readonly heldOut: readonly Document[] },
  quotations: number,
  draw: Draw,
): boolean {
  const scripts = [
    { name: "en", language: "en", isInCharacters: false, ...english },
    ...GRAMMARS.map((grammar) => scriptOf(grammar, draw)),
  ];
  const rows = scripts.map((script) => ({
    script,
    counts: measure(script, verifierOf(script), quotations, draw),
  }));
  const percent = (count: number) => `${((100 * count) / quotations).toFixed(1)} %`;
  printTable(
    ["script", "exact", "marks", "shortened", "false altered", "10 %", "20 %", "30 %", "short"],
    rows.map(({ script, counts }) => [
      script.name,
      percent(counts.exact),
      percent(counts.marked),
      percent(counts.shortened),
      percent(counts.falselyAltered),
      ...counts.rightPlace.map(percent),
      percent(counts.rightPlaceIfShort),
    ]),
  );
  printTable(
    ["false exact", ...ALTERATIONS],
    rows.map(({ script, counts }) => [
      script.name,
      ...ALTERATIONS.map((kind) => {
        const [count, of] = counts.falselyExact.get(kind) ?? [0, 0];
        return of === 0 ? "–" : `${count} of ${of}`;
      }),
    ]),
  );
  return rows.every(({ counts }) => isGood(counts, quotations));
}

function isGood(
  { exact, falselyAltered, rightPlace, rightPlaceIfShort, falselyExact }: Counts,
  quotations: number,
): boolean {
  const [ten = 0, twenty = 0, thirty = 0] = rightPlace.map((count) => count / quotations);
  return (
    exact / quotations >= 0.99 &&
    falselyAltered / quotations <= 0.003 &&
    ten >= 0.998 &&
    twenty >= 0.99 &&
    thirty >= 0.98 &&
    rightPlaceIfShort / quotations >= 0.9 &&
    [...falselyExact.values()].every(([count]) => count === 0)
  );
}

function scriptOf(grammar: Grammar, draw: Draw): Script {
  const { language, isInCharacters } = grammar;
  return {
    name: language,
    language,
    isInCharacters,
    documents: documentsOf(grammar, PASSAGES, 0, draw),
    heldOut: documentsOf(grammar, PASSAGES / 10, 1, draw),
  };
}

function verifierOf({ documents, language }: Script): Verifier {
  return createVerifier(
    createPassagePositions(
      documents.flatMap((document) => document.passages.map((passage) => ({ document, passage }))),
    ),
    createAnalyzer(language),
  );
}

function measure(script: Script, verifier: Verifier, quotations: number, draw: Draw): Counts {
  const { language, isInCharacters, documents } = script;
  const { long, short } = LENGTHS[isInCharacters ? "characters" : "words"];
  const space = isInCharacters ? "" : " ";
  const texts = documents.map(({ passages }) =>
    normalize(passages.map(({ text }) => text).join(" ")),
  );
  const occurs = (text: string) => texts.some((all) => all.includes(normalize(text)));
  const slice = ([least, most]: readonly [number, number], from = documents) =>
    drawSlice(from, draw.between(least, most), isInCharacters, draw);
  const otherWord = () => draw.oneOf(slice(long).words);
  const times = <T>(each: () => T) => Array.from({ length: quotations }, each);
  const count = (each: () => boolean) => times(each).filter(Boolean).length;
  const edited = (words: readonly string[], rate: number) =>
    words.map((word) => (draw.happens(rate) ? otherWord() : word));
  const isRight = (words: readonly string[], truth: Place) =>
    placesOf(verifier.verify(words.join(space))).some((places) =>
      isAt(places, truth, words, isInCharacters),
    );

  /** Draws a short quotation of which a word may change without its being as near to another place. */
  function drawUnique(): Slice & { readonly changed: number } {
    const one = slice(short);
    const changed = draw.between(1, one.words.length - 2);
    const before = normalize(one.words.slice(0, changed).join(space));
    const after = normalize(one.words.slice(changed + 1).join(space));
    const places = texts.reduce((sum, all) => sum + countAround(all, before, after), 0);
    return places === 1 ? { ...one, changed } : drawUnique();
  }

  return {
    exact: count(() => verifier.verify(slice(long).text).kind === "exact"),
    marked: count(() => {
      const verdict = verifier.verify(addMark(slice(long).text, draw));
      return isGreen(verdict);
    }),
    shortened: count(() => {
      const { words } = slice(long);
      const from = Math.floor(words.length / 3);
      const kept = [words.slice(0, from + 1), words.slice(from + 3)];
      return verifier.verify(kept.map((part) => part.join(space)).join(" … ")).kind === "shortened";
    }),
    falselyAltered: count(
      () => placesOf(verifier.verify(slice(long, script.heldOut).text)).length > 0,
    ),
    rightPlace: RATES.map((rate) =>
      count(() => {
        const { words, place } = slice(long);
        return isRight(edited(words, rate), place);
      }),
    ),
    rightPlaceIfShort: count(() => {
      const { words, place, changed } = drawUnique();
      return isRight(words.with(changed, otherWord()), place);
    }),
    falselyExact: new Map(
      ALTERATIONS.map((kind) => {
        const altered = times(() =>
          alter(slice(long).words, kind, { language, space, otherWord }, draw),
        );
        const false_ = altered.filter((text) => text !== undefined && !occurs(text));
        return [
          kind,
          [
            false_.filter((text) => text !== undefined && isGreen(verifier.verify(text))).length,
            false_.length,
          ],
        ] as const;
      }),
    ),
  };
}

/** In letters. */
const LONGEST_WORD = 20;

/** Counts the places of a text that have two parts with at most a word between them, up to two. */
function countAround(text: string, before: string, after: string): number {
  let count = 0;
  for (let at = text.indexOf(before); at !== -1 && count < 2; at = text.indexOf(before, at + 1)) {
    const start = at + before.length;
    if (text.slice(start, start + LONGEST_WORD + after.length).includes(after)) count += 1;
  }
  return count;
}

/** Whether a verdict says that the words are printed so. */
function isGreen(verdict: Verdict): boolean {
  if (verdict.kind !== "exact" && verdict.kind !== "typography") return false;
  return verdict.marks.every(({ kind }) => kind !== "words");
}

/** Returns whether the words found are the true ones, or as near to the quoted words as those are. */
function isAt(
  found: readonly Place[],
  truth: Place,
  quoted: readonly string[],
  isInCharacters: boolean,
): boolean {
  if (overlapOf(found, [truth]) >= ENOUGH_OVERLAP) return true;
  const differing = (places: readonly Place[]) =>
    diffArrays(
      quoted.map(normalize),
      unitsOf(wordsAt(places), isInCharacters).map(normalize),
    ).reduce((sum, { added, removed, count }) => (added || removed ? sum + count : sum), 0);
  return differing(found) <= differing([truth]);
}

function unitsOf(text: string, isInCharacters: boolean): readonly string[] {
  return text.match(isInCharacters ? CHARACTER : WORD) ?? [];
}

/** Returns letters, marks and numbers in lower case, independently of Ibid's folding. */
function normalize(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}≠=%§−]+/gu, "");
}

const WORD = /\S+/gu;
const CHARACTER = /[\p{L}\p{N}]\p{M}*/gu;

interface Slice {
  readonly text: string;
  readonly words: readonly string[];
  readonly place: Place;
}

/** Draws consecutive words, or characters, of a passage and perhaps the next. */
function drawSlice(
  documents: readonly Document[],
  length: number,
  isInCharacters: boolean,
  draw: Draw,
): Slice {
  const document = draw.oneOf(documents);
  const index = draw.below(document.passages.length);
  const texts = document.passages.slice(index, index + 3).map(({ text }) => text);
  const text = texts.join("\n");
  const words = [...text.matchAll(isInCharacters ? CHARACTER : WORD)].map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));
  const used = words.slice(draw.below(Math.max(1, words.length - length + 1))).slice(0, length);
  const [first] = used;
  const last = used.at(-1);
  if (first === undefined || last === undefined || used.length < length) {
    return drawSlice(documents, length, isInCharacters, draw);
  }
  const offset = document.passages
    .slice(0, index)
    .reduce((sum, passage) => sum + passage.text.length + 1, 0);
  return {
    text: text.slice(first.start, last.end),
    words: used.map(({ start, end }) => text.slice(start, end)),
    place: { document, start: offset + first.start, end: offset + last.end },
  };
}
