import { Locale } from "discord-api-types/v10";
import { describe, expect, test } from "vitest";
import { commandsFor } from "../../commands/index.ts";
import { english } from "../../src/catalogue/catalogue.ts";
import { createBot } from "../../src/command/bot.ts";
import { formatLine } from "../../src/command/typed-line.ts";
import { formatDate, formatDay, formatPeriod, parseEdtfDate } from "../../src/corpus/date.ts";
import { translationFor } from "../../src/keeping/answer-language.ts";
import { translationInto } from "../../src/language/translation/catalogues.ts";
import type { LayoutBlock } from "../../src/reply/layout/blocks.ts";
import { localDateLabel } from "../../src/reply/layout/document-names.ts";
import { layoutOf } from "../../src/reply/layout/layout.ts";
import { renderText } from "../../src/reply/plain-text.ts";
import { ask, messageAfter, textOf } from "../discord/ask.ts";
import { slashCommand } from "../discord/payloads.ts";
import { contextOf, library, libraryOf, SITUATION } from "../library.ts";
import { questions } from "../questions.ts";
import { sample } from "../thoroughness.ts";

const korean = translationInto("ko");
if (korean === undefined) throw new Error("There is no Korean.");

const inKorean = {
  ...SITUATION,
  asker: { ...SITUATION.asker, locale: "ko", server: undefined },
};

/** Returns the quotations and the citations of an answer. */
function unchanging(blocks: readonly LayoutBlock[]): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.kind === "code") return [block.text];
    if (block.kind !== "quote") return [];
    const { line = [], small = [] } = block.credit ?? {};
    return [block.runs, line, small].map((runs) => runs.map(({ text }) => text).join(""));
  });
}

describe("an answer in Korean", () => {
  const bot = createBot(commandsFor(library.corpus), () => contextOf(library));
  const lines = sample(questions(library), 120);

  test("has the same quotations and citations as in English, byte for byte", () => {
    let count = 0;
    for (const line of lines) {
      const { reply, labels } = bot.respond(line.name, line.options, SITUATION);
      const t = translationFor(inKorean, true, english, labels);
      expect(t.language).toBe("ko");
      const own = unchanging(layoutOf(reply, t).blocks);
      expect(own, formatLine(line)).toEqual(unchanging(layoutOf(reply, english).blocks));
      count += own.length;
    }
    expect(count).toBeGreaterThan(100);
  });

  test("fits Discord’s limits", () => {
    for (const { name, options } of sample(lines, 30)) {
      const interaction = {
        ...slashCommand(name, { ...options, private: true }),
        locale: Locale.Korean,
      };
      expect(() => ask(bot, interaction), formatLine({ name, options })).not.toThrow();
    }
  });

  test("names topics, people and dates in Korean, where the corpus has their names", () => {
    const answer = (name: string, options = {}) => {
      const interaction = {
        ...slashCommand(name, { ...options, private: true }),
        locale: Locale.Korean,
      };
      return textOf(messageAfter(ask(bot, interaction), "guild"));
    };
    expect(answer("people")).toContain("김정은");
    expect(answer("people", { person: "김정은" })).toMatch(/^김정은\n/);
    expect(answer("topics")).toContain("한미 연합훈련");
    expect(answer("timeline")).toMatch(
      /\d{4}년 \d{1,2}월 \d{1,2}일 · (?:김정은이 도널드 트럼프에게|도널드 트럼프가 김정은에게)/,
    );
    expect(answer("quote")).toContain("오늘의 구절, 2024년 10월 4일");
    expect(answer("letter", { date: "1999-08-05" })).toContain("1999년 8월 5일인 것은 없습니다");
    const completions = bot.suggest("quote", "from", "", inKorean);
    expect(completions).toContainEqual({ label: "김정은", value: "Kim Jong Un" });
  });
});

/** A corpus in Georgian letters, in which no word of English occurs. */
const GEORGIAN = libraryOf({
  "corpus.yaml": "title: წერილები\nlanguage: ka\n",
  "sources.yaml": "3: {type: book, title: წიგნი, issued: 1907}\n",
  "topics.yaml":
    "1: {label: ანბანი, labels: {ko: 자모}, also: [ასოები]}\n2: {label: ბგერა, broader: [1]}\n",
  "people.yaml": "ანა: {labels: {ko: 아나}, role: მასწავლებელი}\nბესო: {}\n",
  "events.yaml":
    "- {date: 1907-03-02, title: ამბავი, text: მოხდა რამე., sources: [3], topics: [1]}\n",
  "1.md":
    "---\nfrom: ანა\nto: ბესო\ndate: 1907-03-02\ntopics: [1, 2]\nsources: [3]\n---\n\nპირველი სიტყვა და მეორე სიტყვა აქ დგას.\n\nმეორე აბზაცი ამბობს სხვა რამეს.\n",
  "2.md": "---\nfrom: ბესო\nto: ანა\ndate: 1907-05~\nverified: false\n---\n\nმესამე.\n",
  "3.md": "---\ntitle: სია\n---\n\nმეოთხე სიტყვა.\n",
  "plans.yaml": "1: {title: გეგმა, steps: [1, 2¶1, {topics: [1]}, {title: ბოლო, read: 3}]}\n",
});

test("no sentence of an answer is left in English", () => {
  const bot = createBot(commandsFor(GEORGIAN.corpus), () => contextOf(GEORGIAN));
  const kinds = new Set<string>();
  for (const line of questions(GEORGIAN)) {
    const { reply, labels } = bot.respond(line.name, line.options, SITUATION);
    kinds.add(reply.kind);
    // Citations are in the language of their style.
    if (reply.kind === "citation") continue;
    const { file: _, ...shown } = reply;
    const layout = layoutOf(shown, translationFor(inKorean, true, english, labels));
    const fixed = unchanging(layout.blocks);
    const { text } = renderText(shown, translationFor(inKorean, true, english, labels));
    const own = fixed.reduce((rest, one) => (one === "" ? rest : rest.replaceAll(one, "")), text);
    // Days of a schedule are typed in English.
    const typed = /every day|Mondays and Thursdays|first Sunday of the month/g;
    expect(own.replace(typed, ""), formatLine(line)).not.toMatch(
      /\b(?!UTC|Europe|London|Discord|Ibid)[a-z]{2,} [a-z]{2,}\b/,
    );
  }
  expect(kinds.size).toBeGreaterThan(14);
});

test("steps of a plan that have no title are named in Korean", () => {
  const bot = createBot(commandsFor(GEORGIAN.corpus), () => contextOf(GEORGIAN));
  const { reply, labels } = bot.respond("plan show", { plan: "1" }, SITUATION);
  const { text } = renderText(reply, translationFor(inKorean, true, english, labels));
  expect(text.match(/\d단계 ·.*/g)).toEqual([
    "1단계 · 아나가 ბესო에게, 1907년 3월 2일",
    "2단계 · ბესო이(가) 아나에게, 2",
    "3단계 · 자모",
    "4단계 · ბოლო",
  ]);
});

describe("dates in Korean", () => {
  test.each([
    ["2019-08-05", "2019년 8월 5일"],
    ["2018-09~", "2018년 9월경"],
    ["1850?", "1850년(불확실)"],
    ["1907", "1907년"],
    ["175X", "1750년대"],
    ["17XX", "18세기"],
    ["-01XX", "기원전 2세기"],
    ["0079-08-24", "서기 79년 8월 24일"],
    ["-0043-03-15", "기원전 44년 3월 15일"],
    ["1907-21", "1907년 봄"],
    ["1749/1750", "1749년 ~ 1750년"],
    ["1749/..", "1749년 또는 그 이후"],
    ["../1749", "1749년 또는 그 이전"],
    ["[1749,1750]", "1749년 또는 1750년"],
  ])("%s: %s", (edtf, label) => {
    const date = parseEdtfDate(edtf);
    if (date === undefined) throw new Error(`${edtf} is not EDTF.`);
    expect(formatDate(date, korean)).toBe(label);
    // A label that is typed, such as that of a claim, is said in the same way.
    expect([label, date.label]).toContain(localDateLabel(date.label, korean));
    expect(formatDate(date, english)).toBe(date.label);
  });

  test("days and periods", () => {
    expect(formatDay(18_113, korean)).toBe("2019년 8월 5일");
    expect(formatPeriod({ first: 18_113, last: Number.POSITIVE_INFINITY }, korean)).toBe(
      "2019년 8월 5일부터",
    );
    expect(localDateLabel("5 August 2019", korean)).toBe("2019년 8월 5일");
    expect(localDateLabel("August 2019", korean)).toBe("2019년 8월");
    expect(localDateLabel("5 August", korean)).toBe("8월 5일");
    expect(localDateLabel("anything", korean)).toBe("anything");
  });
});
