/** Advice on a corpus that loads. */
export const reviewMessages = {
  "advice.clinging-digits":
    "Digits are attached to words in {files, plural, one {# file} other {# files}}, such as “{example}”. An accurate quotation without them is not exact.",
  "advice.clinging-digit":
    "A digit is attached to a word: “{word}”. An accurate quotation without it is not exact.{more, plural, =0 {} other { This file has # more.}}",
  "advice.no-such-document": "`{mention}` leads to no document.",
  "advice.dead-wiki-link": "The link `[[{target}]]` leads to no document.",
  "advice.dead-wiki-links":
    "{count, plural, one {# link in double brackets leads} other {# links in double brackets lead}} to no document, such as `[[{example}]]`.",
  "advice.duplicates":
    "{count, plural, one {# passage of this document repeats} other {# passages of this document repeat}} others word for word or nearly.",
  "advice.repeated-passage":
    "¶{number} is word for word the same as {passage}{more, plural, =0 {} one {, and as # other passage} other {, and as # other passages}}.",
  "advice.near-duplicate":
    "¶{number} is nearly {passage}.{more, plural, =0 {} one { # other passage is like them.} other { # other passages are like them.}}",
  "advice.near-duplicate-with":
    "¶{number} is nearly {passage}: {differences}.{more, plural, =0 {} one { # other passage is like them.} other { # other passages are like them.}}",
  "advice.odd-character":
    "This is {oddity}: {match}.{more, plural, =0 {} other { This file has # more.}}",
  "advice.variant":
    "{quotation} differs from {other} of {path}:{line}, which seems to be the same quotation: {differences}.",
  "variant.quotation": "the quotation {address}",
  "variant.words": "“{words} …”",
  "difference.added": "here “{quoted}” is added",
  "difference.missing": "here “{printed}” is missing",
  "difference.changed": "there “{printed}”, here “{quoted}”",
  "difference.list": "{first}; {others}",
  "difference.more": "and {left, number} more",
  "remedy.clinging-digit":
    "If it is the number of a note, write `[^1]`; of a verse, `<sup>1</sup>`.",
  "advice.receipt-moved": "The words of the receipt `{receipt}` are now in `{address}`.",
  "remedy.receipt-moved": "Write the receipt that `/cite` shows for it.",
  "advice.receipt-broken": "The words of the receipt `{receipt}` are no longer there.",
  "remedy.receipt-broken":
    "Look at what is there now, and write the receipt that `/cite` shows for it.",
  "advice.receipt-in-note":
    "The words of the receipt `{receipt}` are now in a note of the document, which is not quoted.",
  "remedy.receipt-in-note": "Remove the receipt, or write that of a passage.",
  "remedy.no-such-document":
    "Correct it, or list the old id under `formerly:` in the document that it means.",
  "remedy.write-instead": "Write `{suggestion}` if you mean that.",
  "advice.dead-link": "The link to `{target}` leads to no file of this corpus.",
  "advice.no-such-passage": "`{address}` leads to no passage of {path}.",
  "remedy.no-passages": "The document has no passage that can be quoted: name only the document.",
  "remedy.last-passage": "Its last one is `{address}`.",
  "remedy.dead-link": "Correct the link, or delete it.",
  "remedy.dead-link-closest": "Did you mean `{suggestion}`?",
  "remedy.duplicate":
    "Delete one if it was added twice by mistake; keep both if the documents repeat it.",
  "advice.long-passage": "¶{number} is too long for one Discord message, so it is shown in parts.",
  "remedy.long-passage": "Divide it into paragraphs where the text allows it.",
  "oddity.replacement": "a replacement character, where a character was lost",
  "remedy.lost-character": "Look up in the original what was there.",
  "oddity.private-use": "a private-use character, which most fonts lack",
  "remedy.meant-character": "Write the character that is meant.",
  "oddity.windows-1252": "a control character, as in Windows-1252 text that was read as Latin-1",
  "remedy.windows-1252":
    "Read the original in its own encoding, or write the character that is meant.",
  "oddity.control": "a control character",
  "remedy.delete": "Delete it.",
  "oddity.direction":
    "a control of writing direction, which can make words look different from how they are written",
  "remedy.direction": "Delete it, unless the text is written from right to left.",
  "oddity.zero-width": "an invisible character without width",
  "oddity.soft-hyphen": "an invisible soft hyphen",
  "oddity.unassigned": "a code point that is not a character",
  "oddity.two-scripts": "a word with lookalike letters of two scripts",
  "remedy.two-scripts": "Write it in one script; otherwise a search for it finds nothing.",
  "remedy.variant": "Compare both with the original, and correct the one that is wrong.",
  "advice.no-author": "Citations of this document name no author.",
  "advice.no-authors":
    "{count, plural, one {# document has} other {# documents have}} no author, so citations of them name none.",
  "remedy.no-author":
    "Write `author:` in the front matter, or give the folder a title and an author under `folders:` in `corpus.yaml`.",
  "advice.no-work": "“{title}” is called a part, and citations do not name its work.",
  "advice.no-works":
    "{count, plural, one {# document is} other {# documents are}} called parts, such as “{example}”, and citations do not name their work.",
  "remedy.no-work":
    "Name the work under `part-of:` in the front matter, or give the folder a title under `folders:` in `corpus.yaml`.",
  "advice.no-topic": "This document has no topic, so no topic leads to it.",
  "remedy.no-topic": "List under `topics:` in the front matter what it is about.",
  "advice.documents-without-topic":
    "{count, plural, one {# document has} other {# documents have}} no topic, so no topic leads to them: {ids} and {left, number} more.",
  "remedy.documents-without-topic": "List under `topics:` in the front matter what each is about.",
  "advice.unused-topic":
    "Nothing is on the topic `{id}`: no document, no event, and no passage names “{label}”.",
  "remedy.unused-topic": "Give it to the documents that are about it, or delete it.",
  "advice.unused-source": "Nothing names the source `{id}`.",
  "remedy.unused-source": "Name it under `sources:` of what it prints or reports, or delete it.",
} as const;
