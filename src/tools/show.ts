import { readFile, realpath, stat } from "node:fs/promises";
import { basename, relative, resolve, sep } from "node:path";
import { commands } from "../../commands/index.ts";
import { type Message, message } from "../catalogue/catalogue.ts";
import { preferStyle } from "../cite/style.ts";
import { type Bot, createBot } from "../command/bot.ts";
import { buildCorpus, type CorpusFile, type CorpusReading } from "../corpus/corpus.ts";
import { addressOf, type Corpus } from "../corpus/document.ts";
import { isDocumentPath, slugOf } from "../corpus/document-file.ts";
import { describeProblem, type Problem } from "../corpus/problem.ts";
import { type CorpusFiles, readCorpusFiles } from "../corpus/read.ts";
import { closestSpelling } from "../foundation/spelling.ts";
import type { Invocation } from "../frontends/terminal/invocation.ts";
import { createProgressLine, OPENING_PROGRESS } from "../frontends/terminal/progress-line.ts";
import { isExceededLimit } from "../loading/limited-thread.ts";
import { mayTakeLong } from "../loading/open-library.ts";
import { renderText } from "../reply/plain-text.ts";
import type { Reply } from "../reply/reply.ts";
import { createLibrary } from "../search/library.ts";
import { defineTool, type ExitCode, type ToolContext } from "./define-tool.ts";

/** `show`: shows a document or a passage as Ibid will show it, before it is published. */
export const show = defineTool({
  name: "show",
  description: message("show.help"),
  usage: "show.usage",
  options: {},
  examples: [
    {
      command: "show DOCUMENT",
      description: "show.example",
    },
    { command: "show DOCUMENT¶2", description: "show.example-passage" },
    { command: "show draft.md", description: "show.example-file" },
  ],

  async run({ positionals: [name, ...others] }, context) {
    if (name === undefined || others.length > 0) {
      context.printErrors([message("show.one-document")]);
      return 2;
    }
    const { corpus: folder } = context.config;
    const line = createProgressLine(context.errors, context.t, OPENING_PROGRESS, () =>
      performance.now(),
    );
    const read = await readCorpusFiles(folder, line.show);
    if ("error" in read) {
      line.end();
      context.printErrors(read.error.map(describeProblem));
      return 1;
    }
    const draft = await readDraft(name, folder);
    const corpusFiles = read.files.filter(({ path }) => path !== draft?.path);
    // The draft is last, so that it has the problem if its id is taken.
    const files = draft === undefined ? corpusFiles : [...corpusFiles, draft];
    const exceeded = await findExceededLimit({ ...read, files }, context);
    if (exceeded !== undefined) {
      line.end();
      context.printErrors([describeProblem(exceeded)]);
      return 1;
    }
    const reading = buildCorpus(files, read.unread, line.show);
    line.end();
    if (!("error" in reading)) {
      const taken = draft && findTakenId(draft, reading.corpus, corpusFiles);
      if (taken === undefined) return showDocument(draft, name, reading.corpus, context);
      context.printErrors([describeProblem(taken)]);
      return 1;
    }

    const ownProblems = reading.error.filter(belongsTo(draft?.path, name));
    if (ownProblems.length > 0) {
      context.printErrors(ownProblems.map(describeProblem));
      return 1;
    }
    const remaining = buildWithoutProblems(files, reading.error);
    if ("error" in remaining) {
      context.printErrors(remaining.error.map(describeProblem));
      return 1;
    }
    context.printErrors([describeOtherProblems(reading.error, context.invocation)]);
    return showDocument(draft, name, remaining.corpus, context);
  },
});

/** Returns the problem of a file that cannot be read within the limits of a thread, if there is one. */
async function findExceededLimit(
  corpus: CorpusFiles,
  { checkCorpus }: ToolContext,
): Promise<Problem | undefined> {
  if (!mayTakeLong(corpus)) return undefined;
  const options = { isReviewed: false, progress: () => {} };
  const { problems } = await checkCorpus(corpus, options);
  return problems.find(isExceededLimit);
}

/** Returns a test for problems of the requested file: the draft, or the document with the id. */
function belongsTo(draft: string | undefined, name: string): (problem: Problem) => boolean {
  const id = name.replace(/[¶#].*$/, "");
  return ({ path }) =>
    path === draft || path === name || path.replace(/^.*\/|\.[^.]*$/g, "") === id;
}

/** Returns the problem of a draft that takes the id of a document, whose address would change. */
function findTakenId(
  { path }: CorpusFile,
  corpus: Corpus,
  others: readonly CorpusFile[],
): Problem | undefined {
  const id = slugOf(path);
  const renamed = corpus.documents.some(
    (one) => one.path !== path && slugOf(one.path) === id && one.id !== id,
  );
  if (!renamed) return undefined;
  const before = buildCorpus(others);
  const owner = "corpus" in before && before.corpus.documents.find((one) => one.id === id);
  if (!owner || corpus.documents.some((one) => one.id === id && one.path === owner.path)) {
    return undefined;
  }
  return {
    path,
    line: 1,
    message: message("problem.id-taken", { id, owner: owner.path }),
    remedy: message("remedy.id-taken"),
  };
}

/** Builds a corpus without the documents that have problems. */
function buildWithoutProblems(
  files: readonly CorpusFile[],
  problems: readonly Problem[],
): CorpusReading {
  const invalidPaths = new Set(problems.map(({ path }) => path).filter(isDocumentPath));
  return buildCorpus(files.filter(({ path }) => !invalidPaths.has(path)));
}

function describeOtherProblems(problems: readonly Problem[], { corpus }: Invocation): Message {
  const files = new Set(problems.map(({ path }) => path)).size;
  return message("show.others-left-out", { problems: problems.length, files, corpus });
}

function showDocument(
  draft: CorpusFile | undefined,
  name: string,
  corpus: Corpus,
  context: ToolContext,
): ExitCode {
  const library = createLibrary(corpus, new Date());
  const path = draft?.path ?? name;
  const document = corpus.documents.find((one) => one.path === path) ?? library.document(name);
  const passage = draft === undefined ? library.passage(name) : undefined;
  const address = passage ? addressOf(passage.document, passage.passage) : document?.id;
  if (address === undefined) {
    context.printErrors([describeMissing(name, corpus, context.config.corpus)]);
    return 1;
  }
  const styles = preferStyle(context.config.citationStyle, context.styles);
  const bot = createBot(
    commands,
    () => ({ library, styles, day: 0, now: 0, posts: false, seed: 0 }),
    { t: context.t },
  );
  const citation = respond(bot, "cite", { passage: address });
  // The citation of a passage contains its words.
  const replies = passage
    ? [citation]
    : [respond(bot, "letter", { date: address, whole: true }), citation];
  context.print(
    replies.map((reply) => renderText(reply, context.t, context.style()).text).join("\n\n"),
  );
  return 0;
}

/** Returns the reply of a command without its actions, which cannot be followed here. */
function respond(bot: Bot, name: string, options: Parameters<Bot["respond"]>[1]): Reply {
  return { ...bot.respond(name, options).reply, actions: [] };
}

function describeMissing(name: string, { documents }: Corpus, folder: string): Message {
  const [id = name, number] = name.split(/\s*[¶#]\s*/);
  const document = documents.find((one) => one.id === id || one.formerly.includes(id));
  if (document !== undefined && number !== undefined) {
    const last = document.passages.at(-1);
    return last === undefined
      ? message("show.no-passage", { id })
      : message("show.no-such-passage", { id, number, last: addressOf(document, last) });
  }
  const closest = closestSpelling(
    id,
    documents.flatMap((one) => [one.id, ...one.formerly]),
  );
  return closest === undefined
    ? message("show.no-document", { name, folder: resolve(folder) })
    : message("show.no-document-closest", { id, closest });
}

/** Reads the file at `path` as a file of the corpus in `folder`; undefined if it is not Markdown. */
async function readDraft(path: string, folder: string): Promise<CorpusFile | undefined> {
  const file = await realpath(resolve(path)).catch(() => undefined);
  if (file === undefined || !isDocumentPath(file) || !(await stat(file)).isFile()) return undefined;
  const root = await realpath(resolve(folder)).catch(() => resolve(folder));
  const relativePath = relative(root, file);
  const isInside =
    relativePath !== ".." &&
    !relativePath.startsWith(`..${sep}`) &&
    resolve(relativePath) !== relativePath;
  const bytes = await readFile(file).catch(() => undefined);
  return bytes && { path: isInside ? relativePath.replaceAll(sep, "/") : basename(file), bytes };
}
