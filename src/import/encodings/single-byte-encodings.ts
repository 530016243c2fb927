import { decode } from "./decode.ts";

/** A language as its texts look in the encodings that write it. */
interface LanguageProfile {
  /** The names of the WHATWG's Encoding Standard. Of two that fit equally well, the first is read. */
  readonly encodings: readonly string[];
  /** The letters beyond ASCII that most texts have, in lower case. */
  readonly frequent: string;
  /** Other letters of the alphabet. */
  readonly others?: string;
}

const WESTERN = ["windows-1252", "iso-8859-15", "macintosh", "ibm850", "ibm437"];
const CENTRAL = ["windows-1250", "iso-8859-2", "ibm852"];
const CYRILLIC = ["windows-1251", "koi8-r", "koi8-u", "ibm866", "iso-8859-5", "x-mac-cyrillic"];

const PROFILES: readonly LanguageProfile[] = [
  { encodings: WESTERN, frequent: "äöüß", others: "é" },
  { encodings: WESTERN, frequent: "éèêàçâîôû", others: "ëïùœæ" },
  { encodings: WESTERN, frequent: "áéíóúñ", others: "ü¿¡" },
  { encodings: WESTERN, frequent: "ãçáéíóõêâ", others: "úàôü" },
  { encodings: WESTERN, frequent: "àèéìòù" },
  { encodings: WESTERN, frequent: "åäöøæ", others: "éü" },
  { encodings: WESTERN, frequent: "áéíóúýþðæö" },
  { encodings: WESTERN, frequent: "éëïèöü", others: "áíóúçñàêôâîû" },
  { encodings: CENTRAL, frequent: "ąćęłńóśźż" },
  { encodings: CENTRAL, frequent: "áčéěířšůýž", others: "ďňóťú" },
  { encodings: CENTRAL, frequent: "áčéíľšťúýž", others: "äďĺňóôŕ" },
  { encodings: CENTRAL, frequent: "áéíóöőúüű" },
  { encodings: CENTRAL, frequent: "čćđšž" },
  { encodings: CENTRAL, frequent: "ăâîşţ" },
  { encodings: ["windows-1257"], frequent: "ąčęėįšųūž" },
  { encodings: ["windows-1257"], frequent: "āčēģīķļņšūž" },
  { encodings: ["windows-1257"], frequent: "äöüõ", others: "šž" },
  { encodings: ["windows-1254", "iso-8859-3"], frequent: "çğıöşü", others: "âî" },
  { encodings: ["iso-8859-3"], frequent: "ĉĝĥĵŝŭ" },
  { encodings: ["iso-8859-3"], frequent: "ċġħż", others: "àèéìòù" },
  {
    encodings: ["windows-1258"],
    frequent: "ăâđêôơư\u0300\u0301\u0303\u0309\u0323",
    others: "àáèéíóùú",
  },
  { encodings: CYRILLIC, frequent: "оеаинтсрвлкмдпуяыьзбг", others: "йчжхшюцщэфёъ" },
  { encodings: CYRILLIC, frequent: "оеаинтсрвлкмдпуяіїьзбг", others: "йчжхшюцщєґф" },
  { encodings: CYRILLIC, frequent: "оеаинтсрвлкмдпуяъзбг", others: "йчжхшюцщфь" },
  { encodings: CYRILLIC, frequent: "оеаинтсрвлкмдпуја", others: "љњђћџжчшзбгхцф" },
  {
    encodings: ["windows-1253", "iso-8859-7"],
    frequent: "αοειηνστρυκλπμωςάίόέή",
    others: "θγδύχφώβξζψϊϋΐΰ",
  },
  { encodings: ["windows-1255"], frequent: "יוהלאתמרבשנםדכעח", others: "ספקגזטןץףךצ" },
  {
    encodings: ["windows-1256", "iso-8859-6"],
    frequent: "االيمنترعبدسفقهكو",
    others: "ةىءأإآؤئحجخطظصضذثزشغپچژگ",
  },
  {
    encodings: ["windows-874"],
    frequent: "กงจดตทนบปมยรลวสหอะัาำิีึืุูเแไใ่้์",
    others: "ขคฆฉชซฌญฎฏฐฑฒณถธผฝพฟภฤศษฬฮฯโ็๊๋ๆ",
  },
];

/** Signs beyond ASCII that texts in any language have. */
const TYPOGRAPHY = new Set("“”„‘’‚–—…«»‹›§¶†‡°€£¢¥©®™•·´¿¡№½¼¾±×÷µ¹²³ªº\u00a0\u00ad");

/** Letters of a script and of another one, next to each other. */
const MIXED_SCRIPTS =
  /[a-z](?=[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}])|[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}](?=[a-z])/giu;

/** A capital letter after a small one, one of them beyond ASCII. */
const INNER_CAPITAL = /(?![\0-\x7f])\p{Ll}(?=\p{Lu})|\p{Ll}(?=(?![\0-\x7f])\p{Lu})/gu;

/** Two letters in a row beyond ASCII, which few words of a Latin alphabet have. */
const LATIN_PAIR = /(?![\0-\x7f])\p{Script=Latin}(?=(?![\0-\x7f])\p{Script=Latin})/gu;

/**
 * A sign within a word, one at its beginning that no word of its script begins with, an opening quotation mark at its
 * end, or a tone of Vietnamese that is not on a vowel.
 */
const INNER_SIGN =
  /(?<=\p{L})(?![\0-\x7f‘’–—…·\u00a0\u00ad])[\p{S}\p{P}\p{N}](?=\p{L})|[¼½¾](?=\p{L}{2})|(?<![\p{L}\p{P}])[’¶](?=\p{Script=Greek})|(?<!\p{L})[‚„…†‡€‰‹‘’“”•–—™](?=\p{Script=Cyrillic})|(?<=\p{Script=Latin}['’]?)[‚„]|(?<![\p{L}\p{P}])[†‡](?=[a-z])|(?<![AEIOUYaeiouyĂÂÊÔƠƯăâêôơư])[\u0300\u0301\u0303\u0309\u0323]/gu;

/** The costs in bits of what is unlikely in a text. */
const COST = { mixed: 6, capital: 10, pair: 3, sign: 8, typography: 5, other: 8, foreign: 14 };

/** The cost of a language other than those of windows-1252, which a few letters do not prove. */
const RARITY = 12;

/** The maximum cost of a character of a text that is likely. Read in the wrong encoding, texts cost 7.6 or more. */
const MAX_MEAN_COST = 7;

/** The minimum number of characters that can show that no reading is likely. */
const MIN_EVIDENCE = 20;

/** The maximum number of bytes that are compared: 64 KiB. */
const SAMPLE_BYTES = 64 * 1024;

/**
 * Finds the encoding of an alphabet in which bytes are valid and make the likeliest text: the letters
 * beyond ASCII are those of one language, and words are whole. Undefined if no reading is likely.
 */
export function findSingleByteEncoding(bytes: Uint8Array): string | undefined {
  const start = bytes.findIndex((byte) => byte > 0x7f);
  const sample = bytes.subarray(Math.max(0, start - 64)).subarray(0, SAMPLE_BYTES);
  const texts = new Map<string, SampleText | undefined>();
  const sampleText = (encoding: string) => {
    if (!texts.has(encoding)) texts.set(encoding, readSample(sample, encoding));
    return texts.get(encoding);
  };
  let best:
    | { readonly encoding: string; readonly cost: number; readonly length: number }
    | undefined;
  for (const profile of PROFILES) {
    for (const encoding of profile.encodings) {
      const text = sampleText(encoding);
      if (text === undefined) continue;
      const cost = costOf(text, profile) + (encoding === "windows-1252" ? 0 : RARITY);
      if (best === undefined || cost < best.cost) best = { encoding, cost, length: text.length };
    }
  }
  if (best === undefined) return undefined;
  const isLikely = best.cost - RARITY <= MAX_MEAN_COST * best.length;
  return isLikely || best.length < MIN_EVIDENCE ? best.encoding : undefined;
}

/** The characters beyond ASCII of a text in one encoding, and what its unlikely words cost. */
interface SampleText {
  readonly counts: ReadonlyMap<string, number>;
  readonly length: number;
  readonly cost: number;
}

/** Decodes a sample; undefined if it has characters that no text in the encoding has. */
function readSample(bytes: Uint8Array, encoding: string): SampleText | undefined {
  const text = decode(bytes, encoding);
  if (text === undefined || /[\x80-\x9f\p{Co}]/u.test(text)) return undefined;
  const counts = new Map<string, number>();
  let length = 0;
  for (const [character] of text.matchAll(/[^\0-\x7f]/gu)) {
    counts.set(character, (counts.get(character) ?? 0) + 1);
    length += 1;
  }
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  const cost =
    COST.mixed * count(MIXED_SCRIPTS) +
    COST.capital * count(INNER_CAPITAL) +
    COST.pair * count(LATIN_PAIR) +
    COST.sign * count(INNER_SIGN);
  return { counts, length, cost };
}

function costOf({ counts, cost }: SampleText, { frequent, others = "" }: LanguageProfile): number {
  const common = Math.log2(frequent.length) + 0.5;
  let total = cost;
  for (const [character, count] of counts) {
    const letter = character.toLowerCase();
    const isFrequent = frequent.includes(letter);
    const isOfLanguage = isFrequent || others.includes(letter);
    if (TYPOGRAPHY.has(character)) total += count * COST.typography;
    else if (!isOfLanguage) total += count * COST.foreign;
    else total += count * (isFrequent && letter === character ? common : COST.other);
  }
  return total;
}
