import { libraryOf } from "../library.ts";
import { TEXTS } from "./hostile.ts";

/** Texts of one line, as titles, names and labels are. */
const LINES = TEXTS.filter((text) => text.trim() !== "" && !/[\n\u2028\u2029\p{Cs}]/u.test(text));

/** Texts of invisible characters. */
const INVISIBLE = ["\u200b", "\u2060\u200d", "\u3164", "\u00ad\u00ad", "\u200e\u200f", "\u2800"];

/** Escapes a text as CommonMark. */
function escapeForCorpus(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, "\\$&").replaceAll("\n", "\\\n");
}

function file(front: object, ...paragraphs: readonly string[]): string {
  return `---\n${JSON.stringify(front)}\n---\n\n${paragraphs.join("\n\n")}\n`;
}

const keyed = (texts: readonly string[], stem: string) =>
  texts.map((text, index) => [`${stem}-${index}`, text] as const);

const sources = keyed([...LINES, ...INVISIBLE], "work").map(([id, title], index) => ({
  id,
  type: "webpage",
  title: index % 7 === 0 ? title.repeat(40) : title,
  "container-title": title,
  issued: "2022-09-26",
  note: title,
  URL: `https://example.org/${index % 5 === 0 ? "x".repeat(600) : ""}?q=<*_${index}_*>#~~|`,
}));

const topics = Array.from({ length: 100 }, (_, index) => {
  const label = LINES[index % LINES.length] ?? "";
  return [`topic-${index}`, { label: `${label} ${index}`, also: [`${index} ${label}`] }];
});

const people = Object.fromEntries(
  [...LINES, ...INVISIBLE].map((name, index) => [
    index % 9 === 0 ? name.repeat(30) : `${name} ${index}`,
    { also: [`the ${index}th`], role: name },
  ]),
);
const names = Object.keys(people);

const events = sources.slice(0, 30).map(({ id, title }) => ({
  date: "2018-06-12",
  title,
  text: title.repeat(20),
  sources: [id],
}));

const TABLES = {
  "sources.yaml": JSON.stringify(
    Object.fromEntries(sources.map(({ id, ...source }) => [id, source])),
  ),
  "topics.yaml": JSON.stringify(Object.fromEntries(topics)),
  "people.yaml": JSON.stringify(people),
  "events.yaml": JSON.stringify(events),
};

const VERSE = LINES.map((line) => `${line}\n  ${line}`).join("\n");

/** A corpus of documents in their own words, which contain every mark of Discord’s Markdown. */
export const hostileTexts = libraryOf({
  ...TABLES,
  "corpus.yaml": JSON.stringify({ title: LINES.join(" "), description: LINES.join(" ") }),

  ...Object.fromEntries(
    LINES.map((line, index) => [
      `line-${index}.md`,
      file(
        {
          title: line.repeat(Math.ceil(300 / line.length)).slice(0, 300),
          date: `2018-01-${String((index % 28) + 1).padStart(2, "0")}`,
          from: names[index],
          to: names[index + 1],
          topics: [`topic-${index}`],
        },
        escapeForCorpus(line),
        `# ${escapeForCorpus(line)}`,
        escapeForCorpus(`${line}\n${line}`),
      ),
    ]),
  ),

  "verse.md": file({ title: "Verse" }, escapeForCorpus(VERSE), escapeForCorpus(VERSE.repeat(4))),
  "long.md": file(
    { title: "Long", topics: topics.map(([id]) => id) },
    escapeForCorpus(LINES.join(" ").repeat(20)),
    "A sentence that is like the others, by Mr. Kim. ".repeat(400),
    "x".repeat(10_000),
  ),
  "many.md": file(
    { title: "Many" },
    ...Array.from({ length: 100 }, (_, index) =>
      escapeForCorpus(`${index}. ${LINES[index % LINES.length]}`),
    ),
  ),
  "invisible.md": file({ title: INVISIBLE[0] }, ...INVISIBLE),
  "empty.md": file({ title: "Empty" }),
});

/** A corpus of documents known through other works, with summaries, remarks and sixty sources. */
export const hostileNotes = libraryOf({
  ...TABLES,
  "corpus.yaml": JSON.stringify({ title: LINES.join(" "), body: "notes" }),

  ...Object.fromEntries(
    LINES.slice(0, 30).map((line, index) => [
      `letter-${index}.md`,
      file(
        {
          title: line,
          date: "2018-05",
          from: names[index],
          to: names.slice(0, 5),
          delivered: line,
          rights: line,
          sources: sources.slice(0, 60).map(({ id }) => id),
        },
        escapeForCorpus(line.repeat(50)),
        ...sources
          .slice(0, 12)
          .map(
            ({ id }) => `> ${escapeForCorpus(line).replaceAll("\n", "\n> ")}\n>\n> — @${id}, p. 3`,
          ),
        "## Remarks",
        escapeForCorpus(LINES.join(" ")),
        ...INVISIBLE,
      ),
    ]),
  ),
});
