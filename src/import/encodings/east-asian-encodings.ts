import { decode } from "./decode.ts";

/** An encoding of an East Asian script, with what its texts look like. */
interface EastAsianEncoding {
  /** The name of the WHATWG's Encoding Standard. */
  readonly name: string;
  /** The name in sentences. */
  readonly title: string;
  /** Its letters, and the share of them among all letters that are not ASCII. */
  readonly letters: RegExp;
  readonly minShare: number;
  /** Its most frequent letters, and their share among these letters. */
  readonly frequent: RegExp;
  readonly minFrequent: number;
}

const KANA = /[\u3041-\u3096\u30a1-\u30fa\u30fc]/gu;
const JAPANESE = /[\u3041-\u3096\u30a1-\u30fa\u30fc\p{Script=Han}]/gu;
const HAN = /\p{Script=Han}/gu;

/** The encodings in the order in which a text that fits several is read. */
const ENCODINGS: readonly EastAsianEncoding[] = [
  {
    name: "euc-kr",
    title: "EUC-KR (CP949)",
    letters: /\p{Script=Hangul}/gu,
    minShare: 0.7,
    frequent:
      /[이다는에의을가로하고지도사한자어인리기나를은서시대해그아라정있일게들과부수보만제전]/gu,
    minFrequent: 0.2,
  },
  {
    name: "shift_jis",
    title: "Shift_JIS",
    letters: JAPANESE,
    minShare: 0.8,
    frequent: KANA,
    minFrequent: 0.25,
  },
  {
    name: "euc-jp",
    title: "EUC-JP",
    letters: JAPANESE,
    minShare: 0.8,
    frequent: KANA,
    minFrequent: 0.25,
  },
  {
    name: "gb18030",
    title: "GB18030",
    letters: HAN,
    minShare: 0.9,
    frequent:
      /[的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过后作里之其不也曰以而为者所与有于人无子]/gu,
    minFrequent: 0.12,
  },
  {
    name: "big5",
    title: "Big5",
    letters: HAN,
    minShare: 0.9,
    frequent:
      /[的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過後作裡其曰者所與無]/gu,
    minFrequent: 0.12,
  },
];

/** Letters that such a text has, but next to none of them. */
const RARE = /[\ufffd\p{Co}\p{Script=Cyrillic}\p{Script=Greek}]/gu;

/**
 * A place in a word where a Latin letter touches another one. No text is full of them. Kana often touch the letters of a name,
 * and a single one in hiragana is a particle: “xがy”. One in katakana is a letter of another encoding: “chフeau”.
 */
const MIXED_WORD = new RegExp(
  [
    String.raw`[\p{Script=Han}\p{Script=Hangul}\uff61-\uff9f](?=\p{Script=Latin})`,
    String.raw`\p{Script=Latin}(?=[\p{Script=Han}\p{Script=Hangul}\uff61-\uff9f])`,
    String.raw`(?<=[a-z])[\u30a1-\u30fa\u30fc](?=[a-z]|\P{L}|$)`,
    String.raw`(?<!\p{L})[\u30a1-\u30fa\u30fc](?=[a-z])`,
  ].join("|"),
  "gu",
);

/** The maximum share of such places among the letters that are not ASCII. */
const MAX_MIXED = 0.2;

/**
 * Finds the East Asian encoding in which bytes are valid and their letters make a likely text. Undefined
 * if there is none. A text in an alphabet can be valid too, but its letters are not likely ones.
 */
export function findEastAsianEncoding(
  bytes: Uint8Array,
): { readonly name: string; readonly title: string } | undefined {
  return ENCODINGS.find((encoding) => {
    const text = decode(bytes, encoding.name);
    return text !== undefined && isLikely(text, encoding);
  });
}

/**
 * Letters that East Asian encodings have, those of half the width in words alone, and letters beside a Latin one, as only other
 * texts have them.
 */
const EAST_ASIAN =
  /(?![\uff61-\uff9f])[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}ー]|(?<=[\uff66-\uff9f])[\uff66-\uff9f]/gu;
const BESIDE_LATIN =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}](?=[a-z])|[a-z](?=[\p{Script=Han}\p{Script=Hangul}\p{Script=Katakana}])/iu;

/** How many such letters a few words have at least. */
const MIN_WORD = 2;

/**
 * Whether bytes are valid in an East Asian encoding and their letters make words between spaces, be they likely ones or not. A text
 * in an alphabet has letters beside spaces and letters of ASCII, so it is hardly ever valid.
 */
export function canBeEastAsian(bytes: Uint8Array): boolean {
  return ENCODINGS.some(({ name }) => {
    const text = decode(bytes, name);
    if (text === undefined || UNUSED.test(text) || BESIDE_LATIN.test(text)) return false;
    const own = count(text, EAST_ASIAN);
    return own >= MIN_WORD && own * 2 >= count(text, /(?![\0-\x7f])\p{L}/gu);
  });
}

/** The minimum numbers of letters, and of frequent ones, that show how the bytes of UTF-16 are ordered. */
const MIN_LETTERS = 4;
const MIN_FREQUENT = 2;

/**
 * Finds the byte order of UTF-16 in which bytes make a likely East Asian text. Such a text has few zero bytes, which
 * show the order of others. Undefined if neither order does.
 */
export function findEastAsianByteOrder(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  return (["utf-16le", "utf-16be"] as const).find((encoding) => {
    const text = decode(bytes, encoding);
    if (text === undefined || UNUSED.test(text)) return false;
    return ENCODINGS.some(
      (one) =>
        count(text, one.letters) >= MIN_LETTERS &&
        count(text, one.frequent) >= MIN_FREQUENT &&
        isLikely(text, one),
    );
  });
}

/** Characters that no text has, but that other bytes make in UTF-16. */
const UNUSED = /[\p{Cn}\p{Co}]|(?![\t\n\r\f])\p{Cc}/u;

function isLikely(
  text: string,
  { letters, minShare, frequent, minFrequent }: EastAsianEncoding,
): boolean {
  const foreign = count(text, /(?![\0-\x7f])\p{L}/gu);
  const own = count(text, letters);
  return (
    own > 0 &&
    own >= minShare * foreign &&
    count(text, frequent) >= minFrequent * own &&
    count(text, RARE) <= 0.05 * foreign &&
    count(text, MIXED_WORD) <= MAX_MIXED * foreign
  );
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
