import process from "node:process";
import { fileURLToPath } from "node:url";
import { configDotenv } from "dotenv";
import { readStyles } from "../cite/read-styles.ts";
import type { Style } from "../cite/style.ts";
import { type Config, configOf } from "../config.ts";
import { problemLine } from "../corpus/problem.ts";
import { complain } from "../frontends/terminal/output.ts";

/** Where citation styles are, Ibid’s own and those that are added. */
const STYLES = fileURLToPath(new URL("../../styles", import.meta.url));

/** What the environment and a file `.env` ask for, or every problem in them. */
export async function configured(): Promise<
  | { readonly config: Config; readonly styles: readonly Style[] }
  | { readonly problems: readonly string[] }
> {
  configDotenv({ quiet: true });
  const { styles, problems } = await readStyles(STYLES);
  complain(problems.map(problemLine));
  const config = configOf(
    process.env,
    styles.map(({ name }) => name),
  );
  return "problems" in config ? config : { config, styles };
}
