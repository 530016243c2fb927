import { action, defineCommand } from "../src/command/define-command.ts";
import { dayLabel } from "../src/corpus/date.ts";
import { formatNumber, plural } from "../src/foundation/format.ts";
import type { FailedReload } from "../src/loading/hot-reload.ts";

/** `/about`: which corpus answers, how large it is, and how old. */
export const about = defineCommand({
  name: "about",
  description: "Tell which corpus this is, what it holds, and when it was read.",
  examples: ["/about"],
  options: {},

  run(_, { library, refusal }) {
    const { corpus, readAt } = library;
    const { title, description, rights, language, documents, hash } = corpus;
    const dates = documents.flatMap(({ date }) => (date === undefined ? [] : [date]));
    // Documents stand in the order of their first days.
    const first = dates[0]?.first ?? Number.NEGATIVE_INFINITY;
    const last = dates.reduce((latest, date) => Math.max(latest, date.last), first);
    const undated = documents.length - dates.length;
    const notes = documents.reduce((sum, document) => sum + document.notes.length, 0);
    return {
      kind: "article",
      title,
      paragraphs: description === undefined ? [] : [description],
      facts: [
        {
          label: "Documents",
          value: `${formatNumber(documents.length)}${undated > 0 ? `, of which ${formatNumber(undated)} undated` : ""}`,
        },
        { label: "Passages that can be quoted", value: formatNumber(library.passages({}).length) },
        { label: "Notes by the corpus’s editor", value: formatNumber(notes) },
        ...(Number.isFinite(first) && Number.isFinite(last)
          ? [{ label: "Dates", value: `${dayLabel(first)} to ${dayLabel(last)}` }]
          : []),
        {
          label: "Tables",
          value: [
            plural(corpus.sources.size, "source"),
            plural(corpus.topics.size, "topic"),
            plural(corpus.people.size, "person", "people"),
            plural(corpus.events.length, "event"),
          ].join(", "),
        },
        { label: "Language", value: language },
        ...(rights === undefined ? [] : [{ label: "Rights", value: rights }]),
        { label: "Content hash (SHA-256)", value: hash },
        { label: "Read", value: formatMinute(readAt) },
        ...(refusal === undefined
          ? []
          : [{ label: "Last change", value: describeFailedReload(refusal) }]),
      ],
      items: [],
      page: { number: 1, of: 1 },
      actions: [
        action("Timeline", { name: "timeline", options: {} }),
        action("Topics", { name: "topics", options: {} }),
        action("Help", { name: "help", options: {} }),
      ],
    };
  },
});

/** What everybody may know of a refusal: its problems name files, and are for who runs Ibid. */
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
