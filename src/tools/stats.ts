import { access } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { readCorpus } from "../corpus/read.ts";
import { columnWidth, truncateToColumns } from "../foundation/columns.ts";
import { formatNumber, plural } from "../foundation/format.ts";
import { describeLoadFailure } from "../frontends/reload-messages.ts";
import { createProgressLine, OPENING_PROGRESS } from "../frontends/terminal/progress-line.ts";
import { printable } from "../reply/plain-text.ts";
import { type Share, type Statistics, statisticsOf } from "../review/statistics.ts";
import { defineTool, type ExitCode, type ToolContext } from "./define-tool.ts";
import { writeAtomically } from "./stats/write-atomically.ts";

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
    if (png === true && force !== true && (await exists(picture)))
      return refuseOverwrite(picture, desk);
    const line = createProgressLine(desk.errors, OPENING_PROGRESS, () => performance.now());
    const reading = await readCorpus(folder, line.show).finally(line.end);
    if ("error" in reading) {
      desk.complain(describeLoadFailure(folder, reading.error));
      return 1;
    }
    const statistics = statisticsOf(reading.corpus);
    if (json === true) desk.say(JSON.stringify(statistics, undefined, 2));
    else if (png !== true) desk.say(printable(formatTables(statistics)));
    return png === true ? drawChart(statistics, picture, force === true, desk) : 0;
  },
});

async function drawChart(
  statistics: Statistics,
  file: string,
  overwrites: boolean,
  desk: ToolContext,
): Promise<ExitCode> {
  // Only who wants a picture waits for what draws it.
  const [{ renderPng: pngOf }, { createStatsChart: statsPicture }] = await Promise.all([
    import("./stats/render-png.ts"),
    import("./stats/stats-chart.ts"),
  ]);
  const png = await pngOf(statsPicture(statistics), { isOfManyScripts: true });
  try {
    const outcome = await writeAtomically(file, png, { overwrites, signal: desk.ending() });
    if (outcome === "exists") return refuseOverwrite(file, desk);
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

function refuseOverwrite(file: string, desk: ToolContext): ExitCode {
  desk.complain([`${file} is there already. Name another file, or overwrite it with \`--force\`.`]);
  return 1;
}

/** How many rows a table has that may have any number. */
const MOST_ROWS = 20;
const MOST_COLUMNS = 40;

/** A name and figures. */
type Row = readonly [name: string, ...figures: readonly string[]];

function formatTables(statistics: Statistics): string {
  const { title, documents, passages, notes, words, years, people, topics, languages, types } =
    statistics;
  const amounts = ["documents", "passages", "notes", "words"];
  const figures = (share: Share) =>
    [share.documents, share.passages, share.notes, share.words].map(formatNumber);
  const plainRows = (shares: readonly Share[]) =>
    shares.map((share): Row => [share.name, ...figures(share)]);
  return [
    title,
    [
      plural(documents, "document"),
      plural(passages, "passage"),
      plural(words, "word in passages", "words in passages"),
      plural(notes, "note"),
    ].join(", "),
    ...table(["Year", ...amounts], plainRows(years), years.length),
    ...table(
      ["Person", "from", "to", ...amounts],
      people.map(
        (one): Row => [one.name, formatNumber(one.from), formatNumber(one.to), ...figures(one)],
      ),
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
    ([name, ...figures]): Row => [
      truncateToColumns(MOST_COLUMNS, name.replace(/\s+/g, " ")),
      ...figures,
    ],
  );
  const widths = head.map((_, column) =>
    Math.max(...shown.map((row) => columnWidth(row[column] ?? ""))),
  );
  const left = rows.length - most;
  return [
    "",
    ...shown.map((row) =>
      row
        .map((cell, column) => {
          const space = " ".repeat((widths[column] ?? 0) - columnWidth(cell));
          return column === 0 ? cell + space : space + cell;
        })
        .join("  "),
    ),
    ...(left > 0 ? [`and ${formatNumber(left)} more, which \`--json\` lists`] : []),
  ];
}
