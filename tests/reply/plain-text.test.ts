import { describe, expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { letter } from "../../commands/letter.ts";
import { quote } from "../../commands/quote.ts";
import { search } from "../../commands/search.ts";
import { formatJson } from "../../src/reply/json.ts";
import { PLAIN, type TextStyle } from "../../src/reply/plain-text.ts";
import { notice, type Reply, type ReplyFile } from "../../src/reply/reply.ts";
import { actionsOf, context, contextOf, expectKind, libraryOf, papers } from "../library.ts";
import { asText } from "../words.ts";

const at = (width: number): TextStyle => ({ ...PLAIN, width });

/** Tags the text where a terminal would change its style. */
const tagged: TextStyle = { ...PLAIN, paint: (style, text) => `<${style}>${text}</${style}>` };

const quotation = quote.respond({ topic: "drills" }, context);

/** Counts the columns of a line: East Asian wide characters take two. */
function columnsOf(line: string): number {
  const wide = line.match(/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60]/g);
  return [...line].length + (wide?.length ?? 0);
}

/** Replies of every kind. */
const replies: readonly Reply[] = [context, contextOf(papers)].flatMap((other) => [
  ...other.library.corpus.documents.map(({ id }) => letter.respond({ date: id }, other)),
  ...other.library.passages({}).flatMap(({ document, passage }) => {
    const address = `${document.id}¶${passage.number}`;
    return [1, undefined].map((around) => quote.respond({ passage: address, around }, other));
  }),
  ...["Kim", "훈련", "the", "xyzzy", "summit"].map((query) => search.respond({ query }, other)),
  ...commands.map((command) => command.respond({}, other)),
  ...["diplomacy", "economy"].map((topic) => quote.respond({ topic }, other)),
]);

test("a quotation has its words, its citation, their limit and its actions", () => {
  expect(asText(quotation, at(88)).text).toMatchInlineSnapshot(`
    "    The most important cause of what your side considers the headache of ‘missile
        threats’ and nuclear problem is the military actions of your side and the South
        Korean military that threatens our safety
      — Kim Jong Un to Donald J. Trump, 5 August 2019, ¶a, as printed in Hankyoreh, 26
      September 2022
      2019-08-05-kim-to-trump¶a · Printed in English; the originals are not published.

    https://english.hani.co.kr/arti/english_edition/e_northkorea/1060192.html

    [1] Another  [2] In context  [3] Cite  [4] Keep  [5] The whole letter  [6] Details"
  `);
});

test("summaries are labelled as summaries", () => {
  const { text } = asText(quote.respond({ topic: "economy" }, context));
  expect(text).toMatch(/^North Korean economy: summary of 1 document\n/);
  expect(text).toContain("summaries in the corpus editor’s words, not quotations");
  expect(asText(letter.respond({ date: "2019-08-05" }, context)).text).toContain(
    "\nSummary: The last letter and the longest.",
  );
});

test("hits show whether they are notes or passages", () => {
  const { text } = asText(search.respond({ query: "drills" }, context));
  expect(text).toContain("Kim Jong Un to Donald J. Trump, 5 August 2019 · note\n");
  expect(text).toContain("¶a · as printed in Hankyoreh, 26 September 2022\n");
});

test("an excerpt shows where text is omitted", () => {
  const { text } = asText(search.respond({ query: "boat" }, contextOf(papers)));
  expect(text).toContain("[…] Young Tom rang the bell until a boat answered him out of the dark.");
});

test("each number in brackets belongs to the action next to it", () => {
  for (const reply of replies) {
    const { text, numbered } = asText(reply);
    const numbers = [...text.matchAll(/(?:^| {2})\[(\d+)\] /gm)].map(([, number]) =>
      Number(number),
    );
    expect(numbers).toEqual(numbered.map((_, index) => index + 1));
    const actions = actionsOf(reply);
    expect(numbered).toEqual(actions.map(({ line }) => line));
    for (const [index, { label }] of actions.entries()) {
      const isOffer = index >= actions.length - reply.actions.length;
      if (isOffer) expect(text).toContain(`[${index + 1}] ${label}`);
    }
  }
});

describe("with a width", () => {
  test.each([20, 32, 40, 61, 80, 120])("no line is wider than %d columns", (width) => {
    // A file is printed as it is, to be copied.
    for (const { file: _, ...reply } of replies) {
      for (const line of asText(reply, at(width)).text.split("\n")) {
        // Links are not wrapped: a broken link cannot be followed.
        if (!/^https?:/.test(line)) expect(columnsOf(line), line).toBeLessThanOrEqual(width);
      }
    }
  });

  test("the words are the same as without one", () => {
    const words = (text: string) => text.split(/\s+/).filter((word) => word !== "");
    for (const reply of replies) {
      expect(words(asText(reply, at(100)).text)).toEqual(words(asText(reply).text));
    }
  });

  test("Korean characters count two columns", () => {
    const long = contextOf(libraryOf({ "a.md": "훈련을 시작했다. ".repeat(12) }));
    const lines = asText(quote.respond({}, long), at(40)).text.split("\n");
    const quoted = lines.filter((line) => line.startsWith("    "));
    expect(quoted.length).toBeGreaterThan(4);
    for (const line of quoted) expect(columnsOf(line)).toBeLessThanOrEqual(40);
  });

  test("a number stays on the line of its label", () => {
    for (const width of [20, 25, 30, 35, 40, 45, 50]) {
      for (const reply of replies) {
        expect(asText(reply, at(width)).text).not.toMatch(/\[\d+\]$/m);
      }
    }
  });

  test("a terminal has at least 20 columns", () => {
    expect(asText(quotation, at(3)).text).toBe(asText(quotation, at(20)).text);
  });
});

describe("without a width", () => {
  test("a quotation is not wrapped, character for character", () => {
    for (const other of [context, contextOf(papers)]) {
      for (const { document, passage } of other.library.passages({})) {
        const reply = quote.respond({ passage: `${document.id}¶${passage.number}` }, other);
        expect(asText(reply).text.split("\n")[0]).toBe(`    ${passage.text}`);
      }
    }
  });

  test("verse keeps its lines, and unusual characters are preserved", () => {
    const text = "One  two\u00a0three,\\\n  “four” e\u0301 ﬁ 🌊\\\nfive.";
    const other = contextOf(libraryOf({ "verse.md": text }));
    const words = other.library.passages({})[0]?.passage.text;
    expect(words).toBe("One  two\u00a0three,\n“four” e\u0301 ﬁ 🌊\nfive.");
    expect(asText(quote.respond({ passage: "verse¶1" }, other)).text).toContain(
      "    One  two\u00a0three,\n    “four” e\u0301 ﬁ 🌊\n    five.\n",
    );
  });
});

describe("colour", () => {
  test("plain text has no control characters", () => {
    for (const reply of replies) {
      for (const style of [PLAIN, at(60)])
        expect(asText(reply, style).text).not.toMatch(/[^\P{Cc}\n]/u);
    }
  });

  test("matched words are bold, and addresses are dim", () => {
    const { text } = asText(search.respond({ query: '"no changed outcome"' }, context), tagged);
    expect(text).toContain("eliminated, <bold>no changed outcome</bold> can be anticipated");
    expect(asText(quotation, tagged).text).toContain("<dim>2019-08-05-kim-to-trump¶a · Printed");
  });

  test("control characters in the corpus do not reach the terminal", () => {
    const other = contextOf(libraryOf({ "a.md": "Red \u001b[31malert\u0007 and \u009b2J." }));
    for (const style of [PLAIN, at(60), tagged]) {
      const reply = quote.respond({}, other);
      expect(asText(reply, style).text).not.toMatch(/[^\P{Cc}\n]/u);
    }
  });
});

describe("a file", () => {
  const said = (file: ReplyFile) =>
    asText({
      kind: "command",
      name: "record",
      description: "command.help",
      examples: ["@misc{quill, title = {The oil}}"],
      options: [],
      actions: [],
      file,
    }).text;
  const other = "@misc{hale}\n";

  test("is printed if its text is not in the answer", () => {
    expect(said({ name: "hale.bib", text: other, goes: "always" })).toMatch(
      /\n {2}The file hale\.bib:\n\n@misc\{hale\}$/,
    );
  });

  test.each([
    ["its text is in the answer", "@misc{quill,\n  title = {The oil}\n}\n", "always"],
    ["it is only sent with long answers", other, "when-long"],
  ] as const)("is not printed if %s", (_, text, goes) => {
    expect(said({ name: "quill.bib", text, goes })).not.toContain("quill.bib");
  });

  test("is part of the JSON", () => {
    const file = { name: "hale.bib", text: other, goes: "when-long" } as const;
    expect(JSON.parse(formatJson({ ...quotation, file }))).toMatchObject({ file });
  });
});

test("a notice has its sentences, one a line, and its actions", () => {
  const reply = letter.respond({ date: "5/8/2019" }, context);
  expect(asText(reply).text).toBe(
    `${expectKind("notice", reply).inWords.message}\n\n[1] 5 August 2019  [2] 8 May 2019`,
  );
  const none = { kind: "none-dated", date: "2030", undated: 0, hasNearest: false } as const;
  expect(asText(notice({ ...none, documents: 2 })).text).toBe(
    "None of the 2 documents searched is dated 2030.\n`/timeline` lists them all in order.",
  );
  expect(asText(notice({ ...none, documents: 1 })).text).not.toContain("None of the 1 document");
});
