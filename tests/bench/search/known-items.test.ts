import { expect, test } from "vitest";
import { expectedRank } from "../../../bench/search/known-items.ts";

test("the expected rank is that of one text among all texts that have the words", () => {
  const texts = ["lamp keeper", "Keeper: the lamp, again", "lamp alone", "keeper lamp keeper"];
  const query = (text: string, own = 0) => ({ text, relevant: new Set([own]) });
  // Of three texts: (1 + 1/2 + 1/3) / 3.
  expect(expectedRank(texts, [query("lamp keeper")], 10)).toBeCloseTo(0.6111, 4);
  expect(expectedRank(texts, [query("lamp keeper")], 1)).toBeCloseTo(1 / 3, 9);
  expect(expectedRank(texts, [query("lamp keeper"), query("alone", 2)], 10)).toBeCloseTo(0.8056, 4);
  const firstLetter = (word: string) => word.slice(0, 1);
  expect(expectedRank(texts, [query("lantern kept")], 10, firstLetter)).toBeCloseTo(0.6111, 4);
});
