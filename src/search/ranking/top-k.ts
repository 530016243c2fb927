import type { Match } from "./ranking.ts";

/** Keeps the best of many matches; of two that are equal, that of the text with the lower number. */
export interface Best {
  /** Forgets what it has, and keeps so many from now on. */
  restart(most: number): void;
  offer(number: number, score: number): void;
  /** What a match must surpass to be among them, since so many are wanted. */
  least(): number;
  /** The best first. */
  matches(): readonly Match[];
}

export function createBest(): Best {
  let most = 0;
  // A heap with the worst of the best on top, where it is thrown out first.
  const numbers: number[] = [];
  const scores: number[] = [];

  function isWorse(number: number, score: number, than: number): boolean {
    const other = scores[than] ?? 0;
    return score < other || (score === other && number > (numbers[than] ?? 0));
  }

  function put(at: number, number: number, score: number): void {
    numbers[at] = number;
    scores[at] = score;
  }

  function rise(number: number, score: number): void {
    let at = numbers.length;
    for (let parent = (at - 1) >> 1; at > 0; parent = (at - 1) >> 1) {
      if (!isWorse(number, score, parent)) break;
      put(at, numbers[parent] ?? 0, scores[parent] ?? 0);
      at = parent;
    }
    put(at, number, score);
  }

  function sink(number: number, score: number): void {
    const size = numbers.length;
    let at = 0;
    for (let child = 1; child < size; child = 2 * at + 1) {
      const other = child + 1;
      const worse =
        other < size && isWorse(numbers[other] ?? 0, scores[other] ?? 0, child) ? other : child;
      if (isWorse(number, score, worse)) break;
      put(at, numbers[worse] ?? 0, scores[worse] ?? 0);
      at = worse;
    }
    put(at, number, score);
  }

  return {
    restart(wanted) {
      most = wanted;
      numbers.length = 0;
      scores.length = 0;
    },
    offer(number, score) {
      if (numbers.length < most) rise(number, score);
      else if (most > 0 && !isWorse(number, score, 0)) sink(number, score);
    },
    least: () => (numbers.length < most ? 0 : (scores[0] ?? Number.POSITIVE_INFINITY)),
    matches: () =>
      numbers
        .map((number, at) => ({ number, score: scores[at] ?? 0 }))
        .sort((a, b) => b.score - a.score || a.number - b.number),
  };
}
