import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { createBot } from "../../src/command/bot.ts";
import { renderText } from "../../src/reply/plain-text.ts";
import { folderOf } from "../corpus/folder.ts";
import { context } from "../library.ts";
import { answered } from "./run-tool.ts";

const LOG = "---\nformerly: logbook\ntitle: The log\ndate: 1907-03\n---\n\nThe lamp was lit.\n";
const BROKEN = "---\ntitel: A\n---\n\nWords.\n";

describe("a document is shown", () => {
  test("as the terminal draws it, with its citation", async () => {
    const bot = createBot(commands, () => context);
    const { reply } = bot.respond("letter", { date: "2019-08-05-kim-to-trump", whole: true });
    const drawn = renderText({ ...reply, actions: [] }).text;
    const { code, said } = await answered(["show", "2019-08-05-kim-to-trump"], "corpus");
    expect(code).toBe(0);
    expect(said.startsWith(drawn)).toBe(true);
    expect(said.slice(drawn.length)).toContain("Kim Jong Un to Donald J. Trump, August 5, 2019.");
  });

  test.each(["log", "logbook", "letters/log.md"])("by the name %s", async (name) => {
    const { code, said } = await answered(
      ["show", name],
      await folderOf({ "letters/log.md": LOG }),
    );
    expect(code).toBe(0);
    expect(said).toMatch(/^The log\nDate: March 1907\n\n {4}The lamp was lit\./);
    expect(said).toContain("“The Log,” March 1907.");
  });

  test("by the path of its file", async () => {
    const folder = await folderOf({ "letters/log.md": LOG });
    const { said } = await answered(["show", join(folder, "letters/log.md")], folder);
    expect(said).toMatch(/^The log\n/);
  });

  test("where it stands outside of the corpus, as if it stood there", async () => {
    const draft = "---\ntopics: [lamps]\n---\n\nAll the oil was burnt.\n";
    const folder = await folderOf({ "log.md": LOG, "topics.yaml": "lamps: { label: Lamps }" });
    const outside = join(await folderOf({ "draft.md": draft }), "draft.md");
    const { code, said } = await answered(["show", outside], folder);
    expect(code).toBe(0);
    expect(said).toContain("Topics: Lamps\n\n    All the oil was burnt.");
  });

  test("where other files keep the corpus from loading, with a word on them", async () => {
    const folder = await folderOf({ "log.md": LOG, "b.md": BROKEN });
    const { code, said, complaints } = await answered(["show", "log"], folder);
    expect(code).toBe(0);
    expect(said).toContain("The lamp was lit.");
    expect(complaints).toEqual([
      "The corpus does not load yet: 1 problem in 1 other file, which are left out here. `npm run corpus -- check` lists them.",
    ]);
  });
});

describe("a passage is shown", () => {
  test.each(["log¶1", "log#1", "logbook¶1"])(
    "by its address %s, with its citation",
    async (name) => {
      const { code, said } = await answered(["show", name], await folderOf({ "log.md": LOG }));
      expect(code).toBe(0);
      expect(said).toContain("    The lamp was lit.\n  — The log, March 1907, ¶1 (log¶1)");
      expect(said).toContain("Receipt\n\n    log¶1:0-17:");
    },
  );
});

describe("nothing is shown", () => {
  test.each([
    ["of a name that is nearly an id", "lgo", "There is no document `lgo`. Is `log` meant?"],
    [
      "of a passage that is not there",
      "log¶4",
      "`log` has no passage ¶4. Its last one is `log¶1`.",
    ],
  ])("%s", async (_, name, complaint) => {
    const found = await answered(["show", name], await folderOf({ "log.md": LOG }));
    expect(found).toEqual({ code: 1, said: "", complaints: [complaint] });
  });

  test("of what is neither a document nor a file", async () => {
    const folder = await folderOf({ "log.md": LOG });
    const { code, complaints } = await answered(["show", "the-third-night"], folder);
    expect(code).toBe(1);
    expect(complaints).toEqual([
      `There is no document \`the-third-night\` in ${folder}, and no such Markdown file.`,
    ]);
  });

  test("of a file with problems, which are told", async () => {
    const folder = await folderOf({ "log.md": LOG });
    const outside = await folderOf({ "draft.md": BROKEN });
    const told =
      "draft.md:2: `titel` is not a key that Ibid knows here, but nearly `title`. Write `title`, or delete the line.";
    expect(await answered(["show", join(outside, "draft.md")], folder)).toEqual({
      code: 1,
      said: "",
      complaints: [told],
    });
    await writeFile(join(folder, "draft.md"), BROKEN);
    expect((await answered(["show", "draft"], folder)).complaints).toEqual([told]);
  });

  test("of a draft whose id is taken", async () => {
    const folder = await folderOf({ "letters/log.md": LOG });
    const outside = await folderOf({ "log.md": "Another log.\n" });
    const { code, complaints } = await answered(["show", join(outside, "log.md")], folder);
    expect(code).toBe(1);
    expect(complaints).toEqual([
      "log.md:1: The id `log` is taken by letters/log.md. Give one of the two another `id:` in its front matter.",
    ]);
  });

  test("where a table has problems, which are told", async () => {
    const folder = await folderOf({ "log.md": LOG, "topics.yaml": "lamps: { name: Lamps }" });
    const { code, complaints } = await answered(["show", "log"], folder);
    expect(code).toBe(1);
    expect(complaints.every((one) => one.startsWith("topics.yaml:1: "))).toBe(true);
    expect(complaints).not.toEqual([]);
  });

  test.each([[[]], [["a", "b"]]])("where it is not understood: %j", async (names) => {
    expect((await answered(["show", ...names], "corpus")).code).toBe(2);
  });
});
