import { fold } from "../language/fold.ts";
import { CJK } from "../language/scripts.ts";
import type { Person, Topic } from "./document.ts";

/** Finds which of many labels occur in a text as whole words. */
export interface LabelFinder<T> {
  /** Returns the owners of the labels in `text`, each once, in the order of the finder's input. */
  find(text: string): readonly T[];
}

/** A folded label and the index of its owner. */
interface Label {
  readonly label: string;
  readonly owner: number;
}

const WORD = /[\p{L}\p{N}]+/gu;
const WORD_CHARACTER = /[\p{L}\p{N}]/u;
// Korean particles and unspaced scripts leave no boundary after a word.
const CJK_CHARACTER = new RegExp(`[${CJK}]`, "u");

/** Creates a finder of the topics whose label or synonym occurs in a text. */
export function createTopicFinder(topics: Iterable<Topic>): LabelFinder<Topic> {
  return createLabelFinder([...topics].map((topic) => [topic, [topic.label, ...topic.synonyms]]));
}

/** Creates a finder of the people whom a text names, by any form of the name. */
export function createPersonFinder(people: Iterable<Person>): LabelFinder<Person> {
  return createLabelFinder([...people].map((person) => [person, [person.name, ...person.forms]]));
}

/** Indexes labels by their first word, so that a text is read once for any number of labels. */
function createLabelFinder<T>(
  labelled: readonly (readonly [T, readonly string[]])[],
): LabelFinder<T> {
  const byFirstWord = new Map<string, Label[]>();
  const unspaced: Label[] = [];
  labelled.forEach(([, labels], owner) => {
    for (const label of labels.map(fold)) {
      const [first] = label.match(WORD) ?? [];
      if (first === undefined) continue;
      if (CJK_CHARACTER.test(label)) unspaced.push({ label, owner });
      else byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), { label, owner }]);
    }
  });

  return {
    find(text) {
      const folded = fold(text);
      const owners = new Set<number>();
      for (const { 0: word, index } of folded.matchAll(WORD)) {
        for (const { label, owner } of byFirstWord.get(word) ?? []) {
          if (occursAt(folded, label, index)) owners.add(owner);
        }
      }
      for (const { label, owner } of unspaced) {
        if (folded.includes(label)) owners.add(owner);
      }
      return labelled.flatMap(([value], owner) => (owners.has(owner) ? [value] : []));
    },
  };
}

/** Returns whether `text` contains `label` as whole words, with its first word at `index`. */
function occursAt(text: string, label: string, index: number): boolean {
  // A label may begin with punctuation, such as an opening quotation mark.
  const start = index - label.search(WORD_CHARACTER);
  const next = text.codePointAt(start + label.length);
  if (!text.startsWith(label, start)) return false;
  return next === undefined || !WORD_CHARACTER.test(String.fromCodePoint(next));
}
