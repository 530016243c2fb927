import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../thoroughness.ts";
import { isGreen, verdictAgainst } from "../verifiers.ts";

/** Words that a prefix negates, with what may be before and after them. */
const NEGATED = {
  ko: {
    prefixes: {
      불: ["가능하다고", "공정하다고"],
      비: ["공개로", "정상으로"],
      미: ["완성으로", "성년자로"],
    },
    before: "늙은 등대지기는 마을에서 그 일을 ",
    after: " 생각하며 돌아왔다.",
  },
  ja: {
    prefixes: {
      不: ["可能", "公平"],
      非: ["公開", "常識"],
      未: ["完成", "解決"],
      無: ["関係", "責任"],
    },
    before: "年老いた灯台守は村でその仕事が",
    after: "だと思いながら帰って来た。",
  },
  zh: {
    prefixes: {
      不: ["可能", "公平"],
      非: ["法", "正式"],
      未: ["完成", "解决"],
      无: ["关系", "责任"],
    },
    before: "年老的守塔人在村里觉得那件事是",
    after: "的事情，后来就回来了。",
  },
} as const;

const negated = fc
  .constantFrom(...Object.entries(NEGATED))
  .chain(([language, { prefixes, before, after }]) =>
    fc.constantFrom(...Object.entries(prefixes)).chain(([prefix, words]) =>
      fc.record({
        language: fc.constant(language),
        prefix: fc.constant(prefix),
        word: fc.constantFrom(...words),
        before: fc.constant(before),
        after: fc.constant(after),
      }),
    ),
  );
const marks = fc.constantFrom(["", ""], ["“", "”"], ["「", "」"], ["…", ""]);

describe("a quotation that begins within a word", () => {
  test("does not leave out the prefix that negates the rest of it", () => {
    fc.assert(
      fc.property(negated, marks, (one, [open = "", close = ""]) => {
        const { language, prefix, word, before, after } = one;
        const printed = before + prefix + word + after;
        const quoted = open + word + after + close;
        const verdict = verdictAgainst(quoted, printed, language);
        const hidden =
          verdict.kind === "shortened" ? verdict.gaps.flatMap((gap) => gap.hidden) : [];
        expect([quoted, hidden]).toEqual([quoted, [{ kind: "negation", text: prefix }]]);
        const whole = prefix + word + after;
        expect([whole, isGreen(verdictAgainst(whole, printed, language))]).toEqual([whole, true]);
        const affirmed = before + word + after;
        expect([word, isGreen(verdictAgainst(word + after, affirmed, language))]).toEqual([
          word,
          true,
        ]);
      }),
      { numRuns: runs(25) },
    );
  });
});

/** Clauses with their verbs, and what makes them a part of another sentence that does not say that they are so. */
const CONTINUED = {
  ko: {
    clauses: [
      "등대지기는 해가 지면 항구의 배들을 지켜본다",
      "마을 사람들은 그 결정을 인정한다",
      "늙은 선장의 배는 튼튼하고 안전하다",
      "창고에는 지난해의 곡식이 남아 있다",
    ],
    endings: [
      "면 시장은 다리를 놓을 것이다",
      "고 말할 수 없다",
      "고 믿지 않았다",
      "는 소문은 거짓이었다",
      "거나 모른다고 했다",
    ],
    stop: ".",
  },
  ja: {
    clauses: [
      "灯台守は日が暮れると港の船を見守っている",
      "村の人々はその決定を認める",
      "年老いた船長はその手紙を読んだ",
    ],
    endings: [
      "とは言えない",
      "ならば橋を架けるだろう",
      "ことがない",
      "とは限らない",
      "わけではない",
    ],
    stop: "。",
  },
  tr: {
    clauses: ["Fener bekçisi her akşam limandaki gemileri bekliyor"],
    endings: [" değil", " demek mümkün değil"],
    stop: ".",
  },
} as const;

const continued = fc
  .constantFrom(...Object.entries(CONTINUED))
  .chain(([language, { clauses, endings, stop }]) =>
    fc.record({
      language: fc.constant(language),
      clause: fc.constantFrom(...clauses),
      ending: fc.constantFrom(...endings),
      stop: fc.constant(stop),
    }),
  );

describe("a full stop before the verb that ends the printed clause", () => {
  test("is no sign of print, since the rest says whether the words are so", () => {
    fc.assert(
      fc.property(
        continued,
        marks,
        ({ language, clause, ending, stop }, [open = "", close = ""]) => {
          const printed = clause + ending + stop;
          const quoted = open.replace("…", "") + clause + stop + close;
          expect([quoted, verdictAgainst(quoted, printed, language).kind]).toEqual([
            quoted,
            "shortened",
          ]);
          expect([quoted, isGreen(verdictAgainst(quoted, clause + stop, language))]).toEqual([
            quoted,
            true,
          ]);
          expect([printed, isGreen(verdictAgainst(printed, printed, language))]).toEqual([
            printed,
            true,
          ]);
        },
      ),
      { numRuns: runs(25) },
    );
  });

  test("is none after a part of a word, nor is the verb of a sentence that its word continues", () => {
    const printed = "등대지기는 해가 지면 항구의 배들을 지켜본다면서 그는 바다로 나갔다.";
    for (const quoted of [
      "등대지기는 해가 지면 항구의 배들을 지켜.",
      "등대지기는 해가 지면 항구의 배들을 지켜본다",
    ]) {
      expect([quoted, verdictAgainst(quoted, printed, "ko").kind]).toEqual([quoted, "shortened"]);
    }
    const noun = "아이들은 해가 지는 바다는 보지 않고 집으로 돌아갔다.";
    expect(verdictAgainst("아이들은 해가 지는 바다", noun, "ko").kind).toBe("exact");
    expect(
      verdictAgainst("항구의 배들을 지켜본다", printed.replace("면서", ". 그리고"), "ko").kind,
    ).toBe("exact");
  });
});

test("The characters before an ending show whether it takes back what precedes it", () => {
  const subject = "漁師たちが港に着いたとき、村長が、その責任を負つた。";
  expect(verdictAgainst("漁師たちが港に着いたとき、村長…", subject, "ja").kind).toBe("exact");
  for (const [language, quoted, rest] of [
    ["ja", "漁師たちはその船が安全だと信じていた", "が、実際は古かった。"],
    ["ko", "어부들은 그 배가 튼튼하고 안전하다고 믿었", "지만 실제로는 낡은 배였다."],
  ] as const) {
    const verdict = verdictAgainst(`${quoted}…`, quoted + rest, language);
    const hidden = verdict.kind === "shortened" ? verdict.gaps.flatMap((gap) => gap.hidden) : [];
    expect([quoted, hidden.map(({ kind }) => kind)]).toEqual([quoted, ["contrast"]]);
  }
});
