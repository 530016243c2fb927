import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { createBot } from "../../src/command/bot.ts";
import { createFolder } from "../corpus/folder.ts";
import { context } from "../library.ts";
import { asText } from "../words.ts";
import { runCorpusTool } from "./run-tool.ts";

const LOG = "---\nformerly: logbook\ntitle: The log\ndate: 1907-03\n---\n\nThe lamp was lit.\n";
const BROKEN = "---\ntitel: A\n---\n\nWords.\n";

describe("show prints a document", () => {
  test("as the terminal renders it, with its citation", async () => {
    const bot = createBot(commands, () => context);
    const { reply } = bot.respond("letter", { date: "2019-08-05-kim-to-trump", whole: true });
    const rendered = asText({ ...reply, actions: [] }).text;
    const { code, output } = await runCorpusTool(["show", "2019-08-05-kim-to-trump"], "corpus");
    expect(code).toBe(0);
    expect(output.startsWith(rendered)).toBe(true);
    expect(output.slice(rendered.length)).toContain(
      "Kim Jong Un to Donald J. Trump, August 5, 2019.",
    );
  });

  test.each(["log", "logbook", "letters/log.md"])("named %s", async (name) => {
    const { code, output } = await runCorpusTool(
      ["show", name],
      await createFolder({ "letters/log.md": LOG }),
    );
    expect(code).toBe(0);
    expect(output).toMatch(/^The log\nMarch 1907\n\n {4}The lamp was lit\.\n {2}log¶1\n/);
    expect(output).toContain("“The Log,” March 1907.");
  });

  test("named by the path of its file", async () => {
    const folder = await createFolder({ "letters/log.md": LOG });
    const { output } = await runCorpusTool(["show", join(folder, "letters/log.md")], folder);
    expect(output).toMatch(/^The log\n/);
  });

  test("that is outside the corpus, as if it were in it", async () => {
    const draft = "---\ntopics: [lamps]\n---\n\nAll the oil was burnt.\n";
    const folder = await createFolder({ "log.md": LOG, "topics.yaml": "lamps: { label: Lamps }" });
    const outside = join(await createFolder({ "draft.md": draft }), "draft.md");
    const { code, output } = await runCorpusTool(["show", outside], folder);
    expect(code).toBe(0);
    expect(output).toContain("\n\n    All the oil was burnt.\n  draft¶1\n");
  });

  test("even if other files keep the corpus from loading, and reports these", async () => {
    const folder = await createFolder({ "log.md": LOG, "b.md": BROKEN });
    const { code, output, errors } = await runCorpusTool(["show", "log"], folder);
    expect(code).toBe(0);
    expect(output).toContain("The lamp was lit.");
    expect(errors).toEqual([
      "The corpus does not load yet: 1 problem in 1 other file, which is left out here. `npm run corpus -- check` lists every problem.",
    ]);
  });
});

describe("show prints a passage", () => {
  test.each(["log¶1", "log#1", "logbook¶1"])(
    "by its address %s, with its citation",
    async (name) => {
      const { code, output } = await runCorpusTool(
        ["show", name],
        await createFolder({ "log.md": LOG }),
      );
      expect(code).toBe(0);
      expect(output).toContain("    The lamp was lit.\n  — The log, March 1907, ¶1\n  log¶1\n");
      expect(output).toContain("Receipt\n\n    log¶1:0-17:");
    },
  );
});

describe("show prints an error", () => {
  test.each([
    ["for a misspelt id", "lgo", "There is no document `lgo`. Did you mean `log`?"],
    ["for a missing passage", "log¶4", "`log` has no passage ¶4. Its last one is `log¶1`."],
  ])("%s", async (_, name, error) => {
    const result = await runCorpusTool(["show", name], await createFolder({ "log.md": LOG }));
    expect(result).toEqual({ code: 1, output: "", errors: [error] });
  });

  test("for a name that is neither a document nor a file", async () => {
    const folder = await createFolder({ "log.md": LOG });
    const { code, errors } = await runCorpusTool(["show", "the-third-night"], folder);
    expect(code).toBe(1);
    expect(errors).toEqual([
      `There is no document \`the-third-night\` in ${folder}, and no such Markdown file.`,
    ]);
  });

  test("for a file with problems, which it reports", async () => {
    const folder = await createFolder({ "log.md": LOG });
    const outside = await createFolder({ "draft.md": BROKEN });
    const problem =
      "draft.md:2: `titel` is not a key that Ibid knows here. The closest one is `title`. Write `title`, or delete the line.";
    expect(await runCorpusTool(["show", join(outside, "draft.md")], folder)).toEqual({
      code: 1,
      output: "",
      errors: [problem],
    });
    await writeFile(join(folder, "draft.md"), BROKEN);
    expect((await runCorpusTool(["show", "draft"], folder)).errors).toEqual([problem]);
  });

  test("for a draft whose id is taken", async () => {
    const folder = await createFolder({ "letters/log.md": LOG });
    const outside = await createFolder({ "log.md": "Another log.\n" });
    const { code, errors } = await runCorpusTool(["show", join(outside, "log.md")], folder);
    expect(code).toBe(1);
    expect(errors).toEqual([
      "log.md:1: The id `log` is already used by letters/log.md. Give one of the two another `id:` in its front matter.",
    ]);
  });

  test("for a table with problems, which it reports", async () => {
    const folder = await createFolder({ "log.md": LOG, "topics.yaml": "lamps: { name: Lamps }" });
    const { code, errors } = await runCorpusTool(["show", "log"], folder);
    expect(code).toBe(1);
    expect(errors.every((line) => line.startsWith("topics.yaml:1: "))).toBe(true);
    expect(errors).not.toEqual([]);
  });

  test.each([[[]], [["a", "b"]]])("for wrong arguments: %j", async (names) => {
    expect((await runCorpusTool(["show", ...names], "corpus")).code).toBe(2);
  });
});
