import { access } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { readCorpus } from "../corpus/read.ts";
import { cutTo, widthOf } from "../foundation/columns.ts";
import { counted, grouped } from "../foundation/format.ts";
import { unloadable } from "../frontends/reload-messages.ts";
import { createProgressLine, OPENING } from "../frontends/terminal/progress-line.ts";
import { printable } from "../reply/plain-text.ts";
import { type Share, type Statistics, statisticsOf } from "../review/statistics.ts";
import { type Desk, defineTool, type ExitCode } from "./define-tool.ts";
import { writeWhole } from "./stats/write-atomically.ts";

/** `stats`: how much a corpus holds, and how it is spread. */
export const stats = defineTool({
  name: "stats",
  description: "Count documents, passages and words, by year, person, topic, language and type.",
  usage: "[folder] [picture.png]",
  options: {
    json: { type: "boolean", description: "Print one JSON object, with every name." },
    png: {
      type: "boolean",
      description:
        "Draw a picture, into `<folder>.png` or the file named; in the typefaces of this machine.",
    },
    force: { type: "boolean", description: "Let the picture take the place of a file." },
  },
  examples: [
    { line: "stats", does: "Counts what the corpus holds that IBID_CORPUS names." },
    { line: "stats my-letters --png letters.png", does: "Draws a picture of another folder." },
  ],

  async run({ positionals, values: { json, png, force } }, desk) {
    const pictures = png === true ? positionals.filter((one) => /\.png$/i.test(one)) : [];
    const folders = positionals.filter((one) => !pictures.includes(one));
    if (folders.length > 1 || pictures.length > 1) {
      desk.complain(["One folder is counted at a time, into one picture that ends in `.png`."]);
      return 2;
    }
    const folder = folders[0] ?? desk.config.corpus;
    const picture = pictures[0] ?? `${basename(resolve(folder))}.png`;
    // Before anything takes long.
    if (png === true && force !== true && (await exists(picture))) return refused(picture, desk);
    const line = createProgressLine(desk.errors, OPENING, () => performance.now());
    const reading = await readCorpus(folder, line.show).finally(line.end);
    if ("problems" in reading) {
      desk.complain(unloadable(folder, reading.problems));
      return 1;
    }
    const statistics = statisticsOf(reading.corpus);
    if (json === true) desk.say(JSON.stringify(statistics, undefined, 2));
    else if (png !== true) desk.say(printable(tablesOf(statistics)));
    return png === true ? drawn(statistics, picture, force === true, desk) : 0;
  },
});

async function drawn(
  statistics: Statistics,
  file: string,
  overwrites: boolean,
  desk: Desk,
): Promise<ExitCode> {
  // Only who wants a picture waits for what draws it.
  const [{ pngOf }, { statsPicture }] = await Promise.all([
    import("./stats/render-png.ts"),
    import("./stats/stats-chart.ts"),
  ]);
  const png = await pngOf(statsPicture(statistics), { isOfManyScripts: true });
  try {
    const outcome = await writeWhole(file, png, { overwrites, signal: desk.ending() });
    if (outcome === "exists") return refused(file, desk);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    desk.complain([`The picture cannot be written to ${file}: ${reason}. Name another file.`]);
    return 1;
  }
  desk.complain([`The picture is in ${file}.`]);
  return 0;
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

function refused(file: string, desk: Desk): ExitCode {
  desk.complain([`${file} is there already. Name another file, or overwrite it with \`--force\`.`]);
  return 1;
}

/** How many rows a table has that may have any number. */
const MOST_ROWS = 20;
const MOST_COLUMNS = 40;

/** A name and figures. */
type Row = readonly [name: string, ...figures: readonly string[]];

function tablesOf(statistics: Statistics): string {
  const { title, documents, passages, notes, words, years, people, topics, languages, types } =
    statistics;
  const amounts = ["documents", "passages", "notes", "words"];
  const figures = (share: Share) =>
    [share.documents, share.passages, share.notes, share.words].map(grouped);
  const plainRows = (shares: readonly Share[]) =>
    shares.map((share): Row => [share.name, ...figures(share)]);
  return [
    title,
    [
      counted(documents, "document"),
      counted(passages, "passage"),
      counted(words, "word in passages", "words in passages"),
      counted(notes, "note"),
    ].join(", "),
    ...table(["Year", ...amounts], plainRows(years), years.length),
    ...table(
      ["Person", "from", "to", ...amounts],
      people.map((one): Row => [one.name, grouped(one.from), grouped(one.to), ...figures(one)]),
    ),
    ...table(["Topic", ...amounts], plainRows(topics)),
    ...table(["Language", ...amounts], plainRows(languages)),
    ...table(["Type", ...amounts], plainRows(types)),
  ].join("\n");
}

/** Rows in columns, names to the left and figures to the right; nothing of no rows. */
function table(head: Row, rows: readonly Row[], most = MOST_ROWS): readonly string[] {
  if (rows.length === 0) return [];
  const shown = [head, ...rows.slice(0, most)].map(
    ([name, ...figures]): Row => [cutTo(MOST_COLUMNS, name.replace(/\s+/g, " ")), ...figures],
  );
  const widths = head.map((_, column) =>
    Math.max(...shown.map((row) => widthOf(row[column] ?? ""))),
  );
  const left = rows.length - most;
  return [
    "",
    ...shown.map((row) =>
      row
        .map((cell, column) => {
          const space = " ".repeat((widths[column] ?? 0) - widthOf(cell));
          return column === 0 ? cell + space : space + cell;
        })
        .join("  "),
    ),
    ...(left > 0 ? [`and ${grouped(left)} more, which \`--json\` lists`] : []),
  ];
}
