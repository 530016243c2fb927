import fc from "fast-check";
import { expect, test } from "vitest";
import { elementAt } from "../../src/foundation/checked-access.ts";
import { inEnglish } from "../in-english.ts";
import { runs } from "../thoroughness.ts";
import { notesOf, textsOf } from "./passages.ts";
import { importManuscript } from "./read-manuscripts.ts";

type Format = "srt" | "vtt" | "sbv";

/** Writes a time as a format has it. */
function writeTime(seconds: number, format: Format): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const padded = (number: number, length = 2) => String(number).padStart(length, "0");
  const rest = `${padded(Math.floor(seconds) % 60)}${format === "srt" ? "," : "."}000`;
  return `${format === "sbv" ? hours : padded(hours)}:${padded(minutes)}:${rest}`;
}

const MARKUP = [
  (line: string) => line,
  (line: string) => `<i>${line}</i>`,
  (line: string) => `{\\an8}${line}`,
  (line: string) => `<c.yellow>${line}</c>`,
  (line: string) => line.replace(" ", "<00:00:01.500> "),
] as const;

const sentence = fc
  .array(fc.stringMatching(/^q[a-z]{1,7}$/), { minLength: 4, maxLength: 25 })
  // No two lines are the same, as they are where captions roll up.
  .map((words) => `Q${words.map((word, at) => word + "abcdefghij"[at % 10]).join(" ")}.`);

test("A sentence that goes on over subtitles is one, and nothing else is a word", async () => {
  const layout = fc.record({
    format: fc.constantFrom<Format>("srt", "vtt", "sbv"),
    sentences: fc.array(sentence, { minLength: 2, maxLength: 12 }),
    wordsPerLine: fc.integer({ min: 2, max: 7 }),
    linesPerCue: fc.integer({ min: 1, max: 3 }),
    pause: fc.integer({ min: 0, max: 9 }),
    markup: fc.array(fc.constantFrom(...MARKUP), { minLength: 5, maxLength: 5 }),
    isNumbered: fc.boolean(),
    lineEnd: fc.constantFrom("\n", "\r\n"),
  });
  await fc.assert(
    fc.asyncProperty(layout, async (one) => {
      const { format, sentences, wordsPerLine, linesPerCue, pause, markup } = one;
      const words = sentences.join(" ").split(" ");
      const lines: string[] = [];
      for (let at = 0; at < words.length; at += wordsPerLine) {
        const line = words.slice(at, at + wordsPerLine).join(" ");
        lines.push(elementAt(markup, (at / wordsPerLine) % 5)(line));
      }
      const cues: string[] = [];
      for (let at = 0; at < lines.length; at += linesPerCue) {
        const start = cues.length * (4 + pause);
        const times = [start, start + 4].map((time) => writeTime(time, format));
        const isNumbered = format === "srt" || (format === "vtt" && one.isNumbered);
        cues.push(
          [
            ...(isNumbered ? [String(cues.length + 1)] : []),
            format === "sbv" ? times.join(",") : times.join(" --> "),
            ...lines.slice(at, at + linesPerCue),
          ].join("\n"),
        );
      }
      const header = format === "vtt" ? "WEBVTT\n\nNOTE written by a program\n\n" : "";
      const text = (header + cues.join("\n\n")).replaceAll("\n", one.lineEnd);
      const names = format === "sbv" ? ["a.sbv"] : [`a.${format}`, "a.txt"];
      for (const name of names) {
        const texts = textsOf(await importManuscript(name, text));
        expect(texts.join(" ")).toBe(sentences.join(" "));
        for (const whole of sentences) {
          expect(texts.some((passage) => passage.includes(whole))).toBe(true);
        }
      }
    }),
    { numRuns: runs(60) },
  );
});

test("Speakers are notes, sounds are apart, and what else a file says is in a remark", async () => {
  const manuscript = await importManuscript(
    "a.vtt",
    `WEBVTT - The lamp
Kind: captions
Language: en-GB

STYLE
::cue { color: lime }

intro
00:01.000 --> 00:04.000 align:start
<v.loud Ada Quill>The keeper lit &amp; trimmed

2
00:04.000 --> 00:05.000
[thunder]

3
00:05.000 --> 00:07.000
the lamp.

00:08.000 --> 00:09.000
<v Ben Reed>Who <3 it?

00:09.000 --> 00:10.000
<v Ada Quill>All.
`,
  );
  expect(textsOf(manuscript)).toEqual([
    "The keeper lit & trimmed the lamp.",
    "[thunder]",
    "Who <3 it?",
    "All.",
  ]);
  expect(notesOf(manuscript)).toEqual(["Ada Quill", "Ben Reed"]);
  expect(manuscript.metadata.language).toBe("en-GB");
  const remarks = manuscript.remarks.map(inEnglish).join();
  for (const line of ["WEBVTT - The lamp", "::cue { color: lime }", "intro"]) {
    expect(remarks).toContain(line);
  }
});

test("Captions that roll up are read once, and what a speaker says again stays", async () => {
  const rolling = ["The keeper lit", "the lamp at dusk", "and sat down."]
    .map((line, at, all) => `00:0${at}.000 --> 00:0${at + 1}.000\n${all[at - 1] ?? " "}\n${line}`)
    .join("\n\n");
  const [passage] = textsOf(await importManuscript("a.vtt", `WEBVTT\n\n${rolling}\n`));
  expect(passage).toBe("The keeper lit the lamp at dusk and sat down.");
  const said = ["No.", "No.", "Who is it?", "It is the keeper.", "Come in.", "Thank you.", "Sit."]
    .map((line, at) => `${at + 1}\n00:00:0${at},000 --> 00:00:0${at + 1},000\n${line}\n`)
    .join("\n");
  expect(textsOf(await importManuscript("a.srt", said)).join(" ")).toMatch(/^No\. No\. Who/);
});

test("A name before the words of most subtitles is that of a speaker", async () => {
  const manuscript = await importManuscript(
    "a.vtt",
    `WEBVTT

1
00:00:01.000 --> 00:00:04.000
Ada Quill: The oil is short

2
00:00:04.000 --> 00:00:06.000
Ada Quill: since March.

3
00:00:06.000 --> 00:00:07.000
Ben Reed: Since when?

4
00:00:07.000 --> 00:00:08.000
Ben Reed: And the bread?
`,
  );
  expect(textsOf(manuscript)).toEqual([
    "The oil is short since March.",
    "Since when? And the bread?",
  ]);
  expect(notesOf(manuscript)).toEqual(["Ada Quill", "Ben Reed"]);
});

test("No word of a damaged file is lost", async () => {
  const manuscript = await importManuscript(
    "a.srt",
    `Before all.

1
00:00:05,000 --> 00:00:04,000
The keeper

lit the lamp.
2
00:00:06,000 --> 00:00:08,000
position: by the window

`,
  );
  expect(textsOf(manuscript).join(" ")).toBe("The keeper lit the lamp. position: by the window");
  expect(manuscript.remarks.map(inEnglish).join()).toContain("Before all.");
});
