import { access } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { type Message, message, withNames } from "../catalogue/catalogue.ts";
import { errorCode, errorMessage } from "../foundation/errors.ts";
import { describeLoadFailure } from "../frontends/reload-messages.ts";
import { createProgressLine, OPENING_PROGRESS } from "../frontends/terminal/progress-line.ts";
import { openLibrary } from "../loading/open-library.ts";
import { stringifyForTerminal } from "../reply/json.ts";
import { replaceControlCharacters } from "../reply/plain-text.ts";
import { computeStatistics, type Statistics } from "../review/statistics.ts";
import { labelsIn } from "../search/labels.ts";
import { defineTool, type ExitCode, type ToolContext } from "./define-tool.ts";
import { loadPngRenderer, type PngRenderer } from "./stats/render-png.ts";
import { createStatsChart } from "./stats/stats-chart.ts";
import { formatStatsTables } from "./stats/stats-tables.ts";
import { writeAtomically } from "./stats/write-atomically.ts";

/** `stats`: counts the contents of a corpus, by year, person, topic, language and type. */
export const stats = defineTool({
  name: "stats",
  description: message("stats.help"),
  usage: "stats.usage",
  options: {
    json: { type: "boolean", description: "stats.json" },
    png: {
      type: "boolean",
      description: "stats.png",
    },
    force: { type: "boolean", description: "stats.force" },
  },
  examples: [
    { command: "stats", description: "stats.example" },
    {
      command: "stats my-letters --png letters.png",
      description: "stats.example-png",
    },
  ],

  async run({ positionals, values: { json, png, force } }, context) {
    const pictures = png === true ? positionals.filter((path) => /\.png$/i.test(path)) : [];
    const folders = positionals.filter((path) => !pictures.includes(path));
    if (folders.length > 1 || pictures.length > 1) {
      context.printErrors([message("stats.one-folder")]);
      return 2;
    }
    const [folder = context.config.corpus] = folders;
    const [picture = `${basename(resolve(folder))}.png`] = pictures;
    // Checked before the corpus is read, which may take long.
    if (png === true && force !== true && (await exists(picture))) {
      context.printErrors([describeExisting(picture)]);
      return 1;
    }
    const renderer = png === true ? await loadPngRenderer() : undefined;
    if (renderer !== undefined && "error" in renderer) {
      context.printErrors([renderer.error]);
      return 1;
    }
    const line = createProgressLine(context.errors, context.t, OPENING_PROGRESS, () =>
      performance.now(),
    );
    const opened = await openLibrary(folder, { progress: line.show }).finally(line.end);
    if ("error" in opened) {
      context.printErrors(describeLoadFailure(folder, opened.error));
      return 1;
    }
    const { corpus } = opened.library;
    const statistics = computeStatistics(corpus);
    const names = labelsIn(corpus).get(context.t.language) ?? new Map();
    const t = withNames(context.t, names);
    if (json === true) context.print(stringifyForTerminal(statistics, 2));
    else if (renderer === undefined) {
      context.print(replaceControlCharacters(formatStatsTables(statistics, t)));
    }
    return renderer === undefined
      ? 0
      : drawChart(
          renderer,
          statistics,
          { file: picture, overwrites: force === true },
          { ...context, t },
        );
  },
});

async function drawChart(
  renderer: PngRenderer,
  statistics: Statistics,
  { file, overwrites }: { readonly file: string; readonly overwrites: boolean },
  context: ToolContext,
): Promise<ExitCode> {
  const png = await renderer.render(createStatsChart(statistics, context.t), {
    isOfManyScripts: true,
  });
  try {
    const signal = context.createInterruptSignal();
    await writeAtomically(file, png, { overwrites, signal });
  } catch (error) {
    context.printErrors([
      errorCode(error) === "EEXIST"
        ? describeExisting(file)
        : message("stats.not-written", { file, reason: errorMessage(error) }),
    ]);
    return 1;
  }
  context.printErrors([message("stats.written", { file })]);
  return 0;
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

function describeExisting(file: string): Message {
  return message("stats.exists", { file });
}
