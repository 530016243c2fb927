/** Commands, their options and their answers. */
export const answerMessages = {
  // Commands and options, as Discord lists them
  "command.letter": "Show a letter: its words, who wrote it to whom, and its summary.",
  "command.document": "Show a document: its words, who wrote it, and its summary.",
  "command.quote": "Quote a passage word for word, with its source.",
  "command.search": "Search passages, notes, documents and events. Quotations come first.",
  "command.verify": "Check whether words are in this corpus as they are quoted, and what differs.",
  "command.cite": "Cite a passage or a document in a style, or check a receipt.",
  "command.timeline": "List documents and events in order of date, each with its source.",
  "command.plan": "Read step by step.",
  "command.plan-show":
    "Show a plan, or one of its steps: what to read, and questions to begin with.",
  "command.topics": "List the topics, or show one with its synonyms and its documents.",
  "command.people": "List the people, or show one with their other names and their documents.",
  "command.about": "Describe this corpus: what it contains, and when it was read.",
  "command.help": "List the commands, or show one with its options.",
  "command.settings": "Show and change how Ibid answers, and what it keeps of you.",
  "command.settings-show": "Show the settings that apply to you here, and where each comes from.",
  "command.settings-change": "Change settings: yours, this channel’s or this server’s.",
  "command.settings-privacy": "Show everything that Ibid keeps of you, copy it, or delete it.",
  "command.tray":
    "Show the quotations that you keep; add, order and remove them, or take them as Markdown.",
  "option.add": "The address of a passage to keep, a receipt, or words that you quote.",
  "option.entry": "The quotation to show or to move: its number in your tray.",
  "option.tray-place": "The place to which it moves, counted from 1.",
  "option.remove": "The quotation to remove: its number in your tray.",
  "option.empty": "Remove all of them, after a question.",
  "option.markdown": "Give all of them as a Markdown file, with their citations.",
  "option.markdown-style": "The citation style of the file, instead of yours.",
  "option.keep-all": "Keep all of them.",
  "option.seen": "The version that was shown.",
  "option.settings-of": "The owner of the settings: me, channel or server.",
  "option.setting-style": "The citation style of /cite; default: as set elsewhere.",
  "option.setting-answers": "Whether answers are private or public unless asked otherwise.",
  "option.setting-zone": "The time zone, such as Europe/London: it decides what today is.",
  "option.setting-language": "The language of Ibid’s own words.",
  "option.setting-about":
    "The work, folder or document that a channel is about: the default of in:.",
  "option.setting-reports": "The channel of a server in which failures are reported.",
  "option.form": "Fill in a form.",
  "option.copy": "Give a copy as well.",
  "option.delete": "Delete all of it.",
  "option.confirmed": "Delete without asking.",
  "option.about": "Words, a topic, a date, a title or an address.",
  "option.topic": "A topic or one of its synonyms.",
  "option.passage": "The address of a passage, or a receipt.",
  "option.random": "Choose a passage at random.",
  "option.from": "The person who wrote it.",
  "option.in": "Only in this work, folder or document.",
  "scope.whole-corpus": "The whole corpus, whatever this channel is about",
  "option.to": "The person it was written to.",
  "option.after": "On or after this date: 2018-06, Aug 5 2019, 2019.",
  "option.before": "On or before this date: 2018-06, Aug 5 2019, 2019.",
  "option.on": "This day in every year: 5 August, or today.",
  "option.former-after": "The former name of after.",
  "option.former-before": "The former name of before.",
  "option.query": "Words to look for. A phrase in quotation marks must occur exactly.",
  "option.only-topic": "Only what is on this topic.",
  "option.only-person": "Only what this person wrote, received or is named in.",
  "option.plan": "A plan, or a document or a topic, some passages at a time.",
  "option.step": "The number of the step to show.",
  "option.steps": "How many steps to show.",
  "option.shown-topic": "The topic to show.",
  "option.shown-person": "The person to show.",
  "option.document": "A date, a title, or undated.",
  "option.number": "The number that the work gives to it: 216.",
  "option.citable": "The address of a passage, a receipt, or a document.",
  "option.style": "A style such as chicago, mla, apa, harvard, bibtex, ris or csl-json.",
  "option.command": "The command to show.",
  "option.quotation": "The words as they are quoted, up to 300 of them.",
  "option.claimed-from": "The person who is said to have written them.",
  "option.claimed-date": "The date that they are said to have: 2019-08-05, August 2019.",
  "option.claimed-document": "The document that they are said to be in: its date or title.",
  "option.each": "Check each quotation in the text by itself.",
  "option.private": "Show the answer only to you.",
  "option.private-already": "Only you see the answer; with false, everyone here does.",
  "option.page": "The page to show.",
  "option.whole": "Show all of it, however long it is.",
  "option.details": "Show the details as well.",
  "option.discuss": "Open a thread on the message.",
  "option.seed": "The seed of the random order.",
  "option.rank": "Which of the quotations found to show.",
  "option.around": "The number of passages on each side.",
  "option.nth": "Which of the quotations to check.",
  "option.left": "The number of quotations left out.",

  // The values that options take, to complete “`option` should be …”
  "expects.text": "text of 1 to {max} characters",
  "expects.integer": "a whole number from {min} to {max}",
  "expects.quotation": "words to compare: at most {words} words and {max} characters",
  "expects.flag": "true or false",
  "expects.scope": "a work, a folder or a document of this corpus",
  "expects.person": "the name of a person in this corpus",
  "expects.topic": "a topic of this corpus; `/topics` lists them",
  "expects.day": "a day such as today, 5 August or 2019-08-05",
  "expects.plan": "a plan, or the title of a document or a topic: Letters, 3 passages at a time",
  "expects.date": "a date such as 2019-08-05, Aug 5 2019, August 2019 or 2019",
  "expects.document": "a date such as 2019-08-05, or a document’s title",
  "expects.passage": "the address of a passage or a receipt",
  "expects.citable": "the address of a passage, a receipt, or the id or title of a document",
  "expects.keepable":
    "the address of a passage, a receipt, the id of a document, or at most 300 quoted words",
  "expects.tray-entry": "the number of a quotation in your tray",
  "expects.style": "the name of a citation style",
  "expects.one-of": "one of {values}",
  "expects.channel": "a channel of this server",
  "expects.zone": "a time zone such as Europe/London",
  "expects.command": "the name of a command",

  // Buttons
  "action.another": "Another",
  "action.in-context": "In context",
  "action.back": "Back",
  "action.cite": "Cite",
  "action.quote": "Quote",
  "action.search": "Search",
  "action.timeline": "Timeline",
  "action.topics": "Topics",
  "action.help": "Help",
  "action.earlier": "Earlier",
  "action.later": "Later",
  "action.previous-page": "Previous page",
  "action.next-page": "Next page",
  "action.all-commands": "All commands",
  "action.all-quotations": "All quotations",
  "action.details": "Details",
  "action.fill-in": "Fill in the form",
  "action.correct": "Correct it in the form",
  "action.everywhere": "In the whole corpus",
  "action.change-settings-user": "Change yours",
  "action.change-settings-channel": "Change this channel’s",
  "action.change-settings-server": "Change this server’s",
  "action.copy": "Give me a copy",
  "action.delete-all": "Delete all",
  "action.confirm-deletion": "Yes, delete all",
  "action.keep-all": "Keep all",
  "action.keep": "Keep",
  "action.keep-quotations": "{count, plural, =2 {Keep both} other {Keep all #}}",
  "action.tray": "My tray",
  "action.move-up": "Move up",
  "action.move-down": "Move down",
  "action.remove": "Remove",
  "action.put-back": "Put back",
  "action.empty": "Empty",
  "action.confirm-emptying": "Yes, empty it",
  "action.markdown": "Markdown",
  "action.open": "Open {address}",
  "action.whole-letter": "The whole letter",
  "action.whole-document": "The whole document",
  "action.previous-letter": "Previous letter",
  "action.previous-document": "Previous document",
  "action.next-letter": "Next letter",
  "action.next-document": "Next document",
  "action.nearest-before": "Before: {name}",
  "action.nearest-after": "After: {name}",
  "action.quotation": "Quotation {number}",
  "action.search-for": "Search for “{query}”",
  "message.share": "Share",
  "message.open": "Open",
  "message.back": "Back",
  "message.continue": "Continue",
  "message.part": "Part {number} of {of}",
  "message.continued": "{part} · {title}",
  "message.part-of-more": "Part {number} of more than {of}",
  "message.file-too-large":
    "The file for this answer is larger than the 10 MiB that Discord accepts, so it was left out. The terminal has no such limit.",
  "message.file": "The file {name}:",

  // Numbers
  "page.number": "Page {number} of {of}",
  counts:
    "{passages, plural, =0 {No quotations} one {# quotation} other {# quotations}} · {documents, plural, one {# document} other {# documents}}",
  "counts.passages": "{count, plural, one {# passage} other {# passages}}",
  "counts.quotations": "{count, plural, one {# quotation} other {# quotations}}",
  "counts.documents": "{count, plural, one {# document} other {# documents}}",
  "counts.events": "{count, plural, one {# event} other {# events}}",

  // Quotations
  "quotation.of-the-day": "Passage of the day, {day}",
  "quotation.rank": "Quotation {number} of {of}.",
  "understood.address": "Understood as an address: {label}",
  "understood.title": "Understood as a title: {label}",
  "understood.date": "Understood as a date: {label}",
  "understood.topic": "Understood as a topic: {label}",
  "unquotable.code": "[code]",
  "unquotable.heading": "[heading: {text}]",
  "unquotable.html": "[HTML]",
  "unquotable.table": "[table]",
  "unquotable.image": "[image]",
  "unquotable.image-of": "[image: {text}]",
  "context.asked": "▸ {place}, the passage you asked for",
  "context.single-piece": "This is a single quotation. The words around it are not in this corpus.",
  "context.separate-pieces":
    "These are separate quotations. The words between and around them are not in this corpus.",
  "context.passage": "Passage {number} of {of}",
  "context.passages": "Passages {from} to {to} of {of}",
  "context.quotation": "Quotation {number} of {of}",
  "context.quotations": "Quotations {from} to {to} of {of}",

  // Searches
  "search.topic": "Topic: {label}.",
  "search.synonyms": "Also searched: {words}.",
  "search.narrower": "Narrower topics included: {topics}.",
  "search.missing":
    "{count, plural, one {{words} does not occur in this corpus.} other {{words} do not occur in this corpus.}}",
  "search.instead": "Showing results for: {words}.",
  "search.other-words": "Showing results for the other words.",
  "search.and-more": "{listed} and {count, number} more",
  "hits.title": "{count, plural, one {# result} other {# results}} for {query}",
  "hits.title-missing":
    "{count, plural, one {{words} does not occur in this corpus} other {{words} do not occur in this corpus}}",
  "hits.no-quotation": "None of these results is a quotation: no passage was found.",
  "hits.quotations": "Quotations · {count, number}",
  "hits.others": "Editor’s notes, documents and events · {count, number}",
  "hits.note": "{name} · note",
  "hits.document": "{name} · document",
  "hits.event": "{date} · {title} · event",

  // Documents
  "document.unverified": "Not verified: this document is known to exist, and no more.",
  "document.no-words-letter":
    "None of this letter’s words are in this corpus, only what others report about it.",
  "document.no-words-document":
    "None of this document’s words are in this corpus, only what others report about it.",
  "document.nothing-to-quote": "Nothing in this document can be quoted.",
  "document.summary": "Summary:",
  "document.summary-is": "Summary: {summary}",
  "document.remarks": "Remarks",
  "document.footnotes": "Notes",
  "document.sources": "Sources",
  "document.from": "From",
  "document.to": "To",
  "document.author": "Author",
  "document.in": "In",
  "document.publisher": "Publisher",
  "document.date": "Date",
  "document.date-unknown": "not known",
  "document.verified": "Verified",
  "document.verified-no": "no; it is known to exist, and no more",
  "document.delivered": "Delivered",
  "document.topics": "Topics",
  "document.rights": "Rights",
  "document.id": "Id",

  // Dates
  "date.about": "about {date}",
  "date.uncertain": "{date} (uncertain)",
  "date.or-earlier": "{date} or earlier",
  "date.or-later": "{date} or later",
  "date.any": "any date",
  "date.range": "{first} to {last}",
  "date.until": "until {day}",
  "date.since": "from {day} on",
  "date.year": "{year}",
  "date.year-ad": "AD {year}",
  "date.year-bc": "{year} BC",
  "date.month-in-era": "{month} {era}",
  "date.day-in-era": "{day} {month} {era}",
  "date.spring": "spring {year}",
  "date.summer": "summer {year}",
  "date.autumn": "autumn {year}",
  "date.winter": "winter {year}",
  "date.century": "the {number, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} century",
  "date.century-bc":
    "the {number, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} century BC",
  "date.decade": "the {year}s",
  "date.years": "{first}–{last}",
  "date.years-ad": "AD {first}–{last}",
  "date.years-bc": "{first}–{last} BC",

  // The names of documents
  "document.correspondents": "{from} to {to}",
  "document.numbered": "letter {number}",
  "document.undated": "undated · {title}",

  // Lists
  "documents.question":
    "{count, plural, one {# document. Is this the one you mean?} other {# documents. Which one do you mean?}}",
  "summaries.title":
    "{topic}: {count, plural, one {summary of # document} other {summaries of # documents}}",
  "summaries.none": "This document has no summary.",
  "summaries.not-quotations":
    "These are summaries in the corpus editor’s words, not quotations: no passage is on this topic.",
  "topics.title": "{count, plural, one {# topic} other {# topics}}",
  "people.title": "{count, plural, one {# person} other {# people}}",
  "timeline.title": "Timeline: {count, plural, one {# entry} other {# entries}}",
  "timeline.on": "{day}: {count, plural, one {# entry} other {# entries}}",
  "timeline.around":
    "No entry of this corpus is on {day}. {count, plural, one {The nearest one:} other {The nearest ones before and after it:}}",
  "timeline.on-rule":
    "Only dates that are known to the day are listed, and longer times on the day on which they began.",
  "timeline.years-ago":
    "{label} · {years, plural, one {# year ago today} other {# years ago today}}",
  "day.today": "today · {day}",
  "timeline.undated":
    "{count, plural, one {# document without a known date is} other {# documents without a known date are}} not listed.",
  "timeline.former-from": "`from:` with a date is now called `after:`.",
  "timeline.former-to": "`to:` with a date is now called `before:`.",
  "verifications.title":
    "{count, plural, one {# quotation} other {# quotations}} compared with this corpus",
  "verifications.claim": "The claim: they are in a document {origin}.",
  "verifications.left":
    "{count, plural, one {# more quotation was} other {# more quotations were}} not compared: check them one by one.",

  // Topics, people, the corpus, help
  "topic.counts": "{counts} on this topic.",
  "topic.id": "Id",
  "topic.synonyms": "Also called",
  "topic.broader": "Broader",
  "topic.narrower": "Narrower",
  "topic.related": "Related",
  "person.counts": "{counts} by, to or naming this person.",
  "person.role": "Role",
  "person.forms": "Also",
  "person.wrote": "Wrote",
  "person.received": "Received",
  "corpus.untitled": "This corpus",
  "corpus.documents": "Documents",
  "corpus.documents-of": "{documents, number}{undated, plural, =0 {} other {, # of them undated}}",
  "corpus.passages": "Passages that can be quoted",
  "corpus.notes": "Notes by the corpus’s editor",
  "corpus.dates": "Dates",
  "corpus.period": "{first} to {last}",
  "corpus.tables": "Tables",
  "corpus.table-counts":
    "{sources, plural, one {# source} other {# sources}}, {topics, plural, one {# topic} other {# topics}}, {people, plural, one {# person} other {# people}}, {events, plural, one {# event} other {# events}}",
  "corpus.language": "Language",
  "corpus.language-is": "{name} ({tag})",
  "corpus.rights": "Rights",
  "corpus.hash": "Content hash (SHA-256)",
  "corpus.read": "Read",
  "corpus.last-change": "Last change",
  "corpus.reload-unreadable":
    "could not be read at {time}; the previous version of the corpus still answers",
  "corpus.reload-refused":
    "refused at {time} because of {problems, plural, one {# problem} other {# problems}}; the previous version of the corpus still answers",
  "help.title": "The commands",
  "help.promise": "Every quotation is word for word, with its source.",
  "help.command": "{description} For example: {example}",
  "help.example": "For example: {example}",
  "help.example-zone": "Europe/London",
  "help.message-command":
    "In Discord, it is also in the menu of every message, under Apps: “{label}”.",
  "help.required": "{name} (required)",

  // Citations
  "style-title.bibtex": "BibTeX record",
  "style-title.ris": "RIS record",
  "style-title.csl-json": "CSL-JSON record",
  "citation-form.Note": "Note",
  "citation-form.In-text citation": "In-text citation",
  "citation-form.Bibliography entry": "Bibliography entry",
  "citation-form.Works-cited entry": "Works-cited entry",
  "citation-form.Reference entry": "Reference entry",
  "citation.receipt": "Receipt",
  "citation.receipt-unchanged": "The words of this receipt are still at `{address}`, unchanged.",
  "citation.receipt-renamed":
    "The words of this receipt are unchanged. Their document has a new id, so they are at `{address}`.",
  "citation.receipt-moved":
    "The words of this receipt are unchanged, but have moved to `{address}`. The receipt below is the new one.",
  "citation.receipt-changed":
    "The words of this receipt are no longer there. A receipt contains only a hash of its words, so only the present words of `{address}` can be shown:",
  "citation.receipt-cut":
    "The words of this receipt are no longer there: the passage ends before they would begin. A receipt contains only a hash of its words, so only the present words of `{address}` can be shown:",
  "citation.second-hand-letter":
    "This cites the letter itself, which is known here only through other works. Cite the one that you have read: “The whole letter” lists them.",
  "citation.second-hand-document":
    "This cites the document itself, which is known here only through other works. Cite the one that you have read: “The whole document” lists them.",
  "citation.no-form": "This style has no form for it.",
  "citation.document-unnamed":
    "The citation names only the work that prints the words, so say in your own text whose they are.",
  "citation.no-italics": "Plain text has no italics: set titles as the style’s manual requires.",
  "citation.record-of-printing-work-letter":
    "The record is that of the work that prints the words; its note names the letter.",
  "citation.record-of-printing-work-document":
    "The record is that of the work that prints the words; its note names the document.",

  // Verdicts
  "verdict.exact": "Exact",
  "verdict.exact-with-marks": "Exact, with an editor’s marks",
  "verdict.exact-with-words": "Exact, with added words",
  "verdict.exact-with-other-origin": "Exact, but attributed otherwise",
  "verdict.exact-with-unconfirmed-origin": "Exact, but the attribution is unconfirmed",
  "verdict.exact-with-unproven-reading": "Exact, but with an added reading",
  "verdict.exact-message":
    "These words appear in print exactly like this, character for character.",
  "verdict.exact-with-marks-message":
    "Apart from the additions, these words appear in print exactly like this, character for character.",
  "verdict.typography": "The same words, written differently",
  "verdict.typography-with-marks": "The same words, written differently, with an editor’s marks",
  "verdict.typography-with-words": "The same words, written differently, with added words",
  "verdict.typography-with-other-origin":
    "The same words, written differently, but attributed otherwise",
  "verdict.typography-with-unconfirmed-origin":
    "The same words, written differently, but the attribution is unconfirmed",
  "verdict.typography-with-unproven-reading":
    "The same words, written differently, but with an added reading",
  "verdict.typography-message": "These words are printed with other signs or letters.",
  "verdict.in-places": "{title}, in {places} places",
  "verdict.in-places-message":
    "These words occur in {places, number} places, character for character.",
  "verdict.in-places-partly-message":
    "These words occur in {places, number} places, in {exactPlaces, plural, =0 {none of them} other {# of them}} character for character.",
  "verdict.shortened": "Shortened",
  "verdict.shortened-by-words": "Shortened: {count, plural, one {# word} other {# words}} left out",
  "verdict.shortened-by-heading": "Shortened: a heading left out",
  "verdict.shortened-by-code": "Shortened: a block of code left out",
  "verdict.shortened-by-formula": "Shortened: a formula left out",
  "verdict.shortened-by-html": "Shortened: a block of HTML left out",
  "verdict.shortened-by-remark": "Shortened: a remark left out",
  "verdict.shortened-by-table": "Shortened: a table left out",
  "verdict.shortened-by-image": "Shortened: a picture left out",
  "verdict.shortened-by-break": "Shortened: a break in the text left out",
  "verdict.shortened-by-label": "Shortened: a speaker’s label left out",
  "verdict.shortened-message": "All parts are in one document, in this order.",
  "verdict.shortened-at-end-message":
    "These words appear in print. The words that the ellipsis leaves out may change their sense.",
  "verdict.hidden-speaker": "Shortened: a change of speaker was left out",
  "verdict.hidden-words": "Shortened: “{text}” was left out",
  "verdict.hidden-at-end-message":
    "These words appear in print, but the words left out beside them change their sense.",
  "verdict.hidden-message":
    "All parts are in one document, in this order, but the omitted words change their sense.",
  "verdict.altered-in-places": "Altered in {count, plural, one {# place} other {# places}}",
  "verdict.altered-message": "No passage has exactly these words. The most similar one is below.",
  "verdict.probably-altered": "Probably altered: {title}",
  "verdict.probably-altered-message":
    "No passage has exactly these words. The one below is by far the most similar.",
  "verdict.word-changed": "One word changed",
  "verdict.word-added": "One word added",
  "verdict.word-left-out": "One word left out",
  "verdict.words-changed": "Words changed",
  "verdict.words-added": "Words added",
  "verdict.words-left-out": "Words left out",
  "verdict.script": "Characters of another script: “{printed}”",
  "verdict.invisible": "Another invisible character: “{printed}”",
  "verdict.ellipsis-changed": "An ellipsis changed",
  "verdict.ellipsis-added": "An ellipsis added",
  "verdict.ellipsis-left-out": "An ellipsis left out",
  "verdict.stitched": "Stitched together",
  "verdict.stitched-message": "The parts are in this corpus, but not next to each other.",
  "verdict.too-many-parts": "Too many parts to compare",
  "verdict.too-many-parts-message":
    "This quotation has too many ellipses, and the words between them are too common. Verify fewer parts at once.",
  "verdict.light-parts": "Parts too short to compare",
  "verdict.light-parts-message":
    "These parts occur in this corpus, but they are too short to show that they belong together. Quote more words of each.",
  "verdict.heading": "A title or a heading",
  "verdict.heading-message":
    "These words are a title or a heading in this corpus. Only the words of its passages are verified.",
  "verdict.note": "In an editor’s note",
  "verdict.note-message":
    "These words are in a note or an event of this corpus, but in no passage. Only the words of its passages are verified.",
  "verdict.receipt": "A receipt",
  "verdict.receipt-message":
    "A receipt has no words to compare. `/cite passage:` takes it, and says whether its words are unchanged.",
  "verdict.common": "A common phrase",
  "verdict.common-message":
    "These words{places, plural, one { occur once} other { occur # times}}{documents, plural, =0 {} one {} other { in # documents}}. They are too few or too common to show where a quotation is from.",
  "verdict.none": "Not in this corpus",
  "verdict.none-closest":
    "No passage has these words. The closest one, below, says something else.",
  "verdict.none-message": "No passage has these words, or similar ones.",
  "verdict.too-few-words": "Too few words to judge",
  "verdict.too-few-words-message":
    "No passage has exactly these words. They are too few or too common to look for similar ones.",
  "verdict.elsewhere": "These words, but not {origin}",
  "verdict.and-elsewhere": "{title}, and not {origin}",

  // The differences between a quotation and the print
  "change.others":
    "{count, plural, one {# other difference} other {# other differences}}, in bold below.",
  "change.ellipsis": "The printed ellipsis “{printed}” is missing.",
  "change.left-out": "“{printed}” was left out.",
  "change.added": "“{quoted}” was added.",
  "change.changed": "“{printed}” was changed to “{quoted}”.",
  "change.negation": "Negation: {sentence}",
  "change.number": "Number: {sentence}",
  "change.date": "Date: {sentence}",
  "change.name": "Name: {sentence}",
  "change.acronym": "Acronym: {sentence}",
  "change.capital": "A capital that changes the word: {sentence}",
  "change.sign": "Sign: {sentence}",
  "change.points": "Vowel signs: {sentence}",
  "change.accent": "An accent that changes the word, or a keyboard without it: {sentence}",
  "change.numerals": "The same number in other numerals: {sentence}",
  "change.characters":
    "Perhaps the same words in other characters (simplified, traditional, older ones, or kana): {sentence}",
  "change.script": "“{printed}” was written with characters of another script: {characters}.",
  "change.invisible": "“{printed}” differs in an invisible character.",
  "omission.between": "Between parts {before} and {after}",
  "omission.at-start": "Before the quoted words",
  "omission.at-end": "After the quoted words",
  "omission.light-part": "“{part}” is too short to show where it is from, and was not counted.",
  "omission.unknown": "{where}: the omitted words are not in this corpus.",
  "omission.nothing": "{where}: nothing was left out.",
  "omission.ellipsis": "{where}: an ellipsis that is printed too, “{text}”.",
  "omission.words": "{where}: “{text}” was left out.",
  "omission.counted":
    "{where}: {paragraphs, plural, =0 {} one {# paragraph, } other {# paragraphs, }}{count, plural, one {# word} other {# words}} left out.",
  "omission.heading": "{where}: a heading is left out here.",
  "omission.code": "{where}: a block of code is left out here.",
  "omission.formula": "{where}: a formula is left out here.",
  "omission.html": "{where}: a block of HTML is left out here.",
  "omission.remark": "{where}: a remark is left out here.",
  "omission.table": "{where}: a table is left out here.",
  "omission.image": "{where}: a picture is left out here.",
  "omission.break": "{where}: a rule that divides the text is left out here.",
  "omission.label": "{where}: a speaker’s label is left out here.",
  "omission.hidden-negation": "{where}: the negation “{text}” was left out.",
  "omission.hidden-contrast": "{where}: “{text}”, which takes back what precedes it, was left out.",
  "omission.hidden-speaker": "{where}: the speaker changes to {text}.",
  "omission.hidden-speaker-unnamed": "{where}: the speaker changes.",
  "mark.heading": "The heading, quoted with the words: {texts}.",
  "mark.verse-number": "A number before or after the words: {texts}.",
  "mark.note-number": "Number of a note: {texts}.",
  "mark.page-number": "Number of a page: {texts}.",
  "mark.sic": "Remark of the quoting author: {texts}.",
  "mark.emphasis": "Remark on the emphasis: {texts}.",
  "mark.attribution": "Attribution: {texts}.",
  "mark.unknown-origin":
    "Attribution that the document cannot confirm, since it has no author: {texts}.",
  "mark.unconfirmed-origin":
    "Attribution to an author, a title, a date or a place that the document neither confirms nor contradicts: {texts}.",
  "mark.other-origin":
    "Attribution to another author, title, date or place than the document has: {texts}.",
  "mark.reading": "Reading of characters: {texts}.",
  "mark.unproven-reading": "Reading of characters that the document does not have: {texts}.",
  "mark.emoji": "Emoji: {texts}.",
  "mark.link": "Link: {texts}.",
  "mark.tag": "Tag or mention: {texts}.",
  "mark.words": "Words that are not printed: {texts}.",
  "typography.difference":
    "{what}: quoted {quoted}, printed {printed}{more, plural, =0 {} one {, and # more place} other {, and # more places}}.",
  "typography.same-look":
    "{what}: “{text}” is printed with other characters that look the same{more, plural, =0 {} one {, and # more place} other {, and # more places}}.",
  "typography.nothing": "nothing",
  "typography.invisible": "an invisible character",
  "typography.partly-invisible": "“{text}” with an invisible character",
  "typography.space": "a space",
  "typography.line-break": "a line break",
  "typography.other-space": "another kind of space",
  "typography.ellipses": "Ellipses",
  "typography.punctuation": "Punctuation",
  "typography.umlauts": "Umlauts and the like",
  "typography.Serbian scripts": "Cyrillic and Latin script",
  "typography.Unicode forms and ligatures": "Unicode forms and ligatures",
  "typography.accents": "Accents",
  "typography.digits": "Digits",
  "typography.subscripts": "Subscripts",
  "typography.nasals": "Nasals before consonants",
  "typography.Hebrew points and accents": "Hebrew points and accents",
  "typography.Arabic vowel signs": "Arabic vowel signs",
  "typography.Syriac vowel signs": "Syriac vowel signs",
  "typography.forms of Arabic letters": "Forms of Arabic letters",
  "typography.special letters": "Special letters",
  "typography.invisible characters and soft hyphens": "Invisible characters and soft hyphens",
  "typography.bracketed letters": "Bracketed letters",
  "typography.capitals": "Capitals",
  "typography.quotation marks and apostrophes": "Quotation marks and apostrophes",
  "typography.HTML entities": "HTML entities",
  "typography.HTML tags": "HTML tags",
  "typography.hyphenation": "Hyphenation",
  "typography.mathematical signs": "Mathematical signs",
  "typography.dashes": "Dashes",
  "typography.spaces and line breaks": "Spaces and line breaks",

  // Claims about quoted words
  "claim.met": "They are in a document {origin}, as claimed.",
  "claim.partly-met": "Only some of them are in a document {origin}, as claimed.",
  "claim.elsewhere": "No document {origin} has them.",
  "claim.nothing-similar": "No document {origin} has anything as similar.",
  "claim.unknown": "This corpus does not say whether that is a document {origin}.",
  "claim.possible-day": "They are in a document dated {date}; the day is not known.",
  "claim.possible-month":
    "They are in a document dated {date}; the month and the day are not known.",
  "claim.possible-exact-date": "They are in a document dated {date}; the exact date is not known.",
  "claim.common-met": "It is in a document {origin}.",
  "claim.common-elsewhere": "It is not in a document {origin}.",
  "claim.common-places":
    "{count, plural, =0 {None of these places is} one {# of these places is} other {# of these places are}} in a document {origin}.",
  "verification.quoted": "Quoted",
  "verification.printed": "Printed: {origin}",
  "verification.receipt": "Receipt: {receipt}",
  "verification.own-ellipsis": "The ellipsis “{text}” is in the document itself.",
  "verification.set-ellipsis": "The ellipsis “{text}” is by {work}, which prints these words.",
  "verification.scope":
    "{words, plural, one {# word} other {# words}} compared with the {passages, plural, one {# passage} other {# passages}} of {documents, plural, one {# document} other {# documents}}, word by word and then character by character.",
  "verification.limit": "A verdict says where words are and who prints them, not who wrote them.",

  // Forms
  "form.how": "Fill in the form, or type {command} with these options: {options}",
  "form.empty": "not set",
  "form.intro":
    "An empty line keeps the value in brackets. A command, such as `/help`, leaves the form.",
  "form.question": "{label}: {description}",
  "form.choices": "One of {values}.",
  "form.when-empty": "`{value}` empties it.",

  // Settings and privacy
  "settings.title": "Settings",
  "settings.language": "Language of private answers",
  "settings.publicLanguage": "Language of public answers",
  "settings.style": "Citation style",
  "settings.isPrivate": "Answers",
  "settings.zone": "Time zone",
  "settings.about": "This channel is about",
  "settings.reports": "Failures are reported in",
  "settings.about-all": "the whole corpus",
  "settings.none": "no channel",
  "settings.private": "private",
  "settings.public": "public",
  "settings.from-user": "{value} · yours",
  "settings.from-channel": "{value} · this channel’s",
  "settings.from-server": "{value} · this server’s",
  "settings.from-discord": "{value} · from Discord",
  "settings.from-configuration": "{value} · Ibid’s default",
  "settings.ignored-user":
    "Your own value of “{setting}”, {value}, is ignored: it no longer exists here.",
  "settings.ignored-channel":
    "This channel’s value of “{setting}”, {value}, is ignored: it no longer exists here.",
  "settings.ignored-server":
    "This server’s value of “{setting}”, {value}, is ignored: it no longer exists here.",
  "settings.form-user": "Your settings",
  "settings.form-channel": "This channel’s settings",
  "settings.form-server": "This server’s settings",
  "settings.changed-user": "Your settings are saved. They apply everywhere.",
  "settings.changed-channel": "This channel’s settings are saved.",
  "settings.changed-server": "This server’s settings are saved.",
  "settings.order":
    "Your own settings apply first, then those of the channel, of the server, and of Ibid’s operator.",
  "settings.how":
    "/settings change of:me style:apa changes one of yours; the value default gives it back to the next level.",
  "settings.about-how":
    "Commands are about that part of the corpus unless in: has another one; in:* is the whole corpus.",
  "privacy.title": "What Ibid keeps of you",
  "privacy.user": "Your id at Discord",
  "privacy.quotation": "Quotation {number} in your tray",
  "privacy.schedule": "A schedule that you have set up; it stays, without your id",
  "privacy.nothing": "Nothing.",
  "privacy.confirm": "All of this will be deleted, and cannot be restored.",
  "privacy.deleted": "Everything that was kept of you is deleted.",
  "privacy.never":
    "Ibid never keeps names, messages, queries, or who has read what. It keeps only what someone sets up.",

  // Trays
  "tray.title":
    "{count, plural, =0 {Your tray is empty} one {Your tray: # quotation} other {Your tray: # quotations}}",
  "tray.empty":
    "“Keep” below a quotation puts it here. So does “Keep quotation” in the menu of any message, under Apps.",
  "tray.kept":
    "{count, plural, =0 {No quotation is new.} one {# quotation is now in your tray.} other {# quotations are now in your tray.}}",
  "tray.already": "{count, plural, one {# was there already.} other {# were there already.}}",
  "tray.missing":
    "{count, plural, one {# quotation is not in this corpus as it is quoted, so it cannot be kept.} other {# quotations are not in this corpus as they are quoted, so they cannot be kept.}}",
  "tray.left":
    "{count, plural, one {# more quotation was} other {# more quotations were}} not looked at: keep them one by one.",
  "tray.removed": "The quotation is no longer in your tray.",
  "tray.emptied":
    "{count, plural, one {# quotation was removed.} other {# quotations were removed.}}",
  "tray.to-empty":
    "{count, plural, one {# quotation} other {# quotations}} will be removed, and cannot be put back. “Markdown” gives you a copy first.",
  "tray.how":
    "/tray entry:3 to:1 moves the third quotation to the top, and /tray remove:3 removes it.",
  "tray.file": "All of them are in {name}, with citations by {style}.",
  "tray.entry": "Quotation {number} of {of} in your tray",
  "tray.change-kept": "It is in your tray now. Only you see your tray.",
  "tray.change-already-kept": "It is already in your tray.",
  "tray.change-moved": "It has moved to this place.",
  "tray.words-moved": "These words have moved since you kept them at {address}.",
  "tray.words-changed":
    "The words that you kept at {address} have changed. Only a hash of them is kept, so they cannot be shown.",
  "tray.words-gone":
    "The words that you kept at {address} are no longer in this corpus. Only a hash of them is kept, so they cannot be shown.",
  "tray.present": "The words there now",
  "tray.file-title": "Quotations",
  "tray.file-sources": "Sources",
  "keepable.title":
    "{count, plural, one {# quotation} other {# quotations. Which ones do you want to keep?}}",
  "keepable.kept": "In your tray already.",

  // Notices
  "notice.unknown-command": "There is no command called `/{typed}`.",
  "notice.unknown-command-of": "There is no command called “{typed}”. The commands are {commands}.",
  "notice.unknown-option": "`/{command}` has no option `{option}`. Its options are {options}.",
  "notice.unknown-option-closest":
    "`/{command}` has no option `{option}`. Did you mean `{closest}`?",
  "notice.invalid-value": "`{option}` should be {expected}.",
  "notice.missing-value": "`{option}` is missing. It should be {expected}.",
  "notice.unknown-person":
    "This corpus has no person called “{typed}”. `/people` lists its people.",
  "notice.unknown-person-closest":
    "This corpus has no person called “{typed}”. Did you mean {closest}?",
  "notice.unknown-scope":
    "This corpus has no work, folder or document called “{typed}”. Completion lists them as you type.",
  "notice.unknown-scope-closest":
    "This corpus has no work, folder or document called “{typed}”. The closest one is “{closest}”.",
  "notice.unknown-topic": "This corpus has no topic called “{typed}”. `/topics` lists its topics.",
  "notice.unknown-topic-closest":
    "This corpus has no topic called “{typed}”. Did you mean {closest}?",
  "notice.unknown-plan":
    "This corpus has no plan, document or topic called “{typed}”. Completion lists them as you type.",
  "notice.unknown-plan-closest":
    "This corpus has no plan, document or topic called “{typed}”. Did you mean {closest}?",
  "notice.several-names": "“{typed}” may be {names}. Which one do you mean?",
  "notice.unknown-style": "There is no style called “{typed}”. The styles are {styles}.",
  "notice.several-documents":
    "“{typed}” may be one of {count, plural, one {# document} other {# documents}}. Which one do you mean?",
  "notice.date-for-person":
    "“{typed}” is a date, but this option needs the name of a person. Dates belong to {names}: `{option}:{typed}`.",
  "notice.person-for-date":
    "“{typed}” is a person, but this option needs a date, such as 2019-08-05 or August 2019. People belong to {names}: `{option}:{typed}`.",
  "notice.unreadable-date": "Ibid cannot read “{typed}” as a date.",
  "notice.no-such-date": "“{typed}” is not a day, a month or a year.",
  "notice.year-unclear": "“{typed}” needs a year with four digits.",
  "notice.how-to-write-a-date": "Write a date like 2019-08-05, Aug 5 2019, August 2019 or 2019.",
  "notice.year-missing":
    "“{typed}” is a date in every year. Add the year: 2019-08-05 or Aug 5 2019.",
  "notice.ambiguous-date":
    "“{typed}” can be read in two ways: {dayFirst} (the day first) or {monthFirst} (the month first). Which one do you mean?",
  "notice.neither-date-nor-title":
    "“{typed}” is neither a date that Ibid can read nor the title of a document.",
  "notice.neither-date-nor-title-closest":
    "“{typed}” is neither a date that Ibid can read nor the title of a document. Did you mean “{closest}”?",
  "notice.none-dated":
    "{count, plural, one {The only document searched is not dated {date}.} other {None of the # documents searched is dated {date}.}}",
  "notice.undated-documents":
    "{count, plural, one {# document has} other {# documents have}} no known date; ask for `date:undated`.",
  "notice.timeline-lists": "`/timeline` lists them all in order.",
  "notice.nearest": "The nearest results are:",
  "notice.nothing-near": "Nothing comes close to it. `/{command}` shows what there is.",
  "notice.no-such-address":
    "No passage has the address “{typed}”. An address looks like {example}.",
  "notice.no-such-address-closest": "No passage has the address “{typed}”. Did you mean {closest}?",
  "notice.no-address-at-all":
    "No passage has the address “{typed}”. This corpus has no passage that can be quoted. `/search` finds what its documents say.",
  "notice.no-such-passage":
    "“{typed}” is not the address of a passage. {name} has {first} to {last}.",
  "notice.no-such-passage-but-one":
    "“{typed}” is not the address of a passage. {name} has only {first}.",
  "notice.document-without-passages":
    "“{typed}” is not the address of a passage. {name} has no passage that can be quoted: only what others report about it is known.",
  "notice.receipt-words-gone": "The words of this receipt were not found elsewhere in it.",
  "notice.receipt-moved": "The words of this receipt have moved to {address}.",
  "notice.receipt-broken":
    "The words of this receipt are no longer at {address}. `/cite` shows the present words.",
  "notice.receipt-in-note":
    "The words of this receipt are now in a note of {address}. Notes are not quoted; `/search` finds them.",
  "notice.nothing-anything": "Nothing in this corpus {criteria}.",
  "notice.nothing-passage": "No passage in this corpus {criteria}.",
  "notice.nothing-document": "No document in this corpus {criteria}.",
  "notice.nothing-timeline-entry": "No entry of the timeline {criteria}.",
  "notice.period-reversed": "That period ends before it begins.",
  "notice.searched-all":
    "Searched: {documents, plural, one {# document} other {# documents}} with {content}, the whole corpus.",
  "notice.searched-part":
    "Searched: {documents, number} of {all, plural, one {# document} other {# documents}}, with {content}.",
  "notice.no-people": "This corpus names no people. `/search` finds what its documents say.",
  "notice.no-dates":
    "Nothing in this corpus has a date, so it has no timeline. `/search` finds what its documents say.",
  "notice.no-plans":
    "This corpus has no plans. Its editor can write them into plans.yaml, and a document or a topic is a plan too: `plan:` with its title.",
  "notice.no-topics": "This corpus has no topics. `/search` finds what its documents say.",
  "notice.failed-log":
    "Something went wrong in Ibid, through no fault of yours. Its operator can find the error in the log as {reference}.",
  "notice.failed-standard-error":
    "Something went wrong in Ibid, through no fault of yours. Standard error shows the error.",
  "notice.not-ready": "The corpus is still being read. Ask again in a moment.",
  "notice.busy": "Too many of your questions are waiting for their answers. Ask again in a moment.",
  "notice.malformed-interaction":
    "Discord sent a question that Ibid cannot read. Ask again in a moment.",
  "notice.not-offered":
    "This version of Ibid does not have that command. `/help` lists its commands.",
  "notice.outdated-button":
    "This button is from another version of Ibid and no longer works. Use the command instead; `/help` lists them all.",
  "notice.message-without-text":
    "This message has no text, so there is nothing to verify or to keep. Choose one with text.",
  "notice.no-number-offered":
    "There is nothing to choose by number yet. Ask with a command; `/help` lists them.",
  "notice.no-such-entry":
    "{count, plural, =0 {“{typed}” is not in your tray, which is empty.} one {“{typed}” is not in your tray, which has # quotation.} other {“{typed}” is not in your tray, which has # quotations.}} `/tray` shows it.",
  "notice.tray-full":
    "Your tray is full: it holds {max, number} quotations. Remove one before you keep another; `/tray` shows them.",
  "notice.tray-nearly-full":
    "A tray holds {max, number} quotations, and yours has room for {room, number} more. Keep fewer at once, or remove some; `/tray` shows them.",
  "notice.none-to-keep":
    "None of these {count, number} quotations is in this corpus as it is quoted, so there is nothing to keep. `/verify` shows what differs.",
  "notice.nothing-to-keep-no-passages":
    "This document has no words that can be quoted, so there is nothing to keep. Choose another one.",
  "notice.nothing-to-keep-altered":
    "No passage has exactly these words, so there is nothing to keep. `/verify` shows what differs.",
  "notice.nothing-to-keep-stitched":
    "These words are in this corpus, but not next to each other. Keep the parts one by one.",
  "notice.nothing-to-keep-common":
    "These words are too few or too common to be traced to one place. Keep a longer quotation.",
  "notice.nothing-to-keep-unjudged":
    "These words cannot be traced to one place, so there is nothing to keep. `/verify` shows why.",
  "notice.nothing-to-keep-none":
    "These words are not in this corpus, so there is nothing to keep. `/verify` shows what comes closest.",
  "notice.unknown-zone":
    "“{typed}” is not a time zone. Zones are called after a city, such as Europe/London.",
  "notice.no-user":
    "Discord did not say who you are, so nothing can be kept for you. Try again in a moment.",
  "notice.no-server":
    "There is no server here, and so there are no settings of a server or of a channel, and no schedules. `of:me` changes your own settings everywhere.",
  "notice.not-allowed":
    "The settings of a server and its channels are for members who may manage the server, or whom it has named for this command. `of:me` changes your own.",
  "notice.setting-of-channel":
    "`{option}` is a setting of a channel: `of:channel` changes it where you are.",
  "notice.setting-of-server": "`{option}` is a setting of a server: `of:server` changes it.",
  "notice.changed-meanwhile":
    "Someone else has changed this since the form was opened, so nothing was changed. Look at what it is now, or save yours from the form.",
  "notice.number-not-offered": "The last answer offers the numbers 1 to {offered}.",
  "criteria.person": "by, to or about {person}",
  "criteria.from": "from {person}",
  "criteria.to": "to {person}",
  "criteria.topic": "on {topic}",
  "criteria.in": "in {scope}",
  "criteria.dated": "dated {period}",
  "criteria.matches": "matches {query}",
  "criteria.is": "is {properties}",
  "criteria.both": "{matches} and {is}",
  "criteria.none": "can be shown",
  "criteria.two": "{first} and {second}",
  "criteria.more": "{first}, {rest}",
  "sought.called": "called {name}",
  "sought.dated": "dated {date}",
  "sought.undated": "undated",
  "sought.numbered": "numbered {number}",
} as const;
