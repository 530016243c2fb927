import process from "node:process";
import { fileURLToPath } from "node:url";
import { configDotenv } from "dotenv";
import { readStyles } from "../cite/read-styles.ts";
import type { Style } from "../cite/style.ts";
import { type Config, parseConfig } from "../config.ts";
import { formatProblem } from "../corpus/problem.ts";
import type { Failure } from "../foundation/result.ts";
import { printErrors } from "../frontends/terminal/output.ts";

/** Where citation styles are, Ibid’s own and those that are added. */
const STYLES = fileURLToPath(new URL("../../styles", import.meta.url));

/** What the environment and a file `.env` ask for, or every problem in them. */
export async function loadConfig(): Promise<
  { readonly config: Config; readonly styles: readonly Style[] } | Failure<readonly string[]>
> {
  configDotenv({ quiet: true });
  const { styles, problems } = await readStyles(STYLES);
  printErrors(problems.map(formatProblem));
  const config = parseConfig(
    process.env,
    styles.map(({ name }) => name),
  );
  return "error" in config ? config : { config, styles };
}
