import { PassThrough } from "node:stream";
import { describe, expect, test } from "vitest";
import { english } from "../../src/catalogue/catalogue.ts";
import {
  createProgressLine,
  OPENING_PROGRESS,
} from "../../src/frontends/terminal/progress-line.ts";

/** Creates a progress line with a stream that can be read and a clock that can be set. */
function createTestLine({ isTTY }: { readonly isTTY: boolean }) {
  const stream = Object.assign(new PassThrough({ encoding: "utf8" }), { isTTY });
  let time = 5000;
  const line = createProgressLine(stream, english, OPENING_PROGRESS, () => time);
  return {
    ...line,
    at(milliseconds: number) {
      time = 5000 + milliseconds;
    },
    written: () => String(stream.read() ?? ""),
  };
}

const files = (done: number) => ({ step: "reading", done, all: 40_000 }) as const;

/** Returns the line that a terminal shows after `written`. */
function screenLine(written: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: an escape sequence begins with one.
  const steps = written.split(/(\u001b\[\d*[A-Z])/);
  let text = "";
  let column = 0;
  for (const step of steps) {
    if (step === "\u001b[1G") column = 0;
    else if (step === "\u001b[0K") text = text.slice(0, column);
    else if (step === "\u001b[2K") text = "";
    else {
      text = text.slice(0, column) + step + text.slice(column + step.length);
      column += step.length;
    }
  }
  return text;
}

describe.each([{ isTTY: true }, { isTTY: false }])("a progress line (%j)", (stream) => {
  test("is not shown for less than a second", () => {
    const line = createTestLine(stream);
    line.show(files(0));
    line.at(999);
    line.show(files(30_000));
    line.at(1500);
    line.end();
    expect(line.written()).toBe("");
  });
});

describe("on a terminal, a progress line", () => {
  test("is rewritten in place, and erased at the end", () => {
    const line = createTestLine({ isTTY: true });
    line.at(1000);
    line.show(files(12_000));
    let written = line.written();
    expect(screenLine(written)).toBe("Reading the corpus: 12,000 of 40,000 files.");
    line.at(1050);
    line.show(files(12_001));
    expect(line.written()).toBe("");
    line.at(1200);
    line.show({ step: "checking", done: 7, all: 9 });
    written += line.written();
    expect(screenLine(written)).toBe("Checking the corpus: 7 of 9 files.");
    line.at(1400);
    line.show({ step: "indexing", part: 0.439 });
    written += line.written();
    expect(screenLine(written)).toBe("Indexing the corpus: 43 %.");
    line.end();
    written += line.written();
    expect(screenLine(written)).toBe("");
    expect(written).not.toContain("\n");
  });
});

describe("elsewhere, a progress line", () => {
  test("is one line at the start and one at the end", () => {
    const line = createTestLine({ isTTY: false });
    line.at(1000);
    line.show(files(12_000));
    line.at(9000);
    line.show({ step: "indexing", part: 0.5 });
    line.at(46_200);
    line.end();
    expect(line.written()).toBe(
      "Reading the corpus: 12,000 of 40,000 files.\nThe corpus took 46 s to open.\n",
    );
  });
});
