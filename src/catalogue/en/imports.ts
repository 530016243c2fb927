/** Failures and remarks of imports. */
export const importMessages = {
  // Files
  "input.same-file": "This is the same as {path}.",
  "input.not-a-file": "This is neither a file nor a folder.",
  "input.unknown-kind": "Files of this kind are not imported.",
  "input.in-corpus": "This is already a document of the corpus.",
  "input.link-to-folder":
    "This is a link to a folder, which Ibid does not follow. Name the folder itself.",
  "input.gone": "This is no longer a file.",
  "input.changing": "This file changed while it was being read. Import it when it is finished.",
  "input.missing": "There is no such file or folder.",
  "input.no-permission": "Ibid does not have permission to read this. Grant read permission.",
  "input.circular-link": "This link leads in a circle.",
  "input.long-name": "This name is too long for a file.",
  "input.unreadable": "This cannot be read ({reason}).",
  "input.too-large": "This file is larger than {mebibytes} MiB. Split it, and import the parts.",
  "input.empty": "This file is empty. Save it again, and import the new file.",
  "input.wrong-format":
    "This is not {format}, although its name says so. Save it again, and import the new file.",
  "input.archive": "This is an archive of files. Unpack it, and import its files.",
  "input.unsupported":
    "This is {format}, which Ibid does not read. Save it as {remedy}, and import that.",
  "format.old-office": "an old Office document",
  "format.workbook": "a workbook",
  "format.presentation": "a presentation",
  "format.open-document": "OpenDocument",
  "format.rich-text": "Rich Text",
  "reading.stopped": "This file was not read, because the import stopped.",
  "reading.too-slow":
    "This file takes longer than a minute to read. Split it, and save it as plain text first if it is not.",
  "reading.too-much-memory":
    "This file takes too much memory to read. Split it, and save it as plain text first if it is not.",
  "reading.crashed":
    "This file cannot be read: it crashes the reader. Split it, or save it as plain text, and import that.",
  "reading.damaged":
    "This file cannot be read: it is damaged, or not what it seems to be. Save it as plain text, and import that.",
  "convert.wordless": "This contains no words to quote.",
  "convert.wordless-file": "This file contains no words to quote. Import one that does.",

  // Archives and encodings
  "archive.damaged":
    "This file is an archive that cannot be unpacked: it is truncated or damaged. Save it again, and import the new file.",
  "archive.entries":
    "This archive has more than 10,000 entries, which is too many. Split it, or save it as text.",
  "archive.path": "This archive contains a path that leads out of it. Create it again.",
  "archive.twice": "This archive contains two files with the same name. Create it again.",
  "archive.encrypted": "This file is encrypted. Save it without a password, and import that.",
  "archive.overlap": "The files of this archive overlap. Create it again.",
  "archive.large-entry":
    "This archive contains a file of more than 64 MiB, which is too large. Split it, or save it as text.",
  "archive.large":
    "This archive unpacks to more than 256 MiB, which is too much. Split it, or save it as text.",
  "encoding.unmarked": "Read as {encoding}, although no byte order mark says so.",
  "encoding.guessed":
    "Read as {encoding}, which the letters of the file suggest. If that is wrong, name another encoding with `--encoding`.",
  "encoding.twice":
    "A program had encoded this UTF-8 a second time, such as “cafÃ©” for “café”. That was undone.",
  "encoding.not-text":
    "This is not text, or its encoding is unknown. Name it with `--encoding`, or save the text as UTF-8.",
  "encoding.invalid":
    "{places, plural, one {# place was} other {# places were}} not readable as {encoding}, and {places, plural, one {has “�” now} other {have “�” now}}.",
  "encoding.control":
    "{count, plural, one {# control character was left out, after “{before}”} other {# control characters were left out, the first after “{before}”}}.",

  // Remarks on several formats
  "remark.imprint": "The imprint and the notice of copyright were left out: “{words}”.",
  "remark.contents":
    "The table of contents was left out ({entries, plural, one {# entry} other {# entries}}).",
  "remark.index": "The index was left out ({entries, plural, one {# entry} other {# entries}}).",
  "remark.hyphens-removed":
    "Hyphens at the ends of lines were removed ({count, number}): {examples}.",
  "remark.hyphens-kept":
    "Hyphens at the ends of lines were kept as part of the word ({count, number}): {examples}.",
  "remark.guessed-words":
    "Lines end within words. It is a guess that no space belongs into these words ({count, number}): {examples}.",
  "remark.lost-words":
    "Words that could not be read were left out ({count, number}): {words}{more, plural, =0 {} other {, …}}.",
  "remark.captions":
    "{count, plural, one {# picture was} other {# pictures were}} left out of the words, captions included.",
  "remark.notes": "Notes ({count, number}) are notes of the document, and are not quoted.",
  "remark.formulas":
    "{count, plural, one {# formula was} other {# formulas were}} written on one line.",
  "remark.readings":
    "{count, plural, one {# reading} other {# readings}} above letters {count, plural, one {was left} other {were left}} out.",
  "remark.tables":
    "{count, plural, one {# table} other {# tables}} of data will be shown, but not quoted.",
  "remark.code": "{count, plural, one {# block} other {# blocks}} of code will not be quoted.",
  "remark.pictures": "{count, plural, one {# picture was} other {# pictures were}} left out.",
  "remark.spaced-letters":
    "Characters with spaces between them ({count, number}) were not joined into words: “{example}”.",
  "remark.page-numbers": "Page numbers ({count, number}) were left out.",
  "marks.note": "Reference marks of notes ({count, number}) were taken out of the words.",
  "marks.verse":
    "Numbers of verses, sentences or paragraphs ({count, number}) were taken out of the words.",
  "marks.line": "Line numbers ({count, number}) were taken out of the words.",
  "marks.time": "Times of a recording ({count, number}) were left out.",
  "marks.page": "Page numbers of the print ({count, number}) were taken out of the words.",
  "library.boilerplate": "The text of {library} before and after the work was left out.",
  "library.before": "The text of {library} before the work was left out.",
  "library.after": "The text of {library} after the work was left out.",
  "library.paragraphs": "So were the paragraphs that begin with {beginnings}.",
  "gutenberg.credits": "So were its credits: “{credits}”",
  "gutenberg.notes": "So were the notes at its end: “{notes}”",
  "gutenberg.unmarked":
    "The text names Project Gutenberg, but Project Gutenberg’s marks around a single work are missing: look for its licence in the text.",

  // Word documents
  "docx.entities":
    "This DOCX defines XML entities, which Word never does. Save it again in Word, and import the new file.",
  "docx.nesting":
    "This DOCX nests its parts too deeply. Save it again in Word, and import the new file.",
  "docx.damaged":
    "This file contains no Word document that can be read: it is damaged, or of another kind. Save it as DOCX again, and import the new file.",
  "docx.creator":
    "“{author}” created the file, which does not say who wrote the text. If this is the author, add `--author`.",
  "docx.labels":
    "Labels of numbered paragraphs were left out, or are only numbers: {labels}{more, plural, =0 {} other {, …}}.",
  "docx.prompts":
    "Prompts of empty fields were left out: {prompts}{more, plural, =0 {} other {, …}}.",
  "docx.changes": "This file has tracked changes: the text is as if all of them were accepted.",
  "docx.comments": "Comments were left out.",
  "docx.headers": "The headers and footers of pages were left out.",
  "docx.contents": "A table of contents, or a list of figures, was left out.",
  "docx.charts": "Charts and diagrams were left out, with their words.",
  "docx.tabs":
    "{count, plural, one {# tab between columns was} other {# tabs between columns were}} written as “|”.",
  "docx.chunks":
    "{count, plural, one {# file within this one was} other {# files within this one were}} left out, although Word shows {count, plural, one {its text} other {their texts}}. Import {count, plural, one {that file} other {those files}} alone.",
  "docx.hidden": "Hidden text is read like any other text.",
  "docx.symbols": "Different characters of symbol fonts ({count, number}) were left out.",
  "docx.word-art": "Words that are drawn as a picture were left out: {words}.",
  "docx.objects":
    "{count, plural, one {# object of another program was} other {# objects of other programs were}} left out.",

  // EPUBs
  "epub.entities":
    "This EPUB defines XML entities of its own, which Ibid does not read. Save it as HTML, and import that.",
  "epub.encrypted":
    "This EPUB is encrypted, as by digital rights management. Import one without encryption.",
  "epub.empty":
    "The reading order of this EPUB has no text that can be read. Import another edition.",
  "epub.cover": "The cover was left out.",
  "epub.publisher": "The publisher’s pages were left out: {pages}.",
  "epub.nonlinear": "Parts outside the reading order were left out: {parts}.",
  "epub.unsupported": "Parts that are not XHTML ({count, number}) were left out.",
  "epub.missing": "Parts that are missing from the archive ({count, number}) were left out.",
  "epub.damaged": "This EPUB is damaged: it does not list its contents. Create it again.",

  // Web pages
  "html.too-complex":
    "The page has too many elements, or nests them too deeply. Split it, or save it as plain text, and import that.",
  "html.parts": "Left out beside the text: {parts}.",
  "html.outside":
    "{count, plural, one {# word was} other {# words were}} left out, outside of the main part of the page.",
  "html.links":
    "{count, plural, one {# link that edits the page or leads to a part of it was} other {# links that edit the page or lead to a part of it were}} left out.",
  "html.powers":
    "Superscripts and subscripts ({count, number}) are written as in 10⁶, CO₂ and 2^(a+b).",
  "html.joined-rows":
    "{count, plural, one {# row of a table was} other {# rows of tables were}} written as {count, plural, one {one paragraph} other {one paragraph each}}, with “|” between cells.",
  "html.listed-rows":
    "{count, plural, one {# row of a table has cells of several paragraphs, and was} other {# rows of tables have cells of several paragraphs, and were}} written cell after cell.",
  "html.quotations":
    "{count, plural, one {# quotation was} other {# quotations were}} put in quotation marks, which the page leaves to browsers.",
  "html.struck-parts":
    "{count, plural, one {# stroke through a part of a word was} other {# strokes through parts of words were}} left out. The letters are in the words.",
  "html.frames":
    "{count, plural, one {This page shows another one} other {This page shows others}} in frames: {pages}{more, plural, =0 {} other {, …}}. Import {count, plural, one {that page} other {those pages}} as well.",
  "html.part-aside": "asides",
  "html.part-button": "buttons",
  "html.part-dialog": "dialogs",
  "html.part-drawing": "drawings",
  "html.part-fallback": "text for browsers without scripts, frames or media",
  "html.part-field": "fields of forms",
  "html.part-footer": "the footer of the page",
  "html.part-form": "forms",
  "html.part-gauge": "gauges",
  "html.part-header": "the header of the page",
  "html.part-hidden": "hidden parts",
  "html.part-navigation": "navigation",
  "html.part-search": "the search",
  "html.part-transcribers-note": "transcriber’s notes",
  "html.part-publisher": "sections of the publisher",

  // Markdown
  "markdown.front-matter": "Line {line}: {problem} {remedy}",
  "markdown.left-out": "{problem} It was left out.",
  "markdown.local-key":
    "`{key}` was left out: write it into the document again if it applies here.",
  "markdown.unverified-date": "Its date was left out, because it is not verified.",
  "markdown.nesting":
    "Quotations, lists or emphasis are nested too deeply in it. Reduce the nesting.",
  "markdown.dropped":
    "{count, plural, one {An addition of another program to Markdown was} other {# additions of other programs to Markdown were}} left out: {spans}{more, plural, =0 {} other {, …}}.",
  "markdown.html": "{count, plural, one {# piece} other {# pieces}} of HTML will not be quoted.",

  // PDFs
  "pdf.install-maps": "Run `npm install pdfjs-dist@5` to read it, and import the file again.",
  "pdf.pages": "This PDF has more than 5,000 pages. Split it, and import the parts.",
  "pdf.password": "This PDF needs a password. Save it without one, and import that.",
  "pdf.damaged":
    "This PDF cannot be read: it is damaged or truncated. Save it again, and import the new file.",
  "pdf.fields":
    "The values of form fields ({count, number}) were read as text at their places. Compare them with the PDF.",
  "pdf.comments":
    "Comments, and text that was typed onto the pages ({count, number}), were read as notes.",
  "pdf.pages-buttons": "Pages with buttons, whose captions were left out: {pages}.",
  "pdf.small-notes":
    "Small print below the text ({count, plural, one {# paragraph} other {# paragraphs}}) was moved to the end.",
  "pdf.doubled":
    "Text that is printed twice, as for bold letters, was read once ({count, number}).",
  "pdf.right-to-left-turned":
    "Words from right to left run backwards in this file, and were turned around. Compare some of them with the print.",
  "pdf.right-to-left-mixed":
    "Some words from right to left run backwards in this file, and others do not. They were left as they are.",
  "pdf.right-to-left-ligatures":
    "The font of this PDF swaps the characters of ligatures such as “لا”, so the words with them are uncertain. Import the text in another format.",
  "pdf.signs": "Characters that only a font explains ({count, number}) were left out.",
  "pdf.maps-missing":
    "The text of this PDF needs character maps that are not installed: {maps}. {remedy}",
  "pdf.unmapped":
    "The text of this PDF cannot be mapped to letters, because {fonts} does not say which they are. Have a program recognise the text, and import the result.",
  "pdf.slanted":
    "The text of this PDF is slanted, which Ibid does not read. Set it upright, and import that.",
  "pdf.no-text":
    "No text was found in this PDF: its pages may be pictures. Have a program recognise the text, and import the result.",
  "pdf.damaged-pages":
    "No page of this PDF can be read: it is damaged. Save it again, and import the new file.",
  "pdf.pages-turned": "Pages with text in another direction, which was left out: {pages}.",
  "pdf.pages-empty": "Pages without text, which may be pictures of it: {pages}.",
  "pdf.pages-damaged": "Damaged pages: {pages}.",
  "pdf.pages-unmapped":
    "Text from page {page} on needs character maps that are not installed: {maps}. It was left out. {remedy}",
  "pdf.pages-font":
    "Pages with text in {fonts} that cannot be mapped to letters, and was left out: {pages}.",
  "pdf.pages-uncertain":
    "Pages with columns, tables or formulas in an uncertain order, with uncertain characters, or with characters printed twice, which are code and not quoted until an editor has compared them with the PDF: {pages}.",
  "pdf.nameless-font": "a font without a name",
  "pdf.font": "the font {names}",
  "pdf.author":
    "The author is what the file says about itself, and may be the person who made the file: “{author}”.",
  "pdf.running-lines":
    "Lines at the head or foot of pages were left out: {lines}{more, plural, =0 {} other {, …}}.",

  // Tables
  "table.no-text": "No row contains text. Import a table in which some do.",
  "table.unused": "Columns left out: {columns}.",
  "table.textless-row":
    "{count, plural, one {Row {numbers} contains} other {Rows {numbers} contain}} no text, and {count, plural, one {was left} other {were left}} out.",
  "table.textless-object":
    "{count, plural, one {Object {numbers} contains} other {Objects {numbers} contain}} no text, and {count, plural, one {was left} other {were left}} out.",
  "table.no-row": "This table has no rows. Import one that has some.",
  "table.no-column": "There is no column `{column}`. The columns are {columns}.",
  "table.unknown-key":
    "`{key}` is not a key of front matter. Choose `text`, `title`, `date`, `from`, `to` or another that Ibid knows.",
  "table.which-text":
    "It is not clear which column contains the text. Name it with `--fields text=<column>`. The columns are {columns}.",
  "table.invalid": "`{key}` was left out, because “{text}” is not a valid value.",
  "table.not-json":
    "This is not JSON. Have the program that made this file write it again, and import the new file.",
  "table.not-a-list":
    "This JSON contains no list of objects, or more than one. Import a single list.",
  "table.object-not-json":
    "Object {number} is not JSON. Have the program that made this file write it again, and import the new file.",
  "table.long-row":
    "Row {number} has more cells than there are columns. Put cells that contain “{delimiter}” in quotation marks.",
  "table.open-quote":
    "A cell begins with a quotation mark that is never closed. Close it, or double quotation marks within cells.",
  "table.damaged":
    "This table cannot be read. Have the program that made this file write it again, and import the new file.",
  "table.not-an-object":
    "Item {number} is not an object. Import a list that contains only objects.",
  "table.html": "Cells that contain HTML were read as on a web page.",
  "table.nested": "Nested values in `{column}` were left out.",

  // Plain text
  "text.chat":
    "This is a chat: each of {count, plural, one {# message} other {# messages}} is a document of its own.",
  "text.no-author":
    "{count, plural, one {# line that has no author was} other {# lines that have no author were}} left out.",
  "text.chat-notices":
    "Words of the program in {count, plural, one {# message} other {# messages}} were left out: {notices}{more, plural, =0 {} other {, …}}.",
  "text.margin-notes":
    "{count, plural, one {# note in the margin was} other {# notes in the margin were}} taken out of the text.",
  "text.columns":
    "{count, plural, one {# line} other {# lines}} of two columns {count, plural, one {was read} other {were read}} column by column.",
  "text.undivided-columns":
    "{count, plural, one {# line has} other {# lines have}} columns whose order is not certain. {count, plural, one {It is} other {They are}} shown as in the file, and not quoted.",
  "text.uncertain-columns":
    "{count, plural, one {# line has a wide gap} other {# lines have wide gaps}} in one column: a table, or a second column, or notes in a margin. {count, plural, one {It was kept} other {They were kept}} as in the file: compare the words.",
  "text.running-heads":
    "Running heads of pages were left out: {heads}{more, plural, =0 {} other {, …}}.",
  "text.signatures":
    "Signatures of sheets and first words of the next page ({count, number}) were left out.",
  "text.digitizer":
    "{count, plural, one {# line by the library or company that scanned the print was} other {# lines by the library or company that scanned the print were}} left out.",
  "text.mail-header":
    "This is an e-mail. Its header was left out of the text, and gives the title, the author, the recipients and the date.",
  "text.mail-lines":
    "{count, plural, one {# line of a message that the e-mail repeats or of its signature was} other {# lines of messages that the e-mail repeats or of its signature were}} left out.",
  "mail.attachments":
    "{count, plural, one {# attachment was} other {# attachments were}} left out: {names}{more, plural, =0 {} other {, …}}.",
  "text.link-numbers":
    "The {count, plural, one {number of # link and its address} other {numbers of # links and the list of their addresses}}, which a browser added, were left out.",
  "text.site-lines":
    "Lines that are the website’s, and not of the text, were left out: {lines}{more, plural, =0 {} other {, …}}.",
  "text.layout-notes":
    "{count, plural, one {# note of Aozora Bunko on the layout was} other {# notes of Aozora Bunko on the layout were}} left out.",
  "text.missing-characters":
    "{count, plural, one {# character is only described in the file and is shown as ※. Put it in.} other {# characters are only described in the file and are shown as ※. Put them in.}}",
  "text.headings":
    "{count, plural, one {# line was read as a heading} other {# lines were read as headings}}.",
  "text.verses":
    "{count, plural, one {# paragraph} other {# paragraphs}} with short lines {count, plural, one {was kept} other {were kept}} line by line.",
  "text.unwrapped": "Lines too long to have been wrapped were read as separate paragraphs.",
  "text.tables":
    "{count, plural, one {# table is} other {# tables are}} shown as drawn, and not quoted.",
  "text.emphasis": "Words between underscores, equals signs or similar signs are emphasised.",

  // Subtitles
  "subtitles.cues":
    "The numbers and times of {count, plural, one {# subtitle} other {# subtitles}} were left out, and sentences that go on over several were joined.",
  "subtitles.repeated":
    "{count, plural, one {# line that a subtitle shows} other {# lines that subtitles show}} again above the next one {count, plural, one {was left} other {were left}} out.",
  "subtitles.left-out":
    "{count, plural, one {# line of the header, of comments or of styles was} other {# lines of the header, of comments or of styles were}} left out: {lines}{more, plural, =0 {} other {, …}}.",

  // Documents and their folder
  "folder.not-a-folder": "{folder} is not a folder. Name one with `--into`.",
  "folder.stopped": "You stopped it.",
  "folder.partly": "{reason} Some of what was written could not be removed: {remains}",
  "folder.busy":
    "Another import into this corpus is in progress. Wait until it ends; if there is none, delete `{path}` in {corpus}.",
  "folder.full":
    "There is no space left for the documents in {folder}. Free some, and import again.",
  "folder.file-too-large":
    "Files in {folder} may not become this large. Ask the administrator of this machine.",
  "folder.no-permission":
    "Ibid does not have permission to write in {folder}. Grant write permission, or name another folder with `--into`.",
  "folder.read-only": "Nothing can be written in {folder}. Name another folder with `--into`.",
  "folder.name-taken":
    "Another process created a file with the same name in {folder}. It was left untouched; run the import again.",
  "folder.other-disk":
    "{folder} is on a different disk from its corpus. Import into the corpus itself, and move the documents.",
  "folder.failed": "Nothing could be written in {folder}: {reason}.",
  "folder.is-link": "The folder is now a link to another one. Import again.",
  "folder.replaces-link":
    "A document to replace is a link, which Ibid does not follow. Put the file itself there.",
  "split.hint":
    "It has {headings, plural, one {# heading} other {# headings}}. `--split heading` makes a document of each chapter or letter.",
  "split.nothing": "Nothing in it begins a document according to `--split`.",
  "split.bad-level": "`--split heading:` should end with a level from 1 to 6: `heading:2`.",
  "split.bad-rule": "`--split` should be `heading`, `heading:2` or a regular expression.",
  "split.too-slow":
    "The pattern of `--split` takes too long here. Write it without a repetition inside another one.",
  "drafts.titles": "Titles without text of their own were left out: {titles}.",
  "metadata.no-author":
    "“{author}” is not taken for the author, because it looks like the name of a program or an account.",
  "metadata.left-out": "Left out of what the file says about itself: {problem}",
  "render.too-large":
    "This makes a document of more than 4 MiB, and no level of its headings divides it enough. Name the lines with which documents begin, as a regular expression after `--split`, or divide the file.",
  "render.too-large-whole":
    "This makes a document of more than 4 MiB. `--split {rule}` makes several that are small enough.",
  "render.unfaithful":
    "Ibid cannot write this in Markdown so that every word stays the same. Please report it, with the file.",
  "render.markup":
    "Markup would change words in {count, plural, one {# place} other {# places}}, and was left out there: {kinds}.",
  "render.block-quotations": "block quotations",
  "render.code": "code",
  "render.emphasis": "emphasis",
  "render.links": "links",
  "render.lists": "lists",
  "render.pictures": "pictures",

  // Lists and sentences in other messages
  "list.and-more": "{names} and {count, number} more",
  "list.cut": "{names}, …",
  quoted: "“{text}”",
  counted: "“{text}” ({count, number})",
  sentences: "{first} {rest}",
} as const;
