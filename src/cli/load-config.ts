import { fileURLToPath } from "node:url";
import type { Message } from "../catalogue/catalogue.ts";
import { readStyles } from "../cite/read-styles.ts";
import type { Style } from "../cite/style.ts";
import { type Config, parseConfig } from "../config.ts";
import { describeProblem } from "../corpus/problem.ts";
import type { Result } from "../foundation/result.ts";
import { printErrors } from "../frontends/terminal/output.ts";
import { availableLanguage, translationInto } from "../language/translation/catalogues.ts";
import { loadEnvFile } from "./env-file.ts";
import type { Host } from "./host.ts";

/** The folder of citation styles: those of Ibid and those that operators add. */
const STYLES = fileURLToPath(new URL("../../styles", import.meta.url));

interface LoadedConfig {
  readonly config: Config;
  readonly styles: readonly Style[];
}

/**
 * Returns a host in the language of `IBID_LANGUAGE`, in the environment or in the file `.env`, so that even what is wrong with the
 * configuration is said in it.
 */
export async function inConfiguredLanguage<T extends Pick<Host, "folder" | "environment" | "t">>(
  host: T,
): Promise<T> {
  const { folder, environment } = host;
  // Its faults are reported with those of the configuration.
  await loadEnvFile(folder, environment);
  const t = translationInto(availableLanguage(environment["IBID_LANGUAGE"]?.trim()) ?? "");
  return t === undefined ? host : { ...host, t };
}

/**
 * Loads the configuration from the environment and a file `.env`, and the citation styles. Prints the
 * problems of styles that cannot be read. Returns every problem of the configuration.
 */
export async function loadConfig({
  folder,
  environment,
  errors,
  t,
}: Pick<Host, "folder" | "environment" | "errors" | "t">): Promise<
  Result<LoadedConfig, readonly Message[]>
> {
  const faults = await loadEnvFile(folder, environment);
  if (faults.length > 0) return { error: faults };
  const { styles, problems } = await readStyles(STYLES);
  printErrors(errors, t, problems.map(describeProblem));
  const config = parseConfig(
    environment,
    styles.map(({ name }) => name),
  );
  return "error" in config ? config : { config, styles };
}
