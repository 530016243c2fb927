import { hash } from "node:crypto";
import { addressOf, type PassageRef } from "../corpus/document.ts";
import type { Problem } from "../corpus/problem.ts";
import { plural } from "../foundation/format.ts";
import { fileLocationOf } from "./passage-locations.ts";
import { createWordNumbering, findSimilarPairs, type TextPair } from "./shingles.ts";
import { compareWordings, describeDifferences } from "./wording-differences.ts";

/** Shorter passages may stand in many places: a greeting, a refrain, a heading. */
const MIN_WORDS = 8;

/** Broder's shingles of three words tell an order of words from a bag of them. */
const SHINGLE_WIDTH = 3;

/**
 * From this resemblance on passages are near-duplicates: shingles in common over all that either has.
 * One word in seven of a long passage may differ, evenly spread, and more where they stand together.
 */
const MIN_RESEMBLANCE = 0.4;

/** Passages that say word for word, or nearly, what others say. Yields how many are read. */
export function* findDuplicates(
  places: readonly PassageRef[],
): Generator<number, readonly Problem[]> {
  const wordsOf = createWordNumbering();
  const groups = new Map<string, { readonly words: Uint32Array; readonly places: PassageRef[] }>();
  for (const [index, place] of places.entries()) {
    yield index;
    const words = wordsOf(place.passage.text);
    if (words.length < MIN_WORDS) continue;
    const key = hash("sha256", words.join(" "));
    const group = groups.get(key) ?? { words, places: [] };
    group.places.push(place);
    groups.set(key, group);
  }
  const different = [...groups.values()];
  const pairs = findSimilarPairs(
    different.map(({ words }) => words),
    SHINGLE_WIDTH,
    (common, first, second) => common / (first + second - common) >= MIN_RESEMBLANCE,
  );
  const firsts = different.flatMap(({ places: [first] }) => first ?? []);
  return [
    ...different.flatMap((group) => adviseRepeated(group.places)),
    ...clustersOf(pairs, firsts).flatMap(adviseNearDuplicate),
  ];
}

const REMEDY = "Delete one if it came in twice; leave both if the documents repeat it.";

function adviseRepeated([first, second, ...others]: readonly PassageRef[]): readonly Problem[] {
  if (first === undefined || second === undefined) return [];
  const more =
    others.length === 0 ? "" : `, and in ${plural(others.length, "other passage")} besides`;
  return [
    {
      ...fileLocationOf(second),
      message: `¶${second.passage.number} stands word for word in ${describePassage(first)} too${more}.`,
      remedy: REMEDY,
    },
  ];
}

function adviseNearDuplicate({ first, second, others }: Cluster): readonly Problem[] {
  const changes = compareWordings(
    first.passage.text,
    second.passage.text,
    second.document.language,
  );
  const told = changes === undefined ? "" : `: ${describeDifferences(changes)}`;
  const more =
    others === 0
      ? ""
      : ` ${plural(others, "other passage")} ${others === 1 ? "is" : "are"} like them.`;
  return [
    {
      ...fileLocationOf(second),
      message: `¶${second.passage.number} is nearly ${describePassage(first)}${told}.${more}`,
      remedy: REMEDY,
    },
  ];
}

function describePassage(place: PassageRef): string {
  const { path, line } = fileLocationOf(place);
  return `${addressOf(place.document, place.passage)} (${path}:${line})`;
}

/** Two passages that are alike, and how many others hang together with them. */
interface Cluster {
  readonly first: PassageRef;
  readonly second: PassageRef;
  readonly others: number;
}

/** Joins pairs that have a passage in common. */
function clustersOf(pairs: readonly TextPair[], places: readonly PassageRef[]): readonly Cluster[] {
  const parents = places.map((_, index) => index);
  function rootOf(index: number): number {
    let root = index;
    while (parents[root] !== root) {
      // Halving the way keeps it short: R. E. Tarjan and J. van Leeuwen, Worst-case analysis of set
      // union algorithms, Journal of the ACM 31 (1984).
      parents[root] = parents[parents[root] ?? root] ?? root;
      root = parents[root] ?? root;
    }
    return root;
  }

  const telling = pairs.filter((pair) => !isOfTwoPrints(pair, places));
  for (const { first, second } of telling) parents[rootOf(second)] = rootOf(first);
  const sizes = new Map<number, number>();
  for (const one of new Set(telling.flatMap(({ first, second }) => [first, second]))) {
    sizes.set(rootOf(one), (sizes.get(rootOf(one)) ?? 0) + 1);
  }
  return telling.flatMap((pair) => {
    const [first, second] = [places[pair.first], places[pair.second]];
    const size = sizes.get(rootOf(pair.first));
    if (first === undefined || second === undefined || size === undefined) return [];
    // One pair stands for all that hang together.
    sizes.delete(rootOf(pair.first));
    return [{ first, second, others: size - 2 }];
  });
}

/** What two documents have of one quotation is told as such. */
function isOfTwoPrints({ first, second }: TextPair, places: readonly PassageRef[]): boolean {
  const [one, other] = [places[first], places[second]];
  return (
    one?.passage.printedIn !== undefined &&
    other?.passage.printedIn !== undefined &&
    one.document !== other.document
  );
}
