import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout } from "node:timers/promises";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import fc from "fast-check";
import * as v from "valibot";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { commandsFor } from "../../commands/index.ts";
import { english } from "../../src/catalogue/catalogue.ts";
import { createBot } from "../../src/command/bot.ts";
import { exampleLines } from "../../src/command/example-lines.ts";
import { parseLine } from "../../src/command/typed-line.ts";
import { dayOf } from "../../src/corpus/date.ts";
import { toolName } from "../../src/frontends/mcp/tools.ts";
import { formatJson } from "../../src/reply/json.ts";
import { renderText } from "../../src/reply/plain-text.ts";
import { runMain, startMain } from "../cli/run-main.ts";
import { createFolder } from "../corpus/folder.ts";
import { TOKEN } from "../discord/fake-discord.ts";
import { contextOf, libraryOf } from "../library.ts";
import { runs } from "../thoroughness.ts";

const LETTERS = {
  "corpus.yaml": "title: Letters of a lighthouse\n",
  "a.md":
    "---\nfrom: Ada Quill\nto: Board of Lights\ndate: 1871-03-09\n---\n\nThe lamp was lit at dusk.\n\nNo ship came.\n",
  "b.md":
    "---\nfrom: Board of Lights\nto: Ada Quill\ndate: 1871-04-02\n---\n\nYour matches have come, and are wet.\n",
};

/** A topic with a name in Korean. */
const LABELS = { "topics.yaml": "lamps: {label: Lamps, labels: {ko: 등대}}\n" };

const serverConfig = v.object({
  command: v.string(),
  args: v.array(v.string()),
  env: v.record(v.string(), v.string()),
});

const result = v.object({
  content: v.array(v.object({ type: v.literal("text"), text: v.string() })),
  structuredContent: v.record(v.string(), v.unknown()),
  isError: v.boolean(),
});

/** The lines for a client’s configuration, as `docs/assistants.md` has them. */
const documented = v.parse(
  v.object({ mcpServers: v.object({ ibid: serverConfig }) }),
  JSON.parse(/```json\n([\s\S]*?)```/.exec(readFileSync("docs/assistants.md", "utf8"))?.[1] ?? ""),
).mcpServers.ibid;

describe("an assistant that is configured as the documentation says", () => {
  // One process for all of these tests, because each takes seconds of computing.
  let home = "";
  let errors = "";
  const faults: Error[] = [];
  const client = new Client({ name: "tests", version: "1" });

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), "ibid-home-"));
    for (const [path, text] of Object.entries(LETTERS)) await writeFile(join(home, path), text);
    const noise = "process.on('exit', () => console.log('noise'))";
    const transport = new StdioClientTransport({
      command: documented.command === "node" ? process.execPath : "",
      args: documented.args.map((one) => one.replace(/^.*(?=bin\/ibid)/, `${resolve(".")}/`)),
      env: {
        HOME: home,
        NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(noise)}`,
        IBID_CORPUS: documented.env["IBID_CORPUS"]?.replace(/(?<=^~).*$/, "") ?? "",
      },
      cwd: home,
      stderr: "pipe",
    });
    transport.stderr?.on("data", (chunk) => {
      errors += String(chunk);
    });
    client.onerror = (error) => faults.push(error);
    await client.connect(transport);
  }, 60_000);

  afterAll(async () => {
    await client.close();
    await rm(home, { recursive: true });
    // Standard output has only the protocol, even if a library prints something.
    // A call may have been answered when it is cancelled.
    expect(faults.filter(({ message }) => !message.includes("unknown message ID"))).toEqual([]);
    expect(errors).toContain("noise");
  });

  const here = { ...contextOf(libraryOf(LETTERS)), day: dayOf(Date.now()) };
  const bot = createBot(commandsFor(here.library.corpus), () => here);

  const reading = bot.commands.filter(({ needs }) => needs === undefined);

  async function call(name: string, given: Readonly<Record<string, unknown>>) {
    return v.parse(result, await client.callTool({ name, arguments: given }));
  }

  test("learns which corpus it is, and that quotations are looked up", () => {
    expect(client.getServerVersion()).toMatchObject({ name: "ibid" });
    expect(client.getInstructions()).toMatch(/“Letters of a lighthouse”.*`verify`/);
  });

  test("has the commands that read as tools, with their declarations", async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(reading.map(({ name }) => toolName(name)));
    for (const { name, description, inputSchema, annotations } of tools) {
      // https://modelcontextprotocol.io/specification/2025-11-25/server/tools#tool-names, and what models accept
      expect(name).toMatch(/^[a-zA-Z0-9_-]{1,64}$/);
      const command = bot.commands.find((one) => toolName(one.name) === name);
      expect(description).toBe(command && english(command.description));
      const { private: _, discuss: __, ...options } = command?.options ?? {};
      expect(Object.keys(inputSchema.properties ?? {})).toEqual(Object.keys(options));
      const required = Object.keys(options).filter((key) => options[key]?.required);
      expect(inputSchema.required).toEqual(required);
      expect(annotations).toMatchObject({ readOnlyHint: true });
    }
  });

  test("has the tools that the documentation lists", async () => {
    const rows = readFileSync("docs/assistants.md", "utf8").match(/^\|[^|]*`[^|]*(?=\|)/gm) ?? [];
    const listed = rows.flatMap((row) => [...row.matchAll(/`(\w+)`/g)].map(([, name]) => name));
    const { tools } = await client.listTools();
    expect(listed.toSorted()).toEqual(tools.map(({ name }) => name).toSorted());
  });

  const lines = reading.flatMap((command) => exampleLines(command, here.library));
  // A random choice differs in each process.
  test.each(lines.filter((line) => !line.includes("random:")))(
    "gets the data of --json and the text of the terminal: %s",
    async (line) => {
      const { name, options } = parseLine(line, bot.commands) ?? { name: "", options: {} };
      const { reply } = bot.respond(name, options);
      const { content, structuredContent, isError } = await call(toolName(name), options);
      // The time at which the corpus was read differs.
      const { readAt: _, ...expected } = JSON.parse(formatJson(reply));
      const { readAt, ...data } = structuredContent;
      expect(data).toEqual(expected);
      if (readAt === undefined) expect(content[0]?.text).toBe(renderText(reply, english).text);
      expect(isError).toBe(false);
    },
  );

  test("can call what the numbers in the text stand for", async () => {
    const { content } = await call("quote", { about: "lamp" });
    const calls = [...(content[1]?.text ?? "").matchAll(/^\[(\d+)\] (\w+) (.*)$/gm)];
    expect(calls.map(([, number]) => number)).toEqual(
      [...(content[0]?.text ?? "").matchAll(/\[(\d+)\]/g)].map(([, number]) => number),
    );
    for (const [, , name = "", given = ""] of calls) {
      expect(await call(name, JSON.parse(given))).toMatchObject({ isError: false });
    }
  });

  test.each([
    ["verify", {}, "`text` is missing."],
    ["verify", { text: 5 }, "`text`"],
    ["quote", { topik: "lamps" }, "`topic`"],
    ["letter", { from: "Nobody" }, "“Nobody”"],
    ["quote", { around: 1e9 }, "`around`"],
  ])("learns what is wrong with the arguments of %s: %j", async (name, given, said) => {
    const { content, isError } = await call(name, given);
    expect(isError).toBe(true);
    expect(content[0]?.text).toContain(said);
  });

  test.each([
    ["search", { query: "zeppelin" }],
    ["letter", { date: "1999-01-01" }],
  ])("learns from %s that there is nothing, which is no error: %j", async (name, given) => {
    const { structuredContent, isError } = await call(name, given);
    expect(structuredContent["kind"]).toBe("notice");
    expect(isError).toBe(false);
  });

  test("gets an error for a tool that does not exist", async () => {
    await expect(client.callTool({ name: "forge" })).rejects.toThrow(
      "There is no tool called “forge”. The tools are letter, quote,",
    );
  });

  test("gets a result for any arguments", async () => {
    const keys = bot.commands.flatMap(({ options }) => Object.keys(options));
    const key = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...keys) }, fc.string());
    const value = fc.oneof(fc.string({ unit: "binary" }), fc.jsonValue());
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...reading.map(({ name }) => toolName(name))),
        fc.dictionary(key, value, { maxKeys: 4 }),
        async (name, given) => {
          const { content, structuredContent } = await call(name, given);
          expect(content[0]?.text).not.toBe("");
          expect(structuredContent["kind"]).not.toBe(undefined);
        },
      ),
      { numRuns: runs(60) },
    );
  });

  test("can cancel a call, and Ibid goes on to answer others", async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const cancelled = client.callTool({ name: "about" }, undefined, { signal });
    controller.abort("enough");
    await expect(cancelled).rejects.toThrow("enough");
    expect(await call("about", {})).toMatchObject({ isError: false });
  });

  test("gets answers from the new version of a corpus that changes", async () => {
    await writeFile(join(home, "c.md"), "The lighthouse is dark.\n");
    while (!errors.includes("come from the new version")) await setTimeout(20);
    expect((await call("quote", { about: "lighthouse is dark" })).content[0]?.text).toContain(
      "The lighthouse is dark.",
    );
  });
});

describe("ibid mcp", () => {
  const request = (id: number, method: string, params: object = {}) =>
    `${JSON.stringify({ jsonrpc: "2.0", id, method, params })}\n`;
  const INITIALIZE = request(1, "initialize", {
    protocolVersion: "2025-06-18",
    capabilities: {},
    clientInfo: { name: "tests", version: "1" },
  });

  test("answers all that has arrived when its input ends, and ends with 0", async () => {
    const calls = Array.from({ length: 5 }, (_, index) =>
      request(index + 2, "tools/call", { name: "about" }),
    );
    const { code, stdout, stderr } = await runMain(["mcp"], {
      input: INITIALIZE + calls.join(""),
      env: { IBID_CORPUS: await createFolder(LETTERS), LOG_LEVEL: "warn" },
    });
    const ids = stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line).id);
    expect([code, stderr, ids]).toEqual([0, "", [1, 2, 3, 4, 5, 6]]);
  });

  test("answers in the language of the configuration, and corrects calls in that of their arguments", async () => {
    const texts = async (name: string, given: object) => {
      const { stdout } = await runMain(["mcp"], {
        input: INITIALIZE + request(2, "tools/call", { name, arguments: given }),
        env: {
          IBID_LANGUAGE: "ko",
          IBID_CORPUS: await createFolder({ ...LETTERS, ...LABELS }),
        },
      });
      const answered = v.parse(result, JSON.parse(stdout.trimEnd().split("\n")[1] ?? "").result);
      return answered.content.map(({ text }) => text);
    };
    expect((await texts("topics", {}))[0]).toMatch(/\[1\] 등대\n/);
    expect((await texts("verify", {}))[0]).toMatch(/^`text` is missing/);
  });

  test("runs no call that is cancelled before its turn, and sends nothing for it", async () => {
    const cancel = { jsonrpc: "2.0", method: "notifications/cancelled", params: { requestId: 2 } };
    const { stdout } = await runMain(["mcp"], {
      input: `${INITIALIZE}${request(2, "tools/call", { name: "about" })}${JSON.stringify(cancel)}\n`,
      env: { IBID_CORPUS: await createFolder(LETTERS) },
    });
    expect(stdout).not.toContain('"id":2');
  });

  test("logs that it cannot read a message, without its text, and goes on", async () => {
    const { code, stdout, stderr } = await runMain(["mcp"], {
      input: `my secret\n{"secret":1}\n${INITIALIZE}`,
      env: { IBID_CORPUS: await createFolder(LETTERS) },
    });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ id: 1 });
    expect(stderr).toContain("cannot read a message");
    expect(stderr).not.toContain("secret");
  });

  test("ends with 0 at a signal", async () => {
    const { end, ended, input, more } = await startMain(["mcp"], {
      env: { IBID_CORPUS: await createFolder(LETTERS) },
    });
    input.write(INITIALIZE);
    await more();
    end();
    expect(await ended).toMatchObject({ code: 0, stderr: "" });
  });

  test("does not connect to Discord, whatever is configured", async () => {
    const env = {
      IBID_CORPUS: await createFolder(LETTERS),
      DISCORD_TOKEN: TOKEN,
      DISCORD_API_URL: "http://127.0.0.1:9/api",
    };
    expect(await runMain(["mcp"], { env })).toMatchObject({ code: 0, stdout: "", stderr: "" });
  });

  test("ends with 1 if its corpus does not load, and standard output stays empty", async () => {
    const IBID_CORPUS = await createFolder({ "a.md": "---\ndate: soon\n---\n\nWords.\n" });
    const { code, stdout, stderr } = await runMain(["mcp"], { env: { IBID_CORPUS } });
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/^a\.md:2: /);
  });

  test("takes no other arguments", async () => {
    const { code, stdout } = await runMain(["mcp", "/about"]);
    expect(code).toBe(2);
    expect(stdout).toMatch(/^Usage:\n/);
  });
});
