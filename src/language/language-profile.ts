/**
 * Words in one string, separated by white space. A full stop in a word may be followed by a space:
 * `z.B` stands for “z.B.” and “z. B.”. An asterisk stands for any letters: `*str` for “Hafenstr.”.
 */
export type WordList = string;

/** Which hyphens at the ends of lines belong to the words, and how others change the letters beside them. */
export interface LineHyphens {
  /** Frequent words, two of which show that a file is in the language. */
  readonly frequentWords: WordList;
  /** Words after a hyphen that replaces the end of a word: “Ein- und Ausfuhr”. */
  readonly conjunctions?: WordList;
  /** The same if a word with a hyphen follows soon: “two- and three-year terms”. */
  readonly conjunctionsBeforeHyphen?: WordList;
  /** Whether numbers of two words have a hyphen: “twenty-one”. */
  readonly isInNumbers?: boolean;
  /** Pairs of vowels between which a compound has a hyphen, since they would be read as one: “zee-eend”. */
  readonly vowelPairs?: WordList;
  /** Words of a spelling that divides ck as k-k, and restores the third letter of “Schiffahrt”. */
  readonly oldSpellings?: WordList;
}

/**
 * The knowledge of one language that the bot uses, one file a language in `languages/`. A field
 * applies to texts in every language, because texts quote and name each other across languages; the
 * fields that apply only to texts in this language say so.
 */
export interface LanguageProfile {
  /** Primary subtags of BCP 47 in lower case. The file is named after the first. */
  readonly tags: readonly [string, ...string[]];

  /**
   * Name of the stemmer in @orama/stemmers and of the list in @orama/stopwords, for texts in this
   * language. Without a name, a word is its own stem, and no word is a stop word.
   */
  readonly oramaName?: string;
  /** Code page in which that list of stop words was written before it was decoded as Latin-1. */
  readonly stopWordsCodePage?: string;
  /** Spells a word in lower case as that list of stop words does. */
  readonly normalizeStopWord?: (word: string) => string;
  /**
   * Words left out of the index of texts in this language. By default these are the words of
   * @orama/stopwords that have at most four letters.
   */
  readonly stopWords?: WordList;
  /** Stems a word in lower case, for texts in this language. Replaces the stemmer of @orama/stemmers. */
  readonly stem?: (word: string) => string;

  /**
   * Frequent words by which a text is known to be in this language, since no list of stop words of another has them. For a
   * language with the basic letters only: marks are accents in it, and other words in a text that is not in it.
   */
  readonly distinctiveWords?: WordList;
  /** How hyphens at the ends of lines differ from those that only divide a word. */
  readonly lineHyphens?: LineHyphens;
  readonly abbreviations?: Abbreviations;
  /** Full names of the parts by which a text is cited: “Chapter 3”. */
  readonly units?: WordList;
  /** Source of a regular expression for a numbered part that has no space after its name. */
  readonly enumerator?: string;
  /** Whether texts in this language write an ordinal number with a full stop: “2. Mai”. */
  readonly writesOrdinalsWithFullStop?: true;
  /** Whether texts in this language write a date with full stops and spaces: “2018. 6. 12.” */
  readonly writesDatesWithFullStops?: true;
  /** Whether nouns have a capital letter wherever they are. */
  readonly capitalizesNouns?: true;
  /** Whether typists without accents write an apostrophe after the last vowel of a word for one: “citta'”. */
  readonly writesFinalAccentsAsApostrophes?: true;
  /** Words that begin a sentence if they have a capital letter, besides the stop words. */
  readonly sentenceOpeners?: WordList;
  /** Abbreviations after a time of day. Their last full stop may also end a sentence. */
  readonly timeMarks?: WordList;
  /** Source of a regular expression for the name of a time zone, which may follow such a mark. */
  readonly timeZone?: string;
  /** Single characters at the end of a sentence that asks even without a question mark: か. */
  readonly questionParticles?: WordList;
  readonly quotationContinuation?: QuotationContinuation;

  /**
   * Negations, for texts in this language, since a negation in one language is a noun in another. One with a hyphen at its
   * end is one only before a hyphen: n-am.
   */
  readonly negations?: WordList;
  /** Source of a regular expression for folded words that an affix negates, for texts in this language. */
  readonly negatedForms?: string;
  /** Source of a regular expression for negations that end a word of characters, for texts in this language. */
  readonly negatedEndings?: string;
  /** Beginnings of words that negate the rest of them, in scripts in which a quotation may begin within a word: 不公平, 불가능. */
  readonly negatingPrefixes?: WordList;
  /** Whether the verb ends a clause, so that the words after others say whether these are so. */
  readonly isVerbFinal?: true;
  /**
   * Source of a regular expression, in NFD, for the end of a verb that ends a sentence, and what makes it a part of another one in the
   * same word: 간다 and 간다면.
   */
  readonly continuedSentence?: { readonly verb: string; readonly ending: string };
  /** Negations that are no word in any other language. */
  readonly unmistakableNegations?: WordList;
  /**
   * Words that make what depends on them untrue without being negations, for texts in this language: the most frequent
   * negative implicatives, “refused”, “failed” (L. Karttunen, Simple and phrasal implicatives, 2012), and approximate
   * negators, “seldom”, “rarely” (R. Huddleston and G. Pullum, The Cambridge Grammar of the English Language, 2002,
   * chapter 9).
   */
  readonly denials?: WordList;
  /**
   * Conjunctions, after a comma, of clauses that say what is said, thought or doubted, for texts in this language: “dass”
   * (M. Noonan, Complementation, in: Language Typology and Syntactic Description, 2007), and of what is not preferred: “чем”.
   */
  readonly complementizers?: WordList;
  /** The same in languages that write no comma before them: “that”. */
  readonly complementizersWithoutComma?: WordList;
  /**
   * Source of a regular expression for denials of several words, for texts in this language: “ceased to”, “would have”,
   * “rather than”, “was a lie”.
   */
  readonly denyingPhrases?: string;
  /**
   * Words by which readers say beside a quotation that it is not true: “false”, “hoax”. In a text, they take back nothing.
   * Each list has words for these senses: false, invented, forged, alleged, doubtful, refuted, retracted, paraphrased,
   * misquoted, a rumour, nonsense, and not meant so, as in satire.
   */
  readonly rejections?: WordList;
  /**
   * Source of a regular expression for a remark in brackets that the quoting author emphasized words:
   * “emphasis added”.
   */
  readonly emphasisRemark?: string;
  /** The same for other remarks of the quoting author: “my translation”, “so in the original”, “citations omitted”. */
  readonly quotingRemark?: string;
  readonly citation?: CitationWords;
  /**
   * Source of a regular expression for the commonest particles, pronouns and endings of clauses, which no name has, in a
   * script without capital letters.
   */
  readonly clauseForms?: string;
  /** Titles before a name, in full: “Miss”, “Captain”. */
  readonly titlesOfAddress?: WordList;
  /** Small words in names and titles: “of”, “van”. */
  readonly nameWords?: WordList;
  /** Words before the name of an author: “by”. */
  readonly authorWords?: WordList;
  /** Words that introduce the address of a source: “source”, “via”. */
  readonly sourceWords?: WordList;
  /** Words in the names of publishers: “Press”. */
  readonly publisherWords?: WordList;
  /** Words that announce a quotation: “Quote:”. */
  readonly quotationWords?: WordList;
  /** Source of a regular expression for words before the name of a translator or an editor: “trans.”, “edited by”. */
  readonly contributorLabels?: string;
  /** Words of characters that contain a negation or a “but” and are none, for texts in this language: 非常, 不但. */
  readonly negationLookalikes?: WordList;
  /** Words that take back what precedes them: “but”. For texts in this language. */
  readonly contrasts?: WordList;
  /** Source of a regular expression for the same where it is no word by itself. */
  readonly contrastForms?: string;
  /**
   * Source of a regular expression with the flag `i` for the beginning of a sentence or a clause that excepts something from the
   * rule before it, for texts in this language: “Provided that”, “This does not apply”.
   */
  readonly provisos?: string;
  /** The same for a clause only: in another sentence, they would concern what follows them. “Unless”, “except”. */
  readonly exceptions?: string;
  /** Source of a regular expression for words at the beginning of a clause that limits the one before it: “however”. */
  readonly reservations?: string;
  /** Words that make what precedes or follows them depend on something: “if”, “only”. For texts in this language. */
  readonly conditions?: WordList;
  /** Those of them that are often other words without a comma before them: “so”, “himself” or “about”. */
  readonly ambiguousConditions?: WordList;
  /** Source of a regular expression for the same where it is no word by itself. */
  readonly conditionForms?: string;
  /** Words that are acronyms in capital letters, and other words in small ones: US, us. */
  readonly acronymsLikeWords?: WordList;
  /** Pronouns that mean another person with a capital letter within a sentence than with a small one: Sie, sie. */
  readonly capitalizedPronouns?: WordList;
  /** Names that are other words with a small letter: Polish, polish. */
  readonly namesLikeWords?: WordList;
  /**
   * Numbers written in words, for texts in this language, but for “one”, which is an article in most: the rules by which
   * Unicode CLDR spells numbers out, version 48, with the frequent forms of declined ones.
   */
  readonly numberWords?: WordList;
  /**
   * Names of the parts of a text in their headings. Each list is a level of headings, from the highest
   * down. More names than `units` has, since few parts of a text are cited by their names.
   */
  readonly partNames?: readonly WordList[];
  readonly partNumbers?: PartNumbers;
  readonly letterWords?: LetterWords;
  /** Words beside the place and the date of a letter that belong to neither: “the”, “evening”. */
  readonly datelineWords?: WordList;
  /** The name of the Christian era between the month and the year: “3 มกราคม ค.ศ. 1850”. */
  readonly eraWord?: string;
  readonly dateUnits?: DateUnits;
  readonly dateWordings?: DateWordings;
  /** Names of months or weekdays, spelled as CLDR does, that are far more often another word. */
  readonly ambiguousDateNames?: WordList;
}

/** The characters that follow the numbers of a date: “2019年8月5日”. */
export interface DateUnits {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

/**
 * Forms in one string, separated by vertical bars. `#` marks the place of a date, which may be in words
 * itself. White space and full stops may be left out.
 */
export type DateForms = string;

/** Dates that are not single days: “c. 1750”, “the 1750s”, “before 1760”. */
export interface DateWordings {
  /** Forms that say no more than the date in them: “in 1750”. */
  readonly plain: DateForms;
  readonly about: DateForms;
  readonly uncertain: DateForms;
  readonly before: DateForms;
  readonly after: DateForms;
  /** Forms with the first and the last date of a range. */
  readonly between: DateForms;
  readonly either: DateForms;
  /** Forms with the number of a century. */
  readonly century: DateForms;
  /** Forms with the first year of a decade or of a century: “the 1750s”, “the 1700s”. */
  readonly decade: DateForms;
  readonly beforeChrist: DateForms;
  readonly afterChrist: DateForms;
  /** Forms for a part of a decade or a century, for which EDTF has no notation: “the early 1750s”. */
  readonly partOf?: DateForms;
  /** The names of spring, summer, autumn and winter, in this order. */
  readonly seasons: readonly [WordList, WordList, WordList, WordList];
  /** The numbers of centuries in words, from the first on. */
  readonly centuryOrdinals?: WordList;
}

/** The abbreviations of a language without their last full stop, by whether it may end a sentence. */
export interface Abbreviations {
  /** Titles, which never end a sentence: “Mr.” */
  readonly titles?: WordList;
  /** Other abbreviations that never end a sentence: “e.g.” */
  readonly connectives?: WordList;
  /**
   * Abbreviations that never end a sentence in texts in this language. In other languages they are
   * words or initials.
   */
  readonly neverLastHere?: WordList;
  /** Abbreviations that end no sentence before a number: “No. 10”, “Aug. 5”. */
  readonly counted?: WordList;
  /** Abbreviations that end a sentence if the next word looks like the beginning of one: “etc.” */
  readonly possiblyLast?: WordList;
}

/** A rule for the words that continue a sentence after a quotation that ends with a full stop. */
export interface QuotationContinuation {
  /** Matches the text up to the continuation. */
  readonly quoted: RegExp;
  /** Matches the text from the continuation on. */
  readonly particle: RegExp;
}

/** Numbers in words by which the parts of a text are headed: “Chapter One”, “Part the First”. */
export interface PartNumbers {
  readonly cardinals: WordList;
  readonly ordinals: WordList;
  /** The article that may precede an ordinal. */
  readonly article: string;
}

/** The words by which a reader cites a place of a work: “(ibid., p. 12)”. */
export interface CitationWords {
  /** Before the number of a page. */
  readonly pages: WordList;
  /** Before the number of another place: a verse, a section, a note. */
  readonly locators: WordList;
  /** Those of them, and of the units below, that count what one edition prints and not what the text has: its lines, columns, leaves, volumes, notes. */
  readonly printLocators?: WordList;
  /** Before the number of a note that is in brackets right after a word: “[note 3]”. */
  readonly notes?: WordList;
  /** After such a number, without a space: “12頁”. */
  readonly unitsAfter?: WordList;
  /** Small words beside names and numbers: “see”, “quoted in”. */
  readonly connectives: WordList;
  /** Source of a regular expression for words before a work that only quotes the words of another: “quoted in”. */
  readonly secondHand?: string;
  /** Source of a regular expression for words that refer to the work cited before: “ibid.” */
  readonly backReferences?: string;
}

/** The words above the letters of a volume. */
export interface LetterWords {
  /** Names of a letter before its number: “Letter 12”. */
  readonly names: WordList;
  /** Words before the recipient: “To the Board”. */
  readonly to: WordList;
  /** Sources of regular expressions for the recipient of the letter before: “the same”. */
  readonly same: readonly string[];
}
