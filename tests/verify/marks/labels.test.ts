import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Verdict } from "../../../src/verify/verdict.ts";
import { runs } from "../../thoroughness.ts";
import { isGreen, kindsOfMarks, verifierBesideFiller } from "../verifiers.ts";

const RULE = "Not all the boats of the harbour had come back before the storm of March.";
const NEXT = "The oil was sold to the men of the town in the spring of that year.";
/** Labels as they are printed, with others that have the same value and others that have not. */
const LABELS = [
  ["(4)", "5. ", "(e) ", "V. "],
  ["(d)", "(e) ", "e) ", "(5) "],
  ["d)", "e) ", "(e) ", "5. "],
  ["(4a)", "(5a) ", "(4b) ", "5. "],
  ["Art. 4.", "Art. 5. ", "§ 5 ", "5. "],
  ["Rule 4.", "Rule 5. ", "(5) ", "Art. 5. "],
  ["§ 4.", "§ 5. ", "(5) ", "5 "],
  ["IV.", "V. ", "(5) ", "5. "],
] as const;

describe("the label of a rule before its words", () => {
  const label = fc.constantFrom(...LABELS);

  test("is the printed one, whatever the forms of both are", () => {
    fc.assert(
      fc.property(label, fc.nat(2), ([printed, ...others], at) => {
        const { verify } = verifierBesideFiller(`${printed} ${RULE} ${NEXT}`);
        expect([printed, isGreen(verify(`${printed} ${RULE}`))]).toEqual([printed, true]);
        const quoted = `${others[at] ?? ""}${RULE}`;
        expect([printed, quoted, isGreen(verify(quoted))]).toEqual([printed, quoted, false]);
      }),
      { numRuns: runs(60) },
    );
  });

  test("hides no words between it and those of the quotation", () => {
    const first = fc.constantFrom("Not", "If", "Only", "Perhaps");
    fc.assert(
      fc.property(label, first, fc.boolean(), ([printed], word, isCapital) => {
        const rest = RULE.slice("Not ".length);
        const { verify } = verifierBesideFiller(`${printed} ${word} ${rest} ${NEXT}`);
        const opened = isCapital ? rest.replace(/^a/, "A") : rest;
        const quoted = `${printed} ${opened}`;
        expect([quoted, isGreen(verify(quoted))]).toEqual([quoted, false]);
      }),
      { numRuns: runs(60) },
    );
  });

  test.each([
    [
      "KG: Nobody lit the lamp of the harbour before the storm.",
      "KG: lit the lamp of the harbour before the storm.",
    ],
    [
      "KG: Don't light the lamp of the harbour before dusk.",
      "KG: light the lamp of the harbour before dusk.",
    ],
    [
      "4. Not all the boats of the harbour had come back.",
      "4. All the boats of the harbour had come back.",
    ],
  ])("nor that of a speaker or an item of a list: %s", (printed, quoted) => {
    const { verify } = verifierBesideFiller(printed);
    expect(isGreen(verify(printed))).toBe(true);
    expect(isGreen(verify(quoted))).toBe(false);
  });

  test("of a list or of a single turn hides no words after it where it is quoted as it is printed", () => {
    const names = fc.constantFrom("Keywords", "KG", "Anna", "Abstract");
    const rest = "iron ships, winter trade, and lamps of the north";
    const hidden = fc.constantFrom("old", "old harbours,", "harbours, mills,", "I love");
    fc.assert(
      fc.property(names, hidden, fc.boolean(), fc.boolean(), (name, hidden, isHidden, isAlone) => {
        const own = isHidden ? `${name}: ${hidden} ${rest}` : `${name}: ${rest}`;
        const printed = isAlone ? `${own}.` : `Note: The boats slept.\n\n${own}`;
        const { verify } = verifierBesideFiller(printed);
        const quoted = `${name}: ${rest}`;
        expect([printed, verify(quoted).kind]).toEqual([printed, isHidden ? "shortened" : "exact"]);
        const inMarks = `${name}: “${rest}”`;
        expect([printed, isGreen(verify(inMarks))]).toEqual([printed, true]);
      }),
      { numRuns: runs(40) },
    );
  });

  test("is that of a speaker before a later sentence too, and of each verse", () => {
    const turn = verifierBesideFiller(`KG: ${RULE} ${NEXT}`);
    expect(isGreen(turn.verify(`KG: ${NEXT}`))).toBe(true);
    const verses = verifierBesideFiller(`16 ${RULE} 17 ${NEXT}`);
    expect(isGreen(verses.verify(`17 ${NEXT}`))).toBe(true);
    expect(isGreen(verses.verify(`18 ${NEXT}`))).toBe(false);
  });

  test("“No.” before a number is no negation that is hidden", () => {
    const { verify } = verifierBesideFiller(`No. 4. ${RULE}`);
    expect(isGreen(verify(`4. ${RULE}`))).toBe(true);
  });
});

/** Labels of articles, with other forms of the same and those of another article, and a rule with what may be left out of it. */
const CJK_RULES = {
  ja: {
    labels: [
      ["第四条　", "第4条 ", "第五条　"],
      ["（四）", "(4) ", "（五）"],
      ["四　", "第四条　", "五　"],
    ],
    hidden: ["村長の許可がなければ、", "雨の日には", "何人も、"],
    rule: "商人は港の倉庫を使用することができる。",
  },
  zh: {
    labels: [
      ["第四条　", "第4条 ", "第五条　"],
      ["（四）", "(4) ", "（五）"],
      ["四、", "第四条 ", "五、"],
    ],
    hidden: ["如果镇长同意，", "不许", "雨天"],
    rule: "商人使用港口的仓库和码头。",
  },
  ko: {
    labels: [
      ["제4조 ", "제4조 ", "제5조 "],
      ["④ ", "(4) ", "⑤ "],
      ["제4항 ", "4항 ", "제5항 "],
    ],
    hidden: ["이장이 허락하면 ", "비가 오는 날에 ", "누구든지 "],
    rule: "상인은 항구의 창고를 쓸 수 있다.",
  },
} as const;

describe("the label of a rule in Chinese, Japanese and Korean numerals", () => {
  const rules = fc.constantFrom(...Object.entries(CJK_RULES)).chain(([language, rule]) =>
    fc.record({
      language: fc.constant(language),
      label: fc.constantFrom(...rule.labels),
      hidden: fc.constantFrom(...rule.hidden),
      rule: fc.constant(rule.rule),
    }),
  );

  test("hides no words between it and those of the quotation, and is no other", () => {
    fc.assert(
      fc.property(rules, ({ language, label: [printed, same, other], hidden, rule }) => {
        const { verify } = verifierBesideFiller(printed + hidden + rule, language);
        const whole = printed + hidden + rule;
        expect([whole, isGreen(verify(whole))]).toEqual([whole, true]);
        for (const quoted of [printed + rule, same + rule, other + hidden + rule]) {
          expect([whole, quoted, isGreen(verify(quoted))]).toEqual([whole, quoted, false]);
        }
      }),
      { numRuns: runs(40) },
    );
  });
});

describe("what is after the closing mark of a quotation, or in brackets at its end", () => {
  test("is no label with which the next passage begins", () => {
    const next = fc.constantFrom(
      ["The Keeper.", " — The keeper"],
      ["Mr. ROE:", " — Mr Roe"],
      ["Q.", " (Q)"],
      ["(2)", " (2)"],
      ["(2)", " — (2)"],
    );
    fc.assert(
      fc.property(next, fc.constantFrom("", "."), ([label = "", after = ""], stop) => {
        const printed = `${RULE}\n\n${label} ${NEXT}`;
        const quoted = `“${RULE.slice(0, -1)}${stop}”${after}`;
        const verdict = verifierBesideFiller(printed).verify(quoted);
        const spans = "occurrences" in verdict ? verdict.occurrences[0].stretch.length : 1;
        expect([quoted, spans]).toEqual([quoted, 1]);
      }),
      { numRuns: runs(40) },
    );
  });
});

/** Whether a verdict is green, and the document bears out all attributions. */
function isConfirmed(verdict: Verdict): boolean {
  const marks = "marks" in verdict ? verdict.marks : [];
  return isGreen(verdict) && marks.every(({ kind }) => kind !== "unconfirmed-origin");
}

describe("the label of a rule after its words", () => {
  const words = "the boats of the harbour had come back before the storm of March";
  const rule = (label: string) => `${label} In that year ${words}. ${NEXT}`;
  const forms = ["“#” %", "“#.” %", "In that year #. %", "“In that year #” — %"];
  const cite = (form: string, label: string) => form.replace("#", words).replace("%", label);

  test.each([
    ["(4)", ["(4)", "(4).", "[4]", "(§ 4)"], ["(5)", "(3)", "(14)"]],
    ["Rule 4.", ["(4)", "(Rule 4)", "(4.)"], ["(5)", "(Rule 5)"]],
    ["Art. 4.", ["(Art. 4)", "(article 4)", "(4)"], ["(Art. 5)", "(5)"]],
    ["Lamp 1:16", ["(Lamp 1:16)", "(1:16)"], ["(Lamp 1:17)", "(1:17)", "(Lamp 2:16)"]],
  ])("%s is the printed one", (printed, same, others) => {
    const { verify } = verifierBesideFiller(rule(printed));
    for (const form of forms) {
      const trials = [...same.map((one) => [one, true]), ...others.map((one) => [one, false])];
      for (const [label, isPrinted] of trials) {
        const quoted = cite(form, `${label}`);
        expect([quoted, isConfirmed(verify(quoted))]).toEqual([quoted, isPrinted]);
      }
    }
  });

  test.each([
    ["4 boats of the harbour had come back before the storm of March.", "(4)"],
    ["On 5 May all the boats of the harbour had come back before the storm.", "(5)"],
  ])("is no number that the words have: %s %s", (printed, label) => {
    const { verify } = verifierBesideFiller(`${printed} ${NEXT}`);
    const quoted = `“${printed.slice(printed.indexOf("boats"), -1)}” ${label}`;
    expect(kindsOfMarks(verify(quoted))).not.toContain("attribution");
  });

  test("hides a negation or a condition before the words, and nothing else", () => {
    const { verify } = verifierBesideFiller(`(4) Not all ${words}. ${NEXT}`);
    expect(isGreen(verify(`“all ${words}” (4)`))).toBe(false);
    const other = verifierBesideFiller(`(4) Of the whole valley all ${words}. ${NEXT}`);
    expect(isGreen(other.verify(`“all ${words}” (4)`))).toBe(true);
    expect(isGreen(other.verify(`(4) all ${words}`))).toBe(false);
  });
});

test("the label of the next line is none of the words before it", () => {
  const [first, next] = ["The keeper lights the lamp at dusk", "The mayor pays for the oil"];
  const { verify } = verifierBesideFiller(`${first}.\\\nLamp 1:17 ${next} in the winter.`);
  expect(isConfirmed(verify(`“${first}” (Lamp 1:17)`))).toBe(false);
  expect(isConfirmed(verify(`“${next} in the winter” (Lamp 1:17)`))).toBe(true);
});

test.each(["﴿#﴾", "﴾#﴿", "۝#"])(
  "the number of a verse in %s is compared with the printed one",
  (form) => {
    const words = "كتب الحارس أن المصباح أضاء الميناء في تلك الليلة";
    const { verify } = verifierBesideFiller(
      `(3) ${words}.\n\n(4) وأن السفن مرت بسلام في الشتاء.`,
      "ar",
    );
    expect(isGreen(verify(`${words} ${form.replace("#", "٣")}`))).toBe(true);
    expect(isGreen(verify(`${words} ${form.replace("#", "٢")}`))).toBe(false);
  },
);

describe("the number of an item of a list", () => {
  const ITEMS = [
    "The keeper lights the lamp of the harbour at dusk.",
    "The mayor pays for the oil of the lamp in the winter.",
    "Only Ada may enter the tower of the lamp at night.",
  ];
  const start = fc.integer({ min: 1, max: 40 });
  const at = fc.nat(ITEMS.length - 1);
  const form = fc.constantFrom("#. W", "# W", "(#) W", "#) W", "“W” (#)", "W (#)");

  test("is compared with that of a quotation, which the text of the passage does not have", () => {
    fc.assert(
      fc.property(start, at, at, form, (first, own, other, written) => {
        const { verify } = verifierBesideFiller(
          ITEMS.map((text, index) => `${first + index}. ${text}`).join("\n"),
        );
        const text = ITEMS[own] ?? "";
        const quoted = written.replace("#", String(first + other)).replace("W", text);
        expect([quoted, isConfirmed(verify(quoted))]).toEqual([quoted, own === other]);
        expect(verify(text).kind).toBe("exact");
      }),
      { numRuns: runs(80) },
    );
  });

  test("says that the words begin the sentence after it", () => {
    const { verify } = verifierBesideFiller(
      ITEMS.map((text, index) => `${index + 1}. ${text}`).join("\n"),
    );
    expect(isGreen(verify("3. Ada may enter the tower of the lamp at night."))).toBe(false);
  });
});
