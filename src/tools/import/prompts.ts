import { createInterface } from "node:readline/promises";
import type { Metadata } from "../../import/manuscript.ts";
import { validateMetadata } from "../../import/writing/front-matter.ts";
import { printable } from "../../reply/plain-text.ts";
import type { ToolContext } from "../define-tool.ts";

/** Asks an editor at a terminal. */
export interface Prompts {
  /** Whether the answer is yes, which an empty one is. */
  agrees(question: string): Promise<boolean>;
  /** Metadata with what the editor says of those of `keys` that they are asked for. */
  complete(metadata: Titled, keys: readonly Key[]): Promise<Titled>;
  /** Aborted when the editor stops it, which a terminal that asks tells nobody else. */
  readonly ending: AbortSignal;
  end(): void;
}

type Titled = Metadata & { readonly title: string };

/** What an editor is asked for, in order. */
export const PROMPTED_KEYS = ["title", "date", "from", "to", "type"] as const;
type Key = (typeof PROMPTED_KEYS)[number];

const QUESTIONS: Readonly<Record<Key, string>> = {
  title: "Title",
  date: "Date, such as 1787-11-22 or 1787-11",
  from: "From whom",
  to: "To whom",
  type: "Type, such as personal_communication",
};

/** Asks at a terminal; every question rejects when `ending` is aborted, which Ctrl-C at the terminal does too. */
export function createPrompts({ input, output }: ToolContext, ending: AbortSignal): Prompts {
  const stopped = new AbortController();
  const signal = AbortSignal.any([ending, stopped.signal]);
  const lines = createInterface({ input, output });
  // At a terminal in raw mode Ctrl-C is a key, and no question would ever be answered after Ctrl-D.
  lines.on("SIGINT", () => stopped.abort());
  lines.on("close", () => stopped.abort());

  async function ask(question: string): Promise<string> {
    return (await lines.question(printable(question), { signal })).trim();
  }

  async function askFor(key: Key, metadata: Titled): Promise<Metadata> {
    const known = [metadata[key] ?? []].flat().join("; ");
    const answer = await ask(`  ${QUESTIONS[key]} [${known}]: `);
    if (answer === "") return {};
    const several = answer.split(";").map((one) => one.trim());
    const said = { [key]: key === "from" || key === "to" ? several : answer };
    const fault = validateMetadata(said).get(key);
    if (fault === undefined) return said;
    output.write(`  ${fault}\n`);
    return askFor(key, metadata);
  }

  return {
    async agrees(question) {
      return !/^n/i.test(await ask(`${question} [yes]: `));
    },
    async complete(metadata, keys) {
      let complete = metadata;
      for (const key of keys) complete = { ...complete, ...(await askFor(key, metadata)) };
      return complete;
    },
    ending: signal,
    end: () => lines.close(),
  };
}
