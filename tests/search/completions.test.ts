import { describe, expect, test } from "vitest";
import { library, libraryOf } from "../library.ts";

const harbour = libraryOf({
  "corpus.yaml": "title: Harbour\n",
  "topics.yaml": "tides: { label: Tides of spring }\n",
  "a.md": "The Lamp, the lamp and the lantern. Tidal lamps.",
  "b.md": "A lantern by the Löwe lighthouse.",
  "c.md": "A lantern. 훈련 시간.",
});

describe("completion of the last word", () => {
  test("suggests words of the corpus by descending document frequency", () => {
    expect(harbour.completeWords("old la", 9)).toEqual(["old lantern", "old lamp", "old lamps"]);
    expect(harbour.completeWords("la", 1)).toEqual(["lantern"]);
  });

  test("keeps what was typed, although it compares folded words", () => {
    expect(harbour.completeWords("(The LAM", 9)).toEqual(["(The LAMp", "(The LAMps"]);
    expect(harbour.completeWords("lö", 9)).toEqual(["löwe"]);
  });

  test("suggests topics before words, and all topics for an empty input", () => {
    expect(harbour.completeWords("tid", 9)).toEqual(["Tides of spring", "tidal"]);
    expect(harbour.completeWords("", 9)).toEqual(["Tides of spring"]);
  });

  test("suggests nothing after a finished word, a single letter, a CJK word or punctuation", () => {
    for (const typed of ["lamp ", "l", "lamp, ", "훈련", "?"]) {
      expect(harbour.completeWords(typed, 9)).toEqual([]);
    }
  });

  test("only suggests queries that have results", () => {
    for (const typed of ["mil", "eleme", "out"]) {
      const completed = library.completeWords(typed, 25);
      expect(completed).not.toEqual([]);
      for (const query of completed) expect(library.search(query, {}).total).toBeGreaterThan(0);
    }
  });
});
