import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fold } from "../../src/language/fold.ts";
import { tokenEnd, tokenize, tokenKey } from "../../src/language/tokenizer.ts";
import { runs } from "../thoroughness.ts";

const wordsIn = (text: string) => tokenize(text).map(({ start, end }) => text.slice(start, end));

test("plain text is folded alike beside other characters and by itself", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary-ascii" }), (text) => {
      const plain = text.trim();
      expect(fold(`“${plain}”`)).toBe(`"${fold(plain)}"`);
    }),
    { numRuns: runs(200) },
  );
});

describe("the tokens of a text", () => {
  test.each([
    ["Kim’s letter, don't", ["Kim’s", "letter", "don't"]],
    ["the ‘missile threats’ and", ["the", "missile", "threats", "and"]],
    ["3,000 men, 1.5 %, at 10:30.", ["3,000", "men", "1.5", "%", "at", "10:30"]],
    ["-5 degrees in 1990-95", ["-5", "degrees", "in", "1990", "95"]],
    ["5−3 and −3", ["5", "3", "and", "−3"]],
    [".5 of -.5, $.50, No.5", [".5", "of", "-.5", "$", ".50", "No", "5"]],
    ["is 10² m", ["is", "10²", "m"]],
    ["co\u00adoperate", ["co\u00adoperate"]],
    ["showing [. . .] in", ["showing", "[. . .]", "in"]],
    ["one … two... (…) * * * ***bold***", ["one", "…", "two", "...", "(…)", "* * *", "bold"]],
    ["Kim’훈 5.〇", ["Kim", "훈", "5", "〇"]],
    ["훈련을 시작", ["훈", "련", "을", "시", "작"]],
    ["훈련".normalize("NFD"), ["훈".normalize("NFD"), "련".normalize("NFD")]],
    ["$5 & a | b ~ c", ["$", "5", "&", "a", "b", "c"]],
    ["🙂️ yes", ["🙂️", "yes"]],
  ])("%s", (text, words) => {
    expect(wordsIn(text)).toEqual(words);
  });

  test.each([
    ["café", "cafe\u0301"],
    ["CAFE", "café"],
    ["ﬁre", "fire"],
    ["Œuvre", "oeuvre"],
    ["Straße", "STRASSE"],
    ["ǼǾ", "aeo"],
    ["don’t", "don't"],
    ["co\u00adoperate", "cooperate"],
    ["[. . .]", "…"],
    ["훈".normalize("NFD"), "훈"],
  ])("%s and %s have the same key", (a, b) => {
    expect(tokenKey(a)).toBe(tokenKey(b));
  });

  test.each([
    ["10²", "102"],
    ["1.5", "15"],
    [".5", "5"],
    ["½", "12"],
    ["-5", "5"],
    ["no", "now"],
    ["…", "and"],
  ])("%s and %s have different keys", (a, b) => {
    expect(tokenKey(a)).not.toBe(tokenKey(b));
  });
});

describe("in any text", () => {
  const texts = fc.string({ unit: "grapheme", maxLength: 60 });
  // Unicode calls Korean's middle dot a letter, which it was.
  const LETTER = /(?!ㆍ)[\p{L}\p{N}]/u;

  test("tokens are in order, with no letter or digit between them", () => {
    fc.assert(
      fc.property(texts, (text) => {
        let end = 0;
        for (const token of tokenize(text)) {
          expect(text.slice(end, token.start)).not.toMatch(LETTER);
          expect(token.end).toBeGreaterThan(token.start);
          expect(tokenEnd(text, token.start)).toBe(token.end);
          end = token.end;
        }
        expect(text.slice(end)).not.toMatch(LETTER);
      }),
      { numRuns: runs(200) },
    );
  });

  test("folding a folded text changes nothing", () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
      { numRuns: runs(200) },
    );
  });
});
