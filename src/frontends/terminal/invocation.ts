import { basename, relative } from "node:path";

/** The words with which the user runs Ibid, so that help shows what they can type. */
export interface Invocation {
  /** Starts the bot. */
  readonly start: string;
  /** Answers the question that follows. */
  readonly ask: string;
  /** Runs the tool for editors that follows. */
  readonly corpus: string;
  /** Backs up or restores what is kept. */
  readonly store: string;
}

/** How a process was started. */
interface ProcessStart {
  /** The script of `package.json` that npm runs. */
  readonly script: string | undefined;
  /** The path of the file that Node runs. */
  readonly file: string | undefined;
  /** The working directory. */
  readonly folder: string;
}

/** Detects how a process was run: by a script of `package.json`, as an installed command, or as a file. */
export function detectInvocation({ script, file = "ibid", folder }: ProcessStart): Invocation {
  if (script === "start" || script === "corpus") {
    const run = "npm start --silent --";
    return { start: "npm start", ask: run, corpus: "npm run corpus --", store: `${run} store` };
  }
  const start = basename(file) === "ibid" ? "ibid" : `node ${relative(folder, file)}`;
  return { start, ask: start, corpus: `${start} corpus`, store: `${start} store` };
}
