import type { FootnoteReference, Nodes, Paragraph, PhrasingContent } from "mdast";
import { elementAt } from "../../foundation/checked-access.ts";
import { append } from "../../foundation/long-arrays.ts";

/** A bold number before words, which may be that of a verse, or a raised one, with which it counts on. */
interface BoldNumber {
  readonly isRaised: boolean;
  readonly paragraph: Paragraph;
  readonly node: PhrasingContent;
  readonly value: number;
  /** Where it is: where a line begins, after the end of a phrase, or within one. */
  readonly place: "line" | "phrase" | "words";
  /** How many words are between it and the next one, or the end of the paragraph. */
  words: number;
}

/** No chapter has more verses. */
const MAX_VERSE = 176;

/** How many verses show by their numbers that they are some. */
const MIN_RUN = 3;

/** The minimum length of the median verse, in words. Shorter ones are items of a list: “**2** cups of oil”. */
const MIN_WORDS = 5;

/** The maximum share of verses that begin within a phrase, as the numbers in “step **1** … step **2**” do. */
const MAX_WITHIN_PHRASE = 0.1;

/**
 * Replaces the bold numbers of verses in the paragraphs of a text by marks: “**1** The lamp was lit. **2** And the
 * keeper slept.” They count on, from the beginning of a paragraph. All other numbers are words.
 */
export function markBoldVerses(blocks: readonly Nodes[]): void {
  const numbers = paragraphsIn(blocks).flatMap(boldNumbersIn);
  const runs: BoldNumber[][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run?.at(-1)?.value === number.value - 1) run.push(number);
    else runs.push([number]);
  }
  const clear = runs.filter((run) => run.length >= MIN_RUN && isOfVerses(run));
  const isMostlyVerses = clear.flat().length >= MIN_SHARE * numbers.length;
  // The shortest chapters have two verses.
  const short = runs.filter((run) => run.length === 2 && run[0]?.value === 1 && isOfVerses(run));
  const verses = isMostlyVerses ? [...clear, ...short] : clear;
  const bold = verses.flat().filter(({ isRaised }) => !isRaised);
  const marked = new Map(bold.map((number) => [number.node, number] as const));
  for (const paragraph of new Set(bold.map((number) => number.paragraph))) {
    paragraph.children = paragraph.children.map((node, index, nodes) => {
      const number = marked.get(node);
      if (number !== undefined) return createVerseMark(number, nodes[index + 1]);
      const before = nodes[index - 1];
      const isFirst = before !== undefined && marked.get(before)?.place === "line";
      return isFirst && node.type === "text" ? { ...node, value: node.value.trimStart() } : node;
    });
  }
}

/** The share of the bold numbers that are clearly those of verses, with which those of two verses are too. */
const MIN_SHARE = 0.8;

/** The beginning of the identifier of a verse’s number. */
const VERSE_IDENTIFIER = "verse:";

/** Whether a mark is a bold number of a verse. Its label is the number as it was written, with the space after it. */
export function isVerseMark({ identifier, label }: FootnoteReference): boolean {
  return identifier === `${VERSE_IDENTIFIER}${label?.trim()}`;
}

function createVerseMark(
  { value, place }: BoldNumber,
  following: PhrasingContent | undefined,
): FootnoteReference {
  const hasSpace = place === "line" && following?.type === "text" && /^\s/.test(following.value);
  return {
    type: "footnoteReference",
    identifier: `${VERSE_IDENTIFIER}${value}`,
    label: hasSpace ? `${value} ` : String(value),
  };
}

function isOfVerses(run: readonly BoldNumber[]): boolean {
  const within = run.filter(({ place }) => place === "words").length;
  const lengths = run.map(({ words }) => words).toSorted((one, other) => one - other);
  return (
    run[0]?.place === "line" &&
    within <= MAX_WITHIN_PHRASE * run.length &&
    elementAt(lengths, Math.floor(lengths.length / 2)) >= MIN_WORDS
  );
}

/** Returns the paragraphs of a text, but not those of its notes. Nesting has no limit before the text is read. */
function paragraphsIn(blocks: readonly Nodes[]): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const nodes = blocks.toReversed();
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    if (node.type === "paragraph") paragraphs.push(node);
    else if (node.type !== "footnoteDefinition" && "children" in node) {
      append(nodes, node.children.toReversed());
    }
  }
  return paragraphs;
}

function boldNumbersIn(paragraph: Paragraph): readonly BoldNumber[] {
  const numbers: BoldNumber[] = [];
  const texts = paragraph.children.map(plainText);
  let before = "";
  for (const [index, node] of paragraph.children.entries()) {
    const text = elementAt(texts, index);
    const isRaised = isRaisedAt(paragraph.children, index);
    const printed = node.type === "footnoteReference" ? (node.label ?? "") : text;
    const digits = /^\s*(\d{1,3})\s*$/.exec(printed)?.[1];
    const value = Number(digits ?? 0);
    const following = texts.slice(index + 1, index + 3).join("");
    if (
      (isRaised || isBold(node)) &&
      value >= 1 &&
      value <= MAX_VERSE &&
      !/[\p{L}\p{N}]$/u.test(before) &&
      /^[^\S\n]*[“‘"'«‹(¿¡—[]*\p{L}/u.test(following)
    ) {
      numbers.push({ isRaised, paragraph, node, value, place: placeAfter(before), words: 0 });
    } else {
      const last = numbers.at(-1);
      if (last !== undefined) last.words += text.split(/\s+/).filter((word) => word !== "").length;
    }
    // A line’s last characters say what ends there.
    before = (before + text).slice(-MAX_ENDING);
  }
  return numbers;
}

const MAX_ENDING = 20;

/** Whether the part of a paragraph at an index is a raised number: a mark that a reader found, or a text between tags. */
function isRaisedAt(nodes: readonly PhrasingContent[], index: number): boolean {
  const [before, node, after] = [nodes[index - 1], nodes[index], nodes[index + 1]];
  if (node?.type === "footnoteReference") return node.identifier.startsWith(VERSE_IDENTIFIER);
  return (
    before?.type === "html" &&
    after?.type === "html" &&
    /^<sup[\s>]/i.test(before.value) &&
    /^<\/sup>/i.test(after.value)
  );
}

/** Whether a part of a paragraph is bold, which can be a link to the verse. */
function isBold(node: PhrasingContent): boolean {
  if (node.type === "strong") return true;
  return node.type === "link" && node.children.length === 1 && node.children[0]?.type === "strong";
}

function placeAfter(before: string): BoldNumber["place"] {
  if (/(?:^|\n)\s*$/.test(before)) return "line";
  return /\p{P}\s*$/u.test(before) ? "phrase" : "words";
}

function plainText(start: Nodes): string {
  let text = "";
  const nodes: Nodes[] = [start];
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    if (node.type === "text") text += node.value;
    else if (node.type === "break" || (node.type === "html" && /^<br\b/i.test(node.value))) {
      text += "\n";
    } else if ("children" in node) append(nodes, node.children.toReversed());
  }
  return text;
}
