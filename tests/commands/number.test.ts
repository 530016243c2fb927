import { expect, test } from "vitest";
import { cite } from "../../commands/cite.ts";
import { letter } from "../../commands/letter.ts";
import { quote } from "../../commands/quote.ts";
import type { RawOptions } from "../../src/command/types.ts";
import { contextOf, expectKind, libraryOf } from "../library.ts";

const volume = libraryOf({
  "keeper-12.md": `---\ntype: personal_communication\ntitle: 12. To Tom Hale\nfrom: Ada Quill\nto: Tom Hale\nnumber: "12"\n---\n\nMY DEAR FRIEND,--\n\nWe have used twelve and a half pounds of oil.\n\nADA QUILL.\n`,
  "keeper-13.md": `---\ntype: personal_communication\ntitle: 13. To the Board\nfrom: Ada Quill\nto: Board\nnumber: XIII\n---\n\nYour matches have come, and they are wet.\n`,
});

test.each(["12", "XII", "No. 12", "letter 12"])("/letter number:%s shows letter 12", (number) => {
  const reply = letter.respond({ number }, contextOf(volume));
  expect(expectKind("document", reply).document.id).toBe("keeper-12");
});

test("a number in Roman numerals is found in digits, and one that is not there is said", () => {
  const context = contextOf(volume);
  const found = expectKind("document", letter.respond({ number: "13" }, context));
  expect(found.document.id).toBe("keeper-13");
  const missing = expectKind("notice", letter.respond({ number: "14", from: "Quill" }, context));
  expect(missing.reason).toMatchObject({
    kind: "nothing-found",
    criteria: { document: { kind: "numbered", number: "14" } },
  });
});

test.each([
  ["14", ["13"]],
  ["3", ["12"]],
  ["x", ["12", "13"]],
])("a number that is not there is answered with the nearest ones: %s", (number, nearest) => {
  const { actions } = expectKind("notice", letter.respond({ number }, contextOf(volume)));
  const found = actions.map((action) => JSON.stringify(action).match(/keeper-(\d+)/)?.[1]);
  expect(found).toEqual(nearest);
});

test("/quote and /cite take the number of a letter as its name", () => {
  const context = contextOf(volume);
  const quoted = expectKind("quotation", quote.respond({ about: "letter 13" }, context));
  expect(quoted.quotation.citation.documentId).toBe("keeper-13");
  const cited = expectKind("citation", cite.respond({ passage: "letter 12" }, context));
  expect(cited.document.id).toBe("keeper-12");
});

test("neither a salutation nor a signature is the passage of the day", () => {
  const texts = Array.from({ length: 8 }, (_, day) => {
    const reply = quote.respond({}, { ...contextOf(volume), day });
    return expectKind("quotation", reply).quotation.text;
  });
  expect([...new Set(texts)].toSorted()).toEqual([
    "We have used twelve and a half pounds of oil.",
    "Your matches have come, and they are wet.",
  ]);
});

test.each([
  ["en", "Port Sorrel on the North Coast, January 14, 1850.", "My dear Tom,"],
  ["de", "Hafen am Nordstrand bei Neustadt, den 14. Januar 1850.", "Mein lieber Tom,"],
  ["fr", "Port-la-Lampe, le 14 janvier 1850.", "Mon cher Thomas,"],
])(
  "a dateline, a heading and a salutation open a letter, but no answer: %s",
  (language, date, salutation) => {
    const words = "Oil 12 is in the lamp, and the lamp is at the window.";
    const context = contextOf(
      libraryOf({
        "corpus.yaml": `language: ${language}\n`,
        "a.md": `---\nfrom: Ada Quill\nto: Tom Hale\n---\n${["FROM THE KEEPER OF THE LIGHT TO HER BROTHER", date, salutation, words].join("\n\n")}`,
      }),
    );
    const textOf = (options: RawOptions, day = context.day) =>
      expectKind("quotation", quote.respond(options, { ...context, day })).quotation.text;
    expect(textOf({ from: "Ada Quill", to: "Tom Hale" })).toBe(words);
    for (const day of [0, 1, 2, 3]) expect(textOf({}, day)).toBe(words);
    expect(textOf({ from: "Ada Quill", rank: 2 })).toBe(
      "FROM THE KEEPER OF THE LIGHT TO HER BROTHER",
    );
  },
);
