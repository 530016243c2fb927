import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commands } from "../commands/index.ts";
import { readStyles } from "../src/cite/read-styles.ts";
import { preferStyle } from "../src/cite/style.ts";
import { createBot } from "../src/command/bot.ts";
import { respondTo } from "../src/discord/interaction.ts";
import { quantile } from "../src/import/shared/quantile.ts";
import { openLibrary } from "../src/loading/open-library.ts";
import { parseAnswerable } from "../tests/discord/ask.ts";
import { autocomplete, slashCommand } from "../tests/discord/payloads.ts";
import { createDraw, type Draw } from "./draw.ts";
import { printTable, tableOf } from "./report.ts";
import { writeSection } from "./results.ts";

const DOCUMENTS = 10_000;
const FOLDERS = 200;
const ROUNDS = 1000;

/** Words of titles, by kinds of writing: those with accents and of other scripts take longest to prepare. */
const WORDS = {
  "without accents": ["lamp", "oil", "harbour", "keeper", "winter", "letter", "storm", "reef"],
  "with accents": ["lámpara", "Öl", "hôtel", "gardé", "hiver", "größe", "tempête", "récif"],
  Korean: ["등대", "기름", "항구", "등대지기", "겨울", "편지", "폭풍", "암초"],
};

/** Measures the completion of `in:` as Discord asks for it, in a corpus of many documents and folders. */
export async function benchCompletion(): Promise<void> {
  const rows: string[][] = [];
  for (const [writing, words] of Object.entries(WORDS)) {
    const folder = await mkdtemp(join(tmpdir(), "ibid-completion-"));
    try {
      rows.push([writing, ...(await measure(folder, words))]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  const heads = [
    "titles",
    "first",
    "p50",
    "p99",
    "p99 of processor time",
    "name that does not exist, processor time p50",
  ];
  printTable(["completion of in:", ...heads.slice(1)], rows);
  await writeSection("Completion of in:", "npm run bench", [
    `Completions of \`/search in:\` in ${DOCUMENTS} documents in ${FOLDERS} folders, from the payload to the response: the beginnings of titles and of words within them, folders, ids and names that do not exist. The first is the one that follows the opening of the corpus. Processor time does not count what else the machine does. A command with a name that does not exist is answered with the most similar one.`,
    tableOf(heads, rows),
  ]);
}

async function measure(folder: string, words: readonly string[]): Promise<readonly string[]> {
  const draw = createDraw(1);
  const titles = Array.from(
    { length: DOCUMENTS },
    (_, index) => `${titleOf(words, draw)} ${index}`,
  );
  for (let shelf = 0; shelf < FOLDERS; shelf++) await mkdir(join(folder, `shelf-${shelf}`));
  for (const [index, title] of titles.entries()) {
    const path = join(folder, `shelf-${index % FOLDERS}`, `note-${index}.md`);
    await writeFile(path, `---\ntitle: ${title}\n---\nThe light of night ${index}.\n`);
  }
  const opened = await openLibrary(folder, { isThreaded: true });
  if ("error" in opened) throw new Error("The corpus does not load.");
  const styles = preferStyle("chicago", (await readStyles("styles")).styles);
  const context = { styles, day: 20_000, now: 20_000 * 86_400_000, posts: false, seed: 1 };
  const bot = createBot(commands, () => ({ ...context, library: opened.library }));
  const timeOf = (payload: unknown) => {
    const interaction = parseAnswerable(payload);
    const start = performance.now();
    const startUsage = process.cpuUsage();
    respondTo(interaction, bot);
    const { user, system } = process.cpuUsage(startUsage);
    return { elapsed: performance.now() - start, processor: (user + system) / 1000 };
  };
  const complete = (typed: string) =>
    timeOf(autocomplete("search", { query: "light", in: typed }, "in"));
  const first = complete(draw.oneOf(words));
  const times = Array.from({ length: ROUNDS }, () => complete(typedOf(titles, draw)));
  const wrong = Array.from({ length: ROUNDS / 20 }, () =>
    timeOf(slashCommand("search", { query: "light", in: `${draw.oneOf(titles)}x` })),
  );
  const elapsed = times.map((time) => time.elapsed);
  const processor = times.map((time) => time.processor);
  return [
    first.elapsed,
    quantile(elapsed, 0.5),
    quantile(elapsed, 0.99),
    quantile(processor, 0.99),
    quantile(
      wrong.map((time) => time.processor),
      0.5,
    ),
  ].map((time) => `${time.toFixed(2)} ms`);
}

function titleOf(words: readonly string[], draw: Draw): string {
  return Array.from({ length: draw.between(2, 5) }, () => draw.oneOf(words)).join(" ");
}

/** Returns what someone may have typed on the way to a part of the corpus, or to none. */
function typedOf(titles: readonly string[], draw: Draw): string {
  const title = draw.oneOf(titles);
  const start = draw.happens(0.5) ? 0 : draw.below(title.length);
  return draw.oneOf([
    title.slice(start, start + draw.below(8)),
    `shelf-${draw.below(FOLDERS)}`.slice(0, draw.between(1, 9)),
    `note-${draw.below(DOCUMENTS)}`.slice(0, draw.between(1, 9)),
    `${title}x`,
  ]);
}
