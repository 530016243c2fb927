import { elementAt } from "../foundation/checked-access.ts";
import type { PassageDraft } from "./body.ts";
import type { Document, Passage } from "./document.ts";
import type { IdentifiedDraft } from "./document-file.ts";
import { createPersonFinder, createTopicFinder } from "./label-finder.ts";
import type { Tables } from "./tables.ts";

/**
 * Gives the passages of drafts their sources, topics and people. Calls `progress` with the number of
 * finished drafts and the path of the next one.
 */
export function attributePassages(
  drafts: readonly IdentifiedDraft[],
  tables: Tables,
  progress: (done: number, path: string) => void,
): readonly Omit<Document, "isAmbiguous">[] {
  const attributed = drafts.map(({ document, passages }) => ({
    document,
    passages: passages.map((draft) => attributePassage(draft, document.path, tables)),
  }));

  // Attributions may declare topics, so the search for labels follows when all are known.
  const topicFinder = createTopicFinder(tables.topics.known.values());
  const personFinder = createPersonFinder(tables.people.known.values());
  return attributed.map(({ document, passages }, index) => {
    progress(index, document.path);
    return {
      ...document,
      named: personFinder.find(
        [document.title, document.delivered, ...document.notes, ...passages]
          .map((part) => (typeof part === "object" ? part.text : part))
          .join("\n"),
      ),
      passages: linkRepeatedPassages(
        passages.map((passage) => ({
          ...passage,
          topics: [...new Set([...passage.topics, ...topicFinder.find(passage.text)])],
          named: personFinder.find(passage.text),
        })),
      ),
    };
  });
}

/** Looks up the source and the topics of a passage's attribution, if it has one. */
function attributePassage(
  { number, text, lines, marks, headings, follows, attribution }: PassageDraft,
  path: string,
  { sources, topics }: Tables,
): Passage {
  const passage = {
    number,
    text,
    lines,
    marks,
    headings,
    ...(follows && { follows }),
    topics: [],
    named: [],
  };
  if (attribution === undefined) return passage;
  const { sourceId, locator, topicIds, line } = attribution;
  const [source] = sources.lookUp([sourceId], () => ({ path, line }));
  return {
    ...passage,
    topics: topics.lookUp(topicIds, () => ({ path, line })),
    ...(source && { printedIn: { source, ...(locator !== undefined && { locator }) } }),
  };
}

/**
 * Links every printed passage to the passage of the full text that contains it. Both are the same
 * words, so the passage of the full text takes over the topics of the printed one.
 */
function linkRepeatedPassages(passages: readonly Passage[]): readonly Passage[] {
  const full = passages.filter(({ printedIn }) => printedIn === undefined);
  const containers = passages.map((passage) =>
    passage.printedIn === undefined
      ? undefined
      : full.find(({ text }) => text.includes(passage.text)),
  );
  const repetitions = new Map<Passage, Passage[]>();
  for (const [index, container] of containers.entries()) {
    if (container === undefined) continue;
    const known = repetitions.get(container) ?? [];
    if (known.length === 0) repetitions.set(container, known);
    known.push(elementAt(passages, index));
  }
  return passages.map((passage, index) => {
    const container = containers[index];
    if (container !== undefined) return { ...passage, sameAs: container.number };
    const repeated = repetitions.get(passage) ?? [];
    const topics = new Set([passage, ...repeated].flatMap((one) => one.topics));
    return { ...passage, topics: [...topics] };
  });
}
