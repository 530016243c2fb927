import type { Document } from "../../src/corpus/document.ts";
import { createAnalyzer } from "../../src/language/analyzer.ts";
import { createPassagePositions } from "../../src/search/index/passage-positions.ts";
import type { Verdict } from "../../src/verify/verdict.ts";
import { createVerifier, type Verifier } from "../../src/verify/verifier.ts";
import { createDraw, type Draw } from "../draw.ts";
import { documentsOf, type Grammar } from "../grammars/grammar.ts";
import { GRAMMARS } from "../grammars/index.ts";
import { rowOf, tableOf } from "../report.ts";
import { type Section, writeSection } from "../results.ts";
import { addMark, alter, MARKED_ALTERATIONS, WORD_ALTERATIONS } from "./alterations.ts";
import { LONG_RUN } from "./brute-force.ts";
import { drawIndexes } from "./edits.ts";
import {
  agreesMostly,
  isAt,
  LARGEST_CHANGE,
  MANY_WORDS,
  type Place,
  placesOf,
  wordsAt,
} from "./place.ts";
import { printVerdict, verifyCommand } from "./verify-report.ts";

/** Texts in one language, from which quotations are drawn. */
interface Script {
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
/** As many characters do not agree in order by coincidence, if they are most of both texts. */
const MANY_CHARACTERS = 30;
const PASSAGES = 1500;

/** Quotations of words that a corpus has, exactly or nearly, and of words that it has not. */
const QUOTATIONS = [
  "exact",
  "marks",
  "shortened",
  "held-out",
  "10 %",
  "20 %",
  "30 %",
  "short",
] as const;

/** The measures of each script: how many of the quotations of each kind get a right verdict. */
export const MEASURES = [...QUOTATIONS, ...WORD_ALTERATIONS, ...MARKED_ALTERATIONS] as const;

export type Measure = (typeof MEASURES)[number];

/** The languages whose texts are measured. */
export const LANGUAGES = ["en", ...GRAMMARS.map(({ language }) => language)];

/** A quotation, and whether a verdict on it is as it should be. */
interface Trial {
  readonly text: string;
  readonly isRight: (verdict: Verdict) => boolean;
}

/** How many quotations got a right verdict, of how many. */
type Count = readonly [right: number, of: number];

/** The minimum share of right verdicts; other measures require all. */
const REQUIRED: Partial<Record<Measure, number>> = {
  exact: 0.99,
  marks: 0,
  shortened: 0,
  "held-out": 0.997,
  "10 %": 0.998,
  "20 %": 0.99,
  "30 %": 0.98,
  short: 0.9,
};

interface ScriptsOptions {
  readonly languages: readonly string[];
  readonly measures: readonly Measure[];
  /** The number of quotations for each measure of each language. */
  readonly quotations: number;
  readonly seed: number;
  /** The measure of which wrong verdicts are printed. */
  readonly list: Measure | undefined;
}

/**
 * Measures verification in English and in generated texts of other scripts. Prints the results, and records them if
 * all languages were measured. Returns whether all goals are met.
 */
export async function benchScripts(
  english: { readonly documents: readonly Document[]; readonly heldOut: readonly Document[] },
  options: ScriptsOptions,
): Promise<boolean> {
  const { languages, measures, quotations, seed, list } = options;
  // Each row is printed once it is measured, since all of them take long.
  process.stdout.write(`${tableOf(["script", ...measures], [])}\n`);
  const scripts = languages.map((language) => {
    const draw = createDraw(seed);
    const grammar = GRAMMARS.find((one) => one.language === language);
    const script =
      grammar === undefined
        ? { language, isInCharacters: false, ...english }
        : scriptOf(grammar, draw);
    const counts = measure(script, { measures, quotations, list }, draw);
    process.stdout.write(`${rowOf([language, ...counts.map(describeCount)])}\n`);
    return { language, counts };
  });
  const totalOf = (one: Measure) =>
    scripts
      .flatMap(({ counts }) => counts)
      .filter(([measure]) => measure === one)
      .reduce<Count>(([right, of], [, count]) => [right + count[0], of + count[1]], [0, 0]);
  const falsehoodsAmong = (some: readonly Measure[]) => {
    const [right, of] = some
      .map(totalOf)
      .reduce((sum, count) => [sum[0] + count[0], sum[1] + count[1]], [0, 0]);
    return `${of - right} of ${of.toLocaleString("en")} false quotations were called exact.`;
  };
  process.stdout.write(`${falsehoodsAmong([...WORD_ALTERATIONS, ...MARKED_ALTERATIONS])}\n\n`);
  const record = async (section: Section, some: readonly Measure[], text: string) => {
    const isWhole =
      languages.length === LANGUAGES.length && some.every((one) => measures.includes(one));
    if (!isWhole) return;
    const rows = scripts.map(({ language, counts }) => [
      language,
      ...counts.filter(([measure]) => some.includes(measure)).map(describeCount),
    ]);
    const totals = some.map((one) => totalOf(one)[1].toLocaleString("en"));
    await writeSection(section, verifyCommand(), [
      text,
      tableOf(["script", ...some], [...rows, ["quotations", ...totals]]),
    ]);
  };
  await record("Verdicts by script", QUOTATIONS, QUOTATIONS_TEXT);
  await record(
    "False quotations by script",
    WORD_ALTERATIONS,
    `${WORD_ALTERATIONS_TEXT} ${falsehoodsAmong(WORD_ALTERATIONS)}`,
  );
  await record(
    "False quotations with marks and ellipses",
    MARKED_ALTERATIONS,
    `${MARKED_ALTERATIONS_TEXT} ${falsehoodsAmong(MARKED_ALTERATIONS)}`,
  );
  return scripts
    .flatMap(({ counts }) => counts)
    .every(([measure, [right, of]]) => right >= (REQUIRED[measure] ?? 1) * of);
}

const QUOTATIONS_TEXT = `The share of right verdicts in English, on the texts of the section above, and in made texts of ${PASSAGES.toLocaleString("en")} passages in other languages. Quotations have ${LENGTHS.words.long.join(" to ")} words, or ${LENGTHS.characters.long.join(" to ")} characters in Japanese and Thai; “short” ones have ${LENGTHS.words.short.join(" to ")} words, or ${LENGTHS.characters.short.join(" to ")} characters, one of which is changed. “10 %” and the like is the share that is changed; the verdict has to name the right place, or one that is as near. “Held-out” quotations are from texts that are not searched, and no place may be named unless it has most of their words, in a row or at least ${MANY_WORDS} in order (${MANY_CHARACTERS} characters), or as many as a quotation of which ${100 * LARGEST_CHANGE} % is changed: authors repeat each other. Required are ${Object.entries(
  REQUIRED,
)
  .filter(([, share]) => share > 0)
  .map(([measure, share]) => `${Number((100 * share).toFixed(1))} % (${measure})`)
  .join(", ")}.`;
const WORD_ALTERATIONS_TEXT =
  "Quotations from the same texts with one change that makes them false, and the share of those that were not called exact. A language without such letters or points has no such row.";
const MARKED_ALTERATIONS_TEXT =
  "Quotations from the same texts of which a word was changed beside an editor’s mark, of which an ellipsis leaves out a negation, or that join six single words of a document by ellipses; and the share of those that were called neither exact nor shortened by words that change nothing. The texts of some languages have no negation between two spaces.";

function describeCount([measure, [right, of]]: readonly [Measure, Count]): string {
  if (of === 0) return "–";
  const isMissed = right < (REQUIRED[measure] ?? 1) * of;
  return `${((100 * right) / of).toFixed(right === of ? 0 : 2)} %${isMissed ? " MISSED" : ""}`;
}

function scriptOf(grammar: Grammar, draw: Draw): Script {
  const { language, isInCharacters } = grammar;
  return {
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

/** Measures one script; the counts are in the order of the measures. */
function measure(
  script: Script,
  { measures, quotations, list }: Pick<ScriptsOptions, "measures" | "quotations" | "list">,
  draw: Draw,
): readonly (readonly [Measure, Count])[] {
  const verifier = verifierOf(script);
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
  const cut = (text: string) => unitsOf(text, isInCharacters).map(normalize);

  function drawWords(count: number): readonly string[] {
    const { passages } = draw.oneOf(documents);
    const words = unitsOf(passages.map(({ text }) => text).join(" "), isInCharacters);
    const drawn = drawIndexes(words.length, count / words.length, draw);
    return words.filter((_, index) => drawn.has(index));
  }

  function edited(rate: number): Trial {
    const { words, place } = slice(long);
    const changed = drawIndexes(words.length, rate, draw);
    return trialAt(
      words.map((word, index) => (changed.has(index) ? otherWord() : word)),
      place,
    );
  }

  /** Whether the searched texts have most words of a text in a row, or in order where a verdict places them. */
  function isRepeated(words: readonly string[], verdict: Verdict): boolean {
    const many = isInCharacters ? MANY_CHARACTERS : MANY_WORDS;
    const isInOrder = placesOf(verdict).some((places) =>
      agreesMostly(words.map(normalize), cut(wordsAt(places)), many),
    );
    if (isInOrder) return true;
    const length = Math.max(LONG_RUN, Math.ceil(words.length / 2));
    const starts = [...words.keys()].filter((start) => start + length <= words.length);
    return starts.some((start) => occurs(words.slice(start, start + length).join(space)));
  }

  function trialAt(words: readonly string[], truth: Place): Trial {
    return {
      text: words.join(space),
      isRight: (verdict) =>
        placesOf(verdict).some((places) => isAt(places, [truth], words.map(normalize), cut)),
    };
  }

  /** Draws a short quotation of which a word may change without its being as near to another place. */
  function drawShort(): Trial {
    for (;;) {
      const { words, place } = slice(short);
      const changed = draw.between(1, words.length - 2);
      const before = normalize(words.slice(0, changed).join(space));
      const after = normalize(words.slice(changed + 1).join(space));
      const places = texts.reduce((sum, all) => sum + countAround(all, before, after), 0);
      if (places === 1) return trialAt(words.with(changed, otherWord()), place);
    }
  }

  function drawShortened(): Trial {
    const { words } = slice(long);
    const from = Math.floor(words.length / 3);
    const kept = [words.slice(0, from + 1), words.slice(from + 3)];
    return {
      text: kept.map((part) => part.join(space)).join(" … "),
      isRight: ({ kind }) => kind === "shortened",
    };
  }

  function drawTrial(measure: Measure): Trial | undefined {
    switch (measure) {
      case "exact":
        return { text: slice(long).text, isRight: ({ kind }) => kind === "exact" };
      case "marks":
        return {
          text: addMark(slice(long).text, draw),
          isRight: (verdict) => isGreen(verdict) || hidesSense(verdict),
        };
      case "shortened":
        return drawShortened();
      case "held-out": {
        const { text, words } = slice(long, script.heldOut);
        return {
          text,
          isRight: (verdict) => placesOf(verdict).length === 0 || isRepeated(words, verdict),
        };
      }
      case "10 %":
        return edited(0.1);
      case "20 %":
        return edited(0.2);
      case "30 %":
        return edited(LARGEST_CHANGE);
      case "short":
        return drawShort();
      default: {
        const alterable = { language, space, otherWord, drawWords };
        const altered = alter(slice(long).words, measure, alterable, draw);
        if (altered === undefined) return undefined;
        const text = measure === "marked word" ? addMark(altered, draw) : altered;
        // It may say what is printed elsewhere.
        return { text, isRight: (verdict) => !isCertified(verdict) || occurs(altered) };
      }
    }
  }

  return measures.map((measure) => {
    const verdicts = Array.from({ length: quotations }, () => drawTrial(measure))
      .filter((trial) => trial !== undefined)
      .map((trial) => ({ ...trial, verdict: verifier.verify(trial.text) }));
    const wrong = verdicts.filter(({ verdict, isRight }) => !isRight(verdict));
    if (measure === list) for (const { text, verdict } of wrong) printVerdict(text, verdict);
    return [measure, [verdicts.length - wrong.length, verdicts.length]] as const;
  });
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

/** Whether a verdict says only that an ellipsis at an end of the quotation hides a word such as “not”. */
function hidesSense(verdict: Verdict): boolean {
  return verdict.kind === "shortened" && verdict.gaps.every(({ at }) => at !== undefined);
}

/** Whether a verdict says that the words are printed so, or that an ellipsis leaves out nothing that changes their sense. */
function isCertified(verdict: Verdict): boolean {
  return (
    isGreen(verdict) ||
    (verdict.kind === "shortened" && verdict.gaps.every(({ hidden }) => hidden.length === 0))
  );
}

/** Whether a verdict says that the words are printed so. */
function isGreen(verdict: Verdict): boolean {
  if (verdict.kind !== "exact" && verdict.kind !== "typography") return false;
  return verdict.marks.every(({ kind }) => kind !== "words" && kind !== "other-origin");
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
