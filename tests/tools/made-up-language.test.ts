import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { tools } from "../../src/tools/index.ts";
import { runMain } from "../cli/run-main.ts";
import { createFolder } from "../corpus/folder.ts";
import { madeUp, wordsOutside } from "../made-up-language.ts";
import { runCorpusTool, shareReadingThread } from "./run-tool.ts";

/** The words that are the same in every language: those to type, and the codes of CSL and BCP 47. */
const TYPED = new Set([
  ..."npm run start corpus silent no page json mcp quote about help store backup FILE DISCORD TOKEN IBID CORPUS Tab document ka".split(
    " ",
  ),
  ...tools.flatMap(({ name, options, examples }) => [
    name,
    ...Object.keys(options).flatMap((option) => option.split("-")),
    ...examples.flatMap(({ command }) => command.match(/[A-Za-z]{2,}/g) ?? []),
  ]),
]);

/** Runs a tool in a made-up language. Returns its output, and the words that are not in that language. */
async function runInMadeUp(args: readonly string[], folder: string) {
  const { output, errors } = await runCorpusTool(args, folder, {
    t: madeUp,
    createReadingThread: shareReadingThread,
  });
  const text = [output, ...errors].join("\n").replaceAll(folder, "");
  return { text, words: wordsOutside(text, TYPED) };
}

/** A corpus whose files have no Latin letters but the keys of its tables, with much to improve. */
const IMPROVABLE = {
  "corpus.yaml": "title: წერილები\nlanguage: ka\nbody: notes\n",
  "sources.yaml": "1: {title: წიგნი}\n2: {title: სხვა}\n",
  "topics.yaml": "1: {label: ანბანი}\n2: {label: ბგერა}\n",
  "people.yaml": "ანა ბერიძე: {}\n",
  "1.md":
    "---\nfrom: ანა ბერიძე\nმოდი: კი\n---\n\n[[9]] და 7¶3.\n\n## Text\n\nერთი\u00ad სიტყვა\ufffd.\n\n| ა | ბ |\n|---|---|\n| გ | დ |\n\n## ბოლო\n\nრამე.\n",
  "2.md": `---\ntopics: [1]\n---\n\n## Text\n\n${"ერთი ორი სამი ოთხი ხუთი ექვსი შვიდი რვა ცხრა ათი. ".repeat(2)}\n`,
  "3.md": `## Text\n\n${"ერთი ორი სამი ოთხი ხუთი ექვსი შვიდი რვა ცხრა ათი. ".repeat(2)}\n\n${"სიტყვა ".repeat(900)}\n`,
  "4.md": `## Text\n\n\`\`\`\nკოდი\n\`\`\`\n\nერთი ორი სამი ოთხი ხუთი ექვსი შვიდი რვა ცხრა თერთმეტი. ერთი ორი სამი ოთხი ხუთი ექვსი.\n`,
};

/** A corpus with many problems. */
const BROKEN = {
  "corpus.yaml": "title: [\n",
  "sources.yml": "",
  "sources.yaml": "1: {titel: წიგნი}\n2: {title: წიგნი, issued: გუშინ, URL: x, author: ანა}\n",
  "topics.yaml": "1: {label: ა, broader: 1}\n2: {label: ა, related: [7]}\n",
  "people.yaml": "ანა ბერიძე: {family: გელოვანი}\n",
  "events.yaml": "- {date: x, title: ა, text: ბ}\n",
  "1.md": "---\nid: 7\nfrom: ბესო\ntopics: [9]\nsources: [8]\ndate: 1907-13\n---\nა\n",
  "2.md": "---\nid: 7\nverified: ალბათ\nlanguage: '?'\n---\nა\n",
  "3.md": "---\ntitle: ა\n",
  "4.md": "---\na: *b\nc: &d [*d]\n---\nა\n",
  "5.md": Uint8Array.of(0x41, 0xff, 0x0a),
  "6.md": `${">".repeat(200)} ა\n`,
};

describe("the tools in a made-up language print no other words", () => {
  test("in their help, and about what is wrong with what was typed", async () => {
    const typed = [
      [],
      ["--help"],
      ["chek"],
      ["x"],
      ...tools.map(({ name }) => [name, "--help"]),
      ["check", "--x"],
      ["check", "1", "2"],
      ["stats", "1", "2"],
      ["show"],
      ["import"],
      ["import", "1", "--split", "heading:9", "--fields", "x", "--encoding", "x", "--date", "x"],
      ["import", "1", "--split", "("],
    ];
    const folder = await createFolder({ "1.md": "ა" });
    for (const args of typed) {
      const { text, words } = await runInMadeUp(args, folder);
      expect(words, `${args.join(" ")}: ${text}`).toEqual([]);
      expect(text).toContain("⟦");
    }
  });

  test("about a corpus that does not load, and about one that could be better", async () => {
    for (const [files, count] of [
      [IMPROVABLE, 9],
      [BROKEN, 18],
    ] as const) {
      const folder = await createFolder(files);
      for (const args of [["check"], ["stats"], ["show", "1¶9"], ["show", "99"]]) {
        const { text, words } = await runInMadeUp(args, folder);
        expect(words, text).toEqual([]);
        if (args[0] === "check") expect(text.split("\n").length).toBeGreaterThan(count);
      }
      const { text } = await runInMadeUp(["check", "--json"], folder);
      const { problems, advice } = JSON.parse(text);
      for (const { message, remedy } of [...problems, ...advice]) {
        expect([message, remedy]).toEqual([
          expect.stringMatching(/^⟦.*⟧$/su),
          expect.stringMatching(/^⟦.*⟧$/su),
        ]);
      }
    }
  });

  test("about files that are imported, and files that are not", async () => {
    const folder = await createFolder({ "1.md": "---\ntitle: ა\n---\nა\n" });
    const sources = await createFolder({
      "ა.txt": "ერთი\nორი\n\nკარგი სიტ-\nყვა. \u0007\n\n_ხაზი_\n\n1\n",
      "ბ.md":
        "---\nid: 9\nmood: კი\ndate: გუშინ\nverified: false\n---\n```\nკოდი\n```\n\n<div>ჰ</div>\n\nსიტყვა ![ა](b.png)[^1]\n\n[^1]: ჰო.\n",
      "გ.html":
        "<body><nav>ნავ</nav><main><p hidden>ჰ</p><p>სიტყვა <img src=x alt=ა> x<sup>2</sup> <q>კი</q></p><table><tr><td>ა</td></tr></table><math>1</math></main><p>გარე</p></body>",
      "დ.csv": "text,სხვა,date\nსიტყვა,1,გუშინ\n,2,\n",
      "ე.json": "{",
      "ვ.docx": "PK\u0003\u0004",
      "ზ.epub": "x",
      "თ.pdf": "%PDF-1.4",
      "ი.txt": "",
      "კ.bin": "x",
      "ლ.txt": Uint8Array.from({ length: 400 }, (_, index) => (index * 7) % 32),
    });
    for (const options of [["--dry-run"], ["--yes"], ["--yes"], ["--yes", "--force"]]) {
      const { text, words } = await runInMadeUp(["import", sources, ...options], folder);
      expect(
        words.filter((word) => !/^(?:txt|md|html|csv|json|docx|epub|pdf|bin)$/.test(word)),
        text,
      ).toEqual([]);
    }
    const refused = await runInMadeUp(["import", sources, "--from", "ბესო", "--type", "x"], folder);
    expect(refused.words).toEqual([]);
    await writeFile(join(folder, "people.yaml"), "ანა: {}\n");
    const unknown = ["import", join(sources, "ა.txt"), "--yes", "--from", "ბესო", "--force"];
    expect(
      (await runInMadeUp(unknown, folder)).words.filter((word) => word !== "txt" && word !== "md"),
    ).toEqual([]);
  });
});

describe("Ibid in a made-up language prints no other words", () => {
  const run = async (...[args, options]: Parameters<typeof runMain>) => {
    const { stdout, stderr } = await runMain(args, { ...options, t: madeUp });
    const text = stdout + stderr;
    expect(wordsOutside(text, TYPED), text).toEqual([]);
    expect(text).toContain("⟦");
  };

  test("about its command line, its configuration and its corpus", async () => {
    await run(["--help"]);
    await run(["--x"]);
    const wrong =
      "DISCORD_TOKEN DISCORD_GUILD_ID DISCORD_API_URL DISCORD_PUBLIC_KEY PORT METRICS IBID_WATCH";
    await run([], {
      env: { ...Object.fromEntries(wrong.split(" ").map((name) => [name, "?"])), IBID_X: "1" },
    });
    const folder = await createFolder(BROKEN);
    await run(["/help"], { env: { IBID_CORPUS: folder } });
    await run([], { env: { IBID_CORPUS: await createFolder({ "1.md": "ა" }) }, input: "/x\n" });
  });
});
