import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../thoroughness.ts";
import { isGreen, kindsOfMarks, verifierBesideFiller } from "../verifiers.ts";

const SPEECHES = [
  "I never said that the bridge would be free, and I will not say it now.",
  "You promised it to the people of the valley in the spring of that year.",
  "Order, please, for the clerk is to read the motion to the members.",
  "Who saw the lamp of the harbour burn in the night of the flood?",
];
const NAMES = ["Bennett", "Ortega", "Lindqvist", "Wren"];
const label = fc.constantFrom<(name: string) => string>(
  (name) => `${name}: `,
  (name) => `Mr. ${name}: `,
  (name) => `MS. ${name.toUpperCase()}: `,
  (name) => `${name.toUpperCase()}. `,
  (name) => `**${name.toUpperCase()}.** `,
  (name) => `**${name}:** `,
);
const written = fc.constantFrom<(name: string, text: string) => string>(
  (name, text) => `“${text}” — ${name}`,
  (name, text) => `“${text}” (${name})`,
  (name, text) => `“${text}” – Mr. ${name}`,
  (name, text) => `“${text}” (Ms. ${name})`,
  (name, text) => `«${text}» — ${name}`,
  (name, text) => `${text}\n— ${name}`,
  (name, text) => `${text} (${name})`,
  (name, text) => `${text} — ${name}`,
  (name, text) => `“${text}” – ${name.toUpperCase()}`,
);
const index = fc.integer({ min: 0, max: NAMES.length - 1 });

describe("an attribution to a speaker", () => {
  test("is that of the words only if the label before them has the name", () => {
    fc.assert(
      fc.property(label, written, index, index, (labelOf, write, spoken, named) => {
        const [name = "", text = ""] = [NAMES[named], SPEECHES[spoken]];
        const printed = SPEECHES.map((one, at) => labelOf(NAMES[at] ?? "") + one).join("\n\n");
        const quoted = write(name, text);
        const kind = named === spoken ? "attribution" : "other-origin";
        expect([quoted, kindsOfMarks(verifierBesideFiller(printed).verify(quoted))]).toEqual([
          quoted,
          [kind],
        ]);
      }),
      { numRuns: runs(150) },
    );
  });

  test("is that of the label right before corner brackets too, and a title in such brackets is none", () => {
    const speeches = [
      ["番人", "誰がそこにいるのか。手に持っているのは何か"],
      ["漁師", "私だ、町の漁師だ。持っているのは油の樽だ"],
      ["町長", "それなら塔の下に樽を置いて、すぐに帰れ"],
    ] as const;
    const printed = speeches.map(([name, text]) => `${name}「${text}」`).join("\n\n");
    const { verify } = verifierBesideFiller(printed, "ja");
    for (const [at, [, text]] of speeches.entries()) {
      for (const [named, [name]] of speeches.entries()) {
        for (const quoted of [`「${text}」（${name}）`, `「${text}」——${name}`]) {
          const kind = at === named ? "attribution" : "other-origin";
          expect([quoted, kindsOfMarks(verify(quoted))]).toEqual([quoted, [kind]]);
        }
      }
    }
    // A name with kana after the words is none by its form, and is the next label.
    const next = printed.replace("町長", "町長さん");
    const read = verifierBesideFiller(next, "ja").verify(`「${speeches[1][1]}」（町長さん）`);
    expect(read.kind).toBe("none");
    const titled = verifierBesideFiller("小説「灯台の油」は町の漁師たちに長く読まれた。", "ja");
    expect(titled.verify("「灯台の油」は町の漁師たちに長く読まれた").kind).toBe("exact");
  });

  test("is unconfirmed if a labelled speaker only mentions the name, or the next paragraph begins with it", () => {
    const mentioned = verifierBesideFiller(
      `BENNETT: ${SPEECHES[0]} I told John Hale so.\n\nORTEGA: ${SPEECHES[1]}`,
    );
    const next = verifierBesideFiller(`${SPEECHES[0]}\n\nHale saw the soldiers at the gate too.`);
    fc.assert(
      fc.property(fc.constantFrom(mentioned, next), written, ({ verify }, write) => {
        const quoted = write("Hale", SPEECHES[0] ?? "");
        const kinds = kindsOfMarks(verify(quoted));
        expect([quoted, kinds]).toEqual([
          quoted,
          [expect.stringMatching(/^(?:words|unconfirmed-origin|other-origin)$/)],
        ]);
      }),
      { numRuns: runs(40) },
    );
  });

  test("is confirmed where it is printed as one, with another sign", () => {
    const { verify } = verifierBesideFiller(
      `“${SPEECHES[0]}” — Bennett\n\n“${SPEECHES[1]}”\n\nOrtega Moss`,
    );
    for (const quoted of [
      `“${SPEECHES[0]}” — Bennett`,
      `«${SPEECHES[0]}» – Bennett`,
      `“${SPEECHES[1]}” — Ortega Moss`,
    ]) {
      const verdict = verify(quoted);
      expect([quoted, ["exact", "typography"].includes(verdict.kind)]).toEqual([quoted, true]);
      expect(
        "marks" in verdict && verdict.marks.filter(({ kind }) => kind !== "attribution"),
      ).toEqual([]);
    }
  });

  test("is that of the author of the document under any label", () => {
    const { verify } = verifierBesideFiller(
      `BENNETT: ${SPEECHES[0]}\n\nORTEGA: ${SPEECHES[1]}`,
      "en",
      "author: Ada Quill\n",
    );
    expect(kindsOfMarks(verify(`“${SPEECHES[1]}” — Ada Quill`))).toEqual(["attribution"]);
    expect(kindsOfMarks(verify(`“${SPEECHES[1]}” — Tom Bennett`))).toEqual(["other-origin"]);
  });

  test("is none where a sentence goes on with names", () => {
    const { verify } = verifierBesideFiller(
      "The captain sailed that day with three men, Tom, Dick and Hale.",
    );
    for (const sign of [" — ", ", ", " – "]) {
      const quoted = `The captain sailed that day with three men${sign}Tom, Dick and Hale.`;
      expect([quoted, verify(quoted)]).toMatchObject([quoted, { marks: [] }]);
    }
  });

  test("is that of the label in scripts without capital letters", () => {
    const { verify } = verifierBesideFiller(
      "王芳：那座桥从来没有人说过是免费的，我现在也不会说。\n\n李明：你在春天已经答应了山谷里的所有人。",
      "zh",
    );
    const kinds = ["王芳", "李明"].map((name) =>
      kindsOfMarks(verify(`“那座桥从来没有人说过是免费的，我现在也不会说。”——${name}`)),
    );
    expect(kinds).toEqual([["attribution"], ["other-origin"]]);
  });
});

test.each([
  [
    "ru",
    "Совет гавани может закрыть пристань зимой.",
    "Морской Совет - может закрыть пристань зимой.",
  ],
  [
    "en",
    "The council may close the pier in the winter.",
    "The Mayor – may close the pier in the winter.",
  ],
  [
    "de",
    "Der Rat darf die Mole im Winter sperren.",
    "Der Hafenmeister - darf die Mole im Winter sperren.",
  ],
])(
  "another subject of a sentence is no speaker before a dash or a colon: %s",
  (language, printed, quoted) => {
    const { verify } = verifierBesideFiller(printed, language);
    expect(isGreen(verify(quoted))).toBe(false);
    expect(isGreen(verify(quoted.replace(/ [-–] /, ": ")))).toBe(false);
    // The author may be before any part of a sentence.
    const [words = ""] = /(?<=[-–] ).*/u.exec(quoted) ?? [];
    const own = verifierBesideFiller(printed, language, "author: Ada Quill\n");
    expect(isGreen(own.verify(`Ada Quill: ${words}`))).toBe(true);
  },
);

describe("a Korean label of several words", () => {
  const speakers = ["김 선장", "이 늙은 목수", "박 선주"];
  const words = [
    "우리는 등대의 불을 보고 항구로 돌아왔다",
    "배는 모두 부서졌고 기름은 남지 않았다",
    "나는 그 배들을 다시 사지 않을 것이다",
  ];
  const printed = words.map((one, at) => `${speakers[at]}: ${one}.`).join("\n\n");
  const forms = ["“W.” — S", "“W.” (S)", "S: W.", "S: “W.”", "“W.”\n— S"];

  test.each(forms)("is compared with an attribution: %s", (form) => {
    const { verify } = verifierBesideFiller(printed, "ko");
    for (const [spoken, text] of words.entries()) {
      for (const [named, name] of speakers.entries()) {
        const verdict = verify(form.replace("W", text).replace("S", name));
        const marks = "marks" in verdict ? verdict.marks : [];
        const isOwn = isGreen(verdict) && marks.every(({ kind }) => kind === "attribution");
        expect([text, name, isOwn]).toEqual([text, name, spoken === named]);
      }
    }
  });

  test("is on one line", () => {
    const { verify } = verifierBesideFiller(
      `불이 꺼진다\\\n김: ${words[0]}.\n\n이: ${words[1]}.`,
      "ko",
    );
    expect(kindsOfMarks(verify(`“${words[0]}.” — 김`))).toEqual(["attribution"]);
    expect(kindsOfMarks(verify(`“${words[0]}.” — 이`))).toEqual(["other-origin"]);
  });

  test("is no clause that a quotation follows", () => {
    const said = `그가 말했다: ${words[0]}.\n\n${printed}`;
    const { verify } = verifierBesideFiller(said, "ko", "author: 한바다\n");
    expect(kindsOfMarks(verify(`“${words[0]}.” — 한바다`))).toEqual(["attribution"]);
  });
});

describe("the label of a speaker between the words of two", () => {
  const joined = fc.constantFrom<
    readonly [isShown: boolean, join: (a: string, b: string) => string]
  >(
    [true, (a, b) => `“${a}” “${b}”`],
    [true, (a, b) => `${a}\n${b}`],
    [true, (a, b) => `- ${a}\n- ${b}`],
    [true, (a, b) => `“${a}”\n\n“${b}”`],
    [false, (a, b) => `${a} ${b}`],
    [false, (a, b) => `“${a} ${b}”`],
  );

  test("is named where it is left out, and said to be hidden where nothing shows that another person speaks", () => {
    fc.assert(
      fc.property(label, joined, fc.integer({ min: 0, max: 2 }), (labelOf, [isShown, join], at) => {
        const printed = SPEECHES.map((one, at) => labelOf(NAMES[at] ?? "") + one).join("\n\n");
        const quoted = join(SPEECHES[at] ?? "", SPEECHES[at + 1] ?? "");
        const verdict = verifierBesideFiller(printed).verify(quoted);
        expect([quoted, verdict]).toMatchObject([
          quoted,
          { kind: "shortened", gaps: [{ interruptions: ["label"] }] },
        ]);
        const hidden = verdict.kind === "shortened" && verdict.gaps[0]?.hidden;
        expect([quoted, hidden]).toMatchObject([quoted, isShown ? [] : [{ kind: "speaker" }]]);
      }),
      { numRuns: runs(60) },
    );
  });

  test("is no excuse for other words", () => {
    const { verify } = verifierBesideFiller(
      `BENNETT: ${SPEECHES[0]}\n\nORTEGA: ${SPEECHES[1]?.replace("You", "You never")}`,
    );
    expect(verify(`${SPEECHES[0]}\n${SPEECHES[1]}`).kind).toBe("altered");
  });
});

describe("a label with a time, as chats have it", () => {
  const CHAT = [
    "[12:01] anna: The oil of the whales was carried to the lamp at dusk.",
    "[12:04] bert: The men of the harbour slept that night, as far as I know.",
  ];
  const { verify } = verifierBesideFiller(CHAT.join("\n\n"));
  const words = "The oil of the whales was carried to the lamp at dusk.";

  test.each([
    [`anna — Today at 12:01\n${words}`, "attribution"],
    [`${words} (12:01)`, "attribution"],
    [`anna — Today at 12:04\n${words}`, "other-origin"],
    [`${words} (12:04)`, "other-origin"],
    [`[12:04] ${words}`, "other-origin"],
  ])("shows who writes, and when: %s", (quoted, kind) => {
    expect(kindsOfMarks(verify(quoted))).toEqual([kind]);
  });

  test("may be left out, as a whole or in part", () => {
    const bare = CHAT.map((line) => line.replace(/^\S+ \w+: /, "")).join("\n");
    const named = CHAT.map((line) => line.replace(/^\S+ /, "")).join("\n");
    for (const quoted of [bare, named]) {
      expect(verify(quoted)).toMatchObject({
        kind: "shortened",
        gaps: [{ interruptions: ["label"] }],
      });
    }
  });
});
