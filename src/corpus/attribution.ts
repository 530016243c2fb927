import { elementAt } from "../foundation/checked-access.ts";
import type { Attribution } from "./body.ts";
import {
  type Document,
  distinctPassagesOf,
  type Passage,
  type Person,
  type Topic,
} from "./document.ts";
import type { IdentifiedDraft, ParsedDocument } from "./document-file.ts";
import { createPersonFinder, createTopicFinder, type LabelFinder } from "./label-finder.ts";
import type { ParsedTables, Tables } from "./tables.ts";

/** The passages of a file with their sources, topics and people, and those whom its document names. */
type AttributedBody = Pick<Document, "passages" | "distinctPassageCount" | "named">;

/** The names and labels on which attributions depend besides the file itself. */
interface Labels {
  /** The objects of the tables, which are others if the files of the tables have changed. */
  readonly tables: ParsedTables;
  readonly topics: readonly Topic[];
  readonly people: readonly Person[];
}

/** Attributes the passages of drafts, and remembers them for files that are the same the next time. */
export interface Attributions {
  /**
   * Gives the passages of drafts their sources, topics and people. Calls `progress` with the number of
   * finished drafts and the path of the next one that is not remembered.
   */
  attribute(
    drafts: readonly IdentifiedDraft[],
    tables: Tables,
    progress: (done: number, path: string) => void,
  ): readonly Omit<Document, "isAmbiguous">[];
}

export function createAttributions(): Attributions {
  let labels: Labels | undefined;
  let known = new WeakMap<ParsedDocument, AttributedBody>();

  return {
    attribute(drafts, tables, progress) {
      const attributions = drafts.map(({ document, parsed }) =>
        parsed.body.passages.map(
          ({ attribution }) => attribution && lookUp(attribution, document.path, tables),
        ),
      );

      // Attributions may declare topics, so the search for labels follows when all are known.
      const present: Labels = {
        tables: tables.parsed,
        topics: [...tables.topics.known.values()],
        people: [...tables.people.known.values()],
      };
      if (labels === undefined || !isSame(labels, present)) known = new WeakMap();
      labels = present;
      const topicFinder = createTopicFinder(present.topics);
      const personFinder = createPersonFinder(present.people);

      return drafts.map(({ document, parsed }, index) => {
        const before = known.get(parsed);
        if (before !== undefined) return { ...document, ...before };
        progress(index, document.path);
        const body = attributeBody(parsed, document, elementAt(attributions, index), {
          topicFinder,
          personFinder,
        });
        known.set(parsed, body);
        return { ...document, ...body };
      });
    },
  };
}

function isSame(one: Labels, other: Labels): boolean {
  const areSame = (some: readonly object[], others: readonly object[]) =>
    some.length === others.length && some.every((label, index) => label === others[index]);
  return (
    one.tables === other.tables &&
    areSame(one.topics, other.topics) &&
    areSame(one.people, other.people)
  );
}

interface Finders {
  readonly topicFinder: LabelFinder<Topic>;
  readonly personFinder: LabelFinder<Person>;
}

/** Finds the labels in a body. `attributions` are those of its passages. */
function attributeBody(
  { body }: ParsedDocument,
  document: IdentifiedDraft["document"],
  attributions: readonly (LookedUp | undefined)[],
  { topicFinder, personFinder }: Finders,
): AttributedBody {
  const passages = body.passages.map(
    ({ number, text, lines, marks, boldNames, headings, follows }, index): Passage => {
      const { topics = [], printedIn } = attributions[index] ?? {};
      return {
        number,
        text,
        lines,
        marks,
        ...(boldNames && { boldNames }),
        headings,
        ...(follows && { follows }),
        topics: [...new Set([...topics, ...topicFinder.find(text)])],
        named: personFinder.find(text),
        ...(printedIn && { printedIn }),
      };
    },
  );
  const linked = linkRepeatedPassages(passages);
  const texts = [document.title, document.delivered, ...document.notes, ...passages];
  return {
    named: personFinder.find(
      texts.map((part) => (typeof part === "object" ? part.text : part)).join("\n"),
    ),
    passages: linked,
    distinctPassageCount: distinctPassagesOf({ passages: linked }).length,
  };
}

/** The source and the topics of an attribution. */
type LookedUp = Pick<Passage, "topics" | "printedIn">;

function lookUp(
  { sourceId, locator, topicIds, line }: Attribution,
  path: string,
  { sources, topics }: Tables,
): LookedUp {
  const [source] = sources.lookUp([sourceId], () => ({ path, line }));
  return {
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
