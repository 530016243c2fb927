import { fold } from "../language/fold.ts";
import type { Person, Topic } from "./document.ts";

/** Finds which of many labels stand in a text as whole words. */
export interface LabelFinder<T> {
  /** What the labels that `text` contains stand for, each once, in the order in which it was added. */
  within(text: string): readonly T[];
}

const WORD = /[\p{L}\p{N}]+/gu;
// Korean particles and unspaced scripts leave no boundary after a word.
const UNSPACED = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Finds the topics that have a label or a synonym in a text. */
export function topicFinder(topics: Iterable<Topic>): LabelFinder<Topic> {
  return createLabelFinder([...topics].map((topic) => [topic, [topic.label, ...topic.synonyms]]));
}

/** Finds the people whom a text names, by any form of the name. */
export function personFinder(people: Iterable<Person>): LabelFinder<Person> {
  return createLabelFinder([...people].map((person) => [person, [person.name, ...person.forms]]));
}

/** Indexes labels by their first word, so that a text is read once however many labels there are. */
function createLabelFinder<T>(
  labelled: readonly (readonly [T, readonly string[]])[],
): LabelFinder<T> {
  const byFirstWord = new Map<string, { label: string; owner: number }[]>();
  const unspaced: { label: string; owner: number }[] = [];
  labelled.forEach(([, labels], owner) => {
    for (const label of labels.map(fold)) {
      const first = label.match(WORD)?.[0];
      if (first === undefined) continue;
      if (UNSPACED.test(label)) unspaced.push({ label, owner });
      else byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), { label, owner }]);
    }
  });

  return {
    within(text) {
      const subject = fold(text);
      const owners = new Set<number>();
      for (const word of subject.matchAll(WORD)) {
        for (const { label, owner } of byFirstWord.get(word[0]) ?? []) {
          if (standsAt(subject, label, word.index)) owners.add(owner);
        }
      }
      for (const { label, owner } of unspaced) {
        if (subject.includes(label)) owners.add(owner);
      }
      return labelled.flatMap(([value], owner) => (owners.has(owner) ? [value] : []));
    },
  };
}

function standsAt(subject: string, label: string, at: number): boolean {
  // A label may begin with a sign, such as an opening quotation mark, before its first word.
  const start = at - label.search(WORD_START);
  const next = subject.codePointAt(start + label.length);
  if (!subject.startsWith(label, start)) return false;
  return next === undefined || !WORD_START.test(String.fromCodePoint(next));
}

const WORD_START = /[\p{L}\p{N}]/u;
