/** Problems and advice that reading a corpus finds. */
export const corpusMessages = {
  // Folders and files
  "problem.no-folder": "There is no such folder.",
  "remedy.no-folder": "Set `IBID_CORPUS` to the folder that holds your documents.",
  "problem.misnamed-table": "This table is not read under this name.",
  "remedy.misnamed-table": "Rename it to `{name}`.",
  "problem.not-a-file": "This is not a file.",
  "remedy.not-a-file": "Give it a name that does not end in `.md`.",
  "problem.too-large": "The file has {bytes, number} bytes, and Ibid reads at most 4 MiB.",
  "remedy.too-large": "Split it into several documents.",
  "problem.link-to-folder": "This is a link to a folder, which Ibid does not follow.",
  "remedy.link-to-folder": "Put the folder itself here.",
  "problem.link-leads-out":
    "This link leads out of the corpus folder, or its target does not exist.",
  "remedy.link-leads-out": "Put the file itself here.",
  "problem.no-permission": "Ibid does not have permission to read this.",
  "remedy.no-permission": "Grant read permission, or move this out of the corpus folder.",
  "problem.name-not-text": "The name of this file is not UTF-8, so it cannot be opened.",
  "remedy.name-not-text": "Rename it.",
  "problem.vanished": "This was removed while the corpus was being read.",
  "remedy.vanished": "If it belongs to the corpus, put it back; otherwise read the corpus again.",
  "problem.system-error": "The system cannot read this ({code}).",
  "remedy.system-error":
    "Check the disk and the limits of the process, then read the corpus again.",
  "problem.no-document": "The corpus has no document.",
  "remedy.no-document":
    "Put at least one Markdown file (`.md`) into the folder, or run `npm run corpus -- import` on files of another format.",
  "problem.id-taken": "The id `{id}` is already used by {owner}.",
  "remedy.id-taken": "Give one of the two another `id:` in its front matter.",
  "problem.not-utf8": "This line is not text in UTF-8.",
  "remedy.not-utf8":
    "Save the file as UTF-8, or run `npm run corpus -- import` on it, which converts it.",
  "problem.nested-too-deeply": "Quotations, lists or emphasis are nested too deeply here.",
  "remedy.nested-too-deeply": "Reduce the nesting.",
  "problem.open-front-matter": "The front matter that begins here has no end.",
  "remedy.open-front-matter": "Close it with a line that contains only `---`.",
  "advice.no-family-name":
    "“{name}” has no family name in people.yaml, so citations give the whole name, as they do for organizations.",
  "remedy.no-family-name":
    "Write `family:` under “{name}” in people.yaml: the family name, or the whole name of an organization.",

  // Bodies
  "advice.text-ended": "The heading “{heading}” ends `## Text`, so everything after it is a note.",
  "remedy.text-ended": "Write `###` before it if it belongs to the text.",
  "problem.unattributed-quote": "This block quote does not name the source that prints it.",
  "remedy.unattributed-quote": "End it with a line such as {example}.",
  "problem.empty-quote": "This block quote names its source, but quotes nothing.",
  "remedy.empty-quote": "Put the quoted words above this line.",

  // YAML
  "yaml.second-document": "A second document begins here",
  "yaml.key-not-a-name": "A list or a mapping cannot be a key",
  "yaml.nested-too-deeply": "Its values are nested too deeply",
  "problem.yaml": "The YAML cannot be read: {reason}.",
  "yaml.repeated-key": "A key occurs twice in the same mapping",
  "problem.reserved-key": "`{key}` cannot be a key.",
  "remedy.reserved-key": "Choose another name.",
  "problem.half-character": "An escape here represents half of a character, or a zero byte.",
  "remedy.half-character": "Write the character itself.",
  "problem.alias-in-itself": "`*{alias}` is inside of what it refers to.",
  "problem.aliases":
    "The aliases of this YAML cannot be resolved, or expand to far more than is written.",
  "remedy.yaml": "Correct the line, or put the value in quotation marks.",
  "remedy.aliases": "Write the values out instead of using `&` and `*`.",
  "expected.mapping": "a mapping of names to values",
  "remedy.unknown-key-closest": "Write `{closest}`, or delete the line.",
  "remedy.unknown-key": "Correct its spelling, or delete the line.",
  "problem.missing-key": "`{key}` is missing.",
  "remedy.missing-key": "Add it.",
  "remedy.invalid-value": "Correct it, or leave it out.",

  // The values of keys, to complete “`key` should be …”
  "expected.texts": "text, or a list",
  "expected.date": "a date that exists, in EDTF: 2019-08-05, 2018-09, 2018-09~ (about)",
  "expected.date-nearest":
    "a date in EDTF, which cannot express this one; the nearest in EDTF is {nearest}",
  "expected.language": "a language tag such as en, ko or zh-Hant",
  "expected.flag": "true or false",
  "expected.url": "an address that begins with http:// or https://",
  "expected.type": "a CSL item type such as personal_communication, book or webpage",
  "expected.id": "1 to 48 of a-z, 0-9 and -",
  "expected.body": "text or notes",
  "expected.names": "a list of names with `family` and `given`",
  "expected.sources": "a list of at least one source of `sources.yaml`",
  "expected.events": "a list of events",
  "expected.steps": "a list of at least one step",
  "expected.dates": "a date, or a list of dates",

  // Tables and what documents name
  "problem.not-the-family-name":
    "“{name}” neither begins nor ends with the family name “{family}”.",
  "remedy.not-the-family-name": "Write the family name as it is written in the name.",
  "problem.shared-label": "“{label}” is a label of `{id}` and of `{owner}`.",
  "remedy.shared-label": "Remove it from one of them, so that people who type it get one answer.",
  "problem.circular-topic": "`{id}` is broader than itself.",
  "remedy.circular-topic": "Remove one of the steps that lead back to it from `broader`.",
  "problem.too-many-broader": "More than {limit} topics are above `{id}`.",
  "remedy.too-many-broader":
    "Remove the steps between them from `broader`, or one that leads back to the topic itself.",
  "remedy.unknown-name": "Add it to `{file}`, or correct the name.",
  "remedy.unknown-name-closest": "Write `{closest}` if you mean that, or add it to `{file}`.",

  // Plans
  "problem.unknown-address": "There is no passage or document `{name}`.",
  "remedy.unknown-address": "Write the address of a passage, or the id of a document.",
  "remedy.unknown-address-closest": "Write `{closest}` if you mean that.",
  "remedy.ambiguous-address": "Several files have this name. Write the one that you mean: {names}.",
  "problem.empty-step": "This step has nothing to read.",
  "remedy.empty-step": "Add `read:` with addresses or ids of documents, or `topics:`.",
  "problem.step-not-a-day": "The date of a step is one day.",
  "problem.step-without-date": "This step has no date, and others of its plan have one.",
  "problem.step-out-of-order": "This step has an earlier date than the one before it.",
  "remedy.step-dates": "Give each step a day, in order, or none of them.",

  // Limits of the thread that reads files
  "problem.too-slow": "This takes longer to read than a single file may.",
  "problem.too-much-memory": "This takes more memory to read than is available.",
  "remedy.too-slow":
    "Split it, or look for Markdown marks that are repeated or nested without end.",
  "problem.unknown-key": "`{key}` is not a key that Ibid knows here.",
  "problem.unknown-key-closest":
    "`{key}` is not a key that Ibid knows here. The closest one is `{closest}`.",
  "problem.invalid-value": "`{key}` should be {expected}.",
  "problem.invalid-yaml": "The YAML should be {expected}.",
  "advice.unknown-key": "`{key}` is not a key that Ibid knows.",
  "remedy.unknown-front-matter": "Answers leave it out.",
  "advice.unknown-keys":
    "`{of}` is not a key that Ibid knows, in {files, plural, one {# file} other {# files}}.",
  "advice.foreign-keys":
    "{count, plural, one {# key} other {# keys}} in {files, plural, one {# file} other {# files}} are for other programs, such as `{example}`.",
  "advice.foreign-values":
    "`{of}` has {count, plural, one {# value} other {# values}} in {files, plural, one {# file} other {# files}} that Ibid does not know.",
  "remedy.foreign-value": "Answers leave it out.",
  "remedy.template": "It is a template, so answers leave its front matter out.",
  "advice.no-source-id": "“{source}” is not the id of a source.",
  "remedy.no-source-id":
    "Add the source to `sources.yaml`, and write its id here. Answers leave it out.",
  "advice.tables":
    "{count, plural, one {# table} other {# tables}} in {files, plural, one {# file} other {# files}} are not quotable, since tables are not paragraphs.",
  "advice.blocks-of-code":
    "{count, plural, one {# block} other {# blocks}} of code in {files, plural, one {# file} other {# files}} are not quotable, since code is not a paragraph.",
  "advice.blocks-of-html":
    "{count, plural, one {# block} other {# blocks}} of HTML in {files, plural, one {# file} other {# files}} are not quotable, since they are not paragraphs.",
  "advice.printed-notes":
    "{count, plural, one {# paragraph} other {# paragraphs}} in {files, plural, one {# file} other {# files}} begin with marks that are after words, so they are notes: they are found, but not quoted.",
  "advice.printed-note":
    "“{words}” begins with a mark that is after a word, so it is a note: it is found, but not quoted.",
  "remedy.printed-note":
    "This is right if it is a note. Otherwise remove the number or the sign, or write another one.",
  "advice.table": "A table is not a paragraph, so it is neither quoted nor found.",
  "remedy.table": "Write each row as a paragraph if its words matter.",
  "advice.code": "A block of code is not a paragraph, so it is neither quoted nor found.",
  "advice.html": "A block of HTML is not a paragraph, so it is neither quoted nor found.",
  "remedy.code": "Write it without indentation, fence or tags if its words matter.",
  "problem.unknown-source": "There is no source `{name}`.",
  "problem.unknown-topic": "There is no topic `{name}`.",
  "problem.unknown-person": "There is no person called `{name}`.",
  "problem.line": "{path}:{line}: {problem} {remedy}",
} as const;
