import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, symlinkSync, writeFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { createServer } from "node:http";
import { connect } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { commands } from "../../commands/index.ts";
import { exampleOptions } from "../../src/command/example-lines.ts";
import { VARIABLES } from "../../src/config.ts";
import { detectInvocation } from "../../src/frontends/terminal/invocation.ts";
import { createFolder } from "../corpus/folder.ts";
import { messageAfter, textOf } from "../discord/ask.ts";
import { startFakeDiscord, TOKEN } from "../discord/fake-discord.ts";
import { slashCommand } from "../discord/payloads.ts";
import { createSigner } from "../discord/signing.ts";
import { library, slashNamesOf } from "../library.ts";
import { isLong } from "../thoroughness.ts";
import { dataFrom, type RunOptions, runMain, startMain, type Written } from "./run-main.ts";

const IBID = resolve("bin/ibid.js");

/** Starts a program as a process of its own. It is killed at the end of the test. */
async function startProcess(
  command: string,
  args: readonly string[],
  { folder, env = {} }: RunOptions = {},
) {
  const { PATH = "", HOME = "" } = process.env;
  const cwd = folder ?? (await createFolder({}));
  const child = spawn(command, args, { cwd, env: { PATH, HOME, ...env } });
  onTestFinished(() => void child.kill("SIGKILL"));
  const written: Written = { stdout: "", stderr: "" };
  for (const name of ["stdout", "stderr"] as const) {
    child[name].setEncoding("utf8").on("data", (chunk: string) => {
      written[name] += chunk;
    });
  }
  const ended = once(child, "close").then(([code]) => ({ code, ...written }));
  const more = () => dataFrom([child.stdout, child.stderr], ended);
  return { child, written, ended, more };
}

const SIGNALS = ["SIGTERM", "SIGINT"] as const;

/** The number of slash commands and message commands. */
const REGISTERED =
  slashNamesOf(commands).length +
  commands.filter(({ messageCommand }) => messageCommand !== undefined).length;

describe("the command ibid", () => {
  // Every process costs seconds of computing. Otherwise the tests below show its parts.
  test.runIf(isLong)("answers a question, and ends with 0", async () => {
    const started = await startProcess(process.execPath, [IBID, "/quote", "topic:drills"]);
    const { code, stdout, stderr } = await started.ended;
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("the headache of ‘missile threats’");
    expect(stdout).toContain("as printed in Hankyoreh");
  });

  test("ends with the exit code, and its usage has the name of the installed command", async () => {
    const link = join(await createFolder({}), "ibid");
    symlinkSync(IBID, link);
    const { code, stdout } = await (await startProcess(process.execPath, [link, "--nonsense"]))
      .ended;
    expect(code).toBe(2);
    expect(stdout).toMatch(/^Usage:\n[\s\S]*\n {2}ibid corpus --help /);
  });

  test("answers lines from a pipe, and ends quietly if the reader closes its output", async () => {
    const { child, ended, more } = await startProcess(process.execPath, [IBID, "--json"]);
    child.stdin.on("error", () => {});
    child.stdin.end("/help\n".repeat(20_000));
    await more();
    child.stdout.destroy();
    const { stdout, stderr } = await ended;
    expect(stdout).toMatch(/^\{"format":2,"kind":"commands"/);
    expect(stderr).toBe("");
  });
});

test.each([
  ["npm start", { script: "start", file: IBID }, "npm run corpus --"],
  ["npm run corpus", { script: "corpus", file: IBID }, "npm run corpus --"],
  ["another script", { script: "test", file: IBID }, "node bin/ibid.js corpus"],
  ["the installed command", { script: undefined, file: "/usr/bin/ibid" }, "ibid corpus"],
  ["its file", { script: undefined, file: IBID }, "node bin/ibid.js corpus"],
])("the usage fits %s", (_, start, corpus) => {
  expect(detectInvocation({ ...start, folder: resolve(".") }).corpus).toBe(corpus);
});

describe("asked once, Ibid", () => {
  test("answers and ends", async () => {
    const { code, stdout, stderr } = await runMain(["/quote", "topic:drills"]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("as printed in Hankyoreh");
  });

  test("joins the arguments to one line", async () => {
    const { code, stdout } = await runMain(["/letter", "date:Aug", "5", "2019"]);
    expect(code).toBe(0);
    expect(stdout).toContain("5 August 2019");
  });

  test("ends with 1 if the answer is a notice", async () => {
    const { code, stdout } = await runMain(["/quote about:zeppelin"]);
    expect(code).toBe(1);
    expect(stdout).toContain("“zeppelin”");
  });

  test("answers with one line of JSON on request", async () => {
    const { code, stdout } = await runMain(["--json", "/quote topic:drills"]);
    expect(code).toBe(0);
    expect(stdout.split("\n")).toHaveLength(2);
    expect(JSON.parse(stdout)).toMatchObject({ kind: "quotation" });
  });

  test.each([
    [["--help"], 0],
    [["-h"], 0],
    [["--nonsense"], 2],
  ])("prints its usage: %j", async (args, expected) => {
    const { code, stdout } = await runMain(args);
    expect(code).toBe(expected);
    expect(stdout).toMatch(/^Usage:\n/);
  });
});

describe("with lines on standard input, Ibid", () => {
  test("explains why it answers in the terminal, and answers each", async () => {
    const input = "/topics topic:drills\n\n/nope\n/about\n";
    const { code, stdout, stderr } = await runMain([], { input });
    expect(code).toBe(0);
    expect(stderr).toMatch(/^DISCORD_TOKEN is not set, so Ibid answers here\.[^\n]*\n$/);
    expect(stdout).toMatch(/Joint military exercises[\s\S]*called `\/nope`[\s\S]*Content hash/);
    expect(stdout).not.toContain("\u001b");
  });

  test("writes only JSON on request", async () => {
    const { code, stdout, stderr } = await runMain(["--json"], { input: "/about\n/nope" });
    expect([code, stderr]).toEqual([0, ""]);
    const kinds = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line).kind);
    expect(kinds).toEqual(["corpus", "notice"]);
  });

  test("ends if there are none", async () => {
    expect(await runMain([])).toMatchObject({ code: 0, stdout: "" });
  });
});

describe("the preview page", () => {
  const ADDRESS = /http:\/\/127\.0\.0\.1:\d+/;

  async function startWithPage(env: Readonly<Record<string, string>> = {}) {
    const started = await startMain(["--page"], { env });
    while (!/page|Discord would/.test(started.written.stderr)) await started.more();
    return { ...started, address: ADDRESS.exec(started.written.stderr)?.[0] };
  }

  test("is served until the terminal ends", async () => {
    const { input, written, ended, more, address = "" } = await startWithPage({ PORT: "0" });
    const response = await fetch(`${address}/commands`);
    expect(await response.json()).toHaveLength(REGISTERED);
    input.write("/about\n");
    while (!written.stdout.includes("Content hash")) await more();
    input.end();
    expect(await ended).toMatchObject({ code: 0 });
    await expect(fetch(address)).rejects.toThrow();
  });

  test("gets a free port if none is configured and the default one is taken", async () => {
    const first = await startWithPage();
    const second = await startWithPage();
    expect(second.address).not.toBe(first.address);
    for (const { input, ended, address = "" } of [first, second]) {
      expect((await fetch(address)).status).toBe(200);
      input.end();
      expect(await ended).toMatchObject({ code: 0 });
    }
  });

  test("is omitted if the configured port is taken, but the terminal works", async () => {
    const { input, ended, address = "" } = await startWithPage({ PORT: "0" });
    const { port } = new URL(address);
    const second = await runMain(["--page"], { input: "/about", env: { PORT: port } });
    expect(second).toMatchObject({ code: 0, stdout: expect.stringContaining("Content hash") });
    expect(second.stderr).toContain(
      `Another program is using port ${port}. So there is no preview page.`,
    );
    input.end();
    await ended;
  });

  test("shows the current corpus, and the terminal reports each reload", async () => {
    const corpus = await createFolder({ "log.md": "The lamp was lit.\n" });
    const { input, written, ended, more, address } = await startWithPage({
      PORT: "0",
      IBID_CORPUS: corpus,
    });
    const asked = slashCommand("quote", {});
    const shown = async () => {
      const body = JSON.stringify(asked);
      const headers = { "content-type": "application/json", origin: address ?? "" };
      return (await fetch(`${address}/interactions`, { method: "POST", headers, body })).text();
    };
    expect(await shown()).toContain("The lamp was lit.");

    writeFileSync(join(corpus, "log.md"), "The lamp went out.\n");
    while (!written.stderr.includes("come from the new version")) await more();
    expect(await shown()).toContain("The lamp went out.");
    input.write("/quote\n");
    while (!written.stdout.includes("The lamp went out.")) await more();

    writeFileSync(join(corpus, "log.md"), "---\ndate: soon\n---\n\nThe lamp.\n");
    while (!written.stderr.includes("still answers")) await more();
    expect(written.stderr).toMatch(/^log\.md:2.*\n.*does not load: 1 problem\./m);
    expect(await shown()).toContain("The lamp went out.");
    input.write("/about\n");
    while (!/Last change: refused at .* UTC because of 1 problem;/.test(written.stdout))
      await more();
    input.end();
    expect(await ended).toMatchObject({ code: 0 });
  });

  test.each([
    ["if lines are piped in", [], false],
    ["with --no-page at a terminal", ["--no-page"], true],
    ["with --json", ["--json", "--page"], false],
  ])("is omitted %s", async (_, args, isTerminal) => {
    const { stdout, stderr } = await runMain(args, { input: "/about\n", isTerminal });
    expect(stdout).toMatch(/Content hash|"kind":"corpus"/);
    expect(stderr).not.toMatch(ADDRESS);
  });
});

describe("the environment", () => {
  const papers = () =>
    createFolder({ "corpus.yaml": "title: Papers of a lighthouse", "a.md": "A paper." });

  test("may be in .env, in the folder where Ibid is started", async () => {
    const folder = await createFolder({ ".env": `IBID_CORPUS=${await papers()}\n` });
    const { stdout } = await runMain(["/about"], { folder });
    expect(stdout).toContain("Papers of a lighthouse");
  });

  test("overrides .env", async () => {
    const folder = await createFolder({ ".env": "IBID_CORPUS=/nowhere\n" });
    const { stdout } = await runMain(["/about"], {
      folder,
      env: { IBID_CORPUS: await papers() },
    });
    expect(stdout).toContain("Papers of a lighthouse");
  });

  test("selects the citation style", async () => {
    const env = { IBID_CITATION_STYLE: "APA" };
    const { code, stdout, stderr } = await runMain(["/cite 2019-08-05-kim-to-trump#b"], { env });
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("(Kim, 2019, as cited in Jung, 2022)");
  });

  test("is reported with all its errors", async () => {
    const folders = ["IBID_CORPUS", "IBID_CACHE", "IBID_STORE"];
    const wrong = VARIABLES.filter((name) => !folders.includes(name));
    const env = Object.fromEntries(wrong.map((name) => [name, "?"]));
    const { code, stdout, stderr } = await runMain(["/about"], {
      env: { ...env, IBID_CORPSE: "x" },
    });
    expect([code, stdout]).toEqual([1, ""]);
    for (const name of [...wrong, "IBID_CORPSE"]) expect(stderr).toContain(name);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

describe("a corpus", () => {
  test("with problems does not load", async () => {
    const path = await createFolder({
      "a.md": "---\ndate: 2019-13-45\n---\n\nText.\n",
      "b.md": "---\ndate: yesterday\n---\n\nText.\n",
    });
    const { code, stdout, stderr } = await runMain(["/about"], { env: { IBID_CORPUS: path } });
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/^a\.md:2: .*\n(.*\n)*b\.md:2: .*\n/m);
    expect(stderr).toContain(`The corpus in ${path} does not load: 2 problems.`);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  test("that is large is kept as a snapshot, which the next start loads", async () => {
    // Few and long passages are indexed faster than many.
    const text = Array.from({ length: 700 }, (_, at) =>
      `Lamp ${at} was lit at dusk, as it is written. `.repeat(18),
    );
    const env = {
      IBID_CORPUS: await createFolder({ "a.md": text.join("\n\n") }),
      IBID_CACHE: await createFolder({}),
    };
    const first = await runMain(['/search "lamp 471 was lit"'], { env });
    expect([first.code, first.stderr.replace(/.*\bcorpus\b.*\n/g, "")]).toEqual([0, ""]);
    expect(first.stdout).toContain("a¶472");
    const [kept] = await readdir(env.IBID_CACHE);
    expect(kept).toMatch(/^ibid-.*\.snapshot$/);
    const second = await runMain(['/search "lamp 471 was lit"'], { env });
    expect([second.code, second.stdout]).toEqual([0, first.stdout]);
    expect(await readdir(env.IBID_CACHE)).toEqual([kept]);
  });

  test("that does not exist is an error", async () => {
    const { code, stderr } = await runMain([], { env: { IBID_CORPUS: "/nowhere" } });
    expect(code).toBe(1);
    expect(stderr).toContain("There is no such folder.");
  });
});

describe("with a token, Ibid", () => {
  /** Starts Ibid with the token, in this process or in one of its own, and waits until it is connected. */
  async function connect<T extends { readonly written: Written; more(): Promise<void> }>(
    start: (options: RunOptions) => Promise<T>,
    others: Readonly<Record<string, string>> = {},
  ) {
    const discord = await startFakeDiscord();
    onTestFinished(() => discord.close());
    const env = { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.api, ...others };
    const started = await start({ env });
    // It registers its commands before it logs this.
    while (!started.written.stderr.includes("Connected to Discord.")) await started.more();
    return { discord, ...started };
  }

  /** The link that invites it, on a line of its own to copy. */
  const INVITE = expect.stringMatching(
    /^https:\/\/discord\.com\/oauth2\/authorize\?client_id=\d+&[^\s]*\n$/,
  );

  const here = (options: RunOptions) => startMain([], options);
  const asProcess = (options: RunOptions) => startProcess(process.execPath, [IBID], options);

  test("answers in Discord until it ends", async () => {
    const { discord, end, ended } = await connect(here);
    const callback = await discord.send(slashCommand("quote", { topic: "drills" }));
    expect(textOf(messageAfter(callback, "guild"))).toContain("Hankyoreh");
    expect(discord.commands.get("global")?.length).toBe(REGISTERED);

    end();
    const { code, stdout, stderr } = await ended;
    expect([code, stdout]).toEqual([0, INVITE]);
    const log = stderr
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(log.map(({ msg }) => msg)).toEqual([
      "Connected to Discord.",
      "Closing the connection to Discord.",
    ]);
    expect(stderr).not.toContain(TOKEN);
    expect(discord.problems).toEqual([]);
  });

  test.runIf(isLong).each(SIGNALS)("ends at %s while it is connected", async (signal) => {
    const { discord, child, ended } = await connect(asProcess);
    await discord.send(slashCommand("quote", { topic: "drills" }));
    child.kill(signal);
    expect(await ended).toMatchObject({ code: 0, stdout: INVITE });
  });

  test.each([
    ["from the current corpus", "on", "The lamp went out."],
    ["from the corpus at the start without watching", "off", "The lamp was lit."],
  ])("answers %s, until it ends", async (_, IBID_WATCH, expected) => {
    const corpus = await createFolder({ "log.md": "The lamp was lit.\n" });
    const { discord, ended, written, more, end } = await connect(here, {
      IBID_CORPUS: corpus,
      IBID_WATCH,
    });
    writeFileSync(join(corpus, "log.md"), "The lamp went out.\n");
    if (IBID_WATCH === "off") await setTimeout(1500);
    else while (!written.stderr.includes("The corpus has changed")) await more();
    const callback = await discord.send(slashCommand("quote", {}));
    expect(textOf(messageAfter(callback, "guild"))).toContain(expected);
    end();
    expect(await ended).toMatchObject({ code: 0 });
  });

  test.each(isLong ? SIGNALS : (["SIGINT"] as const))(
    "survives payloads that the library cannot read, and ends at %s while Discord is out of reach",
    async (signal) => {
      // A stack may be cut off, so what it names decides nothing.
      const { discord, child, ended, written, more } = await connect(asProcess, {
        NODE_OPTIONS: "--stack-trace-limit=0",
      });
      discord.dispatch("READY", null);
      for (const op of [9, 10]) discord.sendRaw(JSON.stringify({ op, d: null }));
      const failures = () => written.stderr.split("The connection to Discord failed.").length - 1;
      while (failures() < 3) await more();
      const callback = await discord.send(slashCommand("quote", { topic: "drills" }));
      expect(textOf(messageAfter(callback, "guild"))).toContain("Hankyoreh");

      await discord.close();
      while (!written.stderr.includes("Reconnecting to Discord.")) await more();
      child.kill(signal);
      expect(await ended).toMatchObject({ code: 0, stdout: INVITE });
    },
  );

  test("serves its metrics on request, until it ends", async () => {
    const { discord, ended, written, end } = await connect(here, { METRICS: "on", PORT: "0" });
    await discord.send(slashCommand("quote", { topic: "drills" }));
    const [first = ""] = written.stderr.split("\n");
    const { port, msg } = JSON.parse(first);
    expect(msg).toBe("Serving metrics.");
    const metrics = () => fetch(`http://127.0.0.1:${port}/metrics`).then((got) => got.text());
    while (!(await metrics()).includes('command="quote"')) await setTimeout(10);
    expect(await metrics()).toMatch(
      /^ibid_corpus_documents 27$[\s\S]*^ibid_shard_interactions_total\{shard="0"\} 1$/m,
    );
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(404);
    end();
    expect(await ended).toMatchObject({ code: 0 });
    await expect(metrics()).rejects.toThrow();
  });

  test("ends with 1 when Discord closes the connection for good", async () => {
    const { discord, ended } = await connect(here);
    discord.drop(4004);
    const { code, stderr } = await ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(/^Discord rejects DISCORD_TOKEN\./m);
    expect(stderr).not.toContain(TOKEN);
  });

  test("ends with 1 and one sentence if the token is wrong", async () => {
    const discord = await startFakeDiscord();
    onTestFinished(() => discord.close());
    const env = { DISCORD_TOKEN: "a.wrong.token", DISCORD_API_URL: discord.api };
    const { code, stdout, stderr } = await runMain([], { env });
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/^Discord rejects DISCORD_TOKEN\.[^\n]*\n$/);
  });

  test("answers a question on the command line in the terminal", async () => {
    const discord = await startFakeDiscord();
    onTestFinished(() => discord.close());
    const env = { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.api };
    expect(await runMain(["/about"], { env })).toMatchObject({ code: 0, stderr: "" });
    expect(discord.requests).toEqual([]);
  });
});

describe("with a public key, Ibid", () => {
  const signer = createSigner();

  /** Starts Ibid with the key, in this process or in one of its own, and waits until it answers. */
  async function listen<T extends { readonly written: Written; more(): Promise<void> }>(
    start: (options: RunOptions) => Promise<T>,
    others: Readonly<Record<string, string>> = {},
  ) {
    const env = { DISCORD_PUBLIC_KEY: signer.publicKey, PORT: "0", ...others };
    const started = await start({ env });
    while (!started.written.stderr.includes("Answering")) await started.more();
    const log = () =>
      started.written.stderr
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line));
    const port: number = log()[0].port;
    return { ...started, port, origin: `http://127.0.0.1:${port}`, log };
  }

  const here = (options: RunOptions) => startMain([], options);
  const asProcess = (options: RunOptions) => startProcess(process.execPath, [IBID], options);

  test("answers only by HTTP, until it ends", async () => {
    const { end, ended, origin, log } = await listen(here, { METRICS: "on" });
    const asked = slashCommand("quote", { topic: "drills" });
    const response = await fetch(signer.request(origin, JSON.stringify(asked)));
    expect(JSON.stringify(await response.json())).toContain("Hankyoreh");
    expect(await (await fetch(`${origin}/metrics`)).text()).toContain('command="quote"');

    end();
    const { code, stdout } = await ended;
    expect([code, stdout]).toEqual([0, ""]);
    expect(log().map(({ msg }) => msg)).toEqual([
      "Listening, and reading the corpus.",
      "Answering Discord’s interactions.",
      "The store is a file, so Ibid has to stay on this one machine. For several, set IBID_STORE to an address that begins with postgres://.",
      "Finishing the answers in progress.",
    ]);
  });

  test("logs no control character, whatever the name of a file", async () => {
    const corpus = await createFolder({ "a.md": "Words.\n" });
    const { end, ended, written, more, log } = await listen(here, { IBID_CORPUS: corpus });
    writeFileSync(
      join(corpus, "b\u001b[31m\u009b31m\u0085\u202e.md"),
      "---\ndate: soon\n---\n\nWords.\n",
    );
    while (!written.stderr.includes("problems")) await more();
    expect(written.stderr).not.toMatch(/[^\n\P{Cc}]|\p{Bidi_Control}/u);
    expect(log().at(-1)).toHaveProperty("problems");
    end();
    await ended;
  });

  // Otherwise tests/deployment.test.ts shows that the process answers and ends.
  test.runIf(isLong).each(SIGNALS)("ends at %s", async (signal) => {
    const { child, ended, origin } = await listen(asProcess);
    const asked = slashCommand("quote", { topic: "drills" });
    const response = await fetch(signer.request(origin, JSON.stringify(asked)));
    expect(JSON.stringify(await response.json())).toContain("Hankyoreh");
    child.kill(signal);
    expect(await ended).toMatchObject({ code: 0, stdout: "" });
  });

  test("and a token registers its commands, but does not connect to the gateway", async () => {
    const discord = await startFakeDiscord();
    const env = { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.api };
    const { ended, written, end } = await listen(here, env);
    expect(discord.commands.get("global")?.length).toBe(REGISTERED);
    expect([discord.sessions, discord.problems]).toEqual([[], []]);
    expect(written.stderr).not.toContain(TOKEN);
    end();
    await ended;
  });

  test("ends with 1 and one sentence if its port is taken", async () => {
    const { port, ended, end } = await listen(here);
    const env = { DISCORD_PUBLIC_KEY: signer.publicKey, PORT: String(port) };
    const { code, stdout, stderr } = await runMain([], { env });
    expect([code, stdout, stderr]).toEqual([1, "", `Another program is using port ${port}.\n`]);
    end();
    await ended;
  });

  test("ends with 1 if its corpus does not load", async () => {
    const env = { DISCORD_PUBLIC_KEY: signer.publicKey, PORT: "0", IBID_CORPUS: "/nowhere" };
    const { code, stderr } = await runMain([], { env });
    expect(code).toBe(1);
    expect(stderr).toContain("There is no such folder.");
  });

  test("answers a question on the command line in the terminal", async () => {
    const env = { DISCORD_PUBLIC_KEY: signer.publicKey };
    expect(await runMain(["/about"], { env })).toMatchObject({ code: 0, stderr: "" });
  });
});

test.each(["by HTTP", "in Discord"])(
  "Ibid answers the examples of all commands for itself before it answers %s",
  async (where) => {
    const discord = await startFakeDiscord();
    onTestFinished(() => discord.close());
    const watched = commands.map((command) => ({ command, calls: vi.spyOn(command, "respond") }));
    onTestFinished(() => {
      for (const { calls } of watched) calls.mockRestore();
    });
    const isAnswered = ({ calls }: (typeof watched)[number]) => calls.mock.calls.length > 0;
    const env =
      where === "by HTTP"
        ? { DISCORD_PUBLIC_KEY: createSigner().publicKey, PORT: "0" }
        : { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.api };
    const { end, ended } = await startMain([], { env });
    const withExamples = watched.filter(
      ({ command }) => exampleOptions(command, library).length > 0,
    );
    while (!withExamples.every(isAnswered)) await setTimeout(20);
    end();
    await ended;
  },
);

describe("a signal ends Ibid with 0", () => {
  const key = createSigner().publicKey;
  const SLOW = "**a*".repeat(60_000);

  /** Starts a Discord that accepts requests and never answers them. */
  async function startSilentDiscord() {
    const server = createServer(() => {}).listen(0, "127.0.0.1");
    await once(server, "listening");
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("There is no port.");
    return `http://127.0.0.1:${address.port}/api`;
  }

  async function endAfter(said: string, env: Readonly<Record<string, string>>) {
    const { written, more, end, ended } = await startMain([], { env });
    while (!written.stderr.includes(said)) await more();
    end();
    return ended;
  }

  test("while Discord is out of reach", async () => {
    const env = { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: "http://a:secret@127.0.0.1:9/api" };
    const { code, stdout, stderr } = await endAfter("tries again", env);
    expect([code, stdout]).toEqual([0, ""]);
    expect(stderr).not.toMatch(/secret|^\s+at /m);
  });

  test("while it connects", async () => {
    const env = { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: await startSilentDiscord() };
    const { end, ended } = await startMain([], { env });
    await setTimeout(1500);
    end();
    expect(await ended).toMatchObject({ code: 0, stdout: "", stderr: "" });
  });

  test("while it registers its commands, and answers", async () => {
    const api = await startSilentDiscord();
    const env = { DISCORD_PUBLIC_KEY: key, DISCORD_TOKEN: TOKEN, DISCORD_API_URL: api, PORT: "0" };
    const { written, more, end, ended } = await startMain([], { env });
    while (!written.stderr.includes("Listening")) await more();
    const { port } = JSON.parse(written.stderr.split("\n")[0] ?? "");
    const isReady = async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).status === 200;
    while (!(await isReady())) await setTimeout(50);
    end();
    expect(await ended).toMatchObject({ code: 0, stdout: "" });
  });

  test.each([
    ["by HTTP", { DISCORD_PUBLIC_KEY: key, PORT: "0" }],
    ["over the gateway", { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: "http://127.0.0.1:9/api" }],
  ])("while it reads a corpus that takes long, to answer %s", async (_, env) => {
    const IBID_CORPUS = await createFolder({ "slow.md": SLOW });
    const { end, ended } = await startMain([], { env: { ...env, IBID_CORPUS } });
    await setTimeout(2500);
    end();
    expect(await ended).toMatchObject({ code: 0, stdout: "" });
  });

  test("and a second one ends it at once, with 1", async () => {
    const env = { DISCORD_PUBLIC_KEY: key, PORT: "0" };
    const { child, written, more, ended } = await startProcess(process.execPath, [IBID], { env });
    while (!written.stderr.includes("Answering")) await more();
    const { port } = JSON.parse(written.stderr.split("\n")[0] ?? "");
    // Ibid waits for the rest of this request.
    const socket = connect({ host: "127.0.0.1", port });
    socket.on("error", () => {});
    socket.write("POST /interactions HTTP/1.1\r\nhost: ibid\r\ncontent-length: 9\r\n\r\n");
    await fetch(`http://127.0.0.1:${port}/healthz`);
    child.kill("SIGTERM");
    while (!written.stderr.includes("Finishing")) await more();
    child.kill("SIGTERM");
    expect(await ended).toMatchObject({ code: 1 });
  });
});

describe("at a real terminal, Ibid", () => {
  const script = "script";
  const version = spawnSync(script, ["--version"], { encoding: "utf8" });
  const hasScript = /util-linux/.test(version.stdout ?? "");
  const TAB = "\t";
  const UP = "\u001b[A";

  /** Types keys step by step, each as soon as `expected` appears after the step before. */
  async function typeSteps(
    steps: readonly (readonly [expected: string, keys: string | (() => string)])[],
    env: Readonly<Record<string, string>> = {},
    args = "",
  ) {
    const command = `stty cols 60; exec ${process.execPath} ${IBID} ${args}`;
    const { child, written, ended, more } = await startProcess(
      script,
      ["-qefc", command, "/dev/null"],
      { env: { TERM: "xterm", SHELL: "/bin/sh", ...env } },
    );
    let seen = 0;
    for (const [expected, keys] of steps) {
      while (!written.stdout.includes(expected, seen)) await more();
      seen = written.stdout.length;
      child.stdin.write(typeof keys === "string" ? keys : keys());
    }
    return ended;
  }

  const END = "\u0004";

  /** Returns what a terminal shows of `written`, without escape sequences. */
  function withoutEscapes(written: string): string {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: an escape sequence begins with one.
    return written.replace(/\u001b\[[\d;?]*[A-Za-z]/g, "");
  }

  test("has a prompt, completion, history, colours and a preview page, wraps lines at its width, reports a reload above the line being typed, and ends if Ctrl-D follows the last command immediately", async ({
    skip,
  }) => {
    skip(!hasScript, "A terminal needs the script command of util-linux.");
    const corpus = await createFolder({});
    cpSync("corpus", corpus, { recursive: true });
    const change = () => {
      writeFileSync(join(corpus, "log.md"), "## Text\n\nThe lamp went out.\n");
      return "/quo";
    };
    const { code, stdout } = await typeSteps(
      [
        ["ibid> ", `/top${TAB}`],
        ["/topics ", `topic:dril${TAB}`],
        ["topic:drills ", "\r"],
        ["ibid> ", UP],
        ["/topics topic:drills", "\r"],
        ["ibid> ", "2\r"],
        ["ibid> ", "/letter date:2019-08-05\r"],
        ["ibid> ", change],
        ["with 28 documents.", "te about:lamp\r"],
        ["ibid> ", `/about\r${END}`],
      ],
      { IBID_CORPUS: corpus },
    );
    expect(code).toBe(0);
    expect(stdout.match(/Id:\S* drills/g)).toHaveLength(2);
    expect(stdout).toContain("Printed in English");
    expect(stdout).toContain("\u001b[1m");
    expect(stdout).toMatch(/http:\/\/127\.0\.0\.1:\d+/);
    const lines = withoutEscapes(stdout).split(/\r?\n/);
    const ours = /https?:|DISCORD_TOKEN|The corpus has changed/;
    expect(lines.filter((line) => line.length > 60 && !ours.test(line))).toEqual([]);
    expect(withoutEscapes(stdout)).toMatch(/28 documents\.\s+ibid> \/quo/);
    expect(stdout).toContain("The lamp went out.");
    expect(stdout).toContain("Content hash");
  });

  test.runIf(isLong)("has no colours and no page on request", async ({ skip }) => {
    skip(!hasScript, "A terminal needs the script command of util-linux.");
    const steps = [["ibid> ", `/about\r${END}`]] as const;
    const { code, stdout } = await typeSteps(steps, { NO_COLOR: "1" }, "--no-page");
    expect(code).toBe(0);
    expect(stdout).toContain("Content hash");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: an escape sequence begins with one.
    expect(stdout).not.toMatch(/\u001b\[\d*m/);
    expect(stdout).not.toContain("127.0.0.1");
  });
});
