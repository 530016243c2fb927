import process from "node:process";
import type { Readable, Writable } from "node:stream";
import type { DestinationStream } from "pino";
import { english, type Translate } from "../catalogue/catalogue.ts";
import { detectInvocation, type Invocation } from "../frontends/terminal/invocation.ts";

/** The parts of a process that Ibid uses. */
export interface Host {
  /** The arguments after the program's name. */
  readonly args: readonly string[];
  readonly invocation: Invocation;
  /** The language of everything that it prints and logs. */
  readonly t: Translate;
  /** The folder that may contain a file `.env`. */
  readonly folder: string;
  /** The environment. The variables in `.env` are added to it. */
  readonly environment: NodeJS.ProcessEnv;
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable & { readonly isTTY?: boolean };
  /** For the operator. */
  readonly errors: Writable & { readonly isTTY?: boolean };
  /** Opens the destination of the log. */
  readonly openLog: () => Promise<DestinationStream>;
  /**
   * Resolves when the process receives a signal to end. From then on it has eight seconds to do so, after which it ends
   * with its `exitCode`, and another signal ends it at once, with 1.
   */
  readonly waitForSignal: () => Promise<undefined>;
}

const END_SIGNALS = ["SIGINT", "SIGTERM"] as const;

/** How long ending may take, in milliseconds. Docker kills a process after ten seconds. */
const END_TIMEOUT = 7500;

/** Returns the current process. `args` are the arguments that are not yet parsed. */
export function currentProcess(args: readonly string[]): Host {
  return {
    args,
    t: english,
    invocation: detectInvocation({
      script: process.env["npm_lifecycle_event"],
      file: process.argv[1],
      folder: process.cwd(),
    }),
    folder: process.cwd(),
    environment: process.env,
    input: process.stdin,
    output: process.stdout,
    errors: process.stderr,
    openLog: async () => {
      const { pino } = await import("pino");
      return pino.destination({ fd: process.stderr.fd, sync: true });
    },
    waitForSignal: () =>
      new Promise((resolve) => {
        const end = () => {
          for (const signal of END_SIGNALS) {
            process.off(signal, end);
            // The default would not end the first process of a container.
            process.on(signal, () => process.exit(1));
          }
          // Something that Ibid does not wait for, such as a request, may still be open.
          setTimeout(() => process.exit(), END_TIMEOUT).unref();
          resolve(undefined);
        };
        for (const signal of END_SIGNALS) process.on(signal, end);
      }),
  };
}
