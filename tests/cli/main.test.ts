import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { VARIABLES } from "../../src/config.ts";
import { messageAfter, textOf } from "../discord/ask.ts";
import { type FakeDiscord, startFakeDiscord, TOKEN } from "../discord/fake-discord.ts";
import { slashCommand } from "../discord/payloads.ts";
import { createSigner } from "../discord/signing.ts";

const IBID = resolve("bin/ibid.js");

const folders: string[] = [];

/** An empty folder, so that the `.env` of the project is not read. */
const emptyFolder = createFolder({});

function createFolder(files: Readonly<Record<string, string>>): string {
  const path = mkdtempSync(join(tmpdir(), "ibid-"));
  folders.push(path);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
  return path;
}

function createLink(name: string, file: string): string {
  const link = join(createFolder({}), name);
  symlinkSync(file, link);
  return link;
}

afterAll(() => {
  for (const path of folders) rmSync(path, { recursive: true });
});

interface ProcessOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

function start(
  command: string,
  args: readonly string[],
  { cwd = emptyFolder, env = {} }: ProcessOptions = {},
) {
  const { PATH = "", HOME = "" } = process.env;
  const child = spawn(command, args, { cwd, env: { PATH, HOME, ...env } });
  const written = { stdout: "", stderr: "" };
  child.stdout.on("data", (chunk) => {
    written.stdout += chunk;
  });
  child.stderr.on("data", (chunk) => {
    written.stderr += chunk;
  });
  const ended = once(child, "close").then(([code]) => ({ code, ...written }));

  /** Resolves when the process writes more. Rejects if it ends instead. */
  async function more(): Promise<void> {
    const end = ended.then(({ stdout, stderr }) => Promise.reject(new Error(stdout + stderr)));
    const over = new AbortController();
    const written = [child.stdout, child.stderr].map((stream) => once(stream, "data", over));
    await Promise.race([...written, end]);
    // Removes the other listeners.
    over.abort();
  }

  return { child, written, ended, more };
}

/** Runs Ibid and resolves when it ends. */
function runIbid(
  args: readonly string[],
  { input = "", ...options }: ProcessOptions & { readonly input?: string } = {},
) {
  const { child, ended } = start(process.execPath, [IBID, ...args], options);
  child.stdin.end(input);
  return ended;
}

describe("asked once, Ibid", () => {
  test("answers and ends", async () => {
    const { code, stdout, stderr } = await runIbid(["/quote", "topic:drills"]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("the headache of ‘missile threats’");
    expect(stdout).toContain("as printed in Hankyoreh");
  });

  test("joins the arguments to one line", async () => {
    const { code, stdout } = await runIbid(["/letter", "date:Aug", "5", "2019"]);
    expect(code).toBe(0);
    expect(stdout).toContain("5 August 2019");
  });

  test("ends with 1 if the answer is a notice", async () => {
    const { code, stdout } = await runIbid(["/quote about:zeppelin"]);
    expect(code).toBe(1);
    expect(stdout).toContain("“zeppelin”");
  });

  test("answers with one line of JSON on request", async () => {
    const { code, stdout } = await runIbid(["--json", "/quote topic:drills"]);
    expect(code).toBe(0);
    expect(stdout.split("\n")).toHaveLength(2);
    expect(JSON.parse(stdout)).toMatchObject({ kind: "quotation" });
  });

  test.each([
    [["--help"], 0],
    [["-h"], 0],
    [["--nonsense"], 2],
  ])("prints its usage: %j", async (args, expected) => {
    const { code, stdout } = await runIbid(args);
    expect(code).toBe(expected);
    expect(stdout).toMatch(/^Usage:\n/);
  });

  test.each([
    ["npm run", IBID, { npm_lifecycle_event: "start" }, "npm run corpus -- --help"],
    ["the installed command", createLink("ibid", IBID), {}, "ibid corpus --help"],
    ["its file", IBID, {}, `node ${relative(emptyFolder, IBID)} corpus --help`],
  ])("prints the usage that fits %s", async (_, file, env, line) => {
    const { stdout } = await start(process.execPath, [file, "--help"], { env }).ended;
    expect(stdout).toContain(`\n  ${line} `);
  });
});

describe("with lines on standard input, Ibid", () => {
  test("explains why it answers in the terminal, and answers each", async () => {
    const input = "/topics topic:drills\n\n/nope\n/about\n";
    const { code, stdout, stderr } = await runIbid([], { input });
    expect(code).toBe(0);
    expect(stderr).toMatch(/^DISCORD_TOKEN is not set, so Ibid answers here\.[^\n]*\n$/);
    expect(stdout).toMatch(/Joint military exercises[\s\S]*called `\/nope`[\s\S]*Content hash/);
    expect(stdout).not.toContain("\u001b");
  });

  test("writes only JSON on request", async () => {
    const { code, stdout, stderr } = await runIbid(["--json"], { input: "/about\n/nope" });
    expect([code, stderr]).toEqual([0, ""]);
    const kinds = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line).kind);
    expect(kinds).toEqual(["corpus", "notice"]);
  });

  test("ends if there are none", async () => {
    expect(await runIbid([])).toMatchObject({ code: 0, stdout: "" });
  });

  test("ends quietly if the reader closes the pipe", async () => {
    const { child, ended, more } = start(process.execPath, [IBID, "--json"]);
    child.stdin.on("error", () => {});
    child.stdin.end("/help\n".repeat(20_000));
    await more();
    child.stdout.destroy();
    const { stderr } = await ended;
    expect(stderr).toBe("");
  });
});

describe("the preview page", () => {
  const ADDRESS = /http:\/\/127\.0\.0\.1:\d+/;

  async function startWithPage(env: Readonly<Record<string, string>> = {}) {
    const started = start(process.execPath, [IBID, "--page"], { env });
    while (!/page|Discord would/.test(started.written.stderr)) await started.more();
    return { ...started, address: ADDRESS.exec(started.written.stderr)?.[0] };
  }

  test("is served until the terminal ends", async () => {
    const { child, written, ended, more, address = "" } = await startWithPage({ PORT: "0" });
    const response = await fetch(`${address}/commands`);
    expect(await response.json()).toHaveLength(commands.length + 1);
    child.stdin.write("/about\n");
    while (!written.stdout.includes("Content hash")) await more();
    child.stdin.end();
    expect(await ended).toMatchObject({ code: 0 });
    await expect(fetch(address)).rejects.toThrow();
  });

  test("gets a free port if none is configured and the default one is taken", async () => {
    const first = await startWithPage();
    const second = await startWithPage();
    expect(second.address).not.toBe(first.address);
    for (const { child, ended, address = "" } of [first, second]) {
      expect((await fetch(address)).status).toBe(200);
      child.stdin.end();
      expect(await ended).toMatchObject({ code: 0 });
    }
  });

  test("is omitted if the configured port is taken, but the terminal works", async () => {
    const { child, address = "" } = await startWithPage({ PORT: "0" });
    const { port } = new URL(address);
    const second = await runIbid(["--page"], { input: "/about", env: { PORT: port } });
    expect(second).toMatchObject({ code: 0, stdout: expect.stringContaining("Content hash") });
    expect(second.stderr).toContain(
      `Port ${port} is taken by another program. So there is no preview page.`,
    );
    child.kill("SIGKILL");
  });

  test("shows the current corpus, and the terminal reports each reload", async () => {
    const corpus = createFolder({ "log.md": "The lamp was lit.\n" });
    const { child, written, ended, more, address } = await startWithPage({
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
    while (!written.stderr.includes("answers come from it as it is now")) await more();
    expect(await shown()).toContain("The lamp went out.");
    child.stdin.write("/quote\n");
    while (!written.stdout.includes("The lamp went out.")) await more();

    writeFileSync(join(corpus, "log.md"), "---\ndate: soon\n---\n\nThe lamp.\n");
    while (!written.stderr.includes("goes on answering")) await more();
    expect(written.stderr).toMatch(/^log\.md:2.*\n.*does not load: 1 problem\./m);
    expect(await shown()).toContain("The lamp went out.");
    child.stdin.write("/about\n");
    while (!/Last change: refused at .* UTC, 1 problem/.test(written.stdout)) await more();
    child.stdin.end();
    expect(await ended).toMatchObject({ code: 0 });
  });

  test.each([
    ["if lines are piped in", []],
    ["with --no-page", ["--no-page"]],
    ["with --json", ["--json", "--page"]],
  ])("is omitted %s", async (_, args) => {
    const { stderr } = await runIbid(args, { input: "/about" });
    expect(stderr).not.toMatch(ADDRESS);
  });
});

describe("the environment", () => {
  const papers = () =>
    createFolder({ "corpus.yaml": "title: Papers of a lighthouse", "a.md": "A paper." });

  test("may be in .env, in the folder where Ibid is started", async () => {
    const cwd = createFolder({ ".env": `IBID_CORPUS=${papers()}\n` });
    const { stdout } = await runIbid(["/about"], { cwd });
    expect(stdout).toContain("Papers of a lighthouse");
  });

  test("overrides .env", async () => {
    const cwd = createFolder({ ".env": "IBID_CORPUS=/nowhere\n" });
    const { stdout } = await runIbid(["/about"], { cwd, env: { IBID_CORPUS: papers() } });
    expect(stdout).toContain("Papers of a lighthouse");
  });

  test("selects the citation style", async () => {
    const env = { IBID_CITATION_STYLE: "APA" };
    const { code, stdout, stderr } = await runIbid(["/cite 2019-08-05-kim-to-trump#b"], { env });
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("(Kim, 2019, as cited in Jung, 2022)");
  });

  test("is reported with all its errors", async () => {
    const wrong = VARIABLES.filter((name) => name !== "IBID_CORPUS" && name !== "IBID_CACHE");
    const env = Object.fromEntries(wrong.map((name) => [name, "?"]));
    const { code, stdout, stderr } = await runIbid(["/about"], {
      env: { ...env, IBID_CORPSE: "x" },
    });
    expect([code, stdout]).toEqual([1, ""]);
    for (const name of [...wrong, "IBID_CORPSE"]) expect(stderr).toContain(name);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

describe("a corpus", () => {
  test("with problems does not load", async () => {
    const path = createFolder({
      "a.md": "---\ndate: 2019-13-45\n---\n\nText.\n",
      "b.md": "---\ndate: yesterday\n---\n\nText.\n",
    });
    const { code, stdout, stderr } = await runIbid(["/about"], { env: { IBID_CORPUS: path } });
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/^a\.md:2: .*\n(.*\n)*b\.md:2: .*\n/m);
    expect(stderr).toContain(`The corpus in ${path} does not load: 2 problems.`);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  test("that is large is kept as a snapshot, which the next start loads", async () => {
    const text = Array.from(
      { length: 13_000 },
      (_, at) => `Lamp ${at} was lit at dusk, as it is written.`,
    );
    const env = {
      IBID_CORPUS: createFolder({ "a.md": text.join("\n\n") }),
      IBID_CACHE: createFolder({}),
    };
    const first = await runIbid(['/search "lamp 4711 was lit"'], { env });
    expect([first.code, first.stderr.replace(/.*\bcorpus\b.*\n/g, "")]).toEqual([0, ""]);
    expect(first.stdout).toContain("a¶4712");
    const [kept] = readdirSync(env.IBID_CACHE);
    expect(kept).toMatch(/^ibid-.*\.snapshot$/);
    const second = await runIbid(['/search "lamp 4711 was lit"'], { env });
    expect([second.code, second.stdout]).toEqual([0, first.stdout]);
    expect(readdirSync(env.IBID_CACHE)).toEqual([kept]);
  });

  test("that does not exist is an error", async () => {
    const { code, stderr } = await runIbid([], { env: { IBID_CORPUS: "/nowhere" } });
    expect(code).toBe(1);
    expect(stderr).toContain("There is no such folder.");
  });
});

describe("with a token, Ibid", () => {
  let discord: FakeDiscord;
  let child: ChildProcess | undefined;

  afterEach(async () => {
    child?.kill("SIGKILL");
    await discord.close();
  });

  async function connect(others: Readonly<Record<string, string>> = {}) {
    discord = await startFakeDiscord();
    const env = { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.api, ...others };
    const started = start(process.execPath, [IBID], { env });
    child = started.child;
    // It registers its commands before it logs this.
    while (!started.written.stderr.includes("Connected to Discord.")) await started.more();
    return started;
  }

  test.each(["SIGTERM", "SIGINT"] as const)(
    "answers in Discord until %s ends it",
    async (signal) => {
      const { child, ended } = await connect();
      const callback = await discord.send(slashCommand("quote", { topic: "drills" }));
      expect(textOf(messageAfter(callback, "guild"))).toContain("Hankyoreh");
      // The slash commands and one message command.
      expect(discord.commands.get("global")?.length).toBe(commands.length + 1);

      child.kill(signal);
      const { code, stdout, stderr } = await ended;
      expect([code, stdout]).toEqual([0, ""]);
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
    },
  );

  test.each([
    ["from the current corpus", "on", "The lamp went out."],
    ["from the corpus at the start without watching", "off", "The lamp was lit."],
  ])("answers %s, until it ends", async (_, IBID_WATCH, expected) => {
    const corpus = createFolder({ "log.md": "The lamp was lit.\n" });
    const { child, ended, written, more } = await connect({ IBID_CORPUS: corpus, IBID_WATCH });
    writeFileSync(join(corpus, "log.md"), "The lamp went out.\n");
    if (IBID_WATCH === "off") await setTimeout(1500);
    else while (!written.stderr.includes("The corpus has changed")) await more();
    const callback = await discord.send(slashCommand("quote", {}));
    expect(textOf(messageAfter(callback, "guild"))).toContain(expected);
    child.kill();
    expect(await ended).toMatchObject({ code: 0 });
  });

  test("is not ended by payloads that the library cannot read", async () => {
    const { child, ended, written, more } = await connect();
    discord.dispatch("READY", null);
    for (const op of [9, 10]) discord.sendRaw(JSON.stringify({ op, d: null }));
    const failures = () => written.stderr.split("The connection to Discord failed.").length - 1;
    while (failures() < 3) await more();
    const callback = await discord.send(slashCommand("quote", { topic: "drills" }));
    expect(textOf(messageAfter(callback, "guild"))).toContain("Hankyoreh");
    child.kill();
    expect(await ended).toMatchObject({ code: 0 });
  });

  test("ends on request while Discord is out of reach", async () => {
    const { child, ended, written, more } = await connect();
    await discord.close();
    while (!written.stderr.includes("Connecting to Discord again.")) await more();
    child.kill();
    expect(await ended).toMatchObject({ code: 0 });
    discord = await startFakeDiscord();
  });

  test("serves its metrics on request, until it ends", async () => {
    const { child, ended, written } = await connect({ METRICS: "on", PORT: "0" });
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
    child.kill();
    expect(await ended).toMatchObject({ code: 0 });
    await expect(metrics()).rejects.toThrow();
  });

  test("ends with 1 when Discord closes the connection for good", async () => {
    const { ended } = await connect();
    discord.drop(4004);
    const { code, stderr } = await ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(/^Discord refuses DISCORD_TOKEN\./m);
    expect(stderr).not.toContain(TOKEN);
  });

  test("ends with 1 and one sentence if the token is wrong", async () => {
    discord = await startFakeDiscord();
    const env = { DISCORD_TOKEN: "a.wrong.token", DISCORD_API_URL: discord.api };
    const { code, stdout, stderr } = await runIbid([], { env });
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/^Discord refuses DISCORD_TOKEN\.[^\n]*\n$/);
  });

  test("answers a question on the command line in the terminal", async () => {
    discord = await startFakeDiscord();
    const env = { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.api };
    expect(await runIbid(["/about"], { env })).toMatchObject({ code: 0, stderr: "" });
    expect(discord.requests).toEqual([]);
  });
});

describe("with a public key, Ibid", () => {
  const signer = createSigner();
  let child: ChildProcess | undefined;

  afterEach(() => {
    child?.kill("SIGKILL");
  });

  async function startListening(env: Readonly<Record<string, string>> = {}) {
    const started = start(process.execPath, [IBID], {
      env: { DISCORD_PUBLIC_KEY: signer.publicKey, PORT: "0", ...env },
    });
    child = started.child;
    while (!started.written.stderr.includes("Answering")) await started.more();
    const log = () =>
      started.written.stderr
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line));
    const port: number = log()[0].port;
    return { ...started, port, origin: `http://127.0.0.1:${port}`, log };
  }

  test.each(["SIGTERM", "SIGINT"] as const)(
    "answers only by HTTP, until %s ends it",
    async (signal) => {
      const { child, ended, origin, log } = await startListening({ METRICS: "on" });
      const asked = slashCommand("quote", { topic: "drills" });
      const response = await fetch(signer.request(origin, JSON.stringify(asked)));
      expect(JSON.stringify(await response.json())).toContain("Hankyoreh");
      expect(await (await fetch(`${origin}/metrics`)).text()).toContain('command="quote"');

      child.kill(signal);
      const { code, stdout } = await ended;
      expect([code, stdout]).toEqual([0, ""]);
      expect(log().map(({ msg }) => msg)).toEqual([
        "Listening, and reading the corpus.",
        "Answering Discord’s interactions.",
        "Finishing the answers under way.",
      ]);
    },
  );

  test("and a token registers its commands, but does not connect to the gateway", async () => {
    const discord = await startFakeDiscord();
    const env = { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: discord.api };
    const { child, ended, written } = await startListening(env);
    expect(discord.commands.get("global")?.length).toBe(commands.length + 1);
    expect([discord.sessions, discord.problems]).toEqual([[], []]);
    expect(written.stderr).not.toContain(TOKEN);
    child.kill();
    await ended;
    await discord.close();
  });

  test("ends with 1 and one sentence if its port is taken", async () => {
    const { port } = await startListening();
    const env = { DISCORD_PUBLIC_KEY: signer.publicKey, PORT: String(port) };
    const { code, stdout, stderr } = await runIbid([], { env });
    expect([code, stdout, stderr]).toEqual([1, "", `Port ${port} is taken by another program.\n`]);
  });

  test("ends with 1 if its corpus does not load", async () => {
    const env = { DISCORD_PUBLIC_KEY: signer.publicKey, PORT: "0", IBID_CORPUS: "/nowhere" };
    const { code, stderr } = await runIbid([], { env });
    expect(code).toBe(1);
    expect(stderr).toContain("There is no such folder.");
  });

  test("answers a question on the command line in the terminal", async () => {
    const env = { DISCORD_PUBLIC_KEY: signer.publicKey };
    expect(await runIbid(["/about"], { env })).toMatchObject({ code: 0, stderr: "" });
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
    const { child, written, ended, more } = start(script, ["-qefc", command, "/dev/null"], {
      env: { TERM: "xterm", SHELL: "/bin/sh", ...env },
    });
    let seen = 0;
    for (const [expected, keys] of steps) {
      while (!written.stdout.includes(expected, seen)) await more();
      seen = written.stdout.length;
      child.stdin.write(typeof keys === "string" ? keys : keys());
    }
    return ended;
  }

  const END = "\u0004";

  test("has a prompt, completion and history", async ({ skip }) => {
    skip(!hasScript, "A terminal needs the script command of util-linux.");
    const { code, stdout } = await typeSteps([
      ["ibid> ", `/top${TAB}`],
      ["/topics ", `topic:dril${TAB}`],
      ["topic:drills ", "\r"],
      ["ibid> ", UP],
      ["/topics topic:drills", "\r"],
      ["ibid> ", "2\r"],
      ["ibid> ", END],
    ]);
    expect(code).toBe(0);
    expect(stdout.match(/Id:\S* drills/g)).toHaveLength(2);
    expect(stdout).toContain("Quotation 1 of 2");
    expect(stdout).toContain("\u001b[1m");
  });

  test("ends if Ctrl-D follows the last command immediately", async ({ skip }) => {
    skip(!hasScript, "A terminal needs the script command of util-linux.");
    const { code, stdout } = await typeSteps([["ibid> ", `/about\r${END}`]], {}, "--no-page");
    expect(code).toBe(0);
    expect(stdout).toContain("Content hash");
  });

  test("reports a reload above the line being typed", async ({ skip }) => {
    skip(!hasScript, "A terminal needs the script command of util-linux.");
    const corpus = createFolder({ "log.md": "The lamp was lit.\n" });
    const change = () => {
      writeFileSync(join(corpus, "log.md"), "The lamp went out.\n");
      return "/quo";
    };
    const { code, stdout } = await typeSteps(
      [
        ["ibid> ", change],
        ["as it is now: 1 document.", "te\r"],
        ["ibid> ", END],
      ],
      { IBID_CORPUS: corpus },
      "--no-page",
    );
    expect(code).toBe(0);
    expect(stdout).toContain("The lamp went out.");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: an escape sequence begins with one.
    expect(stdout.replace(/\u001b\[[\d;?]*[A-Za-z]/g, "")).toMatch(/1 document\.\s+ibid> \/quo/);
  });

  test("prints the address of the preview page, but not with --no-page", async ({ skip }) => {
    skip(!hasScript, "A terminal needs the script command of util-linux.");
    const steps = [["ibid> ", END]] as const;
    expect((await typeSteps(steps)).stdout).toMatch(/http:\/\/127\.0\.0\.1:\d+/);
    const declined = await typeSteps(steps, {}, "--no-page");
    expect(declined.stdout).not.toContain("127.0.0.1");
  });

  test("wraps lines at its width", async ({ skip }) => {
    skip(!hasScript, "A terminal needs the script command of util-linux.");
    const { stdout } = await typeSteps([
      ["ibid> ", "/letter date:2019-08-05\r"],
      ["ibid> ", END],
    ]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: an escape sequence begins with one.
    const lines = stdout.replace(/\u001b\[[\d;?]*[A-Za-z]/g, "").split(/\r?\n/);
    const long = lines.filter((line) => line.length > 60 && !/https?:|DISCORD_TOKEN/.test(line));
    expect(long).toEqual([]);
  });

  test("has no colours with NO_COLOR", async ({ skip }) => {
    skip(!hasScript, "A terminal needs the script command of util-linux.");
    const { stdout } = await typeSteps(
      [
        ["ibid> ", "/quote topic:drills\r"],
        ["ibid> ", END],
      ],
      { NO_COLOR: "1" },
    );
    expect(stdout).toContain("headache");
    // biome-ignore lint/suspicious/noControlCharactersInRegex: an escape sequence begins with one.
    expect(stdout).not.toMatch(/\u001b\[\d*m/);
  });
});
