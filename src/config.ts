import { resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { type Message, message } from "./catalogue/catalogue.ts";
import { expandHome } from "./foundation/home-folder.ts";
import type { Result } from "./foundation/result.ts";
import { isWebAddress } from "./foundation/web-address.ts";
import { availableLanguage, CATALOGUE_LANGUAGES } from "./language/translation/catalogues.ts";

/** The base address of Discord's own REST API. */
export const DISCORD_API = "https://discord.com/api";

/** The port of the HTTP server if the operator has not chosen one. */
export const DEFAULT_PORT = 3000;

/** The configuration of Ibid. */
export interface Config {
  /** The folder of the corpus. */
  readonly corpus: string;
  /** The folder for the index of a large corpus; absent if it is not to be stored. */
  readonly cache?: string;
  /** Whether Ibid reloads the corpus when it changes. */
  readonly isWatched: boolean;
  /** Whether answers are private unless the user asks for a public one. */
  readonly isPrivate: boolean;
  /** Absent if nothing is to be kept. */
  readonly store?: StoreConfig;
  /** The name of the default citation style. */
  readonly citationStyle: string;
  readonly logLevel: string;
  /** The port of the HTTP server; absent if the operator has not chosen one. */
  readonly port?: number;
  /** Whether metrics are served, to every caller. */
  readonly showsMetrics: boolean;
  /** Without this and `discord`, Ibid runs in the terminal. */
  readonly endpoint?: EndpointConfig;
  readonly discord?: DiscordConfig;
}

/** Where Ibid keeps what users and servers set up. */
export type StoreConfig =
  | { readonly kind: "file"; readonly path: string }
  /** The address may contain a password: it appears in no log, error or test. */
  | { readonly kind: "postgres"; readonly url: string };

/** The settings of the endpoint, to which Discord posts interactions. */
export interface EndpointConfig {
  /** Verifies the signatures of Discord's requests: 64 hex digits. */
  readonly publicKey: string;
  /** The base address of the REST API, if it is not Discord's own. */
  readonly api?: string;
}

/** The settings of the connection to Discord. */
export interface DiscordConfig {
  /** A secret: it appears in no log, error or test. */
  readonly token: string;
  /** The only server to register commands in; absent for all servers. */
  readonly guildId?: string;
  /** The base address of the REST API, if it is not Discord's own. */
  readonly api?: string;
}

/** The variables that Ibid reads. `.env.example` and `docs/configuration.md` explain each of them. */
export const VARIABLES = [
  "DISCORD_TOKEN",
  "DISCORD_GUILD_ID",
  "DISCORD_API_URL",
  "DISCORD_PUBLIC_KEY",
  "PORT",
  "METRICS",
  "IBID_CORPUS",
  "IBID_CACHE",
  "IBID_WATCH",
  "IBID_PRIVATE",
  "IBID_STORE",
  "IBID_LANGUAGE",
  "IBID_CITATION_STYLE",
  "LOG_LEVEL",
] as const;

const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"];

/**
 * Parses the environment. Returns a message for every invalid variable as an error. `styles` are the
 * names of the available citation styles.
 */
export function parseConfig(
  environment: Readonly<Record<string, string | undefined>>,
  styles: readonly string[],
): Result<Config, readonly Message[]> {
  const unlikely = unlikelyValues(environment);
  if (unlikely.length > 0) return { error: unlikely };
  const value = (name: (typeof VARIABLES)[number]) => environment[name]?.trim() || undefined;
  const corpus = expandHome(
    value("IBID_CORPUS") ?? fileURLToPath(new URL("../corpus", import.meta.url)),
  );
  const cache = expandHome(value("IBID_CACHE") ?? `${resolve(corpus)}.cache`);
  // Beside the corpus; that of an installed package goes with the package, so its store is where Ibid runs.
  const store = expandHome(
    value("IBID_STORE") ?? `${resolve(expandHome(value("IBID_CORPUS") ?? "corpus"))}.sqlite`,
  );
  const token = value("DISCORD_TOKEN");
  const guildId = value("DISCORD_GUILD_ID");
  const api = value("DISCORD_API_URL");
  const publicKey = value("DISCORD_PUBLIC_KEY");
  const port = value("PORT");
  const metrics = value("METRICS")?.toLowerCase() ?? "off";
  const watch = value("IBID_WATCH")?.toLowerCase() ?? "on";
  const isPrivate = value("IBID_PRIVATE")?.toLowerCase() ?? "off";
  const language = value("IBID_LANGUAGE");
  const citationStyle = value("IBID_CITATION_STYLE")?.toLowerCase() ?? "chicago";
  const logLevel = value("LOG_LEVEL")?.toLowerCase() ?? "info";

  const problems = [
    ...unknownVariables(environment),
    ...problemIf(
      token !== undefined && !/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token),
      message("config.token"),
    ),
    ...problemIf(guildId !== undefined && !/^\d{17,20}$/.test(guildId), message("config.guild")),
    ...problemIf(
      api !== undefined && !isWebAddress(api),
      message("config.api", { example: DISCORD_API }),
    ),
    ...problemIf(
      publicKey !== undefined && !/^[0-9a-f]{64}$/i.test(publicKey),
      message("config.public-key"),
    ),
    ...problemIf(
      port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) <= 65_535),
      message("config.port"),
    ),
    ...problemIf(
      metrics !== "on" && metrics !== "off",
      message("config.switch", { name: "METRICS" }),
    ),
    ...problemIf(isInside(cache, corpus), message("config.cache")),
    ...problemIf(
      watch !== "on" && watch !== "off",
      message("config.switch", { name: "IBID_WATCH" }),
    ),
    ...problemIf(
      isPrivate !== "on" && isPrivate !== "off",
      message("config.switch", { name: "IBID_PRIVATE" }),
    ),
    ...problemIf(
      isInside(store, corpus) || (store.includes("://") && !POSTGRES_ADDRESS.test(store)),
      message("config.store"),
    ),
    ...problemIf(
      language !== undefined && availableLanguage(language) === undefined,
      message("config.language", { languages: CATALOGUE_LANGUAGES }),
    ),
    ...problemIf(!styles.includes(citationStyle), message("config.style", { styles })),
    ...problemIf(
      !LOG_LEVELS.includes(logLevel),
      message("config.log-level", { levels: LOG_LEVELS }),
    ),
  ];
  if (problems.length > 0) return { error: problems };
  return {
    corpus,
    ...(cache.toLowerCase() !== "off" && { cache }),
    isWatched: watch === "on",
    isPrivate: isPrivate === "on",
    ...(store.toLowerCase() !== "off" && { store: toStoreConfig(store) }),
    citationStyle,
    logLevel,
    ...(port !== undefined && { port: Number(port) }),
    showsMetrics: metrics === "on",
    ...(publicKey !== undefined && { endpoint: { publicKey, ...(api && { api }) } }),
    ...(token !== undefined && {
      discord: { token, ...(guildId && { guildId }), ...(api && { api }) },
    }),
  };
}

const POSTGRES_ADDRESS = /^postgres(?:ql)?:\/\//i;

/** A quotation mark at both ends, of which a word processor may have made curly ones. */
const QUOTED = /^["'`“”„‘’].*["'`“”‘’]$/s;

function toStoreConfig(store: string): StoreConfig {
  return POSTGRES_ADDRESS.test(store)
    ? { kind: "postgres", url: store }
    : { kind: "file", path: resolve(store) };
}

function isInside(folder: string, other: string): boolean {
  return `${resolve(folder)}${sep}`.startsWith(`${resolve(other)}${sep}`);
}

/** Reports misspelt variables, which would otherwise be ignored silently. */
function unknownVariables(
  environment: Readonly<Record<string, string | undefined>>,
): readonly Message[] {
  const known: readonly string[] = VARIABLES;
  return Object.keys(environment)
    .filter((name) => name.startsWith("IBID_") && !known.includes(name))
    .map((name) => message("config.unknown", { name, variables: VARIABLES }));
}

/** Reports values with quotation marks around them, which some programs do not remove, or with a line break in them. */
function unlikelyValues(
  environment: Readonly<Record<string, string | undefined>>,
): readonly Message[] {
  return VARIABLES.flatMap((name) => {
    const value = environment[name]?.trim() ?? "";
    return [
      ...problemIf(QUOTED.test(value), message("config.quoted", { name })),
      ...problemIf(/[\r\n]/.test(value), message("config.line-break", { name })),
    ];
  });
}

function problemIf(isWrong: boolean, problem: Message): readonly Message[] {
  return isWrong ? [problem] : [];
}
