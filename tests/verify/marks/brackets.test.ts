import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareWords } from "../../../src/verify/changes.ts";
import { kindsOfMarks, verifierBesideFiller } from "../verifiers.ts";

const WORDS = "The oil of the whales was carried to the lamp of the tower at dusk".split(" ");
const { verify } = verifierBesideFiller(`${WORDS.join(" ")}.`);

describe("the brackets of an edition", () => {
  test.each(["[]", "⟨⟩", "{}"])("%s mark added words, and launder no negation", (brackets) => {
    const insert = (word: string, at: number) =>
      WORDS.toSpliced(at, 0, brackets.charAt(0) + word + brackets.charAt(1)).join(" ");
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 10 }), (at) => {
        expect(kindsOfMarks(verify(insert("brass", at)))).toEqual(["words"]);
        expect(verify(insert("not", at)).kind).toBe("altered");
      }),
    );
  });
});

describe("words that are struck through", () => {
  test("may be left out without a change of the sense, and are no words of the document", () => {
    const grave = (printed: string, quoted: string) =>
      compareWords(printed, quoted, "en").flatMap(({ isSame, grave }) => (isSame ? [] : [grave]));
    expect(grave("they did ~~not~~ light it", "they did light it")).toEqual([undefined]);
    expect(grave("they saw ~~Ada~~ a boat", "they saw a boat")).toEqual([undefined]);
    expect(grave("they did ~~not~~ light it", "they did not light it")).toEqual(["negation"]);
    expect(grave("they did not light it", "they did light it")).toEqual(["negation"]);
  });
});

describe("words around a quotation in Korean and Chinese", () => {
  test("replace no printed ones with which they have a single syllable in common", () => {
    const printed = "등대지기는 해 질 녘에 등불을 켰다. 세 척의 배가 어둠 속에서 곶을 지나갔다.";
    const korean = verifierBesideFiller(printed, "ko", "author: 깃 에이다\n");
    const quoted = "“등대지기는 해 질 녘에 등불을 켰다.”라고 깃 에이다는 썼다";
    expect(kindsOfMarks(korean.verify(quoted))).toEqual(["words"]);
  });

  test.each([
    ["“看守人在黄昏时点亮了灯塔的灯”（奎尔，1907年3月2日）", "attribution"],
    ["“看守人在黄昏时点亮了灯塔的灯”（奎尔，1907年3月3日）", "other-origin"],
  ])("name an author with a date: %s", (quoted, kind) => {
    const front = "author: 奎尔\ndate: 1907-03-02\n";
    const chinese = verifierBesideFiller("看守人在黄昏时点亮了灯塔的灯。", "zh", front);
    expect(kindsOfMarks(chinese.verify(quoted))).toEqual([kind]);
  });
});
