import { createInterface } from "node:readline/promises";
import { type Message, message } from "../../catalogue/catalogue.ts";
import type { Metadata } from "../../import/manuscript.ts";
import { validateMetadata } from "../../import/writing/front-matter.ts";
import { replaceControlCharacters } from "../../reply/plain-text.ts";
import type { ToolContext } from "../define-tool.ts";

/** Asks the editor questions at a terminal. Every question rejects when `signal` is aborted. */
export interface Prompts {
  /** Asks a yes-or-no question. An empty answer is yes. */
  confirm(question: Message): Promise<boolean>;
  /** Asks for the values of `keys`, and returns the metadata with the answers. */
  completeMetadata(metadata: TitledMetadata, keys: readonly PromptedKey[]): Promise<TitledMetadata>;
  /** Aborted when the editor stops the import. */
  readonly signal: AbortSignal;
  close(): void;
}

type TitledMetadata = Metadata & { readonly title: string };

/** The keys of front matter that the editor is asked for, in order. */
export const PROMPTED_KEYS = ["title", "date", "from", "to", "type"] as const;
type PromptedKey = (typeof PROMPTED_KEYS)[number];

/** Opens prompts at a terminal, which end when `interrupt` is aborted or the editor presses Ctrl-C. */
export function createPrompts({ input, output, t }: ToolContext, interrupt: AbortSignal): Prompts {
  const closed = new AbortController();
  const signal = AbortSignal.any([interrupt, closed.signal]);
  const lines = createInterface({ input, output });
  // In raw mode Ctrl-C is a key and not a signal. After Ctrl-D no question would ever be answered.
  lines.on("SIGINT", () => closed.abort());
  lines.on("close", () => closed.abort());

  async function ask(question: Message): Promise<string> {
    return (await lines.question(replaceControlCharacters(t.format(question)), { signal })).trim();
  }

  /** Asks for one key until the answer is valid. Returns nothing if the answer is empty. */
  async function askFor(key: PromptedKey, metadata: TitledMetadata): Promise<Metadata> {
    const current = [metadata[key] ?? []].flat().join("; ");
    const answer = await ask(
      message("import.question", { question: message(`import.ask-${key}`), current }),
    );
    if (answer === "") return {};
    const isList = key === "from" || key === "to";
    const value = isList ? answer.split(";").map((name) => name.trim()) : answer;
    const answered = { [key]: value };
    const error = validateMetadata(answered).get(key);
    if (error === undefined) return answered;
    output.write(`  ${t.format(error)}\n`);
    return askFor(key, metadata);
  }

  return {
    async confirm(question) {
      return !/^n/i.test(await ask(message("import.confirm", { question })));
    },
    async completeMetadata(metadata, keys) {
      let complete = metadata;
      for (const key of keys) complete = { ...complete, ...(await askFor(key, metadata)) };
      return complete;
    },
    signal,
    close: () => lines.close(),
  };
}
