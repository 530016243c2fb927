import net from "node:net";
import { Cite, util } from "@citation-js/core";
import fc from "fast-check";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { type CitedWork, citationFormsOf } from "../../src/cite/citation-forms.ts";
import { formatRecord, recordFileName } from "../../src/cite/reference-record.ts";
import { RECORD_STYLES } from "../../src/cite/style.ts";
import type { Library } from "../../src/search/library.ts";
import { library, libraryOf, papers, styles } from "../library.ts";
import { runs } from "../thoroughness.ts";

// The package fetches in a child process, and copies this function when it is loaded.
const execFileSync = vi.hoisted(() =>
  vi.spyOn(process.getBuiltinModule("node:child_process"), "execFileSync"),
);

function place(address: string, from: Library = library): CitedWork {
  const found = from.passage(address);
  if (found === undefined) throw new Error(`No passage has the address ${address}.`);
  return found;
}

function letter(id: string, from: Library = library): CitedWork {
  const document = from.document(id);
  if (document === undefined) throw new Error(`No document is called ${id}.`);
  return { document };
}

function record(name: "bibtex" | "ris" | "csl-json", cited: CitedWork): string {
  const style = RECORD_STYLES.find((one) => one.name === name);
  if (style === undefined) throw new Error(`There is no ${name}.`);
  return formatRecord(style, cited);
}

/** Parses a record as a reference manager does. */
function readBack(text: string, forceType: string) {
  const { data } = new Cite(text, { forceType });
  expect(data).toHaveLength(1);
  return data[0];
}

const TYPES = { bibtex: "@bibtex/text", ris: "@ris/file", "csl-json": "@else/json" } as const;
const TITLE = "Kim Jong-un complained of “unnecessary” interest from Moon in 2018 letter to Trump";

test("The key of a BibTeX entry is the document’s id, hyphens included", () => {
  expect(record("bibtex", letter("2019-08-05-kim-to-trump"))).toMatch(
    /^@\w+\{2019-08-05-kim-to-trump,/,
  );
});

describe("The record of words known from another work is that of the other work", () => {
  const printed = {
    title: TITLE,
    "container-title": "Hankyoreh",
    URL: "https://english.hani.co.kr/arti/english_edition/e_northkorea/1060192.html",
    note: expect.stringContaining(
      "Prints words of: Kim Jong Un to Donald J. Trump, 5 August 2019 (2019-08-05-kim-to-trump¶b).",
    ),
  };

  test.each(["bibtex", "csl-json"] as const)("as valid %s", (name) => {
    const read = readBack(record(name, place("2019-08-05-kim-to-trump¶b")), TYPES[name]);
    expect(read).toMatchObject({
      ...printed,
      author: [{ family: "Jung", given: "In-hwan" }],
      issued: { "date-parts": [[2022, 9, 26]] },
    });
  });

  test("as valid RIS", () => {
    const text = record("ris", place("2019-08-05-kim-to-trump¶b"));
    expect(readBack(text, TYPES.ris)).toMatchObject(printed);
    // RIS has these tags, but the plugin omits them for newspaper articles.
    expect(text.split("\n")).toEqual(
      expect.arrayContaining(["TY  - NEWS", "AU  - Jung, In-hwan", "DA  - 2022/09/26/"]),
    );
  });

  test("in a file with the name of the passage", () => {
    const names = RECORD_STYLES.map((style) =>
      recordFileName(style, place("2019-08-05-kim-to-trump¶b")),
    );
    expect(names).toEqual([
      "2019-08-05-kim-to-trump-b.bib",
      "2019-08-05-kim-to-trump-b.ris",
      "2019-08-05-kim-to-trump-b.json",
    ]);
  });
});

describe("The record of a document is its own", () => {
  test.each(["bibtex", "ris", "csl-json"] as const)("as valid %s", (name) => {
    expect(readBack(record(name, letter("2019-08-05-kim-to-trump")), TYPES[name])).toMatchObject({
      title: "Letter from Kim Jong Un to Donald J. Trump, 5 August 2019",
      author: [{ family: "Kim", given: "Jong Un" }],
      issued: { "date-parts": [[2019, 8, 5]] },
    });
  });

  test.each(["bibtex", "ris", "csl-json"] as const)("in %s without an unverified date", (name) => {
    const text = record(name, letter("unidentified-kim-1"));
    expect(text).not.toMatch(/\d{4}/);
    expect(readBack(text, TYPES[name])).not.toHaveProperty("issued");
  });

  test.each(["bibtex", "ris", "csl-json"] as const)("in %s with Korean letters", (name) => {
    const text = record(name, letter("diary", papers));
    expect(text).toContain("훈련 일지");
    expect(readBack(text, TYPES[name])).toMatchObject({ title: "훈련 일지" });
  });

  test("with a note on dates that are not plain", () => {
    const notes = (id: string, date: string) => {
      const works = libraryOf({ [`${id}.md`]: `---\ndate: ${date}\n---\n\nWords.` });
      return [record("bibtex", letter(id, works)), record("ris", letter(id, works))];
    };
    for (const text of notes("a", "1907-05~")) expect(text).toContain("Date: about May 1907.");
    for (const text of notes("b", "1907/1908")) expect(text).toContain("Date: 1907 to 1908.");
    for (const text of notes("c", "1907-05")) expect(text).not.toContain("Date:");
  });

  test.each([
    ["bibtex", "author = {{Board of Lights and Bells}},"],
    ["ris", "AU  - Board of Lights and Bells"],
    ["csl-json", '"literal": "Board of Lights and Bells"'],
  ] as const)("in %s with the whole name of an organization", (name, expected) => {
    const works = libraryOf({ "a.md": "---\nauthor: Board of Lights and Bells\n---\n\nWords." });
    expect(record(name, letter("a", works))).toContain(expected);
  });

  test("in RIS with unbroken lines and zero-padded dates", () => {
    const lines = record("ris", letter("2019-08-05-kim-to-trump")).split("\n");
    for (const line of lines) expect(line).toMatch(/^[A-Z][A-Z0-9] {2}- /);
    expect(lines.at(0)).toBe("TY  - PCOMM");
    expect(lines).toContain("DA  - 2019/08/05/");
    expect(lines.at(-1)).toBe("ER  - ");
  });
});

describe("The record of a chapter", () => {
  const works = libraryOf({
    "a.md":
      "---\ntitle: Oil\ntype: chapter\ncontainer-title: Lights\npage: 12-34\ndate: 1907-09-26\nURL: https://a.example/x\n---\n",
  });

  test("in BibTeX has its own type, separate month and day, and a single address", () => {
    const text = record("bibtex", letter("a", works));
    expect(text).toMatch(/^@incollection\{a,/);
    expect(text).toMatch(/^\s*month = sep,$/m);
    expect(text).toMatch(/^\s*day = \{26\},$/m);
    expect(text.match(/https:/g)).toHaveLength(1);
  });

  test("in RIS has its first and its last page", () => {
    const lines = record("ris", letter("a", works)).split("\n");
    expect(lines).toEqual(expect.arrayContaining(["SP  - 12", "EP  - 34"]));
  });
});

test("BibTeX escapes the signs of TeX, so that titles and names are read back as they were", () => {
  const works = libraryOf({ "a.md": "Words." });
  const { document } = letter("a", works);
  const unit = fc.constantFrom(..."&%$#_{}~^\\ aBé등");
  const words = fc.string({ unit, maxLength: 20 }).map((text) => `x ${text}y`.replace(/\s+/g, " "));
  fc.assert(
    fc.property(words, words, words, (title, author, note) => {
      const text = record("bibtex", { document: { ...document, title, more: { author, note } } });
      const read = readBack(text, TYPES.bibtex);
      expect(read).toMatchObject({ author: [{ family: author }], note });
      expect(String(read?.["title"]).replace(/<\/?span[^>]*>/g, "")).toBe(title);
    }),
    { numRuns: runs(50) },
  );
});

test("RIS puts any title on one line", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 }), (title) => {
      fc.pre(title.trim() !== "");
      const works = libraryOf({ "a.md": "Words." });
      const { document } = letter("a", works);
      const text = record("ris", { document: { ...document, title } });
      const line = text.split("\n").find((one) => one.startsWith("TI  - "));
      expect(line).toBe(`TI  - ${title.replace(/\s+/g, " ")}`);
    }),
    { numRuns: runs(50) },
  );
});

describe("Citing never accesses the network", () => {
  const connect = vi.spyOn(net.Socket.prototype, "connect");
  beforeEach(() => void vi.clearAllMocks());

  const hostile = [
    "https://127.0.0.1:9/x.bib",
    "10.1000/182",
    "Q42",
    '{"@graph":[]}',
    "@article{a,}",
  ];

  test.each(hostile)("for a work called %s", (text) => {
    const front = ["title", "author", "container-title", "publisher", "DOI", "ISBN", "note"]
      .map((key) => `${key}: '${text}'`)
      .join("\n");
    const works = libraryOf({ "a.md": `---\n${front}\nURL: https://127.0.0.1:9/\n---\n\nWords.` });
    for (const cited of [letter("a", works), place("a¶1", works)]) {
      for (const style of styles.all) {
        if (style.kind === "csl") citationFormsOf(style, cited);
        else formatRecord(style, cited);
      }
    }
    expect(connect).not.toHaveBeenCalled();
    expect(execFileSync).not.toHaveBeenCalled();
  });

  test("although the package can fetch, which this test would notice", () => {
    // Port 9 is closed, so that fetching fails immediately.
    expect(() => util.fetchFile("http://127.0.0.1:9/")).toThrow();
    expect(execFileSync).toHaveBeenCalledTimes(1);
  });
});
