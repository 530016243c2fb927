import { describe, expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { letter } from "../../commands/letter.ts";
import { quote } from "../../commands/quote.ts";
import { search } from "../../commands/search.ts";
import { formatJson } from "../../src/reply/json.ts";
import { PLAIN, renderText, type TextStyle } from "../../src/reply/plain-text.ts";
import { notice, type Reply, type ReplyFile } from "../../src/reply/reply.ts";
import { actionsOf, context, contextOf, libraryOf, only, papers } from "../library.ts";

const at = (width: number): TextStyle => ({ ...PLAIN, width });

/** Shows where a terminal would change its colours. */
const tagged: TextStyle = { ...PLAIN, paint: (style, text) => `<${style}>${text}</${style}>` };

const quotation = quote.respond({ topic: "drills" }, context);

/** How many columns a terminal needs: Korean and the like take two. */
function columnsOf(line: string): number {
  const wide = line.match(/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60]/g);
  return [...line].length + (wide?.length ?? 0);
}

/** Something of every kind of reply. */
const replies: readonly Reply[] = [context, contextOf(papers)].flatMap((asked) => [
  ...asked.library.corpus.documents.map(({ id }) => letter.respond({ date: id }, asked)),
  ...asked.library.passages({}).flatMap(({ document, passage }) => {
    const address = `${document.id}¶${passage.number}`;
    return [1, undefined].map((around) => quote.respond({ passage: address, around }, asked));
  }),
  ...["Kim", "훈련", "the", "xyzzy", "summit"].map((query) => search.respond({ query }, asked)),
  ...commands.map((command) => command.respond({}, asked)),
  ...["diplomacy", "economy"].map((topic) => quote.respond({ topic }, asked)),
]);

test("a quotation is its words, its citation, what was searched, and what can be done", () => {
  expect(renderText(quotation, at(88)).text).toMatchInlineSnapshot(`
    "    The most important cause of what your side considers the headache of ‘missile
        threats’ and nuclear problem is the military actions of your side and the South
        Korean military that threatens our safety
      — Kim Jong Un to Donald J. Trump, 5 August 2019, ¶a, as printed in Hankyoreh, 26
      September 2022 (2019-08-05-kim-to-trump¶a)
      Printed in English; the originals are not published. Reports the Korus Journal’s issue
      of October 2022 (released on Sunday 25 September 2022), which printed the 27 letters.
      Topic: Joint military exercises. Also searched: drills, drill, military drills, joint
      drills, military exercises, joint exercises and 25 more.
      Quotation 1 of 2

    https://english.hani.co.kr/arti/english_edition/e_northkorea/1060192.html#:~:text=The%20most%20important%20cause%20of%20what%20your%20side%20considers%20the%20headache%20of%20%E2%80%98missile%20threats%E2%80%99%20and%20nuclear%20problem%20is%20the%20military%20actions%20of%20your%20side%20and%20the%20South%20Korean%20military%20that%20threatens%20our%20safety

    [1] Another  [2] In context  [3] Cite  [4] The whole letter"
  `);
});

test("summaries are called summaries", () => {
  const { text } = renderText(quote.respond({ topic: "economy" }, context));
  expect(text).toMatch(/^North Korean economy: summaries of 1 document\n/);
  expect(text).toContain("summaries in the corpus editor’s words, not quotations");
  expect(renderText(letter.respond({ date: "2019-08-05" }, context)).text).toContain("\nSummary\n");
});

test("notes and passages are told apart among the hits", () => {
  const { text } = renderText(search.respond({ query: "drills" }, context));
  expect(text).toContain("· a note, not the document’s words\n");
  expect(text).toContain("¶a, as printed in Hankyoreh, 26 September 2022\n");
});

test("what an excerpt leaves out is marked as left out by us", () => {
  const { text } = renderText(search.respond({ query: "boat" }, contextOf(papers)));
  expect(text).toContain("[…] Young Tom rang the bell until a boat answered him out of the dark.");
});

test("each number in brackets stands for the action that it is drawn with", () => {
  for (const reply of replies) {
    const { text, actions } = renderText(reply);
    const numbers = [...text.matchAll(/(?:^| {2})\[(\d+)\] /gm)].map(([, number]) =>
      Number(number),
    );
    expect(numbers).toEqual(actions.map((_, index) => index + 1));
    expect(actions).toEqual(actionsOf(reply));
    for (const [index, { label }] of actions.entries()) {
      const isOffer = reply.actions.some((action) => action.label === label);
      if (isOffer) expect(text).toContain(`[${index + 1}] ${label}`);
    }
  }
});

describe("at a certain width", () => {
  test.each([20, 32, 40, 61, 80, 120])("no line is wider than %d columns", (width) => {
    for (const reply of replies) {
      for (const line of renderText(reply, at(width)).text.split("\n")) {
        // An address that is broken cannot be followed.
        if (!/^https?:/.test(line)) expect(columnsOf(line), line).toBeLessThanOrEqual(width);
      }
    }
  });

  test("the same is said as without one", () => {
    const words = (text: string) => text.split(/\s+/).filter((word) => word !== "");
    for (const reply of replies) {
      expect(words(renderText(reply, at(100)).text)).toEqual(words(renderText(reply).text));
    }
  });

  test("Korean is broken by its double width", () => {
    const long = contextOf(libraryOf({ "a.md": "훈련을 시작했다. ".repeat(12) }));
    const lines = renderText(quote.respond({}, long), at(40)).text.split("\n");
    const quoted = lines.filter((line) => line.startsWith("    "));
    expect(quoted.length).toBeGreaterThan(4);
    for (const line of quoted) expect(columnsOf(line)).toBeLessThanOrEqual(40);
  });

  test("a number stays on the line of what it stands for", () => {
    for (const width of [20, 25, 30, 35, 40, 45, 50]) {
      for (const reply of replies) {
        expect(renderText(reply, at(width)).text).not.toMatch(/\[\d+\]$/m);
      }
    }
  });

  test("a narrower terminal than can be written in is taken for one of 20 columns", () => {
    expect(renderText(quotation, at(3)).text).toBe(renderText(quotation, at(20)).text);
  });
});

describe("without a width", () => {
  test("a quotation stands unbroken, character for character", () => {
    for (const asked of [context, contextOf(papers)]) {
      for (const { document, passage } of asked.library.passages({})) {
        const reply = quote.respond({ passage: `${document.id}¶${passage.number}` }, asked);
        expect(renderText(reply).text.split("\n")[0]).toBe(`    ${passage.text}`);
      }
    }
  });

  test("verse keeps its lines, and odd characters stay what they are", () => {
    const text = "One  two\u00a0three,\\\n  “four” e\u0301 ﬁ 🌊\\\nfive.";
    const asked = contextOf(libraryOf({ "verse.md": text }));
    const words = asked.library.passages({})[0]?.passage.text;
    expect(words).toBe("One  two\u00a0three,\n“four” e\u0301 ﬁ 🌊\nfive.");
    expect(renderText(quote.respond({ passage: "verse¶1" }, asked)).text).toContain(
      "    One  two\u00a0three,\n    “four” e\u0301 ﬁ 🌊\n    five.\n",
    );
  });
});

describe("colour", () => {
  test("there is none unless a terminal paints it", () => {
    for (const reply of replies) {
      for (const style of [PLAIN, at(60)])
        expect(renderText(reply, style).text).not.toMatch(/[^\P{Cc}\n]/u);
    }
  });

  test("matched words are bold, and citations are dim", () => {
    const { text } = renderText(search.respond({ query: '"no changed outcome"' }, context), tagged);
    expect(text).toContain("eliminated, <bold>no changed outcome</bold> can be anticipated");
    expect(renderText(quotation, tagged).text).toContain("<dim>— Kim Jong Un to Donald J. Trump");
  });

  test("the corpus gives a terminal no orders", () => {
    const asked = contextOf(libraryOf({ "a.md": "Red \u001b[31malert\u0007 and \u009b2J." }));
    for (const style of [PLAIN, at(60), tagged]) {
      const reply = quote.respond({}, asked);
      expect(renderText(reply, style).text).not.toMatch(/[^\P{Cc}\n]/u);
    }
  });
});

describe("a file", () => {
  const said = (file: ReplyFile) =>
    renderText({
      kind: "article",
      title: "A record",
      paragraphs: ["@misc{quill, title = {The oil}}"],
      facts: [],
      items: [],
      page: { number: 1, of: 1 },
      actions: [],
      file,
    }).text;
  const other = "@misc{hale}\n";

  test("whose text is not in the answer is told of", () => {
    expect(said({ name: "hale.bib", text: other, goes: "always" })).toMatch(
      /\n {2}The file hale\.bib belongs to this answer; --json prints it\.$/,
    );
  });

  test.each([
    ["whose text is in the answer", "@misc{quill,\n  title = {The oil}\n}\n", "always"],
    ["that goes only where an answer is long", other, "when-long"],
  ] as const)("%s is not", (_, text, goes) => {
    expect(said({ name: "quill.bib", text, goes })).not.toContain("quill.bib");
  });

  test("is in the JSON", () => {
    const file = { name: "hale.bib", text: other, goes: "when-long" } as const;
    expect(JSON.parse(formatJson({ ...quotation, file }))).toMatchObject({ file });
  });
});

test("a notice is its sentences, line by line, and what may be meant", () => {
  const reply = letter.respond({ date: "5/8/2019" }, context);
  expect(renderText(reply).text).toBe(
    `${only("notice", reply).message}\n\n[1] 5 August 2019  [2] 8 May 2019`,
  );
  expect(renderText(notice("One.\nTwo.")).text).toBe("One.\nTwo.");
});
