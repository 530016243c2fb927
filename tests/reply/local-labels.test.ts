import { describe, expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { quotationOf } from "../../src/cite/quotation.ts";
import { receiptOf } from "../../src/cite/receipt.ts";
import { createBot } from "../../src/command/bot.ts";
import { parseLine } from "../../src/command/typed-line.ts";
import { elementAt } from "../../src/foundation/checked-access.ts";
import { describeAction } from "../../src/reply/layout/action-label.ts";
import { renderText } from "../../src/reply/plain-text.ts";
import { contextOf, papers, SITUATION } from "../library.ts";
import { translation } from "../translation.ts";

const t = translation("ko");
const bot = createBot(commands, () => contextOf(papers), { t });

function ask(line: string) {
  const { name = "", options = {} } = parseLine(line, commands) ?? {};
  const { reply } = bot.respond(name, options, SITUATION);
  return { reply, text: renderText(reply, t).text };
}

describe("in the language of an answer are", () => {
  test.each([
    ["chicago", ["주석", "참고 문헌 항목"]],
    ["mla", ["본문 출처 표기", "인용 문헌 항목"]],
    ["apa", ["본문 출처 표기", "참고 문헌 항목"]],
    ["bibtex", ["BibTeX 레코드"]],
    ["ris", ["RIS 레코드"]],
    ["csl-json", ["CSL-JSON 레코드"]],
  ])("the headings of citations in %s", (style, headings) => {
    const { text } = ask(`/cite passage:log¶1 style:${style}`);
    for (const heading of headings) expect(text).toContain(heading);
    expect(text).not.toMatch(/\b(?:Note|In-text|entry|record)\b/);
  });

  test("the examples of commands, with a time zone of its readers", () => {
    expect(ask("/help command:schedule add").text).toContain(
      "언제:매일 시각:08:00 시간대:Asia/Seoul",
    );
    expect(ask("/help").text).not.toContain("Europe/");
  });

  test("the readings of a date that are offered", () => {
    const { reply } = ask("/letter date:5/8/2019");
    expect(reply.actions.map(({ label }) => describeAction(label, t))).toEqual([
      "2019년 8월 5일",
      "2019년 5월 8일",
    ]);
    for (const { line } of reply.actions) {
      expect(bot.respond(line.name, line.options).reply).not.toMatchObject({
        reason: { kind: "ambiguous-date" },
      });
    }
  });

  test("the values of examples, of forms and of what is offered", () => {
    const help = ask("/help").text;
    expect(help).toContain("/설정 변경 대상:나 양식:apa");
    expect(help).toContain("언제:매일 ");
    expect(ask("/help command:quote").text).toContain("무작위:예");
    const form = ask("/settings change of:me").text;
    expect(form).toContain("대상:나");
    expect(form).not.toMatch(/\b(?:me|public|private|default)\b/);
  });

  test("the headings of the file of a tray", () => {
    const { document, passage } = elementAt(papers.passages({}), 0);
    const value = [receiptOf(quotationOf(document, passage), passage)];
    const kept = { ...SITUATION.kept, tray: { value, version: "1" } };
    const { reply } = bot.respond("tray", { markdown: true }, { ...SITUATION, kept });
    expect(reply.file?.text).toMatch(/^# 인용문\n/);
    expect(reply.file?.text).toMatch(/^## 출처$/m);
  });
});
