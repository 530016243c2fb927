import { type PassagePositions, passageOfText } from "../../search/index/passage-positions.ts";
import { wordIdsOf } from "../words/word-ids.ts";

/** Knows the readings of words that are in brackets after them: 燈臺 of 등대, or とうだい of 灯台. */
export interface CharacterReadings {
  /** Whether nothing refutes that `reading` is that of the end of `word`. */
  isReadingKnown(word: string, reading: string): boolean;
  /** Whether a passage has the end of `word` with `reading` in brackets after it, so that it may be no addition. */
  isReadingPrinted(word: string, reading: string): boolean;
}

/** How many places are examined for a word with its reading. */
const MAX_PLACES = 50;
/** No word with a reading has more characters. */
const MAX_CHARACTERS = 8;

/**
 * Looks up readings in passages. Those of Chinese characters in Korean are known by the order in which Korean is sorted, or if a
 * passage has them in brackets after the word. Only a dictionary could refute one in kana or pinyin, so these count as known.
 */
export function createCharacterReadings({
  passages,
  positions,
}: PassagePositions): CharacterReadings {
  function isPrintedAfter(word: string, reading: string): boolean {
    const starts = positions.findPhrase(wordIdsOf(`${word}(${reading})`, positions));
    return starts.subarray(0, MAX_PLACES).some((position) => {
      const [{ textId, start } = { textId: 0, start: 0 }] = positions.spans(position, position + 1);
      const { text } = passageOfText({ passages }, textId).passage;
      return /^\s?[(（《]/u.test(text.slice(start + word.length));
    });
  }

  function isReadingPrinted(word: string, reading: string): boolean {
    const characters = endOf(word);
    return characters.some((_, first) => isPrintedAfter(characters.slice(first).join(""), reading));
  }

  return {
    isReadingPrinted,
    isReadingKnown(word, reading) {
      if (!/\p{Script=Hangul}/u.test(word.slice(-1) + reading)) return true;
      return areReadAlike(endOf(word), [...reading]) || isReadingPrinted(word, reading);
    },
  };
}

function endOf(word: string): readonly string[] {
  return [...word].slice(-MAX_CHARACTERS);
}

/** Sorts each Chinese character with the syllable by which it is read. */
const korean = new Intl.Collator("ko", { sensitivity: "base" });

/** Whether Chinese characters and Korean syllables, in either order or mixed, are read alike at the end of the longer text. */
function areReadAlike(word: readonly string[], reading: readonly string[]): boolean {
  return (
    reading.length <= word.length &&
    word.slice(-reading.length).every((one, index) => {
      const other = reading[index] ?? "";
      const [syllable, character] = HANGUL.test(one) ? [one, other] : [other, one];
      if (one === other) return true;
      return (
        HANGUL.test(syllable) &&
        soundsOf(syllable).some((sound) => korean.compare(sound, character) === 0)
      );
    })
  );
}

const HANGUL = /^[가-힣]$/u;

/** The first consonants of a syllable by their numbers in Unicode, and how many syllables each begins. */
const [N, R, NONE, SYLLABLES] = [2, 5, 11, 588] as const;
const FIRST_SYLLABLE = "가".charCodeAt(0);

/** Returns a syllable with the first consonants that it has lost, as at the beginning of a word: 여자 for 녀자, 노인 for 로인. */
function soundsOf(syllable: string): readonly string[] {
  const code = syllable.charCodeAt(0) - FIRST_SYLLABLE;
  const first = Math.floor(code / SYLLABLES);
  const lost = first === NONE ? [N, R] : first === N ? [R] : [];
  return [
    syllable,
    ...lost.map((other) =>
      String.fromCharCode(FIRST_SYLLABLE + (code % SYLLABLES) + other * SYLLABLES),
    ),
  ];
}
