import type { Match } from "./ranking.ts";

/** The best so many of some texts by their scores, the best first; equals stand in the order of the texts. */
export function bestOf(texts: Uint32Array, scores: Float64Array, most: number): readonly Match[] {
  const size = Math.min(most, texts.length);
  if (size === 0) return [];
  const scoreOf = (text: number) => scores[text] ?? 0;
  const isWorse = (a: number, b: number) =>
    scoreOf(a) < scoreOf(b) || (scoreOf(a) === scoreOf(b) && a > b);

  // A heap with the worst of the best on top, where it is thrown out first.
  const heap = texts.slice(0, size);
  function sink(from: number): void {
    let at = from;
    const text = heap[at] ?? 0;
    for (let child = 2 * at + 1; child < size; child = 2 * at + 1) {
      const other = child + 1;
      const worse = other < size && isWorse(heap[other] ?? 0, heap[child] ?? 0) ? other : child;
      if (!isWorse(heap[worse] ?? 0, text)) break;
      heap[at] = heap[worse] ?? 0;
      at = worse;
    }
    heap[at] = text;
  }
  for (let at = (size >> 1) - 1; at >= 0; at--) sink(at);
  let worst = scoreOf(heap[0] ?? 0);
  for (let at = size; at < texts.length; at++) {
    const text = texts[at] ?? 0;
    // Most are far from the best.
    if (scoreOf(text) < worst || !isWorse(heap[0] ?? 0, text)) continue;
    heap[0] = text;
    sink(0);
    worst = scoreOf(heap[0] ?? 0);
  }
  return [...heap]
    .sort((a, b) => scoreOf(b) - scoreOf(a) || a - b)
    .map((number) => ({ number, score: scoreOf(number) }));
}
