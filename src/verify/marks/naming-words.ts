import type { Document, Person } from "../../corpus/document.ts";
import { elementAt } from "../../foundation/checked-access.ts";
import { type BuiltInSteps, lazyInSteps } from "../../foundation/lazy.ts";
import { memoizeByObject } from "../../foundation/memoize-by-object.ts";
import { LANGUAGES } from "../../language/languages/index.ts";
import { isNumberWord } from "../../language/numerals.ts";
import { CJK } from "../../language/scripts.ts";
import { isCharacterToken, tokenize, tokenKey } from "../../language/tokenizer.ts";
import { vocabularyOf } from "../../language/vocabulary.ts";
import { allWords, wordForAnd, wordPattern, wordsOf } from "../../language/word-lists.ts";
import {
  isCitationConnective,
  isLetterName,
  removePlaces,
  removeSecondHand,
  removeSourceLabel,
  separateContributors,
} from "./citation-remarks.ts";
import { namesOtherDate, removeDates } from "./written-dates.ts";

/** The words of titles, headings and names, which quotations may have beside those of passages. */
export interface NamingWords extends BuiltInSteps {
  /** Returns the lengths, in words, of the titles and headings that begin at `first` among the keys of a text. */
  headingLengthsAt(keys: readonly string[], first: number): readonly number[];
  /** Whether a text is a whole heading or title, and nothing more. */
  isHeading(text: string): boolean;
  /**
   * Removes the title of a document from a text, if it has several words and begins with no small letter. Others may be
   * words of a sentence.
   */
  removeTitle(text: string): string;
  /** Whether a word is in a title or in the name of a person. */
  isInName(key: string): boolean;
  /**
   * Returns what an attribution is under a document: one to another origin if it names another author, title or date than
   * the document has; one that nothing confirms if neither what the document says of its origin nor its passages have the
   * name, which is unknown if the document has no author; and only words if its form is that of a remark.
   */
  kindUnder(attribution: string, document: Document, use: NameUse): AttributionKind;
}

export type AttributionKind = (typeof ATTRIBUTION_KINDS)[number];

/** The kinds of attributions under several documents, of which the first that applies counts. */
export const ATTRIBUTION_KINDS = [
  "attribution",
  "unknown-origin",
  "unconfirmed-origin",
  "words",
  "other-origin",
] as const;

/** How passages use the words of an attribution. */
export interface NameUse {
  /** Whether those of the document have a word as a name. */
  isPrinted(name: string): boolean;
  /** Whether some of the corpus have a word with a small letter. */
  hasSmallLetter(word: string): boolean;
  /** Whether the words of the quotation are those of a speaker in the document: in quotation marks, or with a label. */
  readonly isSpeech: boolean;
}

/** The keys of the words of a title or a heading, in order. */
type Heading = readonly string[];

export function createNamingWords(documents: readonly Document[]): NamingWords {
  const words = lazyInSteps(function* () {
    const headings = new Set<string>();
    const titles = new Set<string>();
    // Many headings begin with the same words, but few of these have different lengths.
    const lengthsByStart = new Map<string, Set<number>>();
    const inNames = new Set<string>();
    const titleWords = new Set<string>();
    const firstNames = new Set<string>();
    for (const document of documents) {
      const { title, headings: own, names, people } = namesOf(document);
      if (writtenWordsOf(document.title).length > 1) titles.add(title.join(" "));
      else titleWords.add(title.join(" "));
      for (const key of originOf(document).firstNames) firstNames.add(key);
      for (const heading of own) {
        if (heading.length === 0) continue;
        headings.add(heading.join(" "));
        const start = heading.slice(0, 2).join(" ");
        const lengths = lengthsByStart.get(start) ?? new Set();
        lengthsByStart.set(start, lengths.add(heading.length));
      }
      for (const key of names) inNames.add(key);
      for (const person of people) for (const key of keysOfPerson(person)) inNames.add(key);
      yield;
    }
    return { headings, titles, titleWords, lengthsByStart, inNames, firstNames };
  });

  function lengthsAt(keys: readonly string[], first: number, among: ReadonlySet<string>) {
    const { lengthsByStart } = words();
    const [one = "", two] = [keys[first], keys[first + 1]];
    const starts = two === undefined ? [one] : [one, `${one} ${two}`];
    const lengths = starts.flatMap((start) => [...(lengthsByStart.get(start) ?? [])]);
    return lengths.filter(
      (length) =>
        first + length <= keys.length && among.has(keys.slice(first, first + length).join(" ")),
    );
  }

  const headingLengthsAt: NamingWords["headingLengthsAt"] = (keys, first) =>
    lengthsAt(keys, first, words().headings);

  /** Returns the longest title of a document in a text, in UTF-16 code units. */
  function findTitle(text: string): { readonly start: number; readonly end: number } | undefined {
    const tokens = tokenize(text);
    const keys = keysOf(text);
    const titles = tokens.flatMap(({ start }, first) =>
      /^\p{Ll}/u.test(text.slice(start))
        ? []
        : lengthsAt(keys, first, words().titles).map((length) => ({
            start,
            end: elementAt(tokens, first + length - 1).end,
          })),
    );
    // A title may begin with that of another document.
    return titles.sort((a, b) => b.end - b.start - (a.end - a.start))[0];
  }

  const kindUnder: NamingWords["kindUnder"] = (attribution, document, use) => {
    const contributed = separateContributors(attribution);
    const { names } = contributed;
    if (names.length > 0) {
      const kind = kindUnder(contributed.rest, document, use);
      const isNamed = (text: string) =>
        writtenWordsOf(text).some((word) => isName(word, document.language));
      const areKnown = isConfirmed(names.map(writtenWordsOf), false, document, use);
      // A translator is no author.
      const isShown = areKnown || isNamed(contributed.rest);
      return kind === "attribution" && !isShown ? "unconfirmed-origin" : kind;
    }
    if (MESSAGE_HEADER.test(attribution)) return "attribution";
    if (contradictsOrigin(attribution, document, use.isPrinted)) return "other-origin";
    if (mayBeRemark(attribution, document, use.isPrinted)) return "words";
    const { untitled, runs, isTitled, isReference } = namesIn(attribution);
    if (isConfirmed(runs, isReference, document, use)) {
      const isOther = !isTitled && namesOtherWork(untitled, document, use.isPrinted);
      return isOther ? "unconfirmed-origin" : "attribution";
    }
    // “Stop The Ships” begins with a word that is no name.
    const isCall = runs.some(
      ([first = "", ...others]) =>
        others.length > 0 &&
        isName(first, document.language) &&
        use.hasSmallLetter(first) &&
        !words().inNames.has(tokenKey(first)) &&
        !isOfName(first),
    );
    if (isCall) return "words";
    return originOf(document).authors.length === 0 ? "unknown-origin" : "unconfirmed-origin";
  };

  /**
   * Returns what an attribution has beside a title and a place, and the names in that but for a date, each as its words, with
   * whether there is a title and a verse.
   */
  function namesIn(attribution: string) {
    const text = removePlaces(removeSecondHand(removeSourceLabel(attribution)));
    const title = findTitle(text);
    const untitled =
      title === undefined ? text : `${text.slice(0, title.start)},${text.slice(title.end)}`;
    const rest = removeDates(untitled);
    const others = rest.replace(CAPITAL_WORDS, ",").split(/\p{P}+/u);
    const runs = [...(rest.match(CAPITAL_WORDS) ?? []), ...others].map(writtenWordsOf);
    return { untitled, runs, isTitled: title !== undefined, isReference: isReference(rest) };
  }

  /** Whether an attribution has no name, or that of someone whom the document has in what it says of its origin or who may have said the words. */
  function isConfirmed(
    runs: readonly (readonly string[])[],
    isReference: boolean,
    document: Document,
    { isPrinted, isSpeech }: NameUse,
  ): boolean {
    const { keys, personKeys } = originOf(document);
    const isAmong = (some: readonly string[]) => (name: string) =>
      some.some((one) => {
        const key = tokenKey(name);
        return isFormOf(key, one) || (isReference && abbreviates(key, one));
      });
    const [isOwn, isOfPerson] = [isAmong(keys), isAmong(personKeys)];
    // A document may mention anyone.
    const isKnown = (name: string) => isOwn(name) || (isSpeech && isPrinted(name));
    const named = runs
      .map((names) => names.filter((name) => isName(name, document.language)))
      .map(withoutTitles)
      .filter(({ length }) => length > 0);
    // Another title may have words of the document’s: only all of them, or the name of a person, confirm it.
    return (
      named.every((names) => names.every(isKnown)) ||
      named.some(
        (names) => names.every(isKnown) && names.some((name) => isOfPerson(name) || !isOwn(name)),
      )
    );
  }

  /**
   * Whether a citation has another title than those of the document next to the name of its author: names of which one is not of
   * its origin. Neither is the name of a publisher; one name after a small word or before a year may be a place.
   */
  function namesOtherWork(
    citation: string,
    document: Document,
    isPrinted: (name: string) => boolean,
  ): boolean {
    const { keys, personKeys } = originOf(document);
    const isAmong = (some: readonly string[]) => (name: string) =>
      some.some((one) => isFormOf(tokenKey(name), one));
    const [isOwn, isOfPerson] = [isAmong(keys), isAmong(personKeys)];
    const parts = citation.split(BETWEEN_PARTS).map((text) => {
      const names = writtenWordsOf(text).filter((word) => isName(word, document.language));
      return { text, names: withoutTitles(names) };
    });
    return parts.some(({ text, names }, at) => {
      const isBesideAuthor = [parts[at - 1], parts[at + 1]].some((one) =>
        one?.names.some(isOfPerson),
      );
      const mayBeTitle =
        !PUBLISHER.test(text) && names.length > (/^\s*\p{Ll}|\p{N}/u.test(text) ? 1 : 0);
      const isKnown =
        names.some(isOfPerson) || names.every((name) => isOwn(name) || isPrinted(name));
      return isBesideAuthor && mayBeTitle && !isKnown;
    });
  }

  /**
   * Whether an attribution has words of a remark by their form: one that is no name anywhere, beside no place (“Ridiculous,
   * 1907”), others next to the name of the author (“Poor Ada Quill”), a sentence in capital letters, or one with an article in
   * it (“Burn The Books”).
   */
  function mayBeRemark(
    attribution: string,
    document: Document,
    isPrinted: (name: string) => boolean,
  ): boolean {
    const own = originOf(document);
    const text = removeDates(removeSecondHand(removeSourceLabel(attribution)));
    const title = findTitle(text);
    const untitled =
      title === undefined ? text : `${text.slice(0, title.start)},${text.slice(title.end)}`;
    const runs = (untitled.match(CAPITAL_WORDS) ?? []).map(writtenWordsOf);
    const isKnown = (name: string) =>
      own.keys.includes(tokenKey(name)) || words().inNames.has(tokenKey(name));
    const isBesideAuthor = runs.some((names) => {
      const isAuthor = names.map((name) => own.authorKeys.includes(tokenKey(name)));
      const [first, last] = [isAuthor.indexOf(true), isAuthor.lastIndexOf(true)];
      return names.some(
        (name, at) =>
          first !== -1 && (at < first || at > last) && !isKnown(name) && !isOfName(name),
      );
    });
    if (isBesideAuthor || DOUBT.test(attribution)) return true;
    if (runs.some((names) => isSentence(names, document.language) && !names.every(isKnown)))
      return true;
    if (isReference(text) || removePlaces(text) !== text) return false;
    const names = writtenWordsOf(text).filter(
      (word) => /\p{L}/u.test(word) && !isCitationConnective(word),
    );
    const [name = ""] = names;
    const isCapital = /^\p{Lu}/u.test(name) && isName(name, document.language);
    return names.length === 1 && isCapital && !isKnown(name) && !isPrinted(name);
  }

  function contradictsOrigin(
    attribution: string,
    document: Document,
    isPrinted: (name: string) => boolean,
  ): boolean {
    const own = originOf(document);
    const text = removePlaces(removeSecondHand(removeSourceLabel(attribution)));
    const title = findTitle(text);
    if (title !== undefined) {
      const key = keysOf(text.slice(title.start, title.end)).join(" ");
      if (!own.titles.some((one) => one.includes(key))) return true;
    }
    if (namesOtherDate(text, document, own.text)) return true;
    const untitled =
      title === undefined ? text : text.slice(0, title.start) + text.slice(title.end);
    // The word before a year may be a name.
    const rest = removeDates(untitled);
    const names = writtenWordsOf(rest).filter((word) => isName(word, document.language));
    const keys = names.map(tokenKey);
    const isOwn = (key: string) => own.keys.some((one) => isFormOf(key, one));
    // The book of a verse, unless someone of that name speaks in the document.
    const isOtherTitle = keys.some((key) => words().titleWords.has(key)) && !keys.some(isOwn);
    if (isOtherTitle && !names.some(isPrinted)) return true;
    if (hasOtherHalf(rest, isOwn, own.firstNames)) return true;
    if (hasOtherInitial(rest, own.authors, own.authorKeys)) return true;
    if (isReference(rest) && namesOtherBook(names, document) && !names.some(isPrinted)) return true;
    const isOfLetter = (key: string) => isOwn(key) || own.recipients.includes(key);
    if (hasOtherPartner(rest, own.authorKeys, isOfLetter, isPrinted)) return true;
    // A name in another script may be that of the same person.
    if (!names.some((name) => own.authors.some((author) => areInOneScript(name, author)))) {
      return false;
    }
    if (keys.every((key) => own.recipients.includes(key))) return true;
    // Without spaces, another word may be next to the name: 林花说.
    const hasOwn = (key: string) =>
      CJK_WORD.test(key) && own.authorKeys.some((one) => one.length > 1 && key.includes(one));
    if (keys.some((key) => isOwn(key) || hasOwn(key))) return false;
    // A chapter and a verse are of a work whose name may be abbreviated.
    if (isReference(rest) && !keys.some((key) => words().inNames.has(key))) return false;
    // A speaker of the document is no author of it, and has a name in the text.
    return !names.some(isPrinted);
  }

  /** Whether a name has half of that of an author: another family name, or the first name of another person. */
  function hasOtherHalf(
    text: string,
    isOwn: (key: string) => boolean,
    firstNames: ReadonlySet<string>,
  ): boolean {
    const pairs = [...text.matchAll(TWO_NAMES)].map(([, one = "", other = ""]) =>
      [one, other].map(tokenKey),
    );
    return pairs.some(([one = "", other = ""]) => {
      const isFirst = firstNames.has(one) && !isOwn(other);
      return isFirst || (!isOwn(one) && words().firstNames.has(one) && isOwn(other));
    });
  }

  return {
    buildSome: words.buildSome,
    kindUnder,
    headingLengthsAt,
    isHeading(text) {
      const keys = keysOf(text);
      return headingLengthsAt(keys, 0).includes(keys.length);
    },
    removeTitle(text) {
      const title = findTitle(text);
      return title === undefined ? text : `${text.slice(0, title.start)} ${text.slice(title.end)}`;
    },
    isInName: (key) => words().inNames.has(key),
  };
}

const PUBLISHER_WORDS = allWords(({ publisherWords }) => publisherWords);
const CJK_WORD = new RegExp(`^[${CJK}]`, "u");
/** A word or a sign in the names of publishers. Without spaces around it, it is a part of a longer word: 岩波書店. */
const PUBLISHER = new RegExp(
  String.raw`&|(?<![\p{L}\p{M}])(?:${wordPattern(PUBLISHER_WORDS)})(?![\p{L}\p{M}])|${wordPattern(PUBLISHER_WORDS.filter((word) => CJK_WORD.test(word)))}`,
  "u",
);

/** The signs between an author, a work and what else a citation has. A hyphen or a full stop may be in any of these. */
const BETWEEN_PARTS = /[,;:()[\]{}\n\u2028"“”„«»‹›《》〈〉『』「」]+|\s[–—-]+\s|^\s*[–—-]+/u;

/** At the end of an attribution. */
const DOUBT = /[?？؟¿⁇⁈‽]\P{L}*$/u;

/** Words with capital letters, which initials may be among, one after the other. */
const CAPITAL_WORDS = /\p{Lu}[\p{L}\p{M}]*(?:\.?\s\p{Lu}[\p{L}\p{M}]*)*/gu;

const TITLE_BEFORE_NAME = new RegExp(
  `^(?:${wordPattern(LANGUAGES.flatMap(({ abbreviations, titlesOfAddress }) => [...wordsOf(abbreviations?.titles), ...wordsOf(titlesOfAddress)]))})$`,
  "u",
);

/** Whether a word belongs to any name: an initial, or a title before it. */
function isOfName(word: string): boolean {
  const written = word.charAt(0) + word.slice(1).toLowerCase();
  return /^\p{Lu}$/u.test(word) || TITLE_BEFORE_NAME.test(word) || TITLE_BEFORE_NAME.test(written);
}

/** Returns the words without those that belong to any name, if there are others. */
function withoutTitles(names: readonly string[]): readonly string[] {
  return names.every(isOfName) ? names : names.filter((name) => !isOfName(name));
}

/** Returns the keys of the names in a text, without the titles before them. */
export function nameKeysIn(text: string, language: string): readonly string[] {
  return withoutTitles(writtenWordsOf(text).filter((word) => isName(word, language))).map(tokenKey);
}

/** In capital letters, more words are a sentence. */
const MAX_CAPITALS = 3;

/** Whether words with capital letters may be a sentence: all in capitals, or with a stop word or a number among them. */
function isSentence(words: readonly string[], language: string): boolean {
  const { isQueryStopWord } = vocabularyOf(language);
  const areCapitals = words.length > MAX_CAPITALS && words.every((word) => !/\p{Ll}/u.test(word));
  const isPlain = (word: string) => word.length > 1 && isQueryStopWord(word.toLowerCase());
  const isNumber = (word: string) => isNumberWord(tokenKey(word), language);
  return areCapitals || words.slice(1).some(isPlain) || words.some(isNumber);
}

/** Whether the name of an author has another initial before it than those of that author’s names: “B. Quill” for Ada Quill. */
function hasOtherInitial(
  text: string,
  authors: readonly string[],
  authorKeys: readonly string[],
): boolean {
  const initials = new Set(authors.flatMap(writtenWordsOf).map((word) => tokenKey(word.charAt(0))));
  const areInitialsKnown = authors.some((author) => writtenWordsOf(author).length > 1);
  return (text.match(CAPITAL_WORDS) ?? []).map(writtenWordsOf).some(([first = "", ...names]) => {
    const isAuthor = names.some((name) => authorKeys.includes(tokenKey(name)));
    return areInitialsKnown && isAuthor && first.length === 1 && !initials.has(tokenKey(first));
  });
}

/** Whether a text has a chapter and a verse. */
function isReference(text: string): boolean {
  return /\p{N}[:.]\p{N}/u.test(text);
}

/**
 * Whether the names before a chapter and a verse are of another book than a document whose title is the name of one:
 * “Matthew” or “Mt” under Exodus, but not “Ex”.
 */
function namesOtherBook(names: readonly string[], document: Document): boolean {
  const { isQueryStopWord } = vocabularyOf(document.language);
  const title = writtenWordsOf(document.title).filter(
    (word) => /^\p{Lu}\p{L}/u.test(word) && !isQueryStopWord(word.toLowerCase()),
  );
  const [book] = title;
  if (book === undefined || title.length > 1) return false;
  const own = originOf(document).keys;
  const isForm = (name: string) => own.some((one) => abbreviates(tokenKey(name), one));
  return names.some((name) => areInOneScript(name, book)) && !names.some(isForm);
}

/** Whether a word has the first letter of another and further ones in their order: “Mt” for “Matthew”. */
export function abbreviates(word: string, other: string): boolean {
  if (word.charAt(0) !== other.charAt(0)) return false;
  let at = 0;
  for (const letter of other) if (letter === word.charAt(at)) at += 1;
  return at === word.length || word.startsWith(other);
}

/**
 * Whether an author of a document is joined by “and” to someone who is none, and whom its passages do not name: “Ada Quill & Tom Hale”.
 */
function hasOtherPartner(
  text: string,
  authors: readonly string[],
  isOwn: (key: string) => boolean,
  isPrinted: (name: string) => boolean,
): boolean {
  return [...text.matchAll(PARTNERS)].some(([, ...partners]) => {
    const names = partners.map(writtenWordsOf);
    const isAuthor = (some: readonly string[]) =>
      some.some((name) => authors.includes(tokenKey(name)));
    const isOther = (some: readonly string[]) =>
      !some.some((name) => isOwn(tokenKey(name)) || isPrinted(name));
    return names.some(isAuthor) && names.some(isOther);
  });
}

interface DocumentNames {
  readonly title: Heading;
  /** The title and the headings, as they are written. */
  readonly titles: readonly string[];
  readonly headings: readonly Heading[];
  readonly names: readonly string[];
  readonly people: ReadonlySet<Person>;
}

/** The number of a heading, which a quotation may leave out: “Chapter 1:”, “§ 2.”. */
const HEADING_LABEL =
  /^(?:[§¶#]{1,2}\s*|\p{L}+\.?\s+)?(?:\p{N}+(?:[.:]\p{N}+)*|[IVXLC]+)\s*[.:)–—-]\s*(?=\p{L})/u;

/** Returns a heading with and without its number. */
export function formsOfHeading(heading: string): readonly string[] {
  const unnumbered = heading.replace(HEADING_LABEL, "");
  return unnumbered === heading ? [heading] : [heading, unnumbered];
}

/** The names in a document, which a changed corpus has from the one before. */
const namesOf = memoizeByObject((document: Document): DocumentNames => {
  const { title, authors, from, to, named, passages } = document;
  const titles = [...new Set([title, ...passages.flatMap(({ headings }) => headings)])];
  return {
    title: keysOf(title),
    titles,
    headings: titles.flatMap(formsOfHeading).map(keysOf),
    names: [title, ...authors].flatMap(nameKeysOf),
    people: new Set([...from, ...to, ...named]),
  };
});

/** The origin of a document as it names it: the keys of its titles, those of all names, and the text of both. */
const originOf = memoizeByObject((document: Document) => {
  const { authors, from, to, work, sources, more } = document;
  const ownTitles = [
    document.title,
    ...(work === undefined ? [] : [work.title]),
    ...sources.flatMap((one) => [one.title, one["container-title"] ?? ""]),
    ...Object.values(more),
  ];
  const titles = [...namesOf(document).titles, ...ownTitles.slice(1)];
  const formsOf = (people: readonly Person[]) =>
    people.flatMap(({ name, forms, labels = {} }) => [name, ...forms, ...Object.values(labels)]);
  const byAuthors = [...authors, ...(work?.authors ?? []), ...formsOf(from)];
  const authorKeys = new Set(byAuthors.flatMap(nameKeysOf));
  const firstNames = byAuthors.flatMap((name) => {
    const [first = "", ...rest] = writtenWordsOf(name).map(tokenKey);
    return rest.length === 0 ? [] : [first];
  });
  const bySources = sources.flatMap(({ author }) =>
    author.map(({ family, given = "" }) => `${given} ${family}`),
  );
  const others = sources.flatMap((one) => [one.issued?.edtf ?? "", ...Object.values(one.more)]);
  const names = [...new Set([...titles, ...byAuthors, ...bySources, ...others])];
  return {
    authors: byAuthors,
    authorKeys: [...authorKeys],
    firstNames: new Set(firstNames),
    recipients: formsOf(to)
      .flatMap(nameKeysOf)
      .filter((key) => !authorKeys.has(key)),
    titles: names.map((one) => keysOf(one).join(" ")),
    keys: [...new Set(names.flatMap(nameKeysOf))],
    /** The names in its titles and those of its authors, but for its headings. */
    unheadedKeys: new Set(
      [...ownTitles, ...byAuthors, ...bySources, ...others].flatMap(nameKeysOf),
    ),
    personKeys: [...new Set([...byAuthors, ...bySources].flatMap(nameKeysOf))],
    text: names.join(" "),
  };
});

/** Whether an attribution has a name that a document has in a title of its own or in the name of an author. A heading is neither. */
export function namesOrigin(attribution: string, document: Document): boolean {
  const { unheadedKeys } = originOf(document);
  return nameKeysIn(attribution, document.language).some((key) =>
    [...unheadedKeys].some((own) => isFormOf(key, own)),
  );
}

const SCRIPTS = [
  "Latin",
  "Greek",
  "Cyrillic",
  "Hebrew",
  "Arabic",
  "Han",
  "Hangul",
  "Devanagari",
  "Thai",
].map((script) => new RegExp(String.raw`\p{Script=${script}}`, "u"));

function areInOneScript(name: string, other: string): boolean {
  return SCRIPTS.some((script) => script.test(name) && script.test(other));
}

const FULL_NAME = String.raw`\p{Lu}[\p{L}\p{M}.’'-]*(?:\s\p{Lu}[\p{L}\p{M}.’'-]*){0,3}`;
const AND = [...new Set(LANGUAGES.map(({ tags: [tag] }) => wordForAnd(tag)))].filter((word) =>
  /^\p{L}+$/u.test(word),
);
const PARTNERS = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(${FULL_NAME})\s(?:&|${wordPattern(AND)})\s(?=(${FULL_NAME}))`,
  "gu",
);

const TWO_NAMES = /(?<![\p{L}\p{N}])(\p{Lu}\p{Ll}[\p{L}\p{M}]*) (?=(\p{Lu}\p{Ll}[\p{L}\p{M}]*))/gu;

/** A family name in characters may have two. */
const MIN_ABBREVIATION = { letters: 3, characters: 2 } as const;

/** Whether the key of a word is one of a name, or of its beginning. */
export function isFormOf(key: string, name: string): boolean {
  const { letters, characters } = MIN_ABBREVIATION;
  const least = isCharacterToken(key) ? characters : letters;
  return key === name || (key.length >= least && name.startsWith(key));
}

/** Whether a word may be a name by how it is written, and more than an initial. */
function isName(word: string, language: string): boolean {
  if (/^\P{L}|^.$/u.test(word) || isCitationConnective(word) || isLetterName(word)) return false;
  return !/^\p{Ll}/u.test(word) && !vocabularyOf(language).isQueryStopWord(word.toLowerCase());
}

/** The name and the time above a message, which are of the person who quotes. */
const MESSAGE_HEADER = /^(?:[^\n]{1,40}?\s+[—–-]\s|\[)[^\n]*\n?[^\n]*\d{1,2}[:.]\d{2}/u;
const keysOfPerson = memoizeByObject(({ name, forms }: Person) =>
  [name, ...forms].flatMap(nameKeysOf),
);

/** Returns the keys of a name’s words, and of those that are written together in scripts of single characters. */
function nameKeysOf(name: string): readonly string[] {
  return [...new Set([...keysOf(name), ...writtenWordsOf(name).map(tokenKey)])];
}

/** Returns what is between the spaces and the punctuation of a text. */
export function writtenWordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** Returns the keys of the words of a text. */
export function keysOf(text: string): readonly string[] {
  return tokenize(text).map(({ start, end }) => tokenKey(text.slice(start, end)));
}
