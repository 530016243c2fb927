import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { commands } from "../commands/index.ts";
import { createBot } from "../src/command/bot.ts";
import { parseLine } from "../src/command/typed-line.ts";
import { VARIABLES } from "../src/config.ts";
import { PLAIN, renderText } from "../src/reply/plain-text.ts";
import { context, contextOf, papers } from "./library.ts";
import { answered } from "./tools/run-tool.ts";

const readme = readFileSync("README.md", "utf8");
const example = readFileSync(".env.example", "utf8");

const WIDTH = 88;

describe("the README", () => {
  test.each(commands.map(({ name }) => name))("tells of /%s", (name) => {
    expect(readme).toContain(`/${name}`);
  });

  test.each(
    commands.flatMap(({ name, options }) =>
      Object.entries(options)
        .filter(([, { hidden }]) => !hidden)
        .map(([key]) => [name, key] as const),
    ),
  )("tells of the option of /%s that is called %s", (_, key) => {
    expect(readme).toContain(`\`${key}:\``);
  });

  test.each(VARIABLES)("tells of %s, and so does .env.example", (name) => {
    expect(readme).toContain(`\`${name}\``);
    expect(example).toMatch(new RegExp(`^${name}=`, "m"));
  });

  test.each([...readme.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path = ""]) => path))(
    "links to %s, which is there",
    (path) => {
      expect(() => readFileSync(path)).not.toThrow();
    },
  );

  test.each(
    [...readme.matchAll(/```console\n(ibid|lighthouse)> (.+)\n([\s\S]*?)```\n/g)].map((block) =>
      block.slice(1),
    ),
  )("shows what %s answers: %s", async (prompt, line = "", shown) => {
    const asked = prompt === "ibid" ? context : contextOf(papers);
    const bot = createBot(commands, () => ({ ...asked, seed: 1 }));
    const { name, options } = parseLine(line, commands) ?? { name: "", options: {} };
    const { reply } = bot.respond(name, options);
    expect(`${renderText(reply, { ...PLAIN, width: WIDTH }).text}\n`).toBe(shown);
  });

  test.each(
    [...readme.matchAll(/```console\n\$ npm run corpus -- (.+)\n([\s\S]*?)…\n```\n/g)].map(
      (block) => block.slice(1),
    ),
  )("shows how the corpus’s tool begins to answer %s", async (line = "", shown = "") => {
    const { said } = await answered(line.split(" "), "corpus");
    expect(said.startsWith(shown)).toBe(true);
  });
});
