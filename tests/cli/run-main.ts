import { EventEmitter, once } from "node:events";
import { PassThrough, Writable } from "node:stream";
import { english, type Translate } from "../../src/catalogue/catalogue.ts";
import type { Host } from "../../src/cli/host.ts";
import { main } from "../../src/cli/main.ts";
import { createFolder } from "../corpus/folder.ts";
import { NPM_SCRIPTS } from "../tools/run-tool.ts";

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** The folder that may contain a file `.env`; an empty one by default. */
  readonly folder?: string;
  /** Its language: English by default. */
  readonly t?: Translate;
  /** Whether its input is a terminal. */
  readonly isTerminal?: boolean;
  /** The program; Ibid itself by default. */
  readonly run?: (host: Host) => Promise<number>;
}

/** The output of a program so far. */
export interface Written {
  stdout: string;
  stderr: string;
}

/** Starts Ibid in this process, with streams, an environment and signals of its own. */
export async function startMain(
  args: readonly string[],
  { env = {}, folder, isTerminal = false, t = english, run = main }: RunOptions = {},
) {
  const stream = new PassThrough();
  const input = Object.assign(stream, isTerminal && { isTTY: true, setRawMode: () => stream });
  const written: Written = { stdout: "", stderr: "" };
  const events = new EventEmitter();
  const collect = (name: keyof Written) =>
    new Writable({
      decodeStrings: false,
      write(chunk, _, done) {
        written[name] += String(chunk);
        events.emit("data");
        done();
      },
    });
  const errors = collect("stderr");
  let end = () => {};
  const signal = new Promise<undefined>((resolve) => {
    end = () => resolve(undefined);
  });
  const ended = run({
    args,
    invocation: NPM_SCRIPTS,
    t,
    folder: folder ?? (await createFolder({})),
    environment: { ...env },
    input,
    output: collect("stdout"),
    errors,
    openLog: async () => errors,
    waitForSignal: () => signal,
  }).then((code) => ({ code, ...written }));
  const more = () => dataFrom([events], ended);
  return { input, written, ended, more, end };
}

/** Resolves when one of the streams has data. Rejects if the program ends instead. */
export async function dataFrom(
  streams: readonly NodeJS.EventEmitter[],
  ended: Promise<Written>,
): Promise<void> {
  const end = ended.then(({ stdout, stderr }) => Promise.reject(new Error(stdout + stderr)));
  const over = new AbortController();
  const data = streams.map((stream) => once(stream, "data", over));
  // The other listeners are removed.
  await Promise.race([...data, end]).finally(() => over.abort());
}

/** Runs Ibid in this process with these lines on its input, and resolves when it ends. */
export async function runMain(
  args: readonly string[],
  { input = "", ...options }: RunOptions & { readonly input?: string } = {},
) {
  const started = await startMain(args, options);
  started.input.end(input);
  return started.ended;
}
