import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../../thoroughness.ts";
import { verifierBesideFiller, verifierOfFiles } from "../verifiers.ts";

/** A sentence whose second part changes the sense of the first, in a script that shows its language. */
const SENTENCES: readonly (readonly [language: string, quoted: string, hidden: string])[] = [
  ["ko", "등대지기는 저녁마다 항구의 등불을", " 켜지 않았다."],
  ["ja", "灯台守は夕方に港の明かりを", "ともさなかった。"],
  ["zh", "守塔人每天傍晚点亮港口的灯", "，但暴风雨期间除外。"],
  [
    "ru",
    "Смотритель каждый вечер зажигает фонарь на башне",
    ", но не в бурю, когда мы ждём рыбаков.",
  ],
  ["uk", "Доглядач щовечора запалює ліхтар на вежі", ", але не в бурю, коли її чекають."],
  ["ar", "يضيء الحارس مصباح المنارة كل مساء", " إلا في ليلة العاصفة."],
  ["fa", "نگهبان هر شب چراغ فانوس را پیش از توفان", " روشن نمی‌کند."],
  ["el", "Ο φύλακας ανάβει κάθε βράδυ το φανάρι", ", αλλά όχι στην καταιγίδα."],
  ["he", "השומר מדליק כל ערב את הפנס במגדל", " אבל לא בסערה."],
];
const ellipses = fc.constantFrom("…", "...", " …", " [...] ");

test("An ellipsis in a document that names no language hides what it hides in one that names its own", () => {
  fc.assert(
    fc.property(fc.constantFrom(...SENTENCES), ellipses, (sentence, ellipsis) => {
      const [language, quoted, hidden] = sentence;
      const text = quoted + ellipsis.trimEnd();
      const named = verifierBesideFiller(quoted + hidden, language).verify(text);
      const unnamed = verifierOfFiles({ "a.md": quoted + hidden }).verify(text);
      expect([text, unnamed.kind]).toEqual([text, named.kind]);
      if (!ellipsis.includes("[")) expect([text, unnamed.kind]).toEqual([text, "shortened"]);
    }),
    { numRuns: runs(60) },
  );
});
