import type { Element, Nodes } from "hast";
import { BLOCK_ELEMENTS } from "../../corpus/foreign/html.ts";
import { textContentOf } from "./hast.ts";

/** A letter that a page raises. */
interface RaisedLetter {
  readonly element: Element;
  readonly letter: string;
  /** The text before it in its block. */
  readonly before: string;
  /** The text after it in its block. */
  after: string;
}

const LETTER = /^\s*\(?([a-z])\)?\s*$/i;

/** How much of the text on both sides is read, in UTF-16 code units. */
const MAX_CONTEXT = 20;

/** The end of a word of at least two letters, which is no number of a century or a reign: XIXᵉ. */
const AFTER_WORD = /\p{L}\p{M}*\p{L}\p{M}*[\p{Pe}\p{Pf}.,;:!?…"'’]*$/u;
const AFTER_ROMAN_NUMBER = /(?<![\p{L}\p{M}])[IVXLCDM]+$/u;

/** A first name cut short before another name: Marᵃ López. */
const SHORT_NAME = /(?<![\p{L}\p{M}])\p{Lu}\p{Ll}{1,2}$/u;

/**
 * Finds the letters that a page raises after words in the order of the alphabet, or after a word and at the beginning of a
 * note: marks of notes. Others are the ends of abbreviations: nᵒ, Mᵐᵉ, yᵉ.
 */
export function findRaisedLetters(page: Nodes): ReadonlyMap<Element, string> {
  const letters = raisedLettersIn(page);
  const beginnings = letters.filter(({ before }) => before.trim() === "");
  const runs = runsIn(letters.filter(isAfterWord));
  const isClear = runs.some((run) => run.length > 1);
  const marks = runs.flatMap((run) => {
    const [first, ...others] = run;
    if (first === undefined || others.length > 0) return run;
    const isName = SHORT_NAME.test(first.before) && /^\s\p{Lu}/u.test(first.after);
    const hasNote = beginnings.some(({ letter }) => letter === first.letter);
    return (isClear || hasNote) && !isName ? run : [];
  });
  const labels = new Set(marks.map(({ letter }) => letter));
  const notes = beginnings.filter(({ letter }) => labels.has(letter));
  return new Map([...marks, ...notes].map(({ element, letter }) => [element, letter]));
}

function isAfterWord({ before, after }: RaisedLetter): boolean {
  return (
    AFTER_WORD.test(before) && !AFTER_ROMAN_NUMBER.test(before) && !/^[\p{L}\p{N}]/u.test(after)
  );
}

/** Returns the rows of letters from a, or from A, each of which is the next one. */
function runsIn(letters: readonly RaisedLetter[]): readonly (readonly RaisedLetter[])[] {
  const runs: RaisedLetter[][] = [];
  for (const letter of letters) {
    const run = runs.at(-1);
    const last = run?.at(-1)?.letter.codePointAt(0) ?? 0;
    if (letter.letter.toLowerCase() === "a") runs.push([letter]);
    else if (letter.letter.codePointAt(0) === last + 1) run?.push(letter);
  }
  return runs;
}

function raisedLettersIn(page: Nodes): readonly RaisedLetter[] {
  const letters: RaisedLetter[] = [];
  /** The end of the text of the block so far. */
  let before = "";
  /** The last letter of the block. */
  let open: RaisedLetter | undefined;
  const stack: (Nodes | "end")[] = [page];
  const endBlock = () => {
    before = "";
    open = undefined;
  };
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node === "end") endBlock();
    else if (node.type === "text") {
      if (open !== undefined && open.after.length < MAX_CONTEXT) open.after += node.value;
      before = (before + node.value).slice(-MAX_CONTEXT);
    } else if ("children" in node) {
      const letter =
        node.type === "element" && node.tagName === "sup"
          ? LETTER.exec(textContentOf(node))?.[1]
          : undefined;
      if (node.type === "element" && letter !== undefined) {
        open = { element: node, letter, before, after: "" };
        letters.push(open);
        continue;
      }
      const isBlock =
        node.type === "element" &&
        (BLOCK_ELEMENTS.has(node.tagName) || /^(?:br|t[dhr])$/.test(node.tagName));
      if (isBlock) {
        endBlock();
        stack.push("end");
      }
      for (let index = node.children.length - 1; index >= 0; index--) {
        const child = node.children[index];
        if (child !== undefined) stack.push(child);
      }
    }
  }
  return letters;
}
