import { basename, relative } from "node:path";
import process from "node:process";

/** The words with which the user runs Ibid, so that help shows what they can type. */
export interface Invocation {
  /** Starts the bot. */
  readonly start: string;
  /** Answers the question that follows. */
  readonly ask: string;
  /** Runs the tool for editors that follows. */
  readonly corpus: string;
}

/** Detects how this process was run: by a script of `package.json`, as an installed command, or as a file. */
export function detectInvocation(): Invocation {
  const script = process.env["npm_lifecycle_event"];
  if (script === "start" || script === "corpus") {
    return { start: "npm start", ask: "npm start --silent --", corpus: "npm run corpus --" };
  }
  const [, file = "ibid"] = process.argv;
  const start = basename(file) === "ibid" ? "ibid" : `node ${relative(process.cwd(), file)}`;
  return { start, ask: start, corpus: `${start} corpus` };
}
