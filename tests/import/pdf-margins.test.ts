import { expect, test } from "vitest";
import { inEnglish } from "../in-english.ts";
import { textsOf } from "./passages.ts";
import { pdfOf } from "./pdfs.ts";
import { importManuscript } from "./read-manuscripts.ts";

const TESTIMONY = [
  "Q.  Did you light the lamp on the night of the second of",
  "March, and did you see any ship before the fog came in?",
  "A.  I lit it at dusk, and I counted three ships by mid-",
  "night, all of them going north with the wind behind.",
  "Q.  And after that, was the bell rung at all by anyone?",
  "A.  I rang it until the morning, and no one answered me.",
  "Q.  Thank you, that is all that I have for you this time.",
];

test("numbers of lines beside a transcript are marks, on every page", async () => {
  const pages = [TESTIMONY, TESTIMONY.toReversed()].map((lines) =>
    lines.flatMap((text, index) => [
      { text: String(index + 1), x: 42, y: 60 + 20 * index },
      { text, x: 70, y: 60 + 20 * index },
    ]),
  );
  const read = await importManuscript("a.pdf", await pdfOf(pages));
  const words = textsOf(read).join(" ");
  expect(words).not.toMatch(/\d/);
  expect(words).toContain("I counted three ships by midnight, all of them");
  expect(read.remarks.map(inEnglish).join("\n")).toMatch(/Line numbers \(14\)/);
});

test("numbers that begin the lines of a text are no numbers of lines", async () => {
  const years = [3, 9, 2, 7, 8, 4].map((number, index) => [
    { text: String(number), x: 42, y: 60 + 20 * index },
    { text: "ships went by the cape before the keeper slept at last", x: 70, y: 60 + 20 * index },
  ]);
  const read = await importManuscript("a.pdf", await pdfOf([years.flat()]));
  const written = JSON.stringify(read.content).match(/(?<=[" n])\d(?= |\s|")/g);
  expect(written).toEqual(["3", "9", "2", "7", "8", "4"]);
});

test("a second print that is half an em away is read once, and letters beside each other twice", async () => {
  const line = "The lamp was lit at dusk, and three ships went by.";
  const page = [
    { text: line, x: 50, y: 60 },
    { text: line, x: 54, y: 61 },
    { text: "l", x: 50, y: 100 },
    { text: "l", x: 52.8, y: 100 },
  ];
  const read = await importManuscript("a.pdf", await pdfOf([page]));
  expect(textsOf(read).join(" ").replace(/\s+/g, " ")).toBe(`${line} ll`);
});
