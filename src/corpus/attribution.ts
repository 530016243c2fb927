import type { RawPassage } from "./body.ts";
import type { Document, Passage } from "./document.ts";
import type { DocumentDraft } from "./document-file.ts";
import { personFinder, topicFinder } from "./label-finder.ts";
import type { Tables } from "./tables.ts";

/** Gives the drafts' passages their sources and topics; `progress` is told how many drafts are done. */
export function attributePassages(
  drafts: readonly DocumentDraft[],
  { sources, topics, people }: Tables,
  progress: (done: number) => void,
): readonly Omit<Document, "isNamesake">[] {
  const attributed = drafts.map(({ document, passages }) => ({
    document,
    passages: passages.map((raw) => attributedPassage(raw, document.path)),
  }));

  /** What the passage's attribution says, where it has one. */
  function attributedPassage(raw: RawPassage, path: string): Passage {
    const { number, text, lines, headings, attribution } = raw;
    const passage = { number, text, lines, headings, topics: [], named: [] };
    if (attribution === undefined) return passage;
    const { sourceId, locator, topicIds, line } = attribution;
    const [source] = sources.lookUp([sourceId], () => ({ path, line }));
    return {
      ...passage,
      topics: topics.lookUp(topicIds, () => ({ path, line })),
      ...(source && { printedIn: { source, ...(locator !== undefined && { locator }) } }),
    };
  }

  // Documents may declare topics of their own, so labels are looked for when all are known.
  const onTopics = topicFinder(topics.known.values());
  const naming = personFinder(people.known.values());
  return attributed.map(({ document, passages }, index) => {
    progress(index);
    return {
      ...document,
      named: naming.within(
        [document.title, document.delivered, ...document.notes, ...passages]
          .map((part) => (typeof part === "object" ? part.text : part))
          .join("\n"),
      ),
      passages: linkRepeatedPassages(
        passages.map((passage) => ({
          ...passage,
          topics: [...new Set([...passage.topics, ...onTopics.within(passage.text)])],
          named: naming.within(passage.text),
        })),
      ),
    };
  });
}

/**
 * Words that somebody prints and that stand in the full text too are the same words: the quotation
 * points to the full text's passage, which takes over its topics.
 */
function linkRepeatedPassages(passages: readonly Passage[]): readonly Passage[] {
  const full = passages.filter(({ printedIn }) => printedIn === undefined);
  const wholes = passages.map((part) =>
    part.printedIn === undefined ? undefined : full.find(({ text }) => text.includes(part.text)),
  );
  return passages.map((passage, index) => {
    const whole = wholes[index];
    if (whole !== undefined) return { ...passage, sameAs: whole.number };
    const parts = passages.filter((_, part) => wholes[part] === passage);
    const topics = new Set([passage, ...parts].flatMap((one) => one.topics));
    return { ...passage, topics: [...topics] };
  });
}
