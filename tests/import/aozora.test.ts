import fc from "fast-check";
import { expect, test } from "vitest";
import { inEnglish } from "../in-english.ts";
import { runs } from "../thoroughness.ts";
import { textsOf } from "./passages.ts";
import { importManuscript } from "./read-manuscripts.ts";

const RULE = "-".repeat(55);
const LEGEND = `${RULE}\n【テキスト中に現れる記号について】\n\n《》：ルビ\n（例）灯台《とうだい》\n\n［＃］：入力者注\n（例）［＃ここから２字下げ］\n${RULE}\n`;
const COLOPHON =
  "底本：「灯台全集」灯台社\n　　　1999（平成11）年5月1日初版発行\n入力：ボランティア\n2010年5月1日作成\n青空文庫作成ファイル：\nこのファイルは、ボランティアが作りました。\n";

/** Words as Aozora Bunko writes them, and as they are read. */
const WORDS = [
  ["灯台《とうだい》守は", "灯台守は"],
  ["ランプ《らんぷ》に火をともし、", "ランプに火をともし、"],
  ["油の番を｜見守《みまも》っていた。", "油の番を見守っていた。"],
  ["｜The lamp《ランプ》が消えた。", "The lampが消えた。"],
  ["｜ともしび《灯》を見た。", "ともしびを見た。"],
  ["夜が明けた［＃「明けた」に傍点］。", "夜が明けた。"],
  ["［＃ここから２字下げ］船が来た。［＃改ページ］", "船が来た。"],
  ["※［＃「木＋吶のつくり」、U+6798、12-3］を取る。", "枘を取る。"],
  ["※［＃「木＋吶のつくり」、第3水準1-85-54］を取る。", "※を取る。"],
  // Titles between such brackets, and signs that are words.
  ["彼は、《こころ》を読んだ。", "彼は、《こころ》を読んだ。"],
  ["そして読んだ《こころ》は古い。", "そして読んだ《こころ》は古い。"],
  ["鍵は｜と※である［注］。", "鍵は｜と※である［注］。"],
] as const;

const paragraphs = fc.array(fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 }), {
  minLength: 1,
  maxLength: 6,
});

test("The readings and the notes of Aozora Bunko are no words, nor are its legend and its colophon", async () => {
  await fc.assert(
    fc.asyncProperty(
      paragraphs,
      fc.constantFrom([LEGEND, COLOPHON], [LEGEND, ""], ["", COLOPHON]),
      async (texts, [legend, colophon]) => {
        const written = texts.map((words) => `　${words.map(([word]) => word).join("")}`);
        const read = texts.map((words) => words.map(([, word]) => word).join(""));
        const manuscript = await importManuscript(
          "a.txt",
          `${legend}\n${written.join("\n\n")}\n\n${colophon}`,
        );
        expect(textsOf(manuscript)).toEqual(read);
      },
    ),
    { numRuns: runs(25) },
  );
});

test.each([
  ["灯台\n山田太郎", { title: "灯台", from: ["山田太郎"], language: "ja" }],
  ["灯台\n――冬の話――\n山田太郎", { title: "灯台 ――冬の話――", from: ["山田太郎"], language: "ja" }],
  [
    "灯台\nTHE LAMP\nアダ・クイル Ada Quill\n山田太郎訳",
    {
      title: "灯台 THE LAMP",
      from: ["アダ・クイル Ada Quill"],
      language: "ja",
      more: { translator: "山田太郎" },
    },
  ],
])(
  "The first lines of a text from Aozora Bunko are its title and its author: %s",
  async (lines, metadata) => {
    for (const legend of [LEGEND, ""]) {
      const text = `${lines}\n\n${legend}\n　油が燃えた。\n\n${COLOPHON}`;
      const manuscript = await importManuscript("a.txt", text);
      expect(manuscript.metadata).toEqual(metadata);
      expect(textsOf(manuscript)).toEqual(["油が燃えた。"]);
    }
  },
);

test.each(["　油が燃えた。\n夜が明けた。", "「灯台」\n「舟」", "灯台"])(
  "Other first lines of such a text are words: %s",
  async (lines) => {
    const manuscript = await importManuscript(
      "a.txt",
      `${lines}\n\n${LEGEND}\n　終わり。\n\n${COLOPHON}`,
    );
    expect(manuscript.metadata).toEqual({});
    expect(textsOf(manuscript).join("")).toContain(lines.trim().slice(-3));
  },
);

test("The signs of Aozora Bunko are words in a text from elsewhere", async () => {
  const texts = WORDS.map(([written]) => written);
  const rules = `${RULE}\n\n${texts.join("\n\n")}\n\n底本：「灯台全集」`;
  const manuscript = await importManuscript("a.txt", `序。\n\n${rules}`);
  expect(textsOf(manuscript)).toEqual(expect.arrayContaining([...texts, "底本：「灯台全集」"]));
});

test("Remarks say what was left out of a text from Aozora Bunko", async () => {
  const written = WORDS.slice(0, 9).map(([word]) => word);
  const { remarks } = await importManuscript("a.txt", `${written.join("\n\n")}\n\n${COLOPHON}`);
  expect(remarks.map(inEnglish)).toEqual([
    expect.stringMatching(/^The imprint and the notice of copyright were left out: “底本：/),
    "5 readings above letters were left out.",
    "3 notes of Aozora Bunko on the layout were left out.",
    "1 character is only described in the file and is shown as ※. Put it in.",
  ]);
});
