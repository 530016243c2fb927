import { memoizeByObject } from "../foundation/memoize-by-object.ts";
import { memoizeByText } from "../foundation/memoize-by-text.ts";
import { applyFolds, fold, foldsOf } from "./fold.ts";
import type { LanguageProfile, WordList } from "./language-profile.ts";
import { findLanguage, LANGUAGES } from "./languages/index.ts";
import { KOREAN } from "./languages/ko.ts";
import { SOUTHEAST_ASIAN, UNSPACED } from "./scripts.ts";
import { isCharacterToken, tokenize } from "./tokenizer.ts";
import { allWords, wordForAnd, wordPattern, wordsOf } from "./word-lists.ts";

const UNMISTAKABLE = new RegExp(
  `^(?:${wordPattern(allWords(({ unmistakableNegations }) => unmistakableNegations).map(fold), ".*")})$`,
  "su",
);
const IN_ANY_LANGUAGE: ReadonlySet<string> = new Set(
  allWords(({ negations }) => negations).map(fold),
);

/** Whether a word of a text is in a list of words of the text’s language. */
type WordTest = (word: string, text: string) => boolean;

/**
 * Returns, for each language that has a list, the test of whether a word of a text is one of it. Letters that are different ones in
 * the language are compared as they are written: Spanish más is no mas. Words without accents are compared without them where
 * the text has none, or where they are in capitals.
 */
const testsByLanguage = (listOf: (language: LanguageProfile) => WordList | undefined) =>
  new Map(
    LANGUAGES.flatMap((language) => {
      const words = wordsOf(listOf(language));
      return words.length === 0 ? [] : [[language, wordTest(language.tags[0], words)] as const];
    }),
  );

function wordTest(tag: string, words: readonly string[]): WordTest {
  const folds = foldsOf(tag);
  const anyOf = (keys: readonly string[]) => new RegExp(`^(?:${wordPattern(keys, ".*")})$`, "su");
  const asWritten = anyOf(words.map((word) => applyFolds(word, folds)));
  const withoutAccents = anyOf(words.map(fold));
  // A text may have thousands of such words.
  const hasNoAccents = memoizeByText(1, (text) => applyFolds(text, folds) === fold(text));
  return (word, text) => {
    const key = fold(word);
    if (!withoutAccents.test(key)) return false;
    const written = applyFolds(word, folds);
    if (asWritten.test(written)) return true;
    return written === key && (word === word.toUpperCase() || hasNoAccents(text));
  };
}

const NEGATIONS = testsByLanguage(({ negations }) => negations);
const DENIALS = testsByLanguage(({ denials }) => denials);
const CONTRASTS = testsByLanguage(({ contrasts }) => contrasts);
const CONDITIONS = testsByLanguage(({ conditions }) => conditions);
const AMBIGUOUS_CONDITIONS = testsByLanguage(({ ambiguousConditions }) => ambiguousConditions);

const NEGATED_FORMS = new Map(
  LANGUAGES.flatMap((language) =>
    language.negatedForms === undefined
      ? []
      : [[language, new RegExp(`^(?:${language.negatedForms})$`, "u")] as const],
  ),
);
/**
 * Whether a word, folded or as it is written in a text, negates in the language with a BCP 47 tag: “sin” does in Spanish and
 * not in English. In a language without a list of negations, those of all languages count.
 */
export function isNegation(word: string, tag: string, text = word): boolean {
  const language = findLanguage(tag);
  const key = fold(word);
  const isListed = language && NEGATIONS.get(language);
  if (isListed?.(word, text) ?? IN_ANY_LANGUAGE.has(key)) return true;
  if (UNMISTAKABLE.test(key)) return true;
  return language !== undefined && NEGATED_FORMS.get(language)?.test(key) === true;
}

/** Whether the negations of a language, a BCP 47 tag, are listed, or their forms are, as those of Korean. */
export function hasListedNegations(tag: string): boolean {
  const language = findLanguage(tag);
  return language !== undefined && (NEGATIONS.has(language) || NEGATED_FORMS.has(language));
}

/** Whether the words of a language, a BCP 47 tag, that take back what precedes them are listed. */
export function hasListedContrasts(tag: string): boolean {
  const language = findLanguage(tag);
  return language !== undefined && CONTRASTS.has(language);
}

const REJECTION = new RegExp(
  `^(?:${wordPattern(allWords(({ rejections }) => rejections).map(fold), ".*")})$`,
  "su",
);

/**
 * Emoji that deny or doubt, and Discord’s names for them: those with “no”, “not”, “bad”, “cross”, “lie”, “question” or a word for
 * disbelief or disgust among their English keywords (Unicode CLDR, annotations), and some that are used so.
 */
const REJECTING_EMOJI =
  /[👎❌❎✖✗✘🚫⛔🛑🚮🗑🙅🤥🤡💩🧢🤮🤢🤦🤨🙄❓❔⁉🚩🖕]|:(?:-1|thumbs_?down|x|(?:negative_squared_)?cross_mark|heavy_multiplication_x|stop_sign|octagonal_sign|lying(?:_face)?|liar|clown(?:_face)?|poop|shit|hankey|(?:billed_)?cap|face_vomiting|nauseated_face|(?:\w+_)?facepalm(?:ing)?|(?:face_with_)?raised_eyebrow|rolling_eyes|(?:grey_)?question|interrobang|triangular_flag_on_post|middle_finger):/iu;

/** Whether a text has a word of any language, or an emoji, by which readers say that a quotation is not true: “fake”, “거짓”. */
export function isRejection(text: string): boolean {
  return REJECTING_EMOJI.test(text) || wordsIn(text).some((word) => REJECTION.test(fold(word)));
}

/** The maximum length of a word among tokens that are single characters. */
const MAX_CHARACTERS = 5;

/**
 * Returns the words that consecutive tokens, given by their keys, may be: each by itself, and in scripts whose tokens
 * are single characters also several together.
 */
export function wordsAmong(keys: readonly string[]): readonly string[] {
  return keys.flatMap((key, index) => {
    if (!isCharacterToken(key)) return [key];
    const following = keys.slice(index, index + MAX_CHARACTERS);
    const end = following.findIndex((one) => !isCharacterToken(one));
    const characters = end === -1 ? following : following.slice(0, end);
    return characters.map((_, last) => characters.slice(0, last + 1).join(""));
  });
}

const LOOKALIKES = new Map(
  LANGUAGES.flatMap((language) =>
    language.negationLookalikes === undefined
      ? []
      : [[language, new RegExp(wordPattern(wordsOf(language.negationLookalikes)), "gu")] as const],
  ),
);
/** Returns the regular expressions that languages have as source. */
const patternsByLanguage = (sourceOf: (language: LanguageProfile) => string | undefined) =>
  new Map(
    LANGUAGES.flatMap((language) => {
      const source = sourceOf(language);
      return source === undefined ? [] : [[language, new RegExp(source, "gu")] as const];
    }),
  );

const CONTRAST_FORMS = patternsByLanguage(({ contrastForms }) => contrastForms);
const CONDITION_FORMS = patternsByLanguage(({ conditionForms }) => conditionForms);
const NEGATED_ENDINGS = patternsByLanguage(({ negatedEndings }) => negatedEndings);
/** A letter of a script with spaces between words. */
const LETTER = String.raw`(?![${UNSPACED}${SOUTHEAST_ASIAN}])\p{L}`;
const DENYING_PHRASES = new Map(
  LANGUAGES.flatMap((language) =>
    language.denyingPhrases === undefined
      ? []
      : [
          [
            language,
            new RegExp(`(?<!${LETTER})(?:${language.denyingPhrases})(?!${LETTER})`, "giu"),
          ] as const,
        ],
  ),
);
const HANGUL = /\p{Script=Hangul}+/gu;

const BEFORE_HYPHEN = /(?<![\p{L}\p{M}])[\p{L}\p{M}]+(?=[-‐‑])/gu;

/**
 * Returns the words of a text that make what depends on them untrue, in a language with a BCP 47 tag: negations and
 * denials. Those in Korean script are words, or the beginnings of words, and not any characters of them.
 */
export function findNegations(text: string, tag: string): readonly string[] {
  const rest = withoutLookalikes(text, tag);
  const language = findLanguage(tag);
  const isDenial = language && DENIALS.get(language);
  const denials = [
    ...wordsIn(rest.replace(HANGUL, " ")),
    ...koreanIn(rest).flatMap((word) =>
      Array.from({ length: Math.min(MAX_CHARACTERS, word.length) }, (_, last) =>
        word.slice(0, last + 1),
      ),
    ),
  ].filter((word) => isDenial?.(word, rest));
  const phrases = formsIn(rest, DENYING_PHRASES, tag);
  return [...findOwnNegations(rest, tag), ...denials, ...phrases];
}

/** Whether a text in a language with a BCP 47 tag has a negation, other than words such as “refused”. */
export function hasNegation(text: string, tag: string): boolean {
  return findOwnNegations(withoutLookalikes(text, tag), tag).length > 0;
}

function findOwnNegations(text: string, tag: string): readonly string[] {
  return [
    ...wordsIn(text.replace(HANGUL, " ")).filter((word) => isNegation(word, tag, text)),
    ...(text.match(BEFORE_HYPHEN) ?? []).filter((word) => isNegation(`${word}-`, tag, text)),
    ...koreanIn(text).filter((word) => NEGATED_FORMS.get(KOREAN)?.test(word)),
    ...formsIn(text, NEGATED_ENDINGS, tag),
  ];
}

/** Returns what the pattern of a language with a BCP 47 tag finds in a text. */
function formsIn(
  text: string,
  patterns: ReadonlyMap<LanguageProfile, RegExp>,
  tag: string,
): readonly string[] {
  const language = findLanguage(tag);
  const pattern = language && patterns.get(language);
  return pattern === undefined ? [] : (text.match(pattern) ?? []);
}

function koreanIn(text: string): readonly string[] {
  return text.normalize("NFC").match(HANGUL) ?? [];
}

/** The abbreviation of “number” before one. */
const NUMBER_SIGN = /(?<!\p{L})(?:nos?\.|№)(?=\s?\p{N})/giu;

/** Puts spaces in the places of words that have the characters of a negation or of a “but” and are none. */
function withoutLookalikes(text: string, tag: string, isKept?: WordTest): string {
  const language = findLanguage(tag);
  const lookalikes = language && LOOKALIKES.get(language);
  const rest = text.replace(NUMBER_SIGN, " ");
  if (lookalikes === undefined) return rest;
  return rest.replace(lookalikes, (word) => (isKept?.(word, rest) ? word : " "));
}

/** Returns the words of a text that take back what precedes them, in a language with a BCP 47 tag: “but”. */
export function findContrasts(text: string, tag: string): readonly string[] {
  const language = findLanguage(tag);
  const isContrast = language && CONTRASTS.get(language);
  // Some are both: 不过 is a “but”, and its 不 is no negation.
  const rest = withoutLookalikes(text, tag, isContrast);
  return [
    ...wholeWordsIn(rest).filter((word) => isContrast?.(word, rest)),
    ...formsIn(rest, CONTRAST_FORMS, tag),
  ];
}

const prefixAtEnd = memoizeByObject(({ negatingPrefixes }: LanguageProfile) =>
  negatingPrefixes === undefined
    ? undefined
    : new RegExp(
        String.raw`(?<!\p{Script=Hangul})(?:${wordPattern(wordsOf(negatingPrefixes))})$`,
        "u",
      ),
);

/** Returns the prefix with which a text in a language, a BCP 47 tag, ends, if it negates the rest of a word: 不, 불. */
export function negatingPrefixAtEnd(text: string, tag: string): string | undefined {
  const language = findLanguage(tag);
  return (language && prefixAtEnd(language)?.exec(text.normalize("NFC")))?.[0];
}

const continuationOf = memoizeByObject(({ continuedSentence }: LanguageProfile) =>
  continuedSentence === undefined
    ? undefined
    : {
        verb: new RegExp(`${continuedSentence.verb}$`, "u"),
        ending: new RegExp(`^${continuedSentence.ending}`, "u"),
      },
);

/**
 * Whether a text in a language, a BCP 47 tag, ends with the verb of a sentence, and the text after it makes this a part of another
 * sentence in the same word: 간다 in 간다면.
 */
export function isContinuedSentence(text: string, following: string, tag: string): boolean {
  const language = findLanguage(tag);
  const continuation = language && continuationOf(language);
  if (continuation === undefined) return false;
  return (
    continuation.verb.test(text.normalize("NFD")) &&
    continuation.ending.test(following.normalize("NFC"))
  );
}

/** Whether the words after others in a clause, in a language with a BCP 47 tag, say whether these are so: its verb ends it. */
export function isVerbFinal(tag: string): boolean {
  return findLanguage(tag)?.isVerbFinal === true;
}

const beginningWith = (sources: readonly (string | undefined)[]) =>
  new RegExp(
    String.raw`^\s*(?:${sources.filter((source) => source !== undefined).join("|") || "(?!)"})(?!(?<=${LETTER})${LETTER})`,
    "iu",
  );
const provisoPatterns = memoizeByObject(
  ({ provisos, exceptions, reservations }: LanguageProfile) => ({
    sentence: beginningWith([provisos]),
    clause: beginningWith([provisos, exceptions]),
    reservation: beginningWith([reservations]),
  }),
);

/**
 * Returns the words with which a sentence or a clause in a language with a BCP 47 tag begins, if it excepts something from the
 * rule before it: “Provided that”. Undefined otherwise.
 */
export function findProviso(
  text: string,
  kind: "sentence" | "clause",
  tag: string,
): string | undefined {
  const language = findLanguage(tag);
  const [proviso] = (language && provisoPatterns(language)[kind].exec(text)) ?? [];
  return proviso?.trim();
}

/** Whether a clause in a language with a BCP 47 tag begins with a word that limits the clause before it: “however”. */
export function isReservation(clause: string, tag: string): boolean {
  const language = findLanguage(tag);
  return language !== undefined && provisoPatterns(language).reservation.test(clause);
}

/**
 * Whether a text in a language with a BCP 47 tag has a word that makes what is beside it depend on something: “if”, “only”.
 * Words that often mean something else, as “se” does, count only if they may.
 */
export function hasCondition(text: string, tag: string, mayBeAmbiguous = true): boolean {
  const language = findLanguage(tag);
  const isCondition = language && CONDITIONS.get(language);
  const isAmbiguous = language && AMBIGUOUS_CONDITIONS.get(language);
  if (isCondition === undefined) return false;
  return (
    wholeWordsIn(text).some(
      (word) => isCondition(word, text) && (mayBeAmbiguous || !isAmbiguous?.(word, text)),
    ) || formsIn(text, CONDITION_FORMS, tag).length > 0
  );
}

/** Returns the words of a text, of which those in Korean script are whole. */
function wholeWordsIn(text: string): readonly string[] {
  return [...wordsIn(text.replace(HANGUL, " ")), ...koreanIn(text)];
}

function wordsIn(text: string): readonly string[] {
  return wordsAmong(tokenize(text).map(({ start, end }) => text.slice(start, end)));
}

const conjunctionOf = memoizeByObject(
  ({ complementizers }: LanguageProfile) =>
    new RegExp(String.raw`^\s*(?:${wordPattern(wordsOf(complementizers))})(?![\p{L}\p{M}])`, "iu"),
);

/**
 * Whether a clause in a language, a BCP 47 tag, begins as one that is said, thought or doubted: “, dass der Müller …”. A
 * negation of the clause before it concerns it too.
 */
export function isComplementClause(clause: string, tag: string): boolean {
  const language = findLanguage(tag);
  return language?.complementizers !== undefined && conjunctionOf(language).test(clause);
}

const complementizerAtEnd = memoizeByObject(
  ({ complementizers, complementizersWithoutComma }: LanguageProfile) => {
    const words = [...wordsOf(complementizers), ...wordsOf(complementizersWithoutComma)];
    return words.length === 0
      ? undefined
      : new RegExp(String.raw`(?<![\p{L}\p{M}])(?:${wordPattern(words)})\s*$`, "iu");
  },
);

/** Whether a text in a language, a BCP 47 tag, ends with the word that begins what is said, thought or doubted: “It is not true that”. */
export function endsWithComplementizer(text: string, tag: string): boolean {
  const language = findLanguage(tag);
  return language !== undefined && complementizerAtEnd(language)?.test(text) === true;
}

/** Whether a text in a language, a BCP 47 tag, ends with a word that begins another clause of equal rank: “and”, “but”. */
export function endsWithConjunction(text: string, tag: string): boolean {
  const language = findLanguage(tag);
  const [last = ""] = /[\p{L}\p{M}]+\s*$/u.exec(text) ?? [];
  const isAnd =
    language !== undefined && last.trim().toLowerCase() === wordForAnd(language.tags[0]);
  return isAnd || findContrasts(last, tag).length > 0;
}
