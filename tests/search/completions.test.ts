import { describe, expect, test } from "vitest";
import { library, libraryOf } from "../library.ts";

const harbour = libraryOf({
  "corpus.yaml": "title: Harbour\n",
  "topics.yaml": "tides: { label: Tides of spring }\n",
  "a.md": "The Lamp, the lamp and the lantern. Tidal lamps.",
  "b.md": "A lantern by the Löwe lighthouse.",
  "c.md": "A lantern. 훈련 시간.",
});

describe("what somebody types", () => {
  test("is completed by the corpus’s words, those in most texts first", () => {
    expect(harbour.completeWords("old la", 9)).toEqual(["old lantern", "old lamp", "old lamps"]);
    expect(harbour.completeWords("la", 1)).toEqual(["lantern"]);
  });

  test("is kept as it was typed, whatever it is compared as", () => {
    expect(harbour.completeWords("(The LAM", 9)).toEqual(["(The LAMp", "(The LAMps"]);
    expect(harbour.completeWords("lö", 9)).toEqual(["löwe"]);
  });

  test("is completed by a topic first, and before anything is typed by each of them", () => {
    expect(harbour.completeWords("tid", 9)).toEqual(["Tides of spring", "tidal"]);
    expect(harbour.completeWords("", 9)).toEqual(["Tides of spring"]);
  });

  test("is left alone where a word has ended, is too short, or is no word", () => {
    for (const typed of ["lamp ", "l", "lamp, ", "훈련", "?"]) {
      expect(harbour.completeWords(typed, 9)).toEqual([]);
    }
  });

  test("is found when it is completed", () => {
    for (const typed of ["mil", "eleme", "out"]) {
      const completed = library.completeWords(typed, 25);
      expect(completed).not.toEqual([]);
      for (const query of completed) expect(library.search(query, {}).total).toBeGreaterThan(0);
    }
  });
});
