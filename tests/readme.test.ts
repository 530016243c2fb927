import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import process from "node:process";
import { parse } from "dotenv";
import { describe, expect, test, vi } from "vitest";
import { commands } from "../commands/index.ts";
import { PICTURES } from "../pictures/pictures.ts";
import { en } from "../src/catalogue/en/index.ts";
import { runStoreCommand } from "../src/cli/store-command.ts";
import { createBot } from "../src/command/bot.ts";
import { parseLine } from "../src/command/typed-line.ts";
import { parseConfig, VARIABLES } from "../src/config.ts";
import { readCorpus } from "../src/corpus/read.ts";
import { NO_TRAY, NOTHING_KEPT } from "../src/keeping/kept.ts";
import { PLAIN } from "../src/reply/plain-text.ts";
import { runMain } from "./cli/run-main.ts";
import { corpusFrom, createFolder } from "./corpus/folder.ts";
import { context, contextOf, papers, styles } from "./library.ts";
import { KEEPER } from "./tools/keeper.ts";
import { runCorpusTool, shareReadingThread } from "./tools/run-tool.ts";
import { asText } from "./words.ts";

/** The pages for users and operators. */
const PAGES = [
  "README.md",
  ...readdirSync("docs")
    .filter((file) => /\.md$/.test(file))
    .map((file) => `docs/${file}`),
];
/** The pages for everyone else, whose links are checked too. */
const OTHER_PAGES = ["CONTRIBUTING.md", "SECURITY.md", "DESIGN.md", "corpus/README.md"];

const read = (path: string) => readFileSync(path, "utf8");
const readme = read("README.md");

/** Returns the contents of a page’s code blocks in a language. */
function blocksOf(page: string, language: string): readonly string[] {
  const blocks = read(page).matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gm"));
  return [...blocks].map(([, content = ""]) => content);
}

const blocksIn = (language: string) =>
  PAGES.flatMap((page) => blocksOf(page, language).map((block) => [page, block] as const));

interface Example {
  readonly page: string;
  /** The lines for a shell. */
  readonly lines: readonly string[];
  /** The output as the page shows it; absent if it does not. */
  readonly shown?: string | undefined;
}

/** The examples for a shell on all pages. */
const examples = PAGES.flatMap((page): readonly Example[] =>
  [...read(page).matchAll(/^```(sh|console)\n([\s\S]*?)^```$/gm)].flatMap(
    ([, language, block = ""]) => {
      if (language === "sh") return [{ page, lines: block.trim().split("\n") }];
      const [, line, shown] = /^\$ (.*)\n([\s\S]*)$/.exec(block) ?? [];
      return line === undefined ? [] : [{ page, lines: [line], shown }];
    },
  ),
);

const WIDTH = 88;

/** The situation of a terminal, where quotations can be kept. */
const SITUATION = {
  asker: { user: "terminal", managesServer: false },
  kept: { ...NOTHING_KEPT, tray: NO_TRAY },
};

describe("the README", () => {
  test("has at most 200 lines", () => {
    expect(readme.split("\n").length - 1).toBeLessThanOrEqual(200);
  });

  test.each(commands.map(({ name }) => name))("mentions /%s", (name) => {
    expect(readme).toContain(`/${name}`);
  });

  test.each(PAGES.slice(1))("leads to %s, or a page that does", (page) => {
    const linking = [...PAGES, ...OTHER_PAGES].filter((one) => one !== page);
    const links = linking.flatMap((one) =>
      [...read(one).matchAll(/\]\(([^)#]+)/g)].map(([, link = ""]) => join(dirname(one), link)),
    );
    expect(links).toContain(page);
  });
});

describe("docs/commands.md", () => {
  const rows = read("docs/commands.md")
    .split("\n")
    .filter((line) => line.startsWith("| `/"));

  test("lists every command, with its options", () => {
    const listed = rows.map((row) => {
      const [, name = "", , options = ""] = row.split("|");
      return [name.trim(), [...options.matchAll(/`(\w+):`/g)].map(([, key]) => key)];
    });
    const declared = commands.map(({ name, options }) => [
      `\`/${name}\``,
      Object.keys(options).filter((key) => options[key]?.hidden === false && key !== "private"),
    ]);
    expect(listed.toSorted()).toEqual(declared.toSorted());
  });
});

describe("docs/configuration.md and .env.example", () => {
  test("list every variable, and no other", () => {
    const rows = [...read("docs/configuration.md").matchAll(/^\| `([A-Z_]+)` \|/gm)];
    expect(rows.map(([, name]) => name).toSorted()).toEqual(VARIABLES.toSorted());
    const example = [...read(".env.example").matchAll(/^([A-Z_]+)=/gm)];
    expect(example.map(([, name]) => name).toSorted()).toEqual(VARIABLES.toSorted());
  });

  test.each(blocksIn("dotenv"))("have valid lines in %s", (_, block) => {
    const config = parseConfig(
      parse(block),
      styles.all.map(({ name }) => name),
    );
    expect(config).not.toHaveProperty("error");
  });
});

/** Returns the anchor that GitHub gives to a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replace(/\s/g, "-");
}

describe("links", () => {
  test.each([...PAGES, ...OTHER_PAGES])("of %s lead to files and headings that exist", (page) => {
    const text = read(page)
      .replace(/^```[\s\S]*?^```$/gm, "")
      .replace(/`[^`]*`/g, "");
    const links = [...text.matchAll(/\]\((?!https?:)([^)\s]+)\)|(?:src|srcset)="([^"]+)"/g)];
    const broken = links
      .map(([, link, source]) => link ?? source ?? "")
      .filter((link) => {
        const [path = "", anchor] = link.split("#");
        const file = path === "" ? page : join(dirname(page), path);
        if (!existsSync(file)) return true;
        if (anchor === undefined) return false;
        const headings = [...read(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) => heading);
        return !headings.map(anchorOf).includes(anchor);
      });
    expect(broken).toEqual([]);
  });

  test("to pictures lead to those that the product draws", () => {
    const drawn = PICTURES.map(({ file }) => file);
    const shown = PAGES.flatMap((page) =>
      [...read(page).matchAll(/[\w/-]+\.png/g)].map(([path]) => join(dirname(page), path)),
    ).filter((path) => path.startsWith("docs/"));
    expect(shown.filter((path) => !drawn.includes(path))).toEqual([]);
    expect(drawn.filter((path) => !existsSync(path))).toEqual([]);
  });
});

describe("examples", () => {
  test.each(
    blocksIn("console").flatMap(([page, block]) => {
      const [, prompt, line, shown] = /^(ibid|lighthouse)> (.+)\n([\s\S]*)$/.exec(block) ?? [];
      return line === undefined ? [] : [{ page, prompt, line, shown }];
    }),
  )("in $page show the answer to $line", ({ prompt, line, shown }) => {
    const asked = prompt === "ibid" ? context : contextOf(papers);
    const bot = createBot(commands, () => ({ ...asked, seed: 1 }));
    const { name, options } = parseLine(line, commands) ?? { name: "", options: {} };
    const { reply } = bot.respond(name, options, SITUATION);
    expect(`${asText(reply, { ...PLAIN, width: WIDTH }).text}\n`).toBe(shown);
  });

  test("run as they are written, those of all pages in one folder", async () => {
    const folder = await createFolder({
      "keeper.txt": KEEPER,
      "questions.txt": "/about\n/help\n",
      "letters/a.md": "The lamp was lit.\n",
    });
    const root = process.cwd();
    const results = new Map<string, ExampleResult | undefined>();
    vi.stubEnv("HOME", folder);
    process.chdir(folder);
    try {
      for (const { page, lines, shown } of examples) {
        for (const line of lines) {
          // The same line on another page has the same result.
          const key = line.replace(" --silent", "");
          if (!results.has(key)) results.set(key, await runExample(line, root));
          const result = results.get(key);
          if (result === undefined) continue;
          expect([page, line, result.code, result.errors]).toEqual([page, line, 0, result.errors]);
          if (shown !== undefined) expectShown(result.output, shown);
        }
      }
    } finally {
      process.chdir(root);
      vi.unstubAllEnvs();
    }

    const { documents } = corpusFrom(await readCorpus(join(folder, "keeper")));
    const passages = documents.flatMap(({ passages: some }) => some.map(({ text }) => text));
    expect(passages.filter((text) => /\p{Ll}{3}.*\.$/u.test(text)).toSorted()).toEqual([
      "Cape Hollow, March 2, 1871.",
      "I counted three ships last night and none the night before.",
      "March 9, 1871.",
      "The lamp went out at two, and I lit it with my own matches.",
      "These letters were found in the lamp room, in a biscuit tin.",
      "Your matches have come, and are wet.",
    ]);
  });

  test.each(blocksIn("text"))("of what is printed, in %s, are messages", (_, block) => {
    for (const line of block.trim().split("\n")) {
      expect([line, MESSAGES.some((pattern) => pattern.test(line))]).toEqual([line, true]);
    }
  });

  test("of a unit for systemd start Ibid with variables that it reads", () => {
    const [unit = ""] = blocksOf("docs/hosting.md", "ini");
    const valuesOf = (key: string) =>
      [...unit.matchAll(new RegExp(`^${key}=(.*)$`, "gm"))].map(([, value = ""]) => value);
    const [program, file = ""] = valuesOf("ExecStart")[0]?.split(" ") ?? [];
    expect(program).toMatch(/\/node$/);
    expect(existsSync(file)).toBe(true);
    const config = parseConfig(parse(valuesOf("Environment").join("\n")), ["chicago"]);
    expect(config).toMatchObject({ store: { kind: "file" }, cache: "/var/cache/ibid" });
  });
});

/** Patterns of all messages: each argument may be any text. */
const MESSAGES = Object.values(en).map((message) => {
  const parts = message.split(/\{(?:[^{}]|\{[^{}]*\})*\}/);
  return new RegExp(
    `^${parts.map((part) => part.replace(/[.*+?^$()|[\]\\]/g, "\\$&")).join(".*")}$`,
  );
});

/** Compares an output with what a page shows of it: all, or the lines before “…”. */
function expectShown(output: string, shown: string): void {
  const [beginning, end] = shown.split(/^…\n/m);
  if (end === undefined) expect(output).toBe(shown);
  else expect(output.slice(0, beginning?.length)).toBe(beginning);
}

interface ExampleResult {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

/** Programs of others, which an example may use. */
const FOREIGN = /^(?:git|cd|sudo|docker|journalctl|node --version)\b/;

/**
 * Runs a line for a shell in the working directory, but in this process. Returns undefined if it only uses
 * programs of others. `root` is the folder of Ibid.
 */
async function runExample(line: string, root: string): Promise<ExampleResult | undefined> {
  const [, assigned = "", command = "", from] =
    /^((?:\w+=\S* )*)(.*?)(?: < (\S+))?(?: \| .*)?(?:\s+#.*)?$/.exec(line) ?? [];
  const assignments = assigned
    .trim()
    .split(" ")
    .filter((one) => one !== "")
    .join("\n");
  if (command === "" || FOREIGN.test(command)) return undefined;
  const script = /^npm (?:run )?(\w+)$/.exec(command)?.[1];
  if (script === "ci") return undefined;
  const words = command
    .replace(/^npm start( --silent)?( --)?|^npx ibid|^ibid|^node \S*bin\/ibid\.js/, "ibid")
    .replace(/^npm run( --silent)? corpus --/, "ibid corpus")
    .split(" ");
  if (words[0] !== "ibid") throw new Error(`Cannot run: ${line}`);
  const [, first, ...rest] = words;
  const env: Record<string, string> = {
    IBID_STORE: resolve("store.sqlite"),
    ...parse(assignments),
  };
  if (first === "corpus") {
    const corpus = env["IBID_CORPUS"] ?? join(root, "corpus");
    const { code, output, errors } = await runCorpusTool(rest, corpus, {
      createReadingThread: shareReadingThread,
    });
    return { code, output: `${output}\n`, errors: errors.join("\n") };
  }
  const input = from === undefined ? "" : readFileSync(from, "utf8");
  const { code, stdout, stderr } =
    first === "store"
      ? await runMain(rest, { env, folder: ".", run: runStoreCommand })
      : await runMain(words.slice(1), { env, folder: ".", input });
  return { code, output: stdout, errors: stderr };
}
