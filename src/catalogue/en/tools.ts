/** The tools for editors: their help, their results, and what is wrong with what was typed. */
export const toolMessages = {
  // All tools
  "tools.usage": "Usage: {command}",
  "tools.command": "command",
  "tools.more": "`{corpus} <command> --help` shows more.",
  "tools.wrong-arguments": "{reason} `{corpus} {tool} --help` shows the options.",
  "tools.unknown-option": "There is no option `{option}`.",
  "tools.valueless-option": "`{option}` takes no value.",
  "tools.option-without-value": "`{option}` needs a value.",
  "tools.unknown": "There is no tool `{name}`. The tools are {tools}.",
  "tools.unknown-closest": "There is no tool `{name}`. Did you mean `{closest}`?",
  "tools.name": "`{name}`",
  "tools.options": "Options:",
  "tools.examples": "Examples:",

  // `import`
  "import.example-letter": "Makes a document of it, and asks for missing details.",
  "import.example-volume": "Makes a document of each letter in it, in a corpus of its own.",
  "import.example-scans": "Shows what would be made of the files in a folder, and writes nothing.",
  "import.example-table": "Makes a document of each row.",
  "import.into": "The folder for the documents: the corpus of IBID_CORPUS, or a new one.",
  "import.split":
    "Where documents begin in a file: `heading` (each heading of the highest level that occurs more than once), `heading:2`, or a regular expression for the first lines of paragraphs and headings. Anything before the first is a document of its own if it has words.",
  "import.title": "The title; for a file that is split, the title of the whole.",
  "import.type": "A CSL item type: personal_communication, speech, book.",
  "import.date": "The date, in EDTF: 1787-11-22, 1787-11, 1787~.",
  "import.from": "The person who wrote it. Can be repeated.",
  "import.to": "The person it was written to. Can be repeated.",
  "import.topics": "A topic. Can be repeated.",
  "import.language": "The language: en, ko, zh-Hant.",
  "import.author": "The author, for documents other than letters.",
  "import.rights": "The permitted use, and who permits it, in a sentence.",
  "import.fields": "The contents of a table’s columns: `text=Body,date=Sent on`.",
  "import.encoding": "The encoding of text other than UTF-8: `windows-1251`, `euc-kr`, `big5`.",
  "import.yes": "Ask nothing, and use what the files say.",
  "import.force": "Replace documents of the same name.",
  "import.dry-run": "Write nothing, and show what would be made.",
  "import.help": "Make documents of files in these formats: {formats}.",
  "import.usage": "<files or folders>",
  "import.no-files": "Name the files to import: `{example}`.",
  "import.bad-encoding":
    "`--encoding` should be the name of an encoding, such as `windows-1251` or `euc-kr`.",
  "import.reversed-fields":
    "In `--fields`, the key comes first and the column after it: `{key}={column}`.",
  "import.bad-fields": "`--fields` should be keys and columns, such as `text=Body,date=Sent on`.",
  "import.stopped": "Nothing was imported. You stopped it.",
  "import.nothing": "Nothing was imported. {reason}",
  "import.reading": "Reading: {done, number} of {all, plural, one {# file} other {# files}}.",
  "import.checking": "Checking: {done, number} of {all, plural, one {# file} other {# files}}.",
  "import.writing": "Writing: {done, number} of {all, plural, one {# file} other {# files}}.",
  "import.end": "The import took {seconds, number} s.",
  "import.ask-nothing": "Ask nothing about these {count, number} files?",
  "import.confirm": "{question} [yes]: ",
  "import.question": "  {question} [{current}]: ",
  "import.ask-title": "Title",
  "import.ask-date": "Date, such as 1787-11-22 or 1787-11",
  "import.ask-from": "From whom",
  "import.ask-to": "To whom",
  "import.ask-type": "Type, such as personal_communication",
  "import.document":
    "{source} → {name}: {passages, plural, one {# passage} other {# passages}}, “{title}”",
  "import.document-same": "{source} → {name}: already there, unchanged",
  "import.document-replaced":
    "{source} → {name}: {passages, plural, one {# passage} other {# passages}}, “{title}”, replacing the previous one",
  "import.document-renamed":
    "{source} → {name}: {passages, plural, one {# passage} other {# passages}}, “{title}”; {other} is another document",
  "import.remark": "  {remark}",
  "import.skipped": "{file}: {reason}",
  "import.nothing-new": "{folder} has these documents already, with the same text.",
  "import.nothing-made": "No document was made for {folder}.",
  "import.total":
    "{documents, plural, one {# document} other {# documents}} from {files, plural, one {# file} other {# files}}, with {passages, plural, one {# passage} other {# passages}}",
  "import.dry": "Nothing was written. For {folder}: {total}.",
  "import.done": "Now in {folder}: {total}.",
  "import.added":
    "New in {folder}: {total}. It has {all, plural, one {# document} other {# documents}} now.",
  "import.next": "Next: `{corpus} check`, and then `{start}`.",
  "import.next-elsewhere":
    "Next: `{corpus} check {folder}`. To answer from these documents, write `IBID_CORPUS={folder}` into a file called `.env`.",
  "import.problem-of": "{source} → {problem}",
  "import.refused":
    "Nothing was imported: {count, plural, one {# problem} other {# problems}}. An option such as `--from` overrides what a file says about itself.",

  "import.settings": "corpus.yaml: {values}",
  "import.settings-title": "title “{title}”",
  "import.settings-language": "language {language}",
  "import.missing":
    "{file}: {count, plural, one {# document lacks} other {# documents lack}} a date, people or topics. Fill in the list, and then: `{corpus} fill {file}`.",

  // `fill`
  "fill.help": "Write the dates, people and topics of a list into documents.",
  "fill.usage": "[list.csv]",
  "fill.into": "The folder of the corpus: the one that the list is in, or that of IBID_CORPUS.",
  "fill.example": "Writes what is filled in there into the front matter of the documents.",
  "fill.example-list": "Lists the documents of the corpus that lack a date, people or topics.",
  "fill.one-file": "Fill in one list at a time.",
  "fill.complete": "No document lacks a date, people or topics.",
  "fill.unreadable": "{file} cannot be read: {reason}. Name another file.",
  "fill.no-id": "{file} has a row without an `id`. Keep that column as it was in the list.",
  "fill.repeated-id": "`{id}` is in two rows. Delete one of them.",
  "fill.no-document":
    "Row {row}: there is no document `{id}` in {folder}. Delete the row, correct the id, or name another corpus with `--into`.",
  "fill.front-matter": "Its front matter cannot be edited. `check` shows what is wrong with it.",
  "fill.toml": "Its front matter is TOML. Write it as YAML, between lines of `---`.",
  "fill.in-file": "{path}: {reason}",
  "fill.two-orders":
    "Some dates have the day first, and others the month. Write them all as 1914-05-03.",
  "fill.serial-date":
    "Row {row}: “{text}” is not a year. The spreadsheet may mean {date}: format the cell as text, and write that date in it.",
  "fill.bad-date":
    "Row {row}: “{text}” cannot be read as a date. Write it as 1914-05-03, 1914-05 or 1914.",
  "fill.inexpressible-date":
    "Row {row}: EDTF cannot express “{text}”. The nearest date in EDTF is {nearest}.",
  "fill.short-year": "Row {row}: the year of “{text}” has two digits. Write all four.",
  "fill.ambiguous-date":
    "Row {row}: “{text}” can be {one} or {other}. Write the one that you mean.",
  "fill.nothing-written": "Nothing was written.",
  "fill.nothing-new": "The documents have all of this already.",
  "fill.value": "{key} {value}",
  "fill.changed": "{path}: {values}",
  "fill.done":
    "{count, plural, one {# document has} other {# documents have}} new front matter. The words are as they were.",

  // `check`
  "check.help": "Check the corpus: list every problem with its file and line, and advice.",
  "check.json": "Print one JSON object: loads, problems and advice.",
  "check.example": "Checks the corpus of IBID_CORPUS.",
  "check.example-json": "Checks another folder, as JSON for programs.",
  "check.usage": "[folder]",
  "check.one-folder": "Check one folder at a time.",
  "check.loads":
    "The corpus loads: {count, plural, one {# document} other {# documents}} in {folder}.",
  "check.advice-count":
    "{summary} There {count, plural, one {is # piece} other {are # pieces}} of advice.",
  "check.problems": "Problems:",
  "check.advice": "Advice:",
  "review.files": "Reviewing the files: {done, number} of {all, number}.",
  "review.passages": "Reviewing the passages: {done, number} of {all, number}.",
  "review.quotations":
    "Reviewing the quotations: {done, number} of {all, plural, one {# document} other {# documents}}.",
  "review.end": "The review took {seconds, number} s.",

  // `show`
  "show.help": "Show how a document will look and how it is cited, even before it is added.",
  "show.example": "Shows the whole document with this id.",
  "show.example-passage": "Shows its second passage.",
  "show.example-file": "Shows a file as if it were in the corpus.",
  "show.usage": "<id, passage or file>",
  "show.one-document": "Show one document at a time: name its id, a passage of it, or its file.",
  "show.others-left-out":
    "The corpus does not load yet: {problems, plural, one {# problem} other {# problems}} in {files, plural, one {# other file, which is} other {# other files, which are}} left out here. `{corpus} check` lists every problem.",
  "show.no-passage": "`{id}` has no passage that can be quoted.",
  "show.no-such-passage": "`{id}` has no passage ¶{number}. Its last one is `{last}`.",
  "show.no-document": "There is no document `{name}` in {folder}, and no such Markdown file.",
  "show.no-document-closest": "There is no document `{id}`. Did you mean `{closest}`?",

  // `stats`
  "stats.help": "Count documents, passages and words, by year, person, topic, language and type.",
  "stats.json": "Print one JSON object, with all names.",
  "stats.png":
    "Draw a picture, into `<folder>.png` or the given file, in this machine’s typefaces.",
  "stats.force": "Overwrite an existing file.",
  "stats.example": "Counts the contents of the corpus of IBID_CORPUS.",
  "stats.example-png": "Draws a picture of another folder.",
  "stats.usage": "[folder] [picture.png]",
  "stats.one-folder": "Count one folder at a time, into one picture whose name ends in `.png`.",
  "stats.not-written": "The picture cannot be written to {file}: {reason}. Name another file.",
  "stats.written": "The picture is in {file}.",
  "stats.exists": "{file} already exists. Name another file, or overwrite it with `--force`.",
  "stats.not-installed":
    "A picture needs packages that are not installed. Run `npm install vega @resvg/resvg-js dejavu-fonts-ttf` first.",
  "stats.year": "Year",
  "stats.person": "Person",
  "stats.topic": "Topic",
  "stats.language": "Language",
  "stats.type": "Type",
  "stats.from": "from",
  "stats.to": "to",
  "stats.documents": "documents",
  "stats.passages": "passages",
  "stats.notes": "notes",
  "stats.words": "words",
  "stats.totals":
    "{documents, plural, one {# document} other {# documents}}, {passages, plural, one {# passage} other {# passages}}, {words, plural, one {# word} other {# words}} in passages, {notes, plural, one {# note} other {# notes}}",
  "stats.more": "and {count, number} more, which `--json` lists",
  "stats.undated": "undated",
  "chart.people": "People",
  "chart.topics": "Topics",
  "chart.languages": "Languages",
  "chart.types": "Types",
  "chart.totals":
    "{documents, plural, one {# document} other {# documents}} · {passages, plural, one {# passage} other {# passages}} · {words, plural, one {# word} other {# words}}{notes, plural, =0 {} one { · # note} other { · # notes}}",
  "chart.from": "{documents, number}: {from, number} from",
  "chart.to": "{documents, number}: {to, number} to",
  "chart.from-to": "{documents, number}: {from, number} from, {to, number} to",
  "chart.by-year": "Documents by year",
  "chart.by-years": "Documents by {years, number} years",
  "chart.at-most": "at most {count, number}",
  "chart.undated": "{count, number} undated",
  "chart.first": "the first {shown, number} of {all, number}",
} as const;
