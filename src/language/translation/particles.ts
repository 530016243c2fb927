/** The particles of Korean whose form depends on the sound before them, as messages write them. */
const PARTICLES: ReadonlyMap<string, readonly [afterConsonant: string, afterVowel: string]> =
  new Map([
    ["은(는)", ["은", "는"]],
    ["이(가)", ["이", "가"]],
    ["을(를)", ["을", "를"]],
    ["과(와)", ["과", "와"]],
    ["(으)로", ["으로", "로"]],
    // As in (이)라는, (이)나 and (이)며.
    ["(이)", ["이", ""]],
  ]);

const NOTATION = /은\(는\)|이\(가\)|을\(를\)|과\(와\)|\(으\)로|\(이\)/g;

/**
 * Replaces each particle that `literal` has in both forms, such as 은(는), by the one that fits the sound before it. `before` is
 * the text that precedes `literal`. After a sign or a letter whose sound is not known, both forms remain, as Korean writes them.
 */
export function attachParticles(literal: string, before: string): string {
  return literal.replace(NOTATION, (notation, offset: number) => {
    const sound = finalSound(before + literal.slice(0, offset));
    const forms = PARTICLES.get(notation);
    if (sound === undefined || forms === undefined) return notation;
    // After ㄹ it is 로, as after a vowel.
    const isVowel = sound === "vowel" || (sound === "ㄹ" && notation === "(으)로");
    return isVowel ? forms[1] : forms[0];
  });
}

/** The last sound of a text: for particles, a consonant is ㄹ or another one. */
type FinalSound = "vowel" | "ㄹ" | "consonant";

/** Returns the last sound of a text as Koreans read it aloud, past quotation marks and remarks in brackets. */
function finalSound(text: string): FinalSound | undefined {
  const word = withoutClosingMarks(text);
  const last = [...word].at(-1) ?? "";
  if (/\p{Script=Hangul}/u.test(last)) return soundOfHangul(last);
  if (/\d/.test(last)) return soundOfNumber(/\d+$/.exec(word)?.[0] ?? last);
  const [latin] = /\p{Script=Latin}+$/u.exec(word.normalize("NFC")) ?? [];
  if (latin !== undefined) return soundOfLatin(latin.normalize("NFD").replace(/\p{M}/gu, ""));
  return SOUNDS_OF_SIGNS.get(last);
}

/** Removes what is not read aloud at the end: closing marks, and a remark in parentheses after a word. */
function withoutClosingMarks(text: string): string {
  let rest = text;
  for (let previous = ""; previous !== rest; ) {
    previous = rest;
    rest = rest.replace(/[\p{Pf}\p{Po}\p{Sk}"'\]}》〉」』】…\s]+$/u, (marks) =>
      /^%/.test(marks) ? "%" : "",
    );
    // A bracket that nothing precedes is read.
    rest = rest.replace(/(?<=[^\s([{])\s*\([^()]*\)$/u, "").replace(/\)+$/, "");
  }
  return rest;
}

/** 퍼센트, 도, 플러스, and the like. */
const SOUNDS_OF_SIGNS: ReadonlyMap<string, FinalSound> = new Map([
  ["%", "vowel"],
  ["°", "vowel"],
  ["+", "vowel"],
  ["$", "vowel"],
  ["€", "vowel"],
  ["¥", "consonant"],
  ["₩", "consonant"],
]);

const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
/** The number of final sounds in Unicode’s order of syllables, where 0 is none. */
const FINALS = 28;
const FINAL_RIEUL = 8;

function soundOfHangul(letter: string): FinalSound {
  const code = letter.normalize("NFC").codePointAt(0) ?? 0;
  if (FIRST_SYLLABLE <= code && code <= LAST_SYLLABLE) {
    const final = (code - FIRST_SYLLABLE) % FINALS;
    return final === 0 ? "vowel" : final === FINAL_RIEUL ? "ㄹ" : "consonant";
  }
  // A single consonant is read by its name: 기역, 니은, 리을. In decomposed text, it ends a syllable.
  if (/[ㄹᆯ]/.test(letter)) return "ㄹ";
  return /[ㄱ-ㅎᆨ-ᇿ]/.test(letter) ? "consonant" : "vowel";
}

/** Returns the last sound of a number in Sino-Korean: 일, 이, 삼 …, 십, 백, 천, 만, 억, 조. */
function soundOfNumber(digits: string): FinalSound {
  const zeros = /0*$/.exec(digits)?.[0].length ?? 0;
  if (zeros === 0) return soundOfDigit(digits.at(-1) ?? "");
  // 10¹² to 10¹⁵ end in 조; all other powers of ten, and 0 itself, end in a consonant.
  return zeros < digits.length && zeros >= 12 && zeros <= 15 ? "vowel" : "consonant";
}

/** 일, 칠 and 팔 end in ㄹ; 삼 and 육 in other consonants. */
function soundOfDigit(digit: string): FinalSound {
  if (/[178]/.test(digit)) return "ㄹ";
  return /[036]/.test(digit) ? "consonant" : "vowel";
}

/** Returns the last sound of a word or an abbreviation in Latin letters. */
function soundOfLatin(word: string): FinalSound {
  const isSpelled = word.length === 1 || /^\p{Lu}+$/u.test(word) || !/[aeiouy]/i.test(word);
  if (isSpelled) {
    // 엘 and 알; 엠 and 엔; all other names of letters end in a vowel.
    if (/[lr]$/i.test(word)) return "ㄹ";
    return /[mn]$/i.test(word) ? "consonant" : "vowel";
  }
  // 스타일, 피플, 메일
  if (/l+$|(?<=.)le$/i.test(word)) return "ㄹ";
  // 김, 마크다운, 타임, 라인; 북, 토픽, 맵, 인터넷
  return /[mn]$|ng$|[aeiouy][mn]e$|(?<![aeiou])[aeiou](?:c|ck|k|p|t)$/i.test(word)
    ? "consonant"
    : "vowel";
}
