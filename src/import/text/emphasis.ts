import type { PhrasingContent } from "mdast";

/** The types of the nodes that `parseEmphasis` creates. */
export const EMPHASIS_TYPE = /^(?:emphasis|strong)$/;

/** A sign around emphasized words in the texts of Project Gutenberg. */
interface EmphasisSign {
  readonly type: "emphasis" | "strong";
  /** The words between two of them are its group. */
  readonly pair: RegExp;
  /** One next to a word. */
  readonly single: RegExp;
}

/** Those of italics, bold, and letters that are spaced or of another face. */
const SIGNS: readonly EmphasisSign[] = ["_", "=", "~", "#", String.raw`\+`].map((sign) => {
  const begin = String.raw`(?<![\p{L}\p{N}${sign}])${sign}`;
  const end = String.raw`${sign}(?![\p{L}\p{N}${sign}])`;
  return {
    type: sign === "=" ? "strong" : "emphasis",
    pair: new RegExp(String.raw`${begin}(?!\s)([^${sign}]*[^\s${sign}])${end}`, "gu"),
    single: new RegExp(String.raw`${begin}(?=\S)|(?<=\S)${end}`, "u"),
  };
});

/**
 * Parses the emphasis of a text. `toNodes` makes nodes of the words. A sign that has no partner next to one of the words is no
 * sign of emphasis in this text.
 */
export function parseEmphasis(
  text: string,
  toNodes: (text: string) => PhrasingContent[],
  signs = SIGNS.filter(({ pair, single }) => !single.test(text.replace(pair, ""))),
): PhrasingContent[] {
  const pairs = signs
    .flatMap(({ type, pair }) => [...text.matchAll(pair)].map((match) => ({ type, match })))
    .toSorted((one, other) => one.match.index - other.match.index);
  const nodes: PhrasingContent[][] = [];
  let end = 0;
  for (const { type, match } of pairs) {
    if (match.index < end) continue;
    const children = parseEmphasis(match[1] ?? "", toNodes, signs);
    nodes.push(toNodes(text.slice(end, match.index)), [{ type, children }]);
    end = match.index + match[0].length;
  }
  return [...nodes.flat(), ...toNodes(text.slice(end))];
}

/** A bracket that begins with a label, as of a picture or a note. */
const LABELLED_BRACKET = /\[\p{L}[^\][:]{0,40}:[^\][]*\]/gu;

/** Removes the signs of emphasis in the captions of pictures and in notes in brackets, which are no running text. */
export function withPlainBrackets(text: string): string {
  return text.replace(LABELLED_BRACKET, (bracket) =>
    SIGNS.reduce((plain, { pair }) => plain.replace(pair, "$1"), bracket),
  );
}
