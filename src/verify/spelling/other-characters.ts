import { lazy } from "../../foundation/lazy.ts";
import { isHanNumeral } from "../../language/numerals.ts";

/**
 * Whether words may be the same in other characters: in simplified ones for traditional ones, in the newer Japanese ones for
 * the older, or in kana. Only a dictionary says which characters are variants, so this compares no more than their kinds.
 */
export function mayBeOtherCharacters(printed: string, quoted: string): boolean {
  const [own, other] = withoutCommonEnds([...printed], [...quoted]);
  if (own.length === 0 || other.length === 0) return false;
  if ([own, other].some((characters) => isHanNumeral(characters.join("")))) return false;
  if (isHan(own) && isKana(other)) return other.length <= own.length * MAX_READING;
  if (isHan(other) && isKana(own)) return own.length <= other.length * MAX_READING;
  return (
    own.length === other.length &&
    [
      [own, other],
      [other, own],
    ].some(([older = [], newer = []]) =>
      older.every((one, index) => one === newer[index] || isOlderForm(one, newer[index] ?? "")),
    )
  );
}

/** More kana than this are no reading of one character. */
const MAX_READING = 5;

const isHan = (characters: readonly string[]) =>
  characters.every((one) => /^[\p{Script=Han}々]$/u.test(one));
const isKana = (characters: readonly string[]) =>
  characters.every((one) => /^[\p{Script=Hiragana}\p{Script=Katakana}ー]$/u.test(one));

function withoutCommonEnds(
  own: readonly string[],
  other: readonly string[],
): readonly [readonly string[], readonly string[]] {
  const length = Math.min(own.length, other.length);
  let first = 0;
  while (first < length && own[first] === other[first]) first += 1;
  let last = 0;
  while (last < length - first && own.at(-1 - last) === other.at(-1 - last)) last += 1;
  return [own.slice(first, own.length - last), other.slice(first, other.length - last)];
}

/**
 * Whether a character is one that only texts in traditional characters have, and another one that texts in simplified ones have,
 * or only those in Japanese: the repertoires of Big5, GB 2312 and JIS X 0208.
 */
function isOlderForm(older: string, newer: string): boolean {
  const { big5, gb2312, jis } = repertoires();
  return (
    big5.has(older) &&
    !gb2312.has(older) &&
    (gb2312.has(newer) || (jis.has(newer) && !big5.has(newer)))
  );
}

const repertoires = lazy(() => ({
  big5: charactersOf("big5", [0xa4, 0xf9], [0x40, 0xfe]),
  // Its rows in GBK, which has more.
  gb2312: charactersOf("gbk", [0xb0, 0xf7], [0xa1, 0xfe]),
  jis: charactersOf("euc-jp", [0xb0, 0xf4], [0xa1, 0xfe]),
}));

/** The first and the last value of a byte. */
type ByteRange = readonly [first: number, last: number];

/** Returns the Chinese characters of an encoding that has two bytes for each. */
function charactersOf(encoding: string, first: ByteRange, second: ByteRange): ReadonlySet<string> {
  const decoder = new TextDecoder(encoding);
  const bytes: number[] = [];
  for (let lead = first[0]; lead <= first[1]; lead += 1) {
    for (let trail = second[0]; trail <= second[1]; trail += 1) bytes.push(lead, trail);
  }
  return new Set(decoder.decode(Uint8Array.from(bytes)).match(/\p{Script=Han}/gu));
}
