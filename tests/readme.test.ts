import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { commands } from "../commands/index.ts";
import { createBot } from "../src/command/bot.ts";
import { parseLine } from "../src/command/typed-line.ts";
import { VARIABLES } from "../src/config.ts";
import { PLAIN } from "../src/reply/plain-text.ts";
import { context, contextOf, papers } from "./library.ts";
import { runCorpusTool } from "./tools/run-tool.ts";
import { asText } from "./words.ts";

const readme = readFileSync("README.md", "utf8");
const example = readFileSync(".env.example", "utf8");

const WIDTH = 88;

describe("the README", () => {
  test.each(commands.map(({ name }) => name))("mentions /%s", (name) => {
    expect(readme).toContain(`/${name}`);
  });

  test.each(
    commands.flatMap(({ name, options }) =>
      Object.entries(options)
        .filter(([, { hidden }]) => !hidden)
        .map(([key]) => [name, key] as const),
    ),
  )("mentions the option of /%s called %s", (_, key) => {
    expect(readme).toContain(`\`${key}:\``);
  });

  test.each(VARIABLES)("and .env.example mention %s", (name) => {
    expect(readme).toContain(`\`${name}\``);
    expect(example).toMatch(new RegExp(`^${name}=`, "m"));
  });

  test.each([...readme.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path = ""]) => path))(
    "links to %s, which exists",
    (path) => {
      expect(() => readFileSync(path)).not.toThrow();
    },
  );

  test.each(
    [...readme.matchAll(/```console\n(ibid|lighthouse)> (.+)\n([\s\S]*?)```\n/g)].map((block) =>
      block.slice(1),
    ),
  )("shows the answer of %s to %s", async (prompt, line = "", shown) => {
    const asked = prompt === "ibid" ? context : contextOf(papers);
    const bot = createBot(commands, () => ({ ...asked, seed: 1 }));
    const { name, options } = parseLine(line, commands) ?? { name: "", options: {} };
    const { reply } = bot.respond(name, options);
    expect(`${asText(reply, { ...PLAIN, width: WIDTH }).text}\n`).toBe(shown);
  });

  test.each(
    [...readme.matchAll(/```console\n\$ npm run corpus -- (.+)\n([\s\S]*?)…\n```\n/g)].map(
      (block) => block.slice(1),
    ),
  )("shows the first lines of the tool’s answer to %s", async (line = "", shown = "") => {
    const { output } = await runCorpusTool(line.split(" "), "corpus");
    expect(output.startsWith(shown)).toBe(true);
  });
});
