import { describe, expect, test } from "vitest";
import { type CitedWork, citationFormsOf } from "../../src/cite/citation-forms.ts";
import type { CslStyle } from "../../src/cite/style.ts";
import type { Library } from "../../src/search/library.ts";
import { library, libraryOf, styles } from "../library.ts";

/** Invented works of the kinds that are likely in a corpus. */
const works = libraryOf({
  "people.yaml": `
Han So Yeon: { family: Han }
Ada Quill: { family: Quill }
Board of Lights: {}
`,
  "letter.md": `---
title: Letter from Han So Yeon to Ada Quill, 2 September 1907
type: personal_communication
from: Han So Yeon
to: Ada Quill
date: 1907-09-02
---

The oil has arrived.
`,
  "letter-about-then.md":
    "---\ntype: personal_communication\nfrom: Ada Quill\nto: Board of Lights\ndate: 1907-09~\n---\n",
  "letter-undated.md": "---\ntype: personal_communication\nfrom: Ada Quill\nto: Han So Yeon\n---\n",
  "letter-unverified.md":
    "---\ntype: personal_communication\nfrom: Ada Quill\nto: Han So Yeon\ndate: 1871-05-06\nissued: 1871-05-06\nverified: false\n---\n",
  "article.md": `---
title: The “small” light of the north
type: article-newspaper
author: [{ family: Jang, given: Mi-ran, static-ordering: true }]
container-title: Harbour Gazette
date: 1907-09-26
URL: https://gazette.example/light
---
`,
  "article-unsigned.md": `---
title: A light goes out
type: article-newspaper
container-title: Harbour Gazette
date: 1907-09-27
URL: https://gazette.example/out
---
`,
  "speech.md": `---
title: On keeping a light
type: speech
author: [{ family: Quill, given: Ada M. }]
event-title: Meeting of the keepers
event-place: Leith
date: 1907-02-27/1907-02-28
---
`,
  "book.md": `---
title: Lights
type: book
author: [{ family: Quill, given: Ada M. }, { family: Roe, given: Ann }]
publisher: Harbour Press
publisher-place: Leith
edition: "2"
date: 1907
---
`,
  "chapter.md": `---
title: Oil
type: chapter
author: [{ family: Hale, given: Tom }]
editor: [{ family: Roe, given: Ann }]
container-title: Lights of the north
publisher: Harbour Press
publisher-place: Leith
page: 44-77
date: 1907
---
`,
  "journal.md": `---
title: Wicks
type: article-journal
author: [{ family: Hale, given: Tom }]
container-title: Journal of Lamps
volume: "4"
issue: "2"
page: 1-9
DOI: 10.1000/wicks
date: 1907
---
`,
  "report.md": `---
title: The lights of the coast
type: report
author: Board of Lights
publisher: Harbour Press
date: 1907
---
`,
  "page.md": `---
title: Opening hours
type: webpage
author: Board of Lights
container-title: Lights of the coast
URL: https://lights.example/hours
accessed: 2024-10-04
---
`,
  "somewhen.md": "---\ntitle: A log\ntype: document\nfrom: Ada Quill\ndate: 190X\n---\n",
});

/** Invented words that are known only from other works. */
const printed = libraryOf({
  "corpus.yaml": "body: notes",
  "people.yaml": "Ada Quill: { family: Quill }\nBoard of Lights: {}",
  "sources.yaml": `
lights:
  type: book
  title: Lights
  author: [{ family: Roe, given: Ann }]
  publisher: Harbour Press
  publisher-place: Leith
  issued: "1950"
unsigned:
  type: article-newspaper
  title: A light goes out
  container-title: Harbour Gazette
  issued: "1907-09-27"
`,
  "letter.md": `---
type: personal_communication
from: Ada Quill
to: Board of Lights
date: 1907-09-02
---

> The oil has arrived.
>
> — @lights, p. 4
`,
  "undated.md": `---
type: personal_communication
from: Ada Quill
to: Board of Lights
---

> The lamp is out.
>
> — @lights, col. 2

> The bell is cracked.
>
> — @unsigned
`,
});

function formatIn(name: string, cited: CitedWork | undefined): readonly string[] {
  const style = styles.all.find((one): one is CslStyle => one.kind === "csl" && one.name === name);
  if (style === undefined || cited === undefined)
    throw new Error(`There is no ${name}, or nothing.`);
  return citationFormsOf(style, cited).map(({ text }) => text);
}

const document = (id: string): CitedWork | undefined => {
  const found = works.document(id);
  return found && { document: found };
};
const passage = (address: string, from: Library = works) => from.passage(address);

describe("Chicago", () => {
  test.each([
    // 14.111: a letter is named by its correspondents and its date. A Korean name is not
    // inverted, since its family name already comes first.
    [
      "letter",
      "Han So Yeon to Ada Quill, September 2, 1907.",
      "Han So Yeon. Letter to Ada Quill, September 2, 1907.",
    ],
    // 14.145: “ca.” marks an approximate date.
    [
      "letter-about-then",
      "Ada Quill to Board of Lights, ca. September 1907.",
      "Quill, Ada. Letter to Board of Lights, ca. September 1907.",
    ],
    // 14.145: “n.d.” replaces an unknown or unverified date.
    ["letter-undated", "Ada Quill to Han So Yeon, n.d.", "Quill, Ada. Letter to Han So Yeon, n.d."],
    [
      "letter-unverified",
      "Ada Quill to Han So Yeon, n.d.",
      "Quill, Ada. Letter to Han So Yeon, n.d.",
    ],
    // Chapter 14 on newspapers: author, title in quotation marks, newspaper, day, address. Nested
    // quotation marks are single.
    [
      "article",
      "Jang Mi-ran, “The ‘Small’ Light of the North,” Harbour Gazette, September 26, 1907, https://gazette.example/light.",
      "Jang Mi-ran. “The ‘Small’ Light of the North.” Harbour Gazette, September 26, 1907. https://gazette.example/light.",
    ],
    // 14.199: the newspaper replaces the author of an unsigned article in a bibliography.
    [
      "article-unsigned",
      "“A Light Goes Out,” Harbour Gazette, September 27, 1907, https://gazette.example/out.",
      "Harbour Gazette. “A Light Goes Out.” September 27, 1907. https://gazette.example/out.",
    ],
    // 14.217: notes give the kind, occasion, place and day of a talk in parentheses.
    [
      "speech",
      "Ada M. Quill, “On Keeping a Light” (speech, Meeting of the keepers, Leith, February 27–28, 1907).",
      "Quill, Ada M. “On Keeping a Light.” Speech, Meeting of the keepers, Leith, February 27–28, 1907.",
    ],
    // Chapter 14 on books: only the name of the first author is inverted.
    [
      "book",
      "Ada M. Quill and Ann Roe, Lights, 2nd ed. (Leith: Harbour Press, 1907).",
      "Quill, Ada M., and Ann Roe. Lights. 2nd ed. Leith: Harbour Press, 1907.",
    ],
    // Chapter 14 on chapters in edited books. 9.61: 44–77 is not shortened.
    [
      "chapter",
      "Tom Hale, “Oil,” in Lights of the North, ed. Ann Roe (Leith: Harbour Press, 1907), 44–77.",
      "Hale, Tom. “Oil.” In Lights of the North, edited by Ann Roe, 44–77. Leith: Harbour Press, 1907.",
    ],
    // Chapter 14 on journals: volume, number, year, pages, DOI.
    [
      "journal",
      "Tom Hale, “Wicks,” Journal of Lamps 4, no. 2 (1907): 1–9, https://doi.org/10.1000/wicks.",
      "Hale, Tom. “Wicks.” Journal of Lamps 4, no. 2 (1907): 1–9. https://doi.org/10.1000/wicks.",
    ],
    // 14.84: an organization is an author with its whole name.
    [
      "report",
      "Board of Lights, The Lights of the Coast (Harbour Press, 1907).",
      "Board of Lights. The Lights of the Coast. Harbour Press, 1907.",
    ],
    // 14.207: a page has its title, its site and its address.
    [
      "page",
      "Board of Lights, “Opening Hours,” Lights of the Coast, n.d., https://lights.example/hours.",
      "Board of Lights. “Opening Hours.” Lights of the Coast, n.d. https://lights.example/hours.",
    ],
    // A date that numbers cannot express stays as the corpus writes it.
    ["somewhen", "Ada Quill, “A Log,” 1900–1909.", "Quill, Ada. “A Log.” 1900–1909."],
  ])("gives a note and a bibliography entry: %s", (id, note, entry) => {
    expect(formatIn("chicago", document(id))).toEqual([note, entry]);
  });

  test.each([
    // 14.260: the quoted work, “quoted in”, and the work that quotes it.
    [
      "letter¶a",
      "Ada Quill to Board of Lights, September 2, 1907, quoted in Ann Roe, Lights (Leith: Harbour Press, 1950), 4.",
      "Roe, Ann. Lights. Leith: Harbour Press, 1950.",
    ],
    [
      "undated¶a",
      "Ada Quill to Board of Lights, n.d., quoted in Ann Roe, Lights (Leith: Harbour Press, 1950), col. 2.",
      "Roe, Ann. Lights. Leith: Harbour Press, 1950.",
    ],
  ])("names a letter and the work that quotes it: %s", (address, note, entry) => {
    expect(formatIn("chicago", passage(address, printed))).toEqual([note, entry]);
  });

  test("cites a paragraph of a document’s own words", () => {
    expect(formatIn("chicago", passage("letter¶1"))[0]).toBe(
      "Han So Yeon to Ada Quill, September 2, 1907, para. 1.",
    );
  });
});

describe("MLA", () => {
  test.each([
    // Appendix 2, works cited by format: “Letter to” replaces a title. Months are abbreviated.
    ["letter", "(Han)", "Han So Yeon. Letter to Ada Quill. 2 Sept. 1907."],
    // Chapter 5 on dates: “circa” marks an approximate date, and an unknown date is omitted.
    ["letter-about-then", "(Quill)", "Quill, Ada. Letter to Board of Lights. Circa Sept. 1907."],
    ["letter-undated", "(Quill)", "Quill, Ada. Letter to Han So Yeon."],
    ["letter-unverified", "(Quill)", "Quill, Ada. Letter to Han So Yeon."],
    // Chapter 5: author, title, container, date, location. A name whose family name comes first is
    // not inverted, and has no comma.
    [
      "article",
      "(Jang)",
      "Jang Mi-ran. “The ‘Small’ Light of the North.” Harbour Gazette, 26 Sept. 1907, https://gazette.example/light.",
    ],
    // Chapter 5: the title replaces a missing author, in the entry and in the citation.
    [
      "article-unsigned",
      "(“A Light Goes Out”)",
      "“A Light Goes Out.” Harbour Gazette, 27 Sept. 1907, https://gazette.example/out.",
    ],
    // Appendix 2: a talk has its occasion, day and place, and its kind at the end.
    [
      "speech",
      "(Quill)",
      "Quill, Ada M. “On Keeping a Light.” Meeting of the keepers, 27–28 Feb. 1907, Leith. Speech.",
    ],
    [
      "book",
      "(Quill and Roe)",
      "Quill, Ada M., and Ann Roe. Lights. 2nd ed., Harbour Press, 1907.",
    ],
    [
      "chapter",
      "(Hale)",
      "Hale, Tom. “Oil.” Lights of the North, edited by Ann Roe, Harbour Press, 1907, pp. 44–77.",
    ],
    [
      "journal",
      "(Hale)",
      "Hale, Tom. “Wicks.” Journal of Lamps, vol. 4, no. 2, 1907, pp. 1–9, https://doi.org/10.1000/wicks.",
    ],
    [
      "report",
      "(Board of Lights)",
      "Board of Lights. The Lights of the Coast. Harbour Press, 1907.",
    ],
    [
      "page",
      "(Board of Lights)",
      "Board of Lights. “Opening Hours.” Lights of the Coast, https://lights.example/hours.",
    ],
  ])("gives an in-text citation and a works-cited entry: %s", (id, cite, entry) => {
    expect(formatIn("mla", document(id))).toEqual([cite, entry]);
  });

  test.each([
    // Chapter 6 on indirect sources: “qtd. in” before the work that was consulted, which is listed.
    ["letter¶a", "(qtd. in Roe 4)", "Roe, Ann. Lights. Harbour Press, 1950."],
    [
      "undated¶b",
      "(qtd. in “A Light Goes Out”)",
      "“A Light Goes Out.” Harbour Gazette, 27 Sept. 1907.",
    ],
  ])("lists the work that quotes a letter: %s", (address, cite, entry) => {
    expect(formatIn("mla", passage(address, printed))).toEqual([cite, entry]);
  });

  test("does not count paragraphs, since the work does not number them", () => {
    expect(formatIn("mla", passage("letter¶1"))[0]).toBe("(Han)");
  });
});

describe("APA", () => {
  test.each([
    // 8.9 excludes personal communications from the list because readers cannot retrieve them. A
    // letter in the corpus can be read, and is listed like one in an archive, with a description in
    // brackets.
    ["letter", "(Han, 1907)", "Han, S. Y. (1907, September 2). [Letter to Ada Quill]."],
    [
      "letter-about-then",
      "(Quill, ca. 1907)",
      "Quill, A. (ca. 1907, September). [Letter to Board of Lights].",
    ],
    // 9.17: “n.d.” replaces an unknown or unverified date; “ca.” marks an approximate one.
    ["letter-undated", "(Quill, n.d.)", "Quill, A. (n.d.). [Letter to Han So Yeon]."],
    ["letter-unverified", "(Quill, n.d.)", "Quill, A. (n.d.). [Letter to Han So Yeon]."],
    // 10.1, newspaper articles. 9.8: the family name, a comma, and initials, for every name.
    [
      "article",
      "(Jang, 1907)",
      "Jang, M. (1907, September 26). The “small” light of the north. Harbour Gazette. https://gazette.example/light",
    ],
    // 9.12: the title replaces a missing author.
    [
      "article-unsigned",
      "(“A Light Goes Out,” 1907)",
      "A light goes out. (1907, September 27). Harbour Gazette. https://gazette.example/out",
    ],
    // 10.5, conference sessions and presentations: the kind, in brackets.
    [
      "speech",
      "(Quill, 1907)",
      "Quill, A. M. (1907, February 27–28). On keeping a light [Speech]. Meeting of the keepers, Leith.",
    ],
    // 10.2, whole authored books: no place; an ampersand.
    [
      "book",
      "(Quill & Roe, 1907)",
      "Quill, A. M., & Roe, A. (1907). Lights (2nd ed.). Harbour Press.",
    ],
    // 10.3, chapters in edited books.
    [
      "chapter",
      "(Hale, 1907)",
      "Hale, T. (1907). Oil. In A. Roe (Ed.), Lights of the north (pp. 44–77). Harbour Press.",
    ],
    // 10.1, journal articles.
    [
      "journal",
      "(Hale, 1907)",
      "Hale, T. (1907). Wicks. Journal of Lamps, 4(2), 1–9. https://doi.org/10.1000/wicks",
    ],
    // 9.11: a group’s name is spelled out. 10.4, reports.
    [
      "report",
      "(Board of Lights, 1907)",
      "Board of Lights. (1907). The lights of the coast. Harbour Press.",
    ],
    // 10.16, webpages.
    [
      "page",
      "(Board of Lights, n.d.)",
      "Board of Lights. (n.d.). Opening hours. Lights of the coast. https://lights.example/hours",
    ],
  ])("gives an in-text citation and a reference entry: %s", (id, cite, entry) => {
    expect(formatIn("apa", document(id))).toEqual([cite, entry]);
  });

  test.each([
    // 8.6: the first work with its year, “as cited in”, and the other work, which is listed.
    [
      "letter¶a",
      "(Quill, 1907, as cited in Roe, 1950, p. 4)",
      "Roe, A. (1950). Lights. Harbour Press.",
    ],
    // 8.6: the year of the first work is given only if it is known.
    [
      "undated¶a",
      "(Quill, as cited in Roe, 1950, col. 2)",
      "Roe, A. (1950). Lights. Harbour Press.",
    ],
  ])("names a letter and lists the work that quotes it: %s", (address, cite, entry) => {
    expect(formatIn("apa", passage(address, printed))).toEqual([cite, entry]);
  });

  test("counts paragraphs of works without pages", () => {
    // 8.28, direct quotations of material without page numbers.
    expect(formatIn("apa", passage("letter¶1"))[0]).toBe("(Han, 1907, para. 1)");
  });
});

describe("Harvard", () => {
  // Cite Them Right, 12th edition, has an example of each kind: the year in parentheses, titles of
  // parts in single quotation marks followed by punctuation, and “Available at”.
  test.each([
    ["letter", "(Han, 1907)", "Han, S.Y. (1907) Letter to Ada Quill, 2 September."],
    [
      "letter-about-then",
      "(Quill, c. 1907)",
      "Quill, A. (c. 1907) Letter to Board of Lights, September.",
    ],
    ["letter-undated", "(Quill, no date)", "Quill, A. (no date) Letter to Han So Yeon."],
    ["letter-unverified", "(Quill, no date)", "Quill, A. (no date) Letter to Han So Yeon."],
    [
      "article",
      "(Jang, 1907)",
      "Jang, M. (1907) ‘The “small” light of the north’, Harbour Gazette, 26 September. Available at: https://gazette.example/light.",
    ],
    // An unsigned article is listed under its newspaper.
    [
      "article-unsigned",
      "(Harbour Gazette, 1907)",
      "Harbour Gazette (1907) ‘A light goes out’, 27 September. Available at: https://gazette.example/out.",
    ],
    [
      "speech",
      "(Quill, 1907)",
      "Quill, A.M. (1907) ‘On keeping a light’ [Speech]. Meeting of the keepers, Leith, 27–28 February.",
    ],
    [
      "book",
      "(Quill and Roe, 1907)",
      "Quill, A.M. and Roe, A. (1907) Lights, 2nd edn. Leith: Harbour Press.",
    ],
    [
      "chapter",
      "(Hale, 1907)",
      "Hale, T. (1907) ‘Oil’, in A. Roe (ed.) Lights of the north. Leith: Harbour Press, pp. 44–77.",
    ],
    [
      "journal",
      "(Hale, 1907)",
      "Hale, T. (1907) ‘Wicks’, Journal of Lamps, 4(2), pp. 1–9. Available at: https://doi.org/10.1000/wicks.",
    ],
    [
      "report",
      "(Board of Lights, 1907)",
      "Board of Lights (1907) The lights of the coast. Harbour Press.",
    ],
    // The date of access is given if the corpus has it.
    [
      "page",
      "(Board of Lights, no date)",
      "Board of Lights (no date) Opening hours. Lights of the coast. Available at: https://lights.example/hours (Accessed: 4 October 2024).",
    ],
  ])("gives an in-text citation and a reference entry: %s", (id, cite, entry) => {
    expect(formatIn("harvard", document(id))).toEqual([cite, entry]);
  });

  test.each([
    // Secondary referencing: the citation names both works, and the other work is listed.
    [
      "letter¶a",
      "(Quill, 1907, cited in Roe, 1950, p. 4)",
      "Roe, A. (1950) Lights. Leith: Harbour Press.",
    ],
    [
      "undated¶b",
      "(Quill, cited in Harbour Gazette, 1907)",
      "Harbour Gazette (1907) ‘A light goes out’, 27 September.",
    ],
  ])("names a letter and lists the work that quotes it: %s", (address, cite, entry) => {
    expect(formatIn("harvard", passage(address, printed))).toEqual([cite, entry]);
  });
});

/** Works that need the rarer rules of the manuals. */
const rare = libraryOf({
  "people.yaml": "Jan van der Berg: { family: van der Berg }\nAda Quill: { family: Quill }",
  "particle.md":
    "---\ntype: personal_communication\nfrom: Jan van der Berg\nto: Ada Quill\ndate: 1907-09-02\n---\n",
  "paper.md":
    "---\ntitle: a light\ntype: article-newspaper\nauthor: [{ family: Roe, given: Ann }]\ncontainer-title: The Harbour Gazette\ndate: 1907-09-26\n---\n",
  "nobody.md":
    "---\ntitle: Petition of the keepers\ntype: personal_communication\ndate: 1907~\n---\n\nWords.\n",
  "doubtful.md":
    "---\ntype: personal_communication\nfrom: Ada Quill\nto: Jan van der Berg\ndate: 1907?\n---\n",
  "ancient.md":
    "---\ntitle: On oil\ntype: book\nauthor: [{ family: Roe, given: Ann }]\ndate: -0048\n---\n",
  "archived.md":
    "---\ntitle: A log\ntype: manuscript\nauthor: [{ family: Roe, given: Ann }]\ndate: 1907\narchive: Archive of the Board\n---\n",
  "korean.md":
    "---\ntitle: 등대 the light of 빛\nlanguage: ko\ntype: article-newspaper\nauthor: [{ family: Jang, given: Mi-ran, static-ordering: true }]\ncontainer-title: 한겨레\ndate: 1907\n---\n",
  "marks.md":
    "---\ntitle: 'Why Mi-ran said “no so” between the sea-keepers: a log'\ntype: article-newspaper\nauthor: [{ family: Roe, given: Ann }]\ncontainer-title: Gazette\ndate: 1907\n---\n",
});

describe("Every style follows the rarer rules of its manual", () => {
  test.each([
    // A particle that belongs to the family name stays with it, in lists and in the text.
    ["particle", "chicago", "van der Berg, Jan. Letter to Ada Quill, September 2, 1907."],
    ["particle", "mla", "van der Berg, Jan. Letter to Ada Quill. 2 Sept. 1907."],
    ["particle", "apa", "van der Berg, J. (1907, September 2). [Letter to Ada Quill]."],
    ["particle", "harvard", "van der Berg, J. (1907) Letter to Ada Quill, 2 September."],
    // Chicago 14.193 omits the article of a newspaper's name. The others keep it.
    ["paper", "chicago", "Roe, Ann. “A Light.” Harbour Gazette, September 26, 1907."],
    ["paper", "mla", "Roe, Ann. “A Light.” The Harbour Gazette, 26 Sept. 1907."],
    ["paper", "apa", "Roe, A. (1907, September 26). a light. The Harbour Gazette."],
    ["nobody", "chicago", "“Petition of the Keepers,” ca. 1907."],
    ["nobody", "mla", "“Petition of the Keepers.” Circa 1907."],
    ["nobody", "apa", "Petition of the keepers [Letter]. (ca. 1907)."],
    ["nobody", "harvard", "Petition of the keepers (c. 1907)."],
    // Chicago 14.145 puts a conjectured date in brackets. APA 9.17 only has “ca.”.
    ["doubtful", "chicago", "Quill, Ada. Letter to Jan van der Berg, [1907?]."],
    ["doubtful", "mla", "Quill, Ada. Letter to Jan van der Berg. [1907?]."],
    ["doubtful", "apa", "Quill, A. (ca. 1907). [Letter to Jan van der Berg]."],
    ["doubtful", "harvard", "Quill, A. ([1907?]) Letter to Jan van der Berg."],
    ["ancient", "chicago", "Roe, Ann. On Oil. 49 BC."],
    ["ancient", "harvard", "Roe, A. (49 BC) On oil."],
    ["archived", "chicago", "Roe, Ann. “A Log.” 1907. Archive of the Board."],
    ["archived", "mla", "Roe, Ann. “A Log.” 1907, Archive of the Board."],
    ["archived", "apa", "Roe, A. (1907). A log. Archive of the Board."],
    ["archived", "harvard", "Roe, A. (1907) A log. Archive of the Board."],
    // CSL 1.0.2, text-case: title case only applies to English.
    ["korean", "chicago", "Jang Mi-ran. “등대 the light of 빛.” 한겨레, 1907."],
    ["korean", "mla", "Jang Mi-ran. “등대 the light of 빛.” 한겨레, 1907."],
    // Chicago 8.159: prepositions are lower-case, “so” is not. 8.161: both parts of a compound are
    // capitalized.
    [
      "marks",
      "chicago",
      "Roe, Ann. “Why Mi-ran Said ‘No So’ between the Sea-Keepers: A Log.” Gazette, 1907.",
    ],
  ])("for %s in %s", (id, name, entry) => {
    const found = rare.document(id);
    expect(formatIn(name, found && { document: found })[1]).toBe(entry);
  });

  test("for a letter without correspondents, which is cited by its title", () => {
    const cites = ["chicago", "mla", "apa", "harvard"].map(
      (name) => formatIn(name, rare.passage("nobody¶1"))[0],
    );
    expect(cites).toEqual([
      "“Petition of the Keepers,” ca. 1907, para. 1.",
      "(“Petition of the Keepers”)",
      "(Petition of the Keepers, ca. 1907, para. 1)",
      "(Petition of the keepers, c. 1907, para. 1)",
    ]);
  });
});

describe("Words of the shipped letters that Hankyoreh prints", () => {
  const url = "https://english.hani.co.kr/arti/english_edition/e_northkorea/1060192.html";
  const title =
    "Kim Jong-un complained of “unnecessary” interest from Moon in 2018 letter to Trump";
  const inner =
    "Kim Jong-un Complained of ‘Unnecessary’ Interest from Moon in 2018 Letter to Trump";

  test.each([
    [
      "chicago",
      `Kim Jong Un to Donald J. Trump, August 5, 2019, quoted in Jung In-hwan, “${inner},” Hankyoreh, English edition, September 26, 2022, ${url}.`,
      `Jung In-hwan. “${inner}.” Hankyoreh, English edition, September 26, 2022. ${url}.`,
    ],
    [
      "mla",
      "(qtd. in Jung)",
      `Jung In-hwan. “${inner}.” Hankyoreh, English edition, 26 Sept. 2022, ${url}.`,
    ],
    [
      "apa",
      "(Kim, 2019, as cited in Jung, 2022)",
      `Jung, I. (2022, September 26). ${title}. Hankyoreh. ${url}`,
    ],
    [
      "harvard",
      "(Kim, 2019, cited in Jung, 2022)",
      `Jung, I. (2022) ‘${title}’, Hankyoreh, English edition, 26 September. Available at: ${url}.`,
    ],
  ])("are cited as quoted in it in %s", (name, cite, entry) => {
    expect(formatIn(name, passage("2019-08-05-kim-to-trump¶b", library))).toEqual([cite, entry]);
  });

  test.each(["chicago", "mla", "apa", "harvard"])(
    "and all documents have every form in %s",
    (name) => {
      for (const one of library.corpus.documents) {
        const forms = formatIn(name, { document: one });
        expect(forms).toHaveLength(2);
        for (const text of forms) expect(text).not.toMatch(/undefined|\[object|\.\.|,,| ,|\(\)/);
      }
    },
  );
});
