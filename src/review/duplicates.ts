import { hash } from "node:crypto";
import { message } from "../catalogue/catalogue.ts";
import { closeDirectionControls } from "../catalogue/direction-controls.ts";
import { addressOf, type PassageRef } from "../corpus/document.ts";
import { groupIfMany, type Problem } from "../corpus/problem.ts";
import { elementAt } from "../foundation/checked-access.ts";
import { groupBy } from "../foundation/group-by.ts";
import { fileLocationOf } from "./passage-locations.ts";
import { createTokenNumbering, findSimilarPairs, type TextPair } from "./shingles.ts";
import { compareWordings, describeDifferences } from "./wording-differences.ts";

/** Shorter passages may occur in many places: a greeting, a refrain, a heading. */
const MIN_WORDS = 8;

/** Shingles of three words distinguish an order of words from a bag of words. */
const SHINGLE_WIDTH = 3;

/**
 * The resemblance from which on passages are near-duplicates: shingles in common / shingles of either
 * (Broder's term). It allows one word in seven of a long passage to differ if the differences are evenly
 * spread, and more if they are adjacent.
 */
const MIN_RESEMBLANCE = 0.4;

/** Passages with the same words. */
interface Group {
  readonly words: Uint32Array;
  readonly first: PassageRef;
  readonly others: PassageRef[];
}

/** Finds passages that repeat others exactly or nearly; many of one file are one piece of advice. Yields the number of passages read. */
export function* findDuplicates(
  passages: readonly PassageRef[],
): Generator<number, readonly Problem[]> {
  const wordsOf = createTokenNumbering();
  const groupsByHash = new Map<string, Group>();
  for (const [index, ref] of passages.entries()) {
    yield index;
    const words = wordsOf(ref.passage.text);
    if (words.length < MIN_WORDS) continue;
    const key = hash("sha256", words.join(" "));
    const group = groupsByHash.get(key);
    if (group === undefined) groupsByHash.set(key, { words, first: ref, others: [] });
    else group.others.push(ref);
  }
  const groups = [...groupsByHash.values()];
  const pairs = findSimilarPairs(
    groups.map(({ words }) => words),
    SHINGLE_WIDTH,
    (common, first, second) => common / (first + second - common) >= MIN_RESEMBLANCE,
  );
  const firsts = groups.map(({ first }) => first);
  const advice = [
    ...groups.flatMap(adviseRepetition),
    ...clusterPairs(pairs, firsts).map(adviseNearDuplicate),
  ];
  return [...groupBy(advice, ({ path }) => path).values()].flatMap((inFile) =>
    groupIfMany(inFile, { key: "advice.duplicates", of: elementAt(inFile, 0).path }),
  );
}

const REMEDY = message("remedy.duplicate");

function adviseRepetition({ first, others: [second, ...others] }: Group): readonly Problem[] {
  if (second === undefined) return [];
  return [
    {
      ...fileLocationOf(second),
      message: message("advice.repeated-passage", {
        number: second.passage.number,
        passage: describePassage(first),
        more: others.length,
      }),
      remedy: REMEDY,
    },
  ];
}

function adviseNearDuplicate({ first, second, others }: Cluster): Problem {
  const changes = compareWordings(
    first.passage.text,
    second.passage.text,
    second.document.language,
  );
  const { number } = second.passage;
  const passage = describePassage(first);
  return {
    ...fileLocationOf(second),
    message:
      changes === undefined
        ? message("advice.near-duplicate", { number, passage, more: others })
        : message("advice.near-duplicate-with", {
            number,
            passage,
            differences: describeDifferences(changes),
            more: others,
          }),
    remedy: REMEDY,
  };
}

function describePassage(ref: PassageRef): string {
  const { path, line } = fileLocationOf(ref);
  return `${addressOf(ref.document, ref.passage)} (${closeDirectionControls(path)}:${line})`;
}

/** Passages connected by similarity: the first pair, and the number of other passages. */
interface Cluster {
  readonly first: PassageRef;
  readonly second: PassageRef;
  readonly others: number;
}

/** Merges pairs that have a passage in common, directly or through other pairs, into clusters. */
function clusterPairs(
  pairs: readonly TextPair[],
  passages: readonly PassageRef[],
): readonly Cluster[] {
  const parents = passages.map((_, index) => index);
  function findRoot(index: number): number {
    let root = index;
    for (;;) {
      const parent = elementAt(parents, root);
      if (parent === root) return root;
      // Path halving keeps the trees flat: R. E. Tarjan and J. van Leeuwen, Worst-case analysis of set
      // union algorithms, Journal of the ACM 31 (1984).
      const grandparent = elementAt(parents, parent);
      parents[root] = grandparent;
      root = grandparent;
    }
  }

  const related = pairs.filter((pair) => !isSameQuotation(pair, passages));
  for (const { first, second } of related) parents[findRoot(second)] = findRoot(first);

  const clusters = new Map<number, { readonly pair: TextPair; readonly members: Set<number> }>();
  for (const pair of related) {
    const root = findRoot(pair.first);
    const cluster = clusters.get(root) ?? { pair, members: new Set() };
    cluster.members.add(pair.first).add(pair.second);
    clusters.set(root, cluster);
  }
  return [...clusters.values()].map(({ pair, members }) => ({
    first: elementAt(passages, pair.first),
    second: elementAt(passages, pair.second),
    others: members.size - 2,
  }));
}

/** Tests whether two documents print the same quotation, which `findQuotationVariants` reports. */
function isSameQuotation({ first, second }: TextPair, passages: readonly PassageRef[]): boolean {
  const one = elementAt(passages, first);
  const other = elementAt(passages, second);
  return (
    one.passage.printedIn !== undefined &&
    other.passage.printedIn !== undefined &&
    one.document !== other.document
  );
}
