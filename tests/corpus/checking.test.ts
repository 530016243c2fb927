import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { chmod, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Problem } from "../../src/corpus/problem.ts";
import { readCorpus, readCorpusFiles } from "../../src/corpus/read.ts";
import { inEnglish } from "../in-english.ts";
import { corpusIn, createFolder, type Files, problemsFrom, problemsIn } from "./folder.ts";

const NOTES: Files = { "corpus.yaml": "body: notes", "sources.yaml": "herald: { title: Herald }" };

/** Returns a document with this front matter, which begins on line 2. */
function front(...lines: readonly string[]): Files {
  return { "a.md": ["---", ...lines, "---", "", "Words."].join("\n") };
}

/** Returns a table of this name, and a document without problems. */
function table(name: string, ...lines: readonly string[]): Files {
  return { "a.md": "Words.", [`${name}.yaml`]: lines.join("\n") };
}

/** Returns a file that exceeds the maximum size of four mebibytes by `more` bytes. */
function large(more: number): Uint8Array {
  return new Uint8Array(4 * 1024 * 1024 + more).fill(0x20);
}

const CORRECT = "Correct it, or leave it out.";
const QUOTE = "Correct the line, or put the value in quotation marks.";
const WRITE_OUT = "Write the values out instead of using `&` and `*`.";
const EDTF = "a date that exists, in EDTF: 2019-08-05, 2018-09, 2018-09~ (about)";
const ID = "1 to 48 of a-z, 0-9 and -";
const MAPPING = "a mapping of names to values";
const ALIASES =
  "The aliases of this YAML cannot be resolved, or expand to far more than is written.";
const ESCAPE =
  "An escape here represents half of a character, or a zero byte. Write the character itself.";
const NOT_TEXT =
  "This line is not text in UTF-8. Save the file as UTF-8, or run `npm run corpus -- import` on it, which converts it.";
const TOO_DEEP = "Quotations, lists or emphasis are nested too deeply here. Reduce the nesting.";
const LEADS_OUT =
  "This link leads out of the corpus folder, or its target does not exist. Put the file itself here.";

/** Folders with all of their problems. */
type Cases = readonly (readonly [name: string, files: Files, ...problems: readonly string[]])[];

const IDS: Cases = [
  [
    "two documents with the same id",
    { "a.md": "---\nid: x\n---\n", "b.md": "---\ntitle: B\nid: x\n---\n" },
    "b.md:3: The id `x` is already used by a.md. Give one of the two another `id:` in its front matter.",
  ],
  [
    "a former id that another document has",
    { "a.md": "Words.", "b.md": "---\ntitle: B\nformerly: [old, a]\n---\n" },
    "b.md:3: The id `a` is already used by a.md. Give one of the two another `id:` in its front matter.",
  ],
  [
    "an id with invalid characters",
    front("title: A", "id: The Letter"),
    `a.md:3: \`id\` should be ${ID}. ${CORRECT}`,
  ],
  [
    "an id that is too long",
    front(`id: ${"a".repeat(49)}`),
    `a.md:2: \`id\` should be ${ID}. ${CORRECT}`,
  ],
  [
    "a former id with invalid characters",
    front("formerly:", "  - good", "  - 편지"),
    `a.md:4: \`formerly.1\` should be ${ID}. ${CORRECT}`,
  ],
];

const NAMES: Cases = [
  [
    "an unknown topic",
    {
      ...front("topics:", "  - drills", "  - dirlls", "  - sky"),
      "topics.yaml": "drills: { label: D }",
    },
    "a.md:4: There is no topic `dirlls`. Write `drills` if you mean that, or add it to `topics.yaml`.",
    "a.md:5: There is no topic `sky`. Add it to `topics.yaml`, or correct the name.",
  ],
  [
    "a topic that is referenced by its label",
    { ...front("topics: Drills"), "topics.yaml": "drills: { label: Drills }" },
    "a.md:2: There is no topic `Drills`. Write `drills` if you mean that, or add it to `topics.yaml`.",
  ],
  [
    "an unknown person",
    { ...front("from: Ada Quil", "to: [Ada Quill, Tom]"), "people.yaml": "Ada Quill:" },
    "a.md:2: There is no person called `Ada Quil`. Write `Ada Quill` if you mean that, or add it to `people.yaml`.",
    "a.md:3: There is no person called `Tom`. Add it to `people.yaml`, or correct the name.",
  ],
  [
    "an unknown source in a corpus with a table of sources",
    { ...front("sources: [herald, heralds]"), "sources.yaml": "herald: { title: Herald }" },
    "a.md:2: There is no source `heralds`. Write `herald` if you mean that, or add it to `sources.yaml`.",
  ],
  [
    "a source in a corpus without a table of sources",
    front("sources: [herald]"),
    "a.md:2: There is no source `herald`. Add it to `sources.yaml`, or correct the name.",
  ],
  [
    "unknown sources and topics under a quotation",
    {
      ...NOTES,
      "topics.yaml": "x: { label: X }",
      "a.md": "> Words.\n> more\n> — @hearld {x, y}\n",
    },
    "a.md:3: There is no source `hearld`. Write `herald` if you mean that, or add it to `sources.yaml`.",
    "a.md:3: There is no topic `y`. Add it to `topics.yaml`, or correct the name.",
  ],
  [
    "unknown sources and topics of an event",
    {
      ...table(
        "events",
        "- date: 2019",
        "  title: A",
        "  text: B",
        "  sources: [c]",
        "  topics:",
        "    - d",
      ),
      "topics.yaml": "x: { label: X }",
    },
    "events.yaml:4: There is no source `c`. Add it to `sources.yaml`, or correct the name.",
    "events.yaml:6: There is no topic `d`. Add it to `topics.yaml`, or correct the name.",
  ],
  [
    "unknown broader and related topics",
    table(
      "topics",
      "x: { label: X, broader: y }",
      "z:",
      "  label: Z",
      "  related:",
      "    - x",
      "    - w",
    ),
    "topics.yaml:1: There is no topic `y`. Add it to `topics.yaml`, or correct the name.",
    "topics.yaml:6: There is no topic `w`. Add it to `topics.yaml`, or correct the name.",
  ],
];

const TOPICS: Cases = [
  [
    "a synonym of two topics in different notations",
    table(
      "topics",
      "x: { label: War Games }",
      "y: { label: Y, also: [a, “war‐games”, WAR GAMES] }",
    ),
    "topics.yaml:2: “WAR GAMES” is a label of `y` and of `x`. Remove it from one of them, so that people who type it get one answer.",
  ],
  [
    "a label that another topic has in another language",
    table("topics", "x: { label: X, labels: { fr: Café } }", "y: { label: cafe }"),
    "topics.yaml:2: “cafe” is a label of `y` and of `x`. Remove it from one of them, so that people who type it get one answer.",
  ],
  [
    "a topic that is broader than itself",
    table("topics", "x:", "  label: X", "  broader: x"),
    "topics.yaml:3: `x` is broader than itself. Remove one of the steps that lead back to it from `broader`.",
  ],
  [
    "the topics of a cycle, but not those that lead into it",
    table(
      "topics",
      "x: { label: X, broader: [y] }",
      "y: { label: Y, broader: [z] }",
      "z:",
      "  label: Z",
      "  broader: [x]",
      "w: { label: W, broader: [x] }",
    ),
    "topics.yaml:1: `x` is broader than itself. Remove one of the steps that lead back to it from `broader`.",
    "topics.yaml:2: `y` is broader than itself. Remove one of the steps that lead back to it from `broader`.",
    "topics.yaml:5: `z` is broader than itself. Remove one of the steps that lead back to it from `broader`.",
  ],
];

const DATES: Cases = [
  ...["2019-02-29", "2019-13", `1${"0".repeat(400)}`, "Y99999999999"].map(
    (date) =>
      [
        `the date ${date}`,
        front("title: A", `date: ${date}`),
        `a.md:3: \`date\` should be ${EDTF}. ${CORRECT}`,
      ] as const,
  ),
  [
    "the date of a source that never existed",
    table("sources", "herald:", "  title: Herald", '  issued: "2019-02-29"'),
    `sources.yaml:3: \`herald.issued\` should be ${EDTF}. ${CORRECT}`,
  ],
  [
    "the date of an event that never existed",
    {
      ...table(
        "events",
        "- { date: 2018, title: A, text: B, sources: herald }",
        "- title: A",
        "  text: B",
        "  sources: herald",
        "  date: 2019-02-30",
      ),
      "sources.yaml": "herald: { title: Herald }",
    },
    `events.yaml:5: \`1.date\` should be ${EDTF}. ${CORRECT}`,
  ],
];

const PLANS: Cases = [
  [
    "an unknown topic, without which addresses are not checked",
    {
      "letter.md": "One two three.\n\nFour five six.\n",
      "topics.yaml": "lamps: { label: Lamps }",
      "plans.yaml": [
        "spring:",
        "  title: Spring",
        "  steps:",
        "    - letter¶1",
        "    - title: Nothing",
        "    - read:",
        "        - letter#2",
        "        - letter¶3",
        "        - leter",
        "        - quite another",
        "    - topics: [lamps, oil]",
      ].join("\n"),
    },
    "plans.yaml:5: This step has nothing to read. Add `read:` with addresses or ids of documents, or `topics:`.",
    "plans.yaml:11: There is no topic `oil`. Add it to `topics.yaml`, or correct the name.",
  ],
  [
    "steps and addresses of a plan",
    {
      "letter.md": "One two three.\n\nFour five six.\n",
      "plans.yaml": [
        "spring:",
        "  title: Spring",
        "  steps:",
        "    - letter¶1",
        "    - title: Nothing",
        "    - read:",
        "        - letter#2",
        "        - letter¶3",
        "        - leter",
        "        - quite another",
      ].join("\n"),
    },
    "plans.yaml:5: This step has nothing to read. Add `read:` with addresses or ids of documents, or `topics:`.",
    "plans.yaml:8: There is no passage or document `letter¶3`. Write `letter¶1` if you mean that.",
    "plans.yaml:9: There is no passage or document `leter`. Write `letter` if you mean that.",
    "plans.yaml:10: There is no passage or document `quite another`. Write the address of a passage, or the id of a document.",
  ],
  [
    "dates of steps that are missing, are no days, or go back",
    {
      "a.md": "One two three.",
      "plans.yaml": [
        "one: { title: One, steps: [{ read: a, date: 2027-01-04 }, a] }",
        "two: { title: Two, steps: [{ read: a, date: 2027-01 }] }",
        "three:",
        "  title: Three",
        "  steps:",
        "    - { read: a, date: 2027-01-04 }",
        "    - read: a",
        "      date: 2027-01-03",
      ].join("\n"),
    },
    "plans.yaml:1: This step has no date, and others of its plan have one. Give each step a day, in order, or none of them.",
    "plans.yaml:2: The date of a step is one day. Give each step a day, in order, or none of them.",
    "plans.yaml:8: This step has an earlier date than the one before it. Give each step a day, in order, or none of them.",
  ],
  [
    "a plan twice, one without steps, and an unknown key",
    {
      "a.md": "One two three.",
      "plans.yaml":
        "one: { title: One, steps: [a] }\ntwo: { title: Two, steps: [] }\nthree:\n  title: Three\n  steps:\n    - read: a\n      question: b",
    },
    "plans.yaml:2: `two.steps` should be a list of at least one step. Correct it, or leave it out.",
    "plans.yaml:7: `three.steps.0.question` is not a key that Ibid knows here. The closest one is `questions`. Write `questions`, or delete the line.",
  ],
  [
    "a plan with the same id as another",
    {
      "a.md": "One two three.",
      "plans.yaml": "one: { title: One, steps: [a] }\none: { title: Two, steps: [a] }",
    },
    "plans.yaml:2: The YAML cannot be read: A key occurs twice in the same mapping. Correct the line, or put the value in quotation marks.",
  ],
];

const WORDED_DATES: Cases = [
  [
    "a date that EDTF cannot express",
    front("title: A", "date: the early 1750s"),
    "a.md:3: `date` should be a date in EDTF, which cannot express this one; the nearest in EDTF is 175X. Correct it, or leave it out.",
  ],
];

const QUOTATIONS: Cases = [
  [
    "a block quote without its source",
    { ...NOTES, "a.md": "A note.\n\n> Words.\n>\n> — Herald, p. 4\n\n- > — @herald said:\n" },
    "a.md:3: This block quote does not name the source that prints it. End it with a line such as `— @source-id, page {topic-id}`.",
    "a.md:7: This block quote does not name the source that prints it. End it with a line such as `— @source-id, page {topic-id}`.",
  ],
  [
    "a source before the words",
    { ...NOTES, "a.md": "> — @herald\n> Words.\n" },
    "a.md:1: This block quote does not name the source that prints it. End it with a line such as `— @source-id, page {topic-id}`.",
  ],
  [
    "a source without words",
    { ...NOTES, "a.md": "A note.\n\n> ![a picture](a.png)\n>\n> — @herald\n" },
    "a.md:5: This block quote names its source, but quotes nothing. Put the quoted words above this line.",
  ],
];

const KEYS: Cases = [
  ...[
    ["titel", "title"],
    ["Title", "title"],
    ["form", "from"],
    ["dtae", "date"],
    ["topic", "topics"],
    ["pubisher", "publisher"],
  ].map(
    ([key, nearest]) =>
      [
        `the key ${key}`,
        front("id: x", `${key}: https://example.org`),
        `a.md:3: \`${key}\` is not a key that Ibid knows here. The closest one is \`${nearest}\`. Write \`${nearest}\`, or delete the line.`,
      ] as const,
  ),
  [
    "a key of a source that resembles a known one",
    table("sources", "herald:", "  titel: Herald", "  anything: else"),
    "sources.yaml:1: `herald.title` is missing. Add it.",
    "sources.yaml:2: `herald.titel` is not a key that Ibid knows here. The closest one is `title`. Write `title`, or delete the line.",
  ],
  [
    "every unknown key of a topic",
    table("topics", "x:", "  label: X", "  lable: X", "  colour: red"),
    "topics.yaml:3: `x.lable` is not a key that Ibid knows here. The closest one is `label`. Write `label`, or delete the line.",
    "topics.yaml:4: `x.colour` is not a key that Ibid knows here. Correct its spelling, or delete the line.",
  ],
  [
    "unknown keys of the settings, a person, a name and an event",
    {
      ...table("corpus", "title: A", "name: B"),
      "people.yaml": "Ada:\n  rol: Keeper",
      "sources.yaml": "s:\n  title: S\n  author:\n    - family: Quill\n      first: Ada",
      "events.yaml": "- date: 2019\n  title: A\n  text: B\n  sources: s\n  place: C",
    },
    "corpus.yaml:2: `name` is not a key that Ibid knows here. Correct its spelling, or delete the line.",
    "events.yaml:5: `0.place` is not a key that Ibid knows here. Correct its spelling, or delete the line.",
    "people.yaml:2: `Ada.rol` is not a key that Ibid knows here. The closest one is `role`. Write `role`, or delete the line.",
    "sources.yaml:5: `s.author.0.first` is not a key that Ibid knows here. Correct its spelling, or delete the line.",
  ],
  [
    "an unknown key whose value begins on the next line",
    table("people", "Ada:", "  rol:", "    Keeper"),
    "people.yaml:2: `Ada.rol` is not a key that Ibid knows here. The closest one is `role`. Write `role`, or delete the line.",
  ],
  [
    "names of properties that every JavaScript object has",
    {
      ...front("__proto__: { title: x }", "constructor: x", "toString: x"),
      "topics.yaml": "constructor: { label: X }\nx:\n  label: X\n  __proto__: y\n  toString: z",
      "people.yaml": "prototype:\nvalueOf:\n",
    },
    "a.md:2: `__proto__` cannot be a key. Choose another name.",
    "a.md:3: `constructor` cannot be a key. Choose another name.",
    "people.yaml:1: `prototype` cannot be a key. Choose another name.",
    "topics.yaml:1: `constructor` cannot be a key. Choose another name.",
    "topics.yaml:4: `__proto__` cannot be a key. Choose another name.",
  ],
  [
    "the name of a method as a key of a topic",
    table("topics", "x:", "  label: X", "  toString: z"),
    "topics.yaml:3: `x.toString` is not a key that Ibid knows here. Correct its spelling, or delete the line.",
  ],
  [
    "duplicate keys",
    {
      ...front("title: A", "id: x", "title: B"),
      "topics.yaml": "x: { label: X }\nx: { label: Y }",
    },
    `a.md:4: The YAML cannot be read: A key occurs twice in the same mapping. ${QUOTE}`,
    `topics.yaml:2: The YAML cannot be read: A key occurs twice in the same mapping. ${QUOTE}`,
  ],
];

const SHAPES: Cases = [
  [
    "front matter that is a list",
    front("- title", "- A"),
    `a.md:2: The YAML should be ${MAPPING}. ${CORRECT}`,
  ],
  [
    "front matter that is text",
    front("A title"),
    `a.md:2: The YAML should be ${MAPPING}. ${CORRECT}`,
  ],
  [
    "front matter without an end",
    { "a.md": "---\ntitle: A\n\nWords.\n" },
    "a.md:1: The front matter that begins here has no end. Close it with a line that contains only `---`.",
  ],
  [
    "values of the wrong type",
    front(
      "title: [A]",
      "type: letter",
      "topics: { x: y }",
      "to: [A, [B]]",
      "from: ['']",
      "verified: maybe",
      "language: english!",
      "URL: ftp://example.org",
    ),
    `a.md:6: \`from.0\` should be text. ${CORRECT}`,
    `a.md:7: \`verified\` should be true or false. ${CORRECT}`,
    `a.md:8: \`language\` should be a language tag such as en, ko or zh-Hant. ${CORRECT}`,
    `a.md:9: \`URL\` should be an address that begins with http:// or https://. ${CORRECT}`,
  ],
  [
    "settings of the wrong type",
    table("corpus", "language: [en]", "body: both"),
    `corpus.yaml:1: \`language\` should be text. ${CORRECT}`,
    `corpus.yaml:2: \`body\` should be text or notes. ${CORRECT}`,
  ],
  [
    "tables of the wrong type",
    {
      ...table("corpus", "- title"),
      "topics.yaml": "- drills",
      "people.yaml": "Ada",
      "sources.yaml": "[herald]",
      "events.yaml": "a: b",
    },
    `corpus.yaml:1: The YAML should be ${MAPPING}. ${CORRECT}`,
    `events.yaml:1: The YAML should be a list of events. ${CORRECT}`,
    `people.yaml:1: The YAML should be ${MAPPING}. ${CORRECT}`,
    `sources.yaml:1: The YAML should be ${MAPPING}. ${CORRECT}`,
    `topics.yaml:1: The YAML should be ${MAPPING}. ${CORRECT}`,
  ],
  [
    "topics of the wrong type",
    table(
      "topics",
      "a: text",
      "b: { also: x }",
      "c:",
      "d: [x]",
      "E f: { label: F }",
      "g: { label: '', labels: { k: x, ko: [y] } }",
    ),
    `topics.yaml:1: \`a\` should be ${MAPPING}. ${CORRECT}`,
    "topics.yaml:2: `b.label` is missing. Add it.",
    "topics.yaml:3: `c.label` is missing. Add it.",
    `topics.yaml:4: \`d\` should be ${MAPPING}. ${CORRECT}`,
    `topics.yaml:5: \`E f\` should be ${ID}. ${CORRECT}`,
    `topics.yaml:6: \`g.label\` should be text. ${CORRECT}`,
    `topics.yaml:6: \`g.labels.k\` should be a language tag such as en, ko or zh-Hant. ${CORRECT}`,
    `topics.yaml:6: \`g.labels.ko\` should be text. ${CORRECT}`,
  ],
  [
    "sources of the wrong type",
    table(
      "sources",
      "a: { title: A, author: Ada Quill }",
      "b: { title: B, author: [Ada Quill] }",
      "c: { title: C, author: [{ given: Ada }] }",
      "d: { title: D, type: paper }",
      "e:",
    ),
    `sources.yaml:1: \`a.author\` should be a list of names with \`family\` and \`given\`. ${CORRECT}`,
    `sources.yaml:2: \`b.author.0\` should be ${MAPPING}. ${CORRECT}`,
    "sources.yaml:3: `c.author.0.family` is missing. Add it.",
    `sources.yaml:4: \`d.type\` should be a CSL item type such as personal_communication, book or webpage. ${CORRECT}`,
    "sources.yaml:5: `e.title` is missing. Add it.",
  ],
  [
    "family names that are not at an end of the name",
    table(
      "people",
      "Ada Quill:",
      "  family: Ada Quil",
      "Kimberly Han: { family: Kim }",
      "Han So Yeon: { family: So }",
    ),
    "people.yaml:2: “Ada Quill” neither begins nor ends with the family name “Ada Quil”. Write the family name as it is written in the name.",
    "people.yaml:3: “Kimberly Han” neither begins nor ends with the family name “Kim”. Write the family name as it is written in the name.",
    "people.yaml:4: “Han So Yeon” neither begins nor ends with the family name “So”. Write the family name as it is written in the name.",
  ],
  [
    "events of the wrong type or without a source",
    {
      ...table(
        "events",
        "- text",
        "- date: 2019",
        "  text: B",
        "  sources: s",
        "- { date: 2019, title: A, text: B, sources: [] }",
      ),
      "sources.yaml": "s: { title: S }",
    },
    `events.yaml:1: \`0\` should be ${MAPPING}. ${CORRECT}`,
    "events.yaml:2: `1.title` is missing. Add it.",
    `events.yaml:5: \`2.sources\` should be a list of at least one source of \`sources.yaml\`. ${CORRECT}`,
  ],
];

const YAML: Cases = [
  ...(
    [
      [
        "a value that contains a colon",
        ["title: A: B"],
        2,
        "Nested mappings are not allowed in compact mappings",
      ],
      [
        "an unclosed list",
        ["id: x", "topics: [a, b"],
        3,
        "Flow sequence in block collection must be sufficiently indented and end with a ]",
      ],
      ["an unclosed quotation mark", ['title: "A'], 2, 'Missing closing "quote'],
      ["indentation with a tab", ["author:", "\t- x: y"], 3, "Tabs are not allowed as indentation"],
      ["a list as a key", ["? [a, b]", ": c"], 2, "A list or a mapping cannot be a key"],
      ["an invalid escape", ['title: "\\q"'], 2, "Invalid escape sequence \\q"],
      [
        "a reserved character",
        ["title: @A"],
        2,
        "Plain value cannot start with reserved character @",
      ],
      ["a tag", ["page: !!binary QQ=="], 2, "Unresolved tag: tag:yaml.org,2002:binary"],
      [
        "values that are nested too deeply",
        [`author: ${"[".repeat(10_000)}${"]".repeat(10_000)}`],
        2,
        "Its values are nested too deeply",
      ],
    ] as const
  ).map(
    ([name, lines, line, reason]) =>
      [
        name,
        front(...lines),
        `a.md:${line}: The YAML cannot be read: ${reason}. ${QUOTE}`,
      ] as const,
  ),
  [
    "a second document in one table",
    table("topics", "x: { label: X }", "---", "y: { label: Y }"),
    `topics.yaml:2: The YAML cannot be read: A second document begins here. ${QUOTE}`,
  ],
  [
    "aliases that expand exponentially",
    table(
      "topics",
      "a: &a [x, x, x, x, x, x, x, x, x]",
      "b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]",
      "c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]",
      "d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]",
    ),
    `topics.yaml:1: ${ALIASES} ${WRITE_OUT}`,
  ],
  [
    "aliases in front matter that expand too far",
    front(`author: &a [${"x, ".repeat(50)}]`, `title: [${"*a, ".repeat(1000)}]`),
    `a.md:2: ${ALIASES} ${WRITE_OUT}`,
  ],
  ["an alias without an anchor", front("title: *a"), `a.md:2: ${ALIASES} ${WRITE_OUT}`],
  [
    "an alias within its own anchor",
    front("title: A", "author: &a [x, { y: *a }]"),
    `a.md:3: \`*a\` is inside of what it refers to. ${WRITE_OUT}`,
  ],
  [
    "escapes that are not characters",
    front(
      'title: "\\ud83d"',
      'rights: "\\x00"',
      '"\\udc00": x',
      "delivered:",
      '  "😀\\ud83d\\ude00\\udfff"',
    ),
    `a.md:2: ${ESCAPE}`,
    `a.md:3: ${ESCAPE}`,
    `a.md:4: ${ESCAPE}`,
    `a.md:6: ${ESCAPE}`,
  ],
];

const BYTES: Cases = [
  [
    "bytes that are not UTF-8",
    {
      "a.md": Buffer.from("One\ntwo\ncaf\xe9\n", "latin1"),
      "b.md": Buffer.from([0xed, 0xa0, 0x80]),
    },
    `a.md:3: ${NOT_TEXT}`,
    `b.md:1: ${NOT_TEXT}`,
  ],
  [
    "UTF-16 with and without a byte-order mark",
    {
      "a.md": Buffer.from("\ufeffWords.", "utf16le"),
      "b.md": Buffer.from("Words.", "utf16le"),
      "topics.yaml": Buffer.from("x: { label: X }", "utf16le"),
    },
    `a.md:1: ${NOT_TEXT}`,
    `b.md:1: ${NOT_TEXT}`,
    `topics.yaml:1: ${NOT_TEXT}`,
  ],
  ["a zero byte", { "a.md": "One\ntwo\nth\0ree\n" }, `a.md:3: ${NOT_TEXT}`],
  [
    "a file over 4 MiB",
    { "a.md": large(1), "b.md": "Words." },
    "a.md:1: The file has 4,194,305 bytes, and Ibid reads at most 4 MiB. Split it into several documents.",
  ],
  [
    "very deeply nested quotations",
    { "a.md": `Words.\n\n${">".repeat(10_000)} Deep.` },
    `a.md:3: ${TOO_DEEP}`,
  ],
  [
    "a formula in very deeply nested quotations",
    { "a.md": `Words.\n\n${">".repeat(10_000)} $$a$$` },
    `a.md:3: ${TOO_DEEP}`,
  ],
  ["very deeply nested lists", { "a.md": `${"- ".repeat(400)}Deep.` }, `a.md:1: ${TOO_DEEP}`],
  [
    "very deeply nested emphasis",
    { ...NOTES, "a.md": `Words\n${"*a **b ".repeat(100)}${"c** d* ".repeat(100)}` },
    `a.md:2: ${TOO_DEEP}`,
  ],
];

const FILES: Cases = [
  [
    "an empty folder",
    {},
    ".:1: The corpus has no document. Put at least one Markdown file (`.md`) into the folder, or run `npm run corpus -- import` on files of another format.",
  ],
  [
    "a folder with only a README and tables",
    { "README.md": "For people.", "topics.yaml": "x: { label: X }", "a.txt": "Words." },
    ".:1: The corpus has no document. Put at least one Markdown file (`.md`) into the folder, or run `npm run corpus -- import` on files of another format.",
  ],
  [
    "a table under another name",
    { "a.md": "Words.", "topics.yml": "", "Sources.yaml": "", "people.YML": "", "other.yml": "" },
    "people.YML:1: This table is not read under this name. Rename it to `people.yaml`.",
    "Sources.yaml:1: This table is not read under this name. Rename it to `sources.yaml`.",
    "topics.yml:1: This table is not read under this name. Rename it to `topics.yaml`.",
  ],
  [
    "but not a folder with the name of a table",
    { "a.md": "Words.", "topics.yaml/b.md": "---\ntopics: x\n---\n" },
  ],
];

describe.each([
  ["ids", IDS],
  ["names", NAMES],
  ["topics", TOPICS],
  ["dates", DATES],
  ["dates in words", WORDED_DATES],
  ["plans", PLANS],
  ["quotations", QUOTATIONS],
  ["keys", KEYS],
  ["shapes", SHAPES],
  ["YAML", YAML],
  ["bytes and depths", BYTES],
  ["files", FILES],
] as const)("Problems with %s are reported", (_, cases) => {
  for (const [name, files, ...problems] of cases) {
    test(name, async () => {
      expect(await problemsIn(files)).toEqual(problems);
    });
  }

  test("in full sentences that say what is wrong and what to do", async () => {
    for (const [, files] of cases) {
      const reading = await readCorpus(await createFolder(files));
      for (const problem of "error" in reading ? reading.error : []) {
        expect(sentences(problem)).toEqual([
          expect.stringMatching(/^[A-Z`“].*[^.]\.$/),
          expect.stringMatching(/^[A-Z].*[^.]\.$/),
        ]);
      }
    }
  });
});

/** Returns the two sentences of a problem, and expects them to contain no internals. */
function sentences({ message, remedy }: Problem): readonly string[] {
  const texts = [message, remedy].map(inEnglish);
  for (const text of texts) {
    expect(text).not.toContain("!");
    expect(text).not.toMatch(/undefined|null|\[object|Invalid type/);
  }
  return texts;
}

describe("Files are rejected", () => {
  test("if a link leads out of the folder", async () => {
    const folder = await createFolder({
      "outside.md": "Words.",
      "out/a.md": "Words.",
      "corpus/b.md": "Words.",
      "corpus-2/c.md": "Words.",
    });
    const corpus = join(folder, "corpus");
    await symlink("../outside.md", join(corpus, "file.md"));
    await symlink("/etc/hostname", join(corpus, "topics.yaml"));
    await symlink("../out", join(corpus, "folder"));
    await symlink("../corpus-2", join(corpus, "neighbour"));
    await symlink("../outside.md", join(corpus, "picture.png"));
    await symlink("/", join(corpus, "root.md"));
    await symlink("..", join(corpus, "up"));
    expect(problemsFrom(await readCorpus(corpus))).toEqual([
      `file.md:1: ${LEADS_OUT}`,
      `folder:1: ${LEADS_OUT}`,
      `neighbour:1: ${LEADS_OUT}`,
      `picture.png:1: ${LEADS_OUT}`,
      `root.md:1: ${LEADS_OUT}`,
      `topics.yaml:1: ${LEADS_OUT}`,
      `up:1: ${LEADS_OUT}`,
    ]);
  });

  test("if a link leads out of the folder through another link, to nothing, or to itself", async () => {
    const folder = await createFolder({ "outside.md": "Words.", "corpus/a.md": "Words." });
    const corpus = join(folder, "corpus");
    await symlink("../outside.md", join(corpus, ".hidden.md"));
    await symlink(".hidden.md", join(corpus, "b.md"));
    await symlink("nothing.md", join(corpus, "c.md"));
    await symlink("d.md", join(corpus, "d.md"));
    await symlink("nothing", join(corpus, "e"));
    expect(problemsFrom(await readCorpus(corpus))).toEqual([
      `b.md:1: ${LEADS_OUT}`,
      `c.md:1: ${LEADS_OUT}`,
      `d.md:1: ${LEADS_OUT}`,
      `e:1: ${LEADS_OUT}`,
    ]);
  });

  test("if it is removed while the corpus is being read", async () => {
    const folder = await createFolder({ "a.md": "Words.", "b.md": "Words.", "topics.yaml": "{}" });
    const read = await readCorpusFiles(folder, () => {
      // The files have been listed, and none has been read.
      for (const name of ["b.md", "topics.yaml"]) rmSync(join(folder, name), { force: true });
    });
    if ("error" in read) throw new Error("There is a folder.");
    expect(read.files.map(({ path }) => path)).toEqual(["a.md"]);
    expect(read.unread.map(inEnglish)).toEqual(
      ["b.md", "topics.yaml"].map(
        (name) =>
          `${name}:1: This was removed while the corpus was being read. If it belongs to the corpus, put it back; otherwise read the corpus again.`,
      ),
    );
  });

  test("if topics are above one another without end", async () => {
    const topic = (at: number, all: number) =>
      `t${at}: { label: T${at}, broader: [t${(at + 1) % all}] }`;
    const circle = Array.from({ length: 2000 }, (_, at) => topic(at, 2000)).join("\n");
    const problems = await problemsIn({ "a.md": "Words.", "topics.yaml": circle });
    expect(problems[0]).toBe(
      "topics.yaml:1: More than 100 topics are above `t0`. Remove the steps between them from `broader`, or one that leads back to the topic itself.",
    );
    expect(problems).toHaveLength(2000);
  });

  test("if a linked folder would be read twice or infinitely", async () => {
    const folder = await createFolder({ "a/b.md": "Words." });
    await symlink("a", join(folder, "again"));
    await symlink("..", join(folder, "a", "loop"));
    const problem =
      "This is a link to a folder, which Ibid does not follow. Put the folder itself here.";
    expect(problemsFrom(await readCorpus(folder))).toEqual([
      `a/loop:1: ${problem}`,
      `again:1: ${problem}`,
    ]);
  });

  test("if the path of a document is not a file, without blocking on it", async () => {
    const folder = await createFolder({ "a/b.md": "Words." });
    execFileSync("/usr/bin/env", ["mkfifo", join(folder, "pipe.md"), join(folder, "events.yaml")]);
    await symlink("a", join(folder, "link.md"));
    const problem = "This is not a file. Give it a name that does not end in `.md`.";
    expect(problemsFrom(await readCorpus(folder))).toEqual([
      `events.yaml:1: ${problem}`,
      `link.md:1: ${problem}`,
      `pipe.md:1: ${problem}`,
    ]);
  });

  test("on one line each, whatever the name of the file", async () => {
    const odd = ["a\nb.md:1: c", "a\u2028b", "\u202egnp", "\u2066a\rb"].map((name) => `${name}.md`);
    const folder = await createFolder(Object.fromEntries(odd.map((name) => [name, large(1)])));
    await writeFile(
      Buffer.concat([Buffer.from(`${folder}/`), Buffer.from("\xff.md", "latin1")]),
      "",
    );
    const lines = problemsFrom(await readCorpus(folder)).toSorted();
    for (const line of lines) expect(line).not.toMatch(/[\n\r\u2028]/);
    expect(lines.map((line) => line.replace(/:1: .*/, ""))).toEqual(
      ["a␊b.md", "a␊b.md", "\u202egnp.md\u202c", "\u2066a␊b.md\u2069", "\ufffd.md"].toSorted(),
    );
    expect(lines).toContain(
      "\ufffd.md:1: The name of this file is not UTF-8, so it cannot be opened. Rename it.",
    );
  });

  // Root can read everything.
  test.skipIf(process.getuid?.() === 0)("if Ibid has no permission to read them", async () => {
    const folder = await createFolder({ "a.md": "Words.", "b/c.md": "Words.", "d.md": "Words." });
    await chmod(join(folder, "a.md"), 0o000);
    await chmod(join(folder, "b"), 0o000);
    const problem =
      "Ibid does not have permission to read this. Grant read permission, or move this out of the corpus folder.";
    const reading = await readCorpus(folder);
    await chmod(join(folder, "b"), 0o700);
    expect(problemsFrom(reading)).toEqual([`a.md:1: ${problem}`, `b:1: ${problem}`]);
  });

  test("if the corpus folder is missing or is a file", async () => {
    const folder = await createFolder({ "a.md": "Words." });
    for (const path of [join(folder, "nothing"), join(folder, "a.md"), join(folder, "a.md", "b")]) {
      expect(problemsFrom(await readCorpus(path))).toEqual([
        `${path}:1: There is no such folder. Set \`IBID_CORPUS\` to the folder that holds your documents.`,
      ]);
    }
  });
});

describe("Files within the limits are read", () => {
  test("a file of exactly 4 MiB", async () => {
    expect((await corpusIn({ "a.md": large(0) })).documents).toHaveLength(1);
  });

  test("ninety nested quotations", async () => {
    const { documents } = await corpusIn({ "a.md": `${">".repeat(90)} Deep.` });
    expect(documents[0]?.passages.map(({ text }) => text)).toEqual(["Deep."]);
  });

  test("thousands of characters that could begin markup but do not", async () => {
    const { documents } = await corpusIn({
      "a.md": ["*a ".repeat(5000), "[".repeat(5000), "`a".repeat(5000), "<a ".repeat(5000)].join(
        "\n\n",
      ),
    });
    expect(documents[0]?.passages).toHaveLength(4);
  });

  test("a README that would be invalid as a document", async () => {
    const folder = await createFolder({
      "a.md": "Words.",
      "README.md": "---\ntitle: [\n---\n\xff\0",
    });
    expect(problemsFrom(await readCorpus(folder))).toEqual([]);
  });
});

test("Every problem of every file is reported at once, sorted by file and line", async () => {
  expect(
    await problemsIn({
      "corpus.yaml": "body: notes\nlanguage: english!\n",
      "events.yaml": "- date: 2019-02-29\n  title: A\n  text: B\n  sources: herald\n",
      "people.yaml": "Ada Quill: { rol: Keeper }\nTom Quill:\n",
      "sources.yaml": "herald: { titel: Herald }\nmail: { title: The Mail }\n",
      "topics.yaml": "x: { label: X, broader: z }\ny: { label: Y, colour: red }\n",
      "letter-2.md": "---\ntitle: [\n---\n\n> Unread.\n",
      "letter-10.md": [
        "---",
        "titel: A",
        "from: [Ada Quill, Tom Qill]",
        "date: 2019-02-29",
        "topics: [x, y, w]",
        "sources: [herald, mial]",
        "---",
        "",
        "> No source.",
        "",
        "> Words.",
        "> — @mial {v}",
      ].join("\n"),
      "b.md": Buffer.from([0xff]),
      "a/b.md": large(1),
      "a/c.md": "---\nid: letter-10\n---\n",
    }),
  ).toEqual([
    "a/b.md:1: The file has 4,194,305 bytes, and Ibid reads at most 4 MiB. Split it into several documents.",
    `b.md:1: ${NOT_TEXT}`,
    `corpus.yaml:2: \`language\` should be a language tag such as en, ko or zh-Hant. ${CORRECT}`,
    `events.yaml:1: \`0.date\` should be ${EDTF}. ${CORRECT}`,
    `letter-2.md:2: The YAML cannot be read: Flow sequence in block collection must be sufficiently indented and end with a ]. ${QUOTE}`,
    "letter-2.md:5: This block quote does not name the source that prints it. End it with a line such as `— @source-id, page {topic-id}`.",
    "letter-10.md:2: `titel` is not a key that Ibid knows here. The closest one is `title`. Write `title`, or delete the line.",
    "letter-10.md:3: There is no person called `Tom Qill`. Write `Tom Quill` if you mean that, or add it to `people.yaml`.",
    `letter-10.md:4: \`date\` should be ${EDTF}. ${CORRECT}`,
    "letter-10.md:5: There is no topic `w`. Add it to `topics.yaml`, or correct the name.",
    "letter-10.md:6: There is no source `mial`. Write `mail` if you mean that, or add it to `sources.yaml`.",
    "letter-10.md:9: This block quote does not name the source that prints it. End it with a line such as `— @source-id, page {topic-id}`.",
    "letter-10.md:12: There is no source `mial`. Write `mail` if you mean that, or add it to `sources.yaml`.",
    "letter-10.md:12: There is no topic `v`. Add it to `topics.yaml`, or correct the name.",
    "people.yaml:1: `Ada Quill.rol` is not a key that Ibid knows here. The closest one is `role`. Write `role`, or delete the line.",
    "sources.yaml:1: `herald.title` is missing. Add it.",
    "sources.yaml:1: `herald.titel` is not a key that Ibid knows here. The closest one is `title`. Write `title`, or delete the line.",
    "topics.yaml:1: There is no topic `z`. Add it to `topics.yaml`, or correct the name.",
    "topics.yaml:2: `y.colour` is not a key that Ibid knows here. Correct its spelling, or delete the line.",
  ]);
});

describe("An unreadable table is one problem, not one for every document that uses it", () => {
  const naming: Files = {
    ...NOTES,
    "a.md": "---\nfrom: Ada\ntopics: x\nsources: s\n---\n\n> Words.\n> — @s {y}\n",
  };

  test.each([
    ["sources.yaml", "s: {"],
    ["sources.yaml", Buffer.from([0xff])],
    ["sources.yaml", large(1)],
    ["topics.yaml", "- x"],
    ["people.yaml", "Ada: Quill"],
  ])("%s (%#)", async (name, content) => {
    const files = { "sources.yaml": "s: { title: S }", [name]: content };
    const problems = await problemsIn({ ...naming, ...files });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${name}:`));
  });

  test("sources.yml", async () => {
    const { "sources.yaml": _, ...others } = naming;
    expect(await problemsIn({ ...others, "sources.yml": "s: { title: S }" })).toEqual([
      "sources.yml:1: This table is not read under this name. Rename it to `sources.yaml`.",
    ]);
  });
});
