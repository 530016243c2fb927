import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { cite } from "../../commands/cite.ts";
import { letter } from "../../commands/letter.ts";
import { quote } from "../../commands/quote.ts";
import type { Context } from "../../src/command/types.ts";
import { readCorpus } from "../../src/corpus/read.ts";
import { elementAt } from "../../src/foundation/checked-access.ts";
import { createLibrary } from "../../src/search/library.ts";
import { corpusFrom, createFolder } from "../corpus/folder.ts";
import {
  inventLetters,
  volumeAsEpub,
  volumeAsHtml,
  volumeAsText,
} from "../import/letter-volume.ts";
import { contextOf, expectKind } from "../library.ts";
import { isLong } from "../thoroughness.ts";
import { runCorpusToolIn } from "./run-tool.ts";

const LETTERS = inventLetters(isLong ? 250 : 15);

describe.each([
  ["keeper.txt", volumeAsText],
  ["keeper.html", volumeAsHtml],
  ["keeper.epub", volumeAsEpub],
] as const)("a volume of letters is imported and answered from: %s", (file, format) => {
  async function importVolume(): Promise<Context> {
    const folder = await createFolder({ [file]: await format(LETTERS) });
    const args = ["import", file, "--split", "heading", "--into", "keeper", "--yes"];
    expect(await runCorpusToolIn(folder, args)).toMatchObject({
      code: 0,
      output: expect.stringContaining("keeper-1.md"),
      errors: [],
    });
    expect(await readFile(join(folder, "keeper/corpus.yaml"), "utf8")).toContain(
      "The Letters of a Keeper",
    );
    const corpus = corpusFrom(await readCorpus(join(folder, "keeper")));
    return contextOf(createLibrary(corpus, new Date()));
  }

  test("by number, recipient, day and words", async () => {
    const context = await importVolume();
    for (const { number, to, date, words } of LETTERS) {
      const { document, ...reply } = expectKind(
        "document",
        letter.respond({ number: String(number) }, context),
      );
      expect(document).toMatchObject({
        id: `keeper-${number}`,
        to: to === undefined ? [] : [{ name: to }],
        work: { title: "The Letters of a Keeper" },
      });
      expect(document.date?.edtf).toBe(date);
      expect(JSON.stringify(reply)).toContain(words);
    }

    for (const to of new Set(LETTERS.flatMap((one) => one.to ?? []))) {
      const expected = LETTERS.filter((one) => one.to === to);
      const found = context.library.documents({ to: context.library.corpus.people.get(to) });
      expect(found.map(({ id }) => id).toSorted()).toEqual(
        expected.map(({ number }) => `keeper-${number}`).toSorted(),
      );
      expect(letter.respond({ to }, context).kind).toBe(
        expected.length > 1 ? "documents" : "document",
      );
    }
    const { number, date } = elementAt(LETTERS, 4);
    const reply = expectKind("document", letter.respond({ date }, context));
    expect(reply.document.id).toBe(`keeper-${number}`);

    const { number: tenth, words } = elementAt(LETTERS, 9);
    const { quotation } = expectKind("quotation", quote.respond({ about: words }, context));
    expect(quotation.text).toBe(words);
    expect(quotation.citation.line).toMatch(
      new RegExp(`^Ada Quill to .+, letter ${tenth}, The Letters of a Keeper, .*¶\\d$`),
    );
    const cited = expectKind("citation", cite.respond({ passage: `letter ${tenth}` }, context));
    expect(JSON.stringify(cited)).toContain(`letter ${tenth}. In The Letters of a Keeper.`);
  });
});
