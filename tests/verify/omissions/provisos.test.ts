import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../thoroughness.ts";
import { verifierBesideFiller } from "../verifiers.ts";

const RULES = [
  ["en", "The keeper shall light the lamp of the tower at dusk", "."],
  ["de", "Der Wärter hat die Lampe bei Sonnenuntergang anzuzünden", "."],
  ["ja", "番人は日没に灯をともさなければならない", "。"],
  ["ko", "등대지기는 해 질 녘에 등불을 켜야 한다", "."],
  ["zh", "看守人必须在黄昏时点亮灯塔的灯", "。"],
] as const;
const NEXT = {
  en: ["Provided that the mayor may order otherwise.", "This does not apply if the moon shines."],
  de: ["Dies gilt nicht, wenn der Mond scheint.", "Satz 1 gilt nicht bei Mondschein."],
  ja: ["ただし、町長が別に定める場合は、この限りでない。", "但し、月夜を除く。"],
  ko: ["다만, 읍장이 달리 정한 때에는 그러하지 아니하다.", "단, 달밤은 제외한다."],
  zh: ["但镇长另有规定的除外。", "镇长另有规定的除外。", "前款规定不适用于月夜。"],
};
const OTHER = {
  en: ["Unless the wind turns, the boats come home.", "The oil is sold to the men of the town."],
  de: ["Das Öl wird an die Männer verkauft.", "Dies gilt auch im Winter."],
  ja: ["油は町の男たちに売られる。"],
  ko: ["기름은 마을 사람들에게 판다."],
  // These except from their own rules.
  zh: [
    "灯油卖给镇上的人。",
    "第八条 商人可以使用仓库，但是镇长另有规定的除外。",
    "渔民可以使用码头，但是暴风雨期间除外。",
    "（三）镇长另有规定的除外。",
  ],
};

describe("the end of a quoted rule", () => {
  test("hides the next sentence only if that excepts something from it, in the same paragraph or the next", () => {
    const rule = fc.constantFrom(...RULES).chain(([language, words, stop]) =>
      fc.record({
        language: fc.constant(language),
        words: fc.constant(words),
        stop: fc.constant(stop),
        next: fc.constantFrom(...NEXT[language], ...OTHER[language]),
        between: fc.constantFrom(" ", "\n\n"),
        end: fc.constantFrom(" …", stop),
      }),
    );
    fc.assert(
      fc.property(rule, ({ language, words, stop, next, between, end }) => {
        const printed = `${words}${stop}${between}${next}`;
        const verdict = verifierBesideFiller(printed, language).verify(words + end);
        const isProviso = NEXT[language].includes(next);
        const isHidden =
          verdict.kind === "shortened" && verdict.gaps.some(({ at }) => at === "end");
        expect([printed, words + end, verdict.kind, isHidden]).toEqual([
          printed,
          words + end,
          expect.stringMatching(/^(?:exact|typography|shortened)$/),
          isProviso,
        ]);
      }),
      { numRuns: runs(80) },
    );
  });
});
