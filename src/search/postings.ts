import { createGrowing } from "./growing.ts";
import { type LexiconData, lexiconOf } from "./lexicon.ts";
import type { Cut, RankedText } from "./ranking.ts";

/**
 * Which texts hold which words, and how often, as plain data. Texts are listed under the words as they
 * are written; those with the same stem are brought together when one of them is looked for.
 */
export interface Postings {
  /** Words as they are written, folded. */
  readonly forms: LexiconData;
  /**
   * The texts that hold each form, in order. For each the distance from the one before it, doubled, and
   * one more if the form stands in it once; else how often it does comes next. Seven bits to a byte, the
   * lowest first; all but a number's last byte have the eighth bit set.
   */
  readonly lists: Uint8Array;
  /** Where each form's list begins in `lists`; after them, where the last one ends. */
  readonly starts: Uint32Array;
  /** What the forms come to without their endings, each in the languages of the texts that have it. */
  readonly terms: LexiconData;
  /** The forms of each term, one term after the other. */
  readonly members: Uint32Array;
  /** Where the members of each term begin; after them, where those of the last one end. */
  readonly firstMembers: Uint32Array;
  /** How many telling words each text has. */
  readonly lengths: Uint32Array;
}

/** A form, and its term in one language. */
interface Member {
  readonly form: number;
  readonly term: string;
}

/** After how many texts progress is told. */
const STEP = 200;

/** Indexes `texts`. `progress` is told which part of them is read. */
export function postingsOf(
  texts: readonly RankedText[],
  cut: Cut,
  progress: (part: number) => void = () => {},
): Postings {
  const forms: string[] = [];
  const numbers = new Map<string, number>();
  const languages = new Map<string, Map<string, Member>>();
  const stream = createGrowing((length) => new Uint32Array(length));
  const lengths = new Uint32Array(texts.length);

  for (const [index, text] of texts.entries()) {
    if (index % STEP === 0) progress(index / texts.length);
    const known = languages.get(text.language) ?? new Map<string, Member>();
    languages.set(text.language, known);
    const before = stream.length;
    cut(text, (form, term) => {
      let number = known.get(form)?.form;
      if (number === undefined) {
        number = numbers.get(form) ?? forms.push(form) - 1;
        numbers.set(form, number);
        known.set(form, { form: number, term });
      }
      stream.push(number);
    });
    lengths[index] = stream.length - before;
  }

  const order = [...forms.keys()].sort((a, b) => compared(forms[a], forms[b]));
  const ranks = new Uint32Array(forms.length);
  order.forEach((number, rank) => {
    ranks[number] = rank;
  });
  return {
    forms: lexiconOf(order.map((number) => forms[number] ?? "")),
    ...listsOf(stream.whole(), lengths, ranks),
    ...termsOf(
      [...languages.values()].flatMap((known) => [...known.values()]),
      ranks,
    ),
    lengths,
  };
}

/** Lists the texts of each word of a stream of them, in which each text has so many. */
function listsOf(stream: Uint32Array, lengths: Uint32Array, ranks: Uint32Array) {
  const firsts = new Uint32Array(ranks.length + 1);
  for (const number of stream)
    firsts[(ranks[number] ?? 0) + 1] = (firsts[(ranks[number] ?? 0) + 1] ?? 0) + 1;
  for (let form = 0; form < ranks.length; form++) {
    firsts[form + 1] = (firsts[form + 1] ?? 0) + (firsts[form] ?? 0);
  }
  const next = firsts.slice();
  const texts = new Uint32Array(stream.length);
  let at = 0;
  lengths.forEach((length, text) => {
    for (const end = at + length; at < end; at++) {
      const form = ranks[stream[at] ?? 0] ?? 0;
      const place = next[form] ?? 0;
      texts[place] = text;
      next[form] = place + 1;
    }
  });

  const lists = createGrowing((length) => new Uint8Array(length));
  const push = (value: number) => {
    let rest = value;
    for (; rest >= 0x80; rest >>>= 7) lists.push((rest & 0x7f) | 0x80);
    lists.push(rest);
  };
  const starts = new Uint32Array(ranks.length + 1);
  for (let form = 0; form < ranks.length; form++) {
    starts[form] = lists.length;
    let last = 0;
    for (let place = firsts[form] ?? 0; place < (firsts[form + 1] ?? 0); ) {
      const text = texts[place] ?? 0;
      let times = 0;
      for (; place < (firsts[form + 1] ?? 0) && texts[place] === text; place++) times += 1;
      push((text - last) * 2 + (times === 1 ? 1 : 0));
      if (times > 1) push(times);
      last = text;
    }
  }
  starts[ranks.length] = lists.length;
  return { lists: lists.whole(), starts };
}

/** Brings forms with the same term together. */
function termsOf(members: readonly Member[], ranks: Uint32Array) {
  const forms = new Map<string, Set<number>>();
  for (const { form, term } of members) {
    const own = forms.get(term) ?? new Set();
    forms.set(term, own.add(ranks[form] ?? 0));
  }
  const sorted = [...forms.keys()].sort(compared);
  const firstMembers = new Uint32Array(sorted.length + 1);
  const grouped = sorted.map((term, index) => {
    const own = [...(forms.get(term) ?? [])].sort((a, b) => a - b);
    firstMembers[index + 1] = (firstMembers[index] ?? 0) + own.length;
    return own;
  });
  return { terms: lexiconOf(sorted), members: Uint32Array.from(grouped.flat()), firstMembers };
}

/** By code units, as a lexicon is searched. */
function compared(a = "", b = ""): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
