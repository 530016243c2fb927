import { readFile, realpath, stat } from "node:fs/promises";
import { basename, relative, resolve, sep } from "node:path";
import { commands } from "../../commands/index.ts";
import { preferStyle } from "../cite/style.ts";
import { type Bot, createBot } from "../command/bot.ts";
import { buildCorpus, type CorpusFile, type CorpusReading } from "../corpus/corpus.ts";
import { addressOf, type Corpus } from "../corpus/document.ts";
import { isDocumentPath } from "../corpus/document-file.ts";
import { formatProblem, type Problem } from "../corpus/problem.ts";
import { readFiles } from "../corpus/read.ts";
import { plural } from "../foundation/format.ts";
import { closestSpelling } from "../foundation/spelling.ts";
import { createProgressLine, OPENING_PROGRESS } from "../frontends/terminal/progress-line.ts";
import { renderText } from "../reply/plain-text.ts";
import type { Reply } from "../reply/reply.ts";
import { createLibrary } from "../search/library.ts";
import { defineTool, type ToolContext } from "./define-tool.ts";

/** `show`: a document or a passage as Ibid will show it, before anybody else sees it. */
export const show = defineTool({
  name: "show",
  description:
    "Show how a document will look, and how it is cited; also one that is not added yet.",
  usage: "<id, passage or file>",
  options: {},
  examples: [
    { line: "show 2019-08-05-kim-to-trump", does: "Shows the whole document with this id." },
    { line: "show 2019-08-05-kim-to-trump¶b", does: "Shows one passage." },
    { line: "show draft.md", does: "Shows a file as if it stood in the corpus." },
  ],

  async run({ positionals: [name, ...others] }, desk) {
    if (name === undefined || others.length > 0) {
      desk.complain([
        "One document is shown at a time: name its id, a passage of it, or its file.",
      ]);
      return 2;
    }
    const { corpus: folder } = desk.config;
    const line = createProgressLine(desk.errors, OPENING_PROGRESS, () => performance.now());
    const read = await readFiles(folder, line.show);
    if ("error" in read) {
      line.end();
      desk.complain(read.error.map(formatProblem));
      return 1;
    }
    const draft = await readDraft(name, folder);
    // Last, so that an id which is taken already is its problem and not another's.
    const files = [
      ...read.files.filter(({ path }) => path !== draft?.path),
      ...(draft ? [draft] : []),
    ];
    const reading = buildCorpus(files, read.unread, line.show);
    line.end();
    const sound = "error" in reading ? withoutProblems(files, reading.error) : reading;
    const own = "error" in reading ? reading.error.filter(belongsTo(draft?.path, name)) : [];
    if (own.length > 0 || "error" in sound) {
      desk.complain(
        [...own, ...("error" in sound && own.length === 0 ? sound.error : [])].map(formatProblem),
      );
      return 1;
    }
    if ("error" in reading) desk.complain([describeOtherProblems(reading.error)]);
    return showDocument(draft, name, sound.corpus, desk);
  },
});

/** Whether a problem is of the file that is meant: the draft, or the one whose id it would give. */
function belongsTo(draft: string | undefined, name: string): (problem: Problem) => boolean {
  const id = name.replace(/[¶#].*$/, "");
  return ({ path }) =>
    path === draft || path === name || path.replace(/^.*\/|\.[^.]*$/g, "") === id;
}

/** The corpus that is left without the documents that have problems. */
function withoutProblems(
  files: readonly CorpusFile[],
  problems: readonly Problem[],
): CorpusReading {
  const faulty = new Set(problems.map(({ path }) => path).filter(isDocumentPath));
  return buildCorpus(files.filter(({ path }) => !faulty.has(path)));
}

function describeOtherProblems(problems: readonly Problem[]): string {
  const files = new Set(problems.map(({ path }) => path)).size;
  return `The corpus does not load yet: ${plural(problems.length, "problem")} in ${plural(files, "other file")}, which are left out here. \`npm run corpus -- check\` lists them.`;
}

function showDocument(
  draft: CorpusFile | undefined,
  name: string,
  corpus: Corpus,
  desk: ToolContext,
): 0 | 1 {
  const library = createLibrary(corpus, new Date());
  const document =
    corpus.documents.find(({ path }) => path === (draft?.path ?? name)) ?? library.document(name);
  const place = draft === undefined ? library.passage(name) : undefined;
  const address = place ? addressOf(place.document, place.passage) : document?.id;
  if (address === undefined) {
    desk.complain([describeMissing(name, corpus, desk.config.corpus)]);
    return 1;
  }
  const styles = preferStyle(desk.config.citationStyle, desk.styles);
  const bot = createBot(commands, () => ({ library, styles, day: 0, seed: 0 }));
  const cited = respond(bot, "cite", { passage: address });
  // The citation of a passage shows its words.
  const replies = place ? [cited] : [respond(bot, "letter", { date: address, whole: true }), cited];
  desk.say(replies.map((reply) => renderText(reply, desk.style()).text).join("\n\n"));
  return 0;
}

/** What a command answers, without its offers to go on: nobody can take them here. */
function respond(bot: Bot, name: string, options: Parameters<Bot["respond"]>[1]): Reply {
  return { ...bot.respond(name, options).reply, actions: [] };
}

function describeMissing(name: string, { documents }: Corpus, folder: string): string {
  const [id = "", number] = name.split(/\s*[¶#]\s*/);
  const document = documents.find((one) => one.id === id || one.formerly.includes(id));
  if (document !== undefined && number !== undefined) {
    const last = document.passages.at(-1);
    return last === undefined
      ? `\`${id}\` has no passage that can be quoted.`
      : `\`${id}\` has no passage ¶${number}. Its last one is \`${addressOf(document, last)}\`.`;
  }
  const near = closestSpelling(
    id,
    documents.flatMap((one) => [one.id, ...one.formerly]),
  );
  return near === undefined
    ? `There is no document \`${name}\` in ${resolve(folder)}, and no such Markdown file.`
    : `There is no document \`${id}\`. Is \`${near}\` meant?`;
}

/** The file at `path` as it would stand in the corpus in `folder`; undefined where there is none. */
async function readDraft(path: string, folder: string): Promise<CorpusFile | undefined> {
  const file = await realpath(resolve(path)).catch(() => undefined);
  if (file === undefined || !isDocumentPath(file) || !(await stat(file)).isFile()) return undefined;
  const root = await realpath(resolve(folder)).catch(() => resolve(folder));
  const way = relative(root, file);
  const isWithin = way !== ".." && !way.startsWith(`..${sep}`) && resolve(way) !== way;
  const bytes = await readFile(file).catch(() => undefined);
  return bytes && { path: isWithin ? way.replaceAll(sep, "/") : basename(file), bytes };
}
