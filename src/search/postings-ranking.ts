import { bestOf } from "./best.ts";
import { lexiconOver } from "./lexicon.ts";
import type { Postings } from "./postings.ts";
import {
  emphasis,
  FORM_WEIGHT,
  LENGTH_NORM,
  type Ranking,
  rarity,
  SATURATION,
  type SoughtWord,
} from "./ranking.ts";

/** Ranks on typed arrays: nothing is made for a text that matches and is not among the best. */
export function createPostingsRanking(postings: Postings): Ranking {
  const { lists, starts, members, firstMembers, lengths } = postings;
  const forms = lexiconOver(postings.forms);
  const terms = lexiconOver(postings.terms);
  const size = lengths.length;
  const average = lengths.reduce((sum, length) => sum + length, 0) / size;
  const norms = Float64Array.from(
    lengths,
    (length) => SATURATION * (1 - LENGTH_NORM + (LENGTH_NORM * length) / average),
  );

  // What is known of each text while a query is answered; all 0 between two of them.
  const scores = new Float64Array(size);
  const matched = new Uint16Array(size);
  const asTyped = new Uint16Array(size);
  // The same while one of its words is looked for, and one of that word’s alternatives.
  const gains = new Float64Array(size);
  const parts = new Float64Array(size);
  const times = new Uint32Array(size);
  // Which texts those are.
  const matching = new Uint32Array(size);
  const gaining = new Uint32Array(size);
  const holding = new Uint32Array(size);

  /** The forms that share a term with a word; the one that is written like it stands apart. */
  function formsOf(word: SoughtWord): { own: number | undefined; others: Set<number> } {
    const others = new Set<number>();
    for (const term of word.terms) {
      const number = terms.numberOf(term);
      if (number === undefined) continue;
      for (let at = firstMembers[number] ?? 0; at < (firstMembers[number + 1] ?? 0); at++) {
        others.add(members[at] ?? 0);
      }
    }
    const own = forms.numberOf(word.form);
    return { own: own !== undefined && others.delete(own) ? own : undefined, others };
  }

  /** Counts how often a form stands in each text, when `count` are known to hold others; returns their new count. */
  function hold(form: number, count: number): number {
    let held = count;
    let text = 0;
    const end = starts[form + 1] ?? 0;
    for (let at = starts[form] ?? 0; at < end; ) {
      let byte = lists[at++] ?? 0;
      let code = byte & 0x7f;
      for (let shift = 7; byte >= 0x80; shift += 7) {
        byte = lists[at++] ?? 0;
        code += (byte & 0x7f) << shift;
      }
      text += code >>> 1;
      let often = 1;
      if ((code & 1) === 0) {
        byte = lists[at++] ?? 0;
        often = byte & 0x7f;
        for (let shift = 7; byte >= 0x80; shift += 7) {
          byte = lists[at++] ?? 0;
          often += (byte & 0x7f) << shift;
        }
      }
      const before = times[text] ?? 0;
      if (before === 0) holding[held++] = text;
      times[text] = before + often;
    }
    return held;
  }

  /** Adds to `parts` what the first `count` texts of `holding` gain by what they hold. */
  function weigh(count: number, factor: number): void {
    const weight = factor * rarity(count, size) * (SATURATION + 1);
    for (let at = 0; at < count; at++) {
      const text = holding[at] ?? 0;
      const often = times[text] ?? 0;
      parts[text] = (parts[text] ?? 0) + (weight * often) / (often + (norms[text] ?? 0));
    }
  }

  return {
    forms,
    spread: (form) => (starts[form + 1] ?? 0) - (starts[form] ?? 0),
    has(word) {
      const { own, others } = formsOf(word);
      return own !== undefined || others.size > 0;
    },
    ranked(words, { allowed, isComplete = false, most }) {
      let found = 0;
      for (const [nth, alternatives] of words.entries()) {
        let gained = 0;
        for (const word of alternatives) {
          const { own, others } = formsOf(word);
          let held = 0;
          if (own !== undefined) {
            held = hold(own, held);
            weigh(held, FORM_WEIGHT * word.weight);
            for (let at = 0; at < held; at++) {
              const text = holding[at] ?? 0;
              if (asTyped[text] === nth) asTyped[text] = nth + 1;
            }
          }
          for (const form of others) held = hold(form, held);
          weigh(held, word.weight);
          for (let at = 0; at < held; at++) {
            const text = holding[at] ?? 0;
            const part = parts[text] ?? 0;
            times[text] = 0;
            parts[text] = 0;
            const gain = gains[text] ?? 0;
            if (gain === 0) gaining[gained++] = text;
            if (part > gain) gains[text] = part;
          }
        }
        for (let at = 0; at < gained; at++) {
          const text = gaining[at] ?? 0;
          // Its rarity is a word’s in all texts, whatever is allowed.
          if (allowed === undefined || allowed.has(text)) {
            if (matched[text] === 0) matching[found++] = text;
            matched[text] = (matched[text] ?? 0) + 1;
            scores[text] = (scores[text] ?? 0) + (gains[text] ?? 0);
          } else asTyped[text] = 0;
          gains[text] = 0;
        }
      }

      let kept = 0;
      for (let at = 0; at < found; at++) {
        const text = matching[at] ?? 0;
        const count = matched[text] ?? 0;
        const isAsTyped = asTyped[text] === words.length;
        if (!isComplete || count === words.length) matching[kept++] = text;
        scores[text] = (scores[text] ?? 0) * emphasis(words.length, count, isAsTyped);
        matched[text] = 0;
        asTyped[text] = 0;
      }
      const all = matching.slice(0, kept);
      const best = bestOf(all, scores, most);
      scores.fill(0);
      return { best, all };
    },
  };
}
