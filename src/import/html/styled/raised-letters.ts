import type { Element, Nodes } from "hast";
import { BLOCK_ELEMENTS } from "../../../corpus/foreign/html.ts";
import {
  findLetterMarks,
  MAX_LETTER_CONTEXT,
  RAISED_LETTER,
  type RaisedLetter,
} from "../../shared/notes/letter-marks.ts";
import { textContentOf } from "../hast.ts";

/** A letter that a page raises. */
interface RaisedElement extends RaisedLetter {
  readonly element: Element;
  after: string;
}

/** Finds the letters that a page raises, and that are marks of notes. */
export function findRaisedLetters(page: Nodes): ReadonlyMap<Element, string> {
  return new Map(
    findLetterMarks(raisedLettersIn(page)).map(({ element, letter }) => [element, letter]),
  );
}

function raisedLettersIn(page: Nodes): readonly RaisedElement[] {
  const letters: RaisedElement[] = [];
  /** The end of the text of the block so far. */
  let before = "";
  /** The last letter of the block. */
  let open: RaisedElement | undefined;
  const stack: (Nodes | "end")[] = [page];
  const endBlock = () => {
    before = "";
    open = undefined;
  };
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node === "end") endBlock();
    else if (node.type === "text") {
      if (open !== undefined && open.after.length < MAX_LETTER_CONTEXT) open.after += node.value;
      before = (before + node.value).slice(-MAX_LETTER_CONTEXT);
    } else if ("children" in node) {
      const letter =
        node.type === "element" && node.tagName === "sup"
          ? RAISED_LETTER.exec(textContentOf(node))?.[1]
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
