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

  /** By what the saturated times are multiplied that a word of `count` texts stands in one of them. */
  const weightOf = (count: number) => rarity(count, size) * (SATURATION + 1);

  /** Times, saturated. */
  function saturated(text: number): number {
    const often = times[text] ?? 0;
    return often / (often + (norms[text] ?? 0));
  }

  /**
   * Puts the texts that have a word into `holding`, how often they do into `times`, and what they gain by
   * its very form into `parts`, unless it is the only one.
   */
  function look(word: SoughtWord): Looked {
    const { own, others } = formsOf(word);
    const typed = own === undefined ? 0 : hold(own, 0);
    if (others.size === 0) {
      return { held: typed, typed, weight: word.weight * (1 + FORM_WEIGHT) * weightOf(typed) };
    }
    const ownWeight = word.weight * FORM_WEIGHT * weightOf(typed);
    for (let at = 0; at < typed; at++) {
      const text = holding[at] ?? 0;
      parts[text] = ownWeight * saturated(text);
    }
    let held = typed;
    for (const form of others) held = hold(form, held);
    return { held, typed, weight: word.weight * weightOf(held) };
  }

  /** Calls `each` with the texts that `look` found and what they gain, and forgets it. */
  function eachGain(
    { held, typed, weight }: Looked,
    nth: number,
    each: (text: number, gain: number) => void,
  ): void {
    for (let at = 0; at < held; at++) {
      const text = holding[at] ?? 0;
      if (at < typed && asTyped[text] === nth) asTyped[text] = nth + 1;
      const gain = (parts[text] ?? 0) + weight * saturated(text);
      parts[text] = 0;
      times[text] = 0;
      each(text, gain);
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
      function add(text: number, gain: number): void {
        // A word is as rare as it is in all texts, whatever is allowed.
        if (allowed?.has(text) === false) {
          asTyped[text] = 0;
          return;
        }
        const count = matched[text] ?? 0;
        if (count === 0) matching[found++] = text;
        matched[text] = count + 1;
        scores[text] = (scores[text] ?? 0) + gain;
      }
      for (const [nth, alternatives] of words.entries()) {
        const [only] = alternatives;
        if (only !== undefined && alternatives.length === 1) {
          eachGain(look(only), nth, add);
          continue;
        }
        let gained = 0;
        for (const word of alternatives) {
          eachGain(look(word), nth, (text, gain) => {
            const best = gains[text] ?? 0;
            if (best === 0) gaining[gained++] = text;
            gains[text] = Math.max(best, gain);
          });
        }
        for (let at = 0; at < gained; at++) {
          const text = gaining[at] ?? 0;
          add(text, gains[text] ?? 0);
          gains[text] = 0;
        }
      }

      const all = matching.slice(0, found);
      const factors = [false, true].map((isAsTyped) =>
        Array.from({ length: words.length + 1 }, (_, count) =>
          emphasis(words.length, count, isAsTyped),
        ),
      );
      let kept = 0;
      for (const text of all) {
        const count = matched[text] ?? 0;
        const factor = factors[asTyped[text] === words.length ? 1 : 0]?.[count] ?? 1;
        scores[text] = (scores[text] ?? 0) * factor;
        if (!isComplete || count === words.length) matching[kept++] = text;
      }
      const wanted = matching.slice(0, kept);
      const best = bestOf(wanted, scores, most);
      for (const text of all) {
        scores[text] = 0;
        matched[text] = 0;
        asTyped[text] = 0;
      }
      return { best, all: wanted };
    },
  };
}

/** What was found of one word. */
interface Looked {
  /** How many texts have it in any form. */
  readonly held: number;
  /** How many of them, the first, have it as it is written. */
  readonly typed: number;
  readonly weight: number;
}
