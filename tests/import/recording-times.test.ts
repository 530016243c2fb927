import fc from "fast-check";
import { expect, test } from "vitest";
import { inEnglish } from "../in-english.ts";
import { runs } from "../thoroughness.ts";
import { textsOf } from "./passages.ts";
import { importManuscript } from "./read-manuscripts.ts";

const SPEECHES = [
  "I lit the lamp at dusk, as on all the other days of that year.",
  "Three ships went by the pier, and nobody saw where they went.",
  "No, the oil was short, so we slept until the dawn.",
];

/** Writes seconds as “1:05”. */
function writeTime(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** The forms of times: “1:05”, “01:05” and “00:01:05”. */
const WRITTEN = [
  writeTime,
  (seconds: number) => writeTime(seconds).padStart(5, "0"),
  (seconds: number) => `00:${writeTime(seconds).padStart(5, "0")}`,
];

/** How transcripts set a time and a speech; what remains is the paragraphs without the time. */
const FORMS = [
  (time: string, words: string) => [`<p>[${time}] ${words}</p>`, [words]],
  (time: string, words: string) => [`<p>${time} ${words}</p>`, [words]],
  (time: string, words: string) => [`<p>${time}</p><p>${words}</p>`, [words]],
  (time: string, words: string) => [`<p><a href="#t">${time}</a> ${words}</p>`, [words]],
  (time: string, words: string) => [`<p><b>${time}</b> ${words}</p>`, [words]],
  (time: string, words: string) => [
    `<p>Ada Quill (${time}): ${words}</p>`,
    [`Ada Quill: ${words}`],
  ],
  (time: string, words: string) => [
    `<p>Ada Quill ${time}</p><p>${words}</p>`,
    ["Ada Quill", words],
  ],
  (time: string, words: string) => [`<p><b>Q</b> ${time} ${words}</p>`, [`Q ${words}`]],
  (time: string, words: string) => [`<p>Ada ${time}<br>${words}</p>`, [`Ada\n${words}`]],
] as const;

test("The times of a recording that count on as fast as people speak are no words", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...FORMS),
      fc.constantFrom(...WRITTEN),
      fc.integer({ min: 0, max: 300 }),
      fc.array(fc.tuple(fc.constantFrom(...SPEECHES), fc.integer({ min: 3, max: 9 })), {
        minLength: 3,
        maxLength: 8,
      }),
      async (form, write, first, speeches) => {
        let seconds = first;
        const parts = speeches.map(([words, duration]) => {
          const part = form(write(seconds), words);
          seconds += duration;
          return part;
        });
        const manuscript = await importManuscript("a.html", parts.map(([html]) => html).join(""));
        expect(textsOf(manuscript)).toEqual(parts.flatMap(([, texts]) => texts));
        expect(manuscript.remarks.map(inEnglish)).toContain(
          `Times of a recording (${speeches.length}) were left out.`,
        );
      },
    ),
    { numRuns: runs(60) },
  );
});

test.each([
  ["a log", ["00:12 The keeper lit the lamp.", "01:30 Three ships went by.", "02:45 He slept."]],
  ["a schedule", ["9:30 Breakfast", "10:30 The pier", "11:00 The lamp"]],
  ["verses", ["1:10", "1:11", "1:12"].map((verse) => `${verse} ${SPEECHES.join(" ")}`)],
  [
    "times within sentences",
    SPEECHES.map((words, index) => `He said at 0:0${4 * index} that ${words}`),
  ],
  [
    "times that do not count on",
    ["0:20", "0:04", "0:12"].map((time, at) => `${time} ${SPEECHES[at]}`),
  ],
])("The times of %s are words", async (_, paragraphs) => {
  const html = paragraphs.map((text) => `<p>${text}</p>`).join("");
  expect(textsOf(await importManuscript("a.html", html))).toEqual(paragraphs);
});

test("Short verses from the tenth on are no times", async () => {
  const verses = Array.from(
    { length: 14 },
    (_, index) => `1:${index + 1} The lamp of the pier ${"abcdefghijklmn"[index]} was lit.`,
  );
  const manuscript = await importManuscript("a.txt", verses.join("\n\n"));
  expect(textsOf(manuscript)).toEqual(verses.map((verse) => verse.replace(/^\S+ /, "")));
  expect(manuscript.remarks.map(inEnglish)).toContain(
    "Numbers of verses, sentences or paragraphs (14) were taken out of the words.",
  );
});

test("A time with the class of one is left out wherever it is", async () => {
  const html = `<div class="segment-timestamp">0:01</div><p>The lamp <span class="ts">[00:04]</span> was lit.</p><p><span class="ts">at once</span></p>`;
  expect(textsOf(await importManuscript("a.html", html))).toEqual(["The lamp was lit.", "at once"]);
});
