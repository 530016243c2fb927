import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { parse } from "dotenv";
import { describe, expect, test } from "vitest";
import { parseConfig, VARIABLES } from "../src/config.ts";
import { inEnglish } from "./in-english.ts";

/** Parses an environment. Returns its problems as the operator reads them. */
function configOf(environment: Readonly<Record<string, string | undefined>>) {
  const config = parseConfig(environment, ["chicago", "mla", "my-journal"]);
  return "error" in config ? { error: config.error.map(inEnglish) } : config;
}

const PUBLIC_KEY = "0123456789abcdefABCDEF".padEnd(64, "0");
const TOKEN = ["MTAw", "abc-_1", "x".repeat(27)].join(".");

describe("An environment", () => {
  test("without variables selects the terminal and the shipped corpus", () => {
    expect(configOf({})).toEqual({
      corpus: resolve("corpus"),
      cache: resolve("corpus.cache"),
      store: { kind: "file", path: resolve("corpus.sqlite") },
      isWatched: true,
      isPrivate: false,
      citationStyle: "chicago",
      logLevel: "info",
      showsMetrics: false,
    });
  });

  test.each([
    ["~", homedir()],
    ["~/papers", join(homedir(), "papers")],
    ["~someone/papers", "~someone/papers"],
    ["papers/~/old", "papers/~/old"],
  ])("has the home folder for ~ in paths: %s", (path, expected) => {
    expect(configOf({ IBID_CORPUS: path })).toMatchObject({ corpus: expected });
    expect(configOf({ IBID_CACHE: path })).toMatchObject({ cache: expected });
    const store = { kind: "file", path: resolve(expected) };
    expect(configOf({ IBID_STORE: path })).toMatchObject({ store });
  });

  test("with every variable sets every option", () => {
    expect(
      configOf({
        DISCORD_TOKEN: TOKEN,
        DISCORD_GUILD_ID: "100000000000000002",
        DISCORD_API_URL: "http://127.0.0.1:8080/api",
        DISCORD_PUBLIC_KEY: PUBLIC_KEY,
        PORT: "8080",
        METRICS: "on",
        IBID_CORPUS: "/srv/papers",
        IBID_CACHE: "/var/cache/ibid",
        IBID_WATCH: "Off",
        IBID_PRIVATE: "on",
        IBID_STORE: "postgres://ibid:secret@db.example.org/ibid",
        IBID_CITATION_STYLE: "my-journal",
        LOG_LEVEL: "debug",
        PATH: "/usr/bin",
      }),
    ).toEqual({
      corpus: "/srv/papers",
      cache: "/var/cache/ibid",
      store: { kind: "postgres", url: "postgres://ibid:secret@db.example.org/ibid" },
      isWatched: false,
      isPrivate: true,
      citationStyle: "my-journal",
      logLevel: "debug",
      port: 8080,
      showsMetrics: true,
      endpoint: {
        publicKey: PUBLIC_KEY,
        api: "http://127.0.0.1:8080/api",
      },
      discord: {
        token: TOKEN,
        guildId: "100000000000000002",
        api: "http://127.0.0.1:8080/api",
      },
    });
  });

  test("with empty variables equals one without variables", () => {
    const empty = Object.fromEntries(VARIABLES.map((name) => [name, " "]));
    expect(configOf(empty)).toEqual(configOf({}));
  });

  test("of the unedited example equals one without variables", () => {
    expect(configOf(parse(readFileSync(".env.example")))).toEqual(configOf({}));
  });

  test("puts the index next to the corpus, elsewhere, or nowhere", () => {
    const cacheOf = (environment: Readonly<Record<string, string>>) => {
      const config = configOf({ IBID_CORPUS: "/srv/papers/", ...environment });
      return "error" in config ? config.error : config.cache;
    };
    expect(cacheOf({})).toBe("/srv/papers.cache");
    expect(cacheOf({ IBID_CACHE: "/tmp/index" })).toBe("/tmp/index");
    expect(cacheOf({ IBID_CACHE: "OFF" })).toBeUndefined();
  });

  test("puts the store next to the corpus, where Ibid runs, elsewhere, or nowhere", () => {
    const storeOf = (environment: Readonly<Record<string, string>>) => {
      const config = configOf(environment);
      return "error" in config ? config.error : config.store;
    };
    expect(storeOf({ IBID_CORPUS: "/srv/papers/" })).toEqual({
      kind: "file",
      path: "/srv/papers.sqlite",
    });
    expect(storeOf({ IBID_STORE: "kept.db" })).toEqual({ kind: "file", path: resolve("kept.db") });
    expect(storeOf({ IBID_STORE: "Off" })).toBeUndefined();
  });

  test("accepts ports up to 65535, and 0 for any", () => {
    expect([configOf({ PORT: "0" }), configOf({ PORT: "65535" })]).toMatchObject([
      { port: 0 },
      { port: 65_535 },
    ]);
  });

  test("with only a public key selects the endpoint, without metrics", () => {
    const config = configOf({ DISCORD_PUBLIC_KEY: PUBLIC_KEY });
    expect(config).toMatchObject({ endpoint: { publicKey: PUBLIC_KEY }, showsMetrics: false });
    expect(config).not.toHaveProperty("discord");
  });

  test("may have white space around values and capitals in keywords", () => {
    expect(
      configOf({ DISCORD_TOKEN: ` ${TOKEN}\n`, IBID_PRIVATE: " ON ", LOG_LEVEL: "Warn" }),
    ).toMatchObject({ discord: { token: TOKEN }, isPrivate: true, logLevel: "warn" });
  });
});

describe("An invalid variable is reported in a sentence", () => {
  test.each([
    ["DISCORD_TOKEN", "nonsense"],
    ["DISCORD_TOKEN", "Bot a.b.c"],
    ["DISCORD_TOKEN", "a.b"],
    ["DISCORD_TOKEN", "a..c"],
    ["DISCORD_GUILD_ID", "my server"],
    ["DISCORD_GUILD_ID", "1234"],
    ["DISCORD_API_URL", "discord.com/api"],
    ["DISCORD_API_URL", "ftp://discord.com"],
    ["DISCORD_API_URL", "http://"],
    ["DISCORD_PUBLIC_KEY", "0123"],
    ["DISCORD_PUBLIC_KEY", "g".repeat(64)],
    ["DISCORD_PUBLIC_KEY", "0".repeat(65)],
    ["PORT", "http"],
    ["PORT", "-1"],
    ["PORT", "80.5"],
    ["PORT", "65536"],
    ["METRICS", "yes"],
    ["IBID_CACHE", "corpus"],
    ["IBID_CACHE", "corpus/index"],
    ["IBID_PRIVATE", "yes"],
    ["IBID_STORE", "corpus/kept.sqlite"],
    ["IBID_STORE", "mysql://db.example.org/ibid"],
    ["IBID_LANGUAGE", "la"],
    ["IBID_LANGUAGE", "?"],
    ["IBID_WATCH", "no"],
    ["IBID_CITATION_STYLE", "turabian"],
    ["LOG_LEVEL", "loud"],
  ])("%s=%s", (name, value) => {
    expect(configOf({ [name]: value })).toEqual({
      error: [expect.stringMatching(new RegExp(`^${name} should be .*\\.$`))],
    });
  });

  test("with the names of the available citation styles", () => {
    expect(configOf({ IBID_CITATION_STYLE: "turabian" })).toEqual({
      error: ["IBID_CITATION_STYLE should be one of chicago, mla, my-journal."],
    });
  });

  test.each(["IBID_CORPSE", "IBID_PRIVTE", "IBID_TOKEN"])("%s, which is misspelt", (name) => {
    const problem = expect.stringMatching(new RegExp(`^${name} is not a variable that Ibid reads`));
    expect(configOf({ [name]: "x" })).toEqual({ error: [problem] });
  });

  test("together with all others", () => {
    const wrong = Object.fromEntries(
      VARIABLES.filter((name) => name !== "IBID_CORPUS").map((name) => [name, "?"]),
    );
    wrong["IBID_CACHE"] = "corpus";
    wrong["IBID_STORE"] = "corpus";
    const read = configOf(wrong);
    expect("error" in read && read.error.map((one) => one.split(" ")[0])).toEqual(
      Object.keys(wrong),
    );
  });

  test("without its value if that is a secret", () => {
    expect(JSON.stringify(configOf({ DISCORD_TOKEN: "my secret token" }))).not.toContain("secret");
    expect(JSON.stringify(configOf({ IBID_STORE: "mysql://a:secret@b" }))).not.toContain("secret");
  });

  test.each(['"', "'", "“", "`"])("with %s around a value says so, and nothing else", (mark) => {
    const end = mark === "“" ? "”" : mark;
    expect(configOf({ DISCORD_TOKEN: `${mark}${TOKEN}${end}`, PORT: "x" })).toEqual({
      error: [
        expect.stringMatching(/^DISCORD_TOKEN has quotation marks around its value\. Delete/),
      ],
    });
  });

  test("with a path that quotation marks have broken says so", () => {
    expect(configOf(parse('IBID_CORPUS="C:\\new"'))).toEqual({
      error: [expect.stringMatching(/^IBID_CORPUS contains a line break/)],
    });
  });
});
