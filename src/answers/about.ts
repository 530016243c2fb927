import { formatDay } from "../corpus/date.ts";
import type { Document } from "../corpus/document.ts";
import { formatNumber, plural } from "../foundation/format.ts";
import type { CurrentLibrary, FailedReload } from "../loading/hot-reload.ts";
import type { Fact } from "../reply/reply.ts";

/** Returns the facts about a corpus: its size, its dates, its version and its last reload. */
export function corpusFacts({ library, failedReload }: CurrentLibrary): readonly Fact[] {
  const { corpus, readAt } = library;
  const { documents, sources, topics, people, events, language, rights, hash } = corpus;
  const undated = documents.filter(({ date }) => date === undefined).length;
  const notes = documents.reduce((sum, document) => sum + document.notes.length, 0);
  const dates = datesLabel(documents);
  return [
    {
      label: "Documents",
      value: `${formatNumber(documents.length)}${undated > 0 ? `, of which ${formatNumber(undated)} undated` : ""}`,
    },
    { label: "Passages that can be quoted", value: formatNumber(library.passages({}).length) },
    { label: "Notes by the corpus’s editor", value: formatNumber(notes) },
    ...(dates === undefined ? [] : [{ label: "Dates", value: dates }]),
    {
      label: "Tables",
      value: [
        plural(sources.size, "source"),
        plural(topics.size, "topic"),
        plural(people.size, "person", "people"),
        plural(events.length, "event"),
      ].join(", "),
    },
    { label: "Language", value: language },
    ...(rights === undefined ? [] : [{ label: "Rights", value: rights }]),
    { label: "Content hash (SHA-256)", value: hash },
    { label: "Read", value: formatMinute(readAt) },
    ...(failedReload === undefined
      ? []
      : [{ label: "Last change", value: describeFailedReload(failedReload) }]),
  ];
}

/** Formats the period of all documents; undefined if it has an open end or no document is dated. */
function datesLabel(documents: readonly Document[]): string | undefined {
  const dates = documents.flatMap(({ date }) => date ?? []);
  // Documents are in order of their first days, but not of their last ones.
  const [earliest] = dates;
  const lastDay = dates.reduce((latest, { last }) => Math.max(latest, last), -Infinity);
  if (earliest === undefined || !Number.isFinite(earliest.first) || !Number.isFinite(lastDay)) {
    return undefined;
  }
  return `${formatDay(earliest.first)} to ${formatDay(lastDay)}`;
}

/**
 * Describes a failed reload without its problems: they name files, which only the operator sees.
 */
function describeFailedReload({ at, problems }: FailedReload): string {
  const what =
    problems === 0
      ? `could not be read at ${formatMinute(at)}`
      : `refused at ${formatMinute(at)}, ${plural(problems, "problem")}`;
  return `${what}; the corpus as it was goes on answering`;
}

function formatMinute(time: Date): string {
  return `${time.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
