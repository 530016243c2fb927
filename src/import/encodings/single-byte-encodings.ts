import { decode } from "./decode.ts";
import { canBeEastAsian } from "./east-asian-encodings.ts";

/** A language as its texts look in the encodings that write it. */
interface LanguageProfile {
  /** The names of the WHATWG's Encoding Standard. Of two that fit equally well, the first is read. */
  readonly encodings: readonly string[];
  /** The letters beyond ASCII that most texts have, in lower case. */
  readonly frequent: string;
  /** Other letters of the alphabet. */
  readonly others?: string;
  /** Frequent words in ASCII that are not English. They show that a text is not. */
  readonly words?: readonly string[];
}

const WESTERN = ["windows-1252", "iso-8859-15", "macintosh", "ibm850", "ibm437"];
const CENTRAL = ["windows-1250", "iso-8859-2", "ibm852"];
const BALTIC = ["windows-1257", "iso-8859-4"];
const CYRILLIC = ["windows-1251", "koi8-r", "koi8-u", "ibm866", "iso-8859-5", "x-mac-cyrillic"];

const PROFILES: readonly LanguageProfile[] = [
  // Names of several languages, as in an English text.
  { encodings: WESTERN, frequent: "àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþßÿœšž" },
  { encodings: WESTERN, frequent: "äöüß", others: "é" },
  { encodings: WESTERN, frequent: "éèêàçâîôû", others: "ëïùœæ" },
  { encodings: WESTERN, frequent: "áéíóúñ", others: "ü¿¡" },
  { encodings: WESTERN, frequent: "ãçáéíóõêâ", others: "úàôü" },
  { encodings: WESTERN, frequent: "àèéìòù" },
  { encodings: WESTERN, frequent: "åäöøæ", others: "éü" },
  { encodings: WESTERN, frequent: "áéíóúýþðæö" },
  { encodings: WESTERN, frequent: "éëïèöü", others: "áíóúçñàêôâîû" },
  {
    encodings: CENTRAL,
    frequent: "ąćęłńóśźż",
    words: "nie jest oraz lub przez albo jego kto praw".split(" "),
  },
  {
    encodings: CENTRAL,
    frequent: "áčéěířšůýž",
    others: "ďňóťú",
    words: "nebo jako jeho jsou aby podle svobody ale tak".split(" "),
  },
  {
    encodings: CENTRAL,
    frequent: "áčéíľšťúýž",
    others: "äďĺňóôŕ",
    words: "alebo ako jeho aby nie pred slobody".split(" "),
  },
  {
    encodings: CENTRAL,
    frequent: "áéíóöőúüű",
    words: "hogy nem vagy az egy meg minden szabad van csak".split(" "),
  },
  {
    encodings: CENTRAL,
    frequent: "čćđšž",
    words: "ili koji koja kao svatko pravo bilo nije nisu su prema treba jedni".split(" "),
  },
  {
    encodings: CENTRAL,
    frequent: "ăâîşţ",
    words: "sau din pentru care este orice drepturile".split(" "),
  },
  {
    encodings: BALTIC,
    frequent: "ąčęėįšųūž",
    words: "ir kad kiekvienas arba turi yra bei kaip".split(" "),
  },
  {
    encodings: BALTIC,
    frequent: "āčēģīķļņšūž",
    words: "un vai ir uz kas visi viss bija".split(" "),
  },
  {
    encodings: BALTIC,
    frequent: "äöüõ",
    others: "šž",
    words: "ning kui tema igal oma selle mis".split(" "),
  },
  {
    encodings: ["windows-1254", "iso-8859-3", "ibm857"],
    frequent: "çğıöşü",
    others: "âî",
    words: "bir ve ile herkes veya olarak kendi gibi her".split(" "),
  },
  {
    encodings: ["iso-8859-3"],
    frequent: "ĉĝĥĵŝŭ",
    words: "kaj estas kiu devas havas tio sed oni ke ajn".split(" "),
  },
  {
    encodings: ["iso-8859-3"],
    frequent: "ċġħż",
    others: "àèéìòù",
    words: "hija kull tal dan lil jew minn".split(" "),
  },
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
    others: "ةىءأإآؤئحجخطظصضذثزشغپچژگٹڈڑںھہےک",
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

/** A capital letter after a small one, one of them beyond ASCII, or such a letter between a capital and a small one. */
const INNER_CAPITAL =
  /(?![\0-\x7f])\p{Ll}(?=\p{Lu})|\p{Ll}(?=(?![\0-\x7f])\p{Lu})|(?<=\p{Lu})(?![\0-\x7f])\p{Lu}(?=\p{Ll})/gu;

/** Two letters in a row beyond ASCII, which few words of a Latin alphabet have. */
const LATIN_PAIR = /(?![\0-\x7f])\p{Script=Latin}(?=(?![\0-\x7f])\p{Script=Latin})/gu;

/**
 * A sign within a word, the florin sign as well or as the first letter of words like “âge” and “âpre” (not in “ƒx”, a function), a
 * dash before its last consonant, a sign at its beginning that no word of its script begins with, an opening quotation mark at its
 * end, or a tone of Vietnamese that is not on a vowel.
 */
const INNER_SIGN =
  /(?<=\p{L})(?![\0-\x7f‘’–—…·\u00a0\u00ad])[\p{S}\p{P}\p{N}](?=\p{L})|(?<=\p{L})ƒ(?=\p{L})|ƒ(?=[cgmnpt]r?[e‚])|(?<=\p{L})[–—](?=[b-df-hj-np-tv-z](?![\p{L}.’']))|[¼½¾](?=\p{L}{2})|(?<![\p{L}\p{P}])[’¶](?=\p{Script=Greek})|(?<!\p{L})[‚„…†‡€‰‹‘’“”•–—™](?=\p{Script=Cyrillic})|(?<=\p{Script=Latin}['’]?)[‚„]|(?<![\p{L}\p{P}])[†‡](?=[a-z])|(?<![AEIOUYaeiouyĂÂÊÔƠƯăâêôơư])[\u0300\u0301\u0303\u0309\u0323]/gu;

/** The costs in bits of what is unlikely in a text. */
const COST = {
  ...{ mixed: 6, capital: 10, pair: 3, innerSign: 14, besideDigit: 8, alone: 3 },
  ...{ sign: 1.5, typography: 5, other: 8, foreign: 14 },
};

/** A word, or signs between spaces, with a character beyond ASCII. */
const WORD_BEYOND_ASCII = /[^\s\x80-\u{10ffff}]*[^\0-\x7f][^ \t\n\r\f]*/gu;

/** A letter beyond ASCII of an alphabet beside a digit. */
const BESIDE_DIGIT = /(?<=\d)(?![\0-\x7fªº])\p{L}|(?![\0-\x7fªº])\p{L}(?=\d)/gu;

/** A letter beyond ASCII that is a word of its own. */
const ALONE = /(?<![^\s\p{P}])(?![\0-\x7f])\p{L}(?![^\s\p{P}])/gu;

/** Punctuation of ASCII, in a class of a regular expression. */
const PUNCTUATION = "!-/:-@\\[-`{-~";

/**
 * Where signs are: beside letters, digits and punctuation of ASCII. Each pattern matches a sign with up to two characters on
 * each side of it.
 */
const PLACES = [
  ["’", String.raw`\p{L}’(?![\p{N}])|(?<![\p{L}\p{N}])’[\p{L}\p{N}]|[.,!?…]’`],
  ["“‘«„‚", String.raw`(?:^|[\sP])[“‘«„‚](?=[\s\p{L}\p{N}P])`],
  ["”’»“‘", String.raw`[\s\p{L}\p{N}P][”’»“‘](?:$|[\sP])`],
  ["–—•·×±÷", String.raw`(?:^|\s)[–—•·×±÷](?:$|\s)`],
  ["–—×·", String.raw`[\p{L}\p{N}P][–—×·](?=[\p{L}\p{N}P])`],
  ["…", String.raw`(?:^|[\s\p{L}P])…(?:$|[\sP])|(?:^|\s)…\p{L}`],
  ["£€¥±№§¶©", String.raw`(?:^|[\s(])[£€¥±№§¶©]\s?(?:[\p{L}\d]|$)`],
  ["§¶©®·•", String.raw`(?:^|\s)[§¶©®·•](?:$|\s)`],
  ["¢€£°½¼¾²³¹ªº×", String.raw`\d[¢€£°½¼¾²³¹ªº×](?!\d)`],
  ["½¼¾", String.raw`(?:^|\s)[½¼¾](?:$|[\sP])`],
  ["²³™®†‡", String.raw`\p{L}[²³™®†‡](?:$|[\sP])`],
  ["¿¡", String.raw`(?:^|[\sP“‘«])[¿¡]\p{L}`],
  ["\u00a0", String.raw`[\p{N}P]\u00a0|\u00a0[\p{N}P\p{S}]`],
  ["\u00ad", String.raw`\p{L}\u00ad\p{L}`],
].map(([signs = "", place = ""]) => ({
  signs,
  place: new RegExp(place.replace(/(?<!\\)P(?=[^{])/g, PUNCTUATION), "u"),
}));

/** The cost of an encoding other than windows-1252, which a few letters do not prove, and of one that hardly any file has. */
const RARITY = 12;
const GREAT_RARITY = 18;
const RARE_ENCODINGS = new Set(["iso-8859-3", "iso-8859-4", "ibm857"]);

/** The minimum number of different words of a language that prove it. */
const MIN_WORDS = 3;

/** The maximum cost of a character of a text that is likely. Read in the wrong encoding, texts cost 7.6 or more. */
const MAX_MEAN_COST = 7;

/** The minimum number of characters that can show that no reading is likely. */
const MIN_EVIDENCE = 20;

/** The minimum cost of odd words in a short text that another reading can explain. */
const MIN_ODDITY = 5;

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
  const words = new Set(
    Buffer.from(sample)
      .toString("latin1")
      .toLowerCase()
      .match(/[a-z]+/g),
  );
  let best: Candidate | undefined;
  for (const profile of PROFILES) {
    for (const encoding of profile.encodings) {
      const text = sampleText(encoding);
      if (text === undefined) continue;
      // Signs alone are those of a text in any language.
      if (profile.encodings !== WESTERN && !hasLetterOf(text, profile)) continue;
      const textCost = costOf(text, profile);
      const cost = textCost + (hasWordsOf(words, profile) ? 0 : rarityOf(encoding));
      if (best === undefined || cost < best.cost) {
        best = { encoding, cost, textCost, oddity: text.cost, length: text.length };
      }
    }
  }
  if (best === undefined) return undefined;
  if (best.length >= MIN_EVIDENCE) {
    return best.textCost <= MAX_MEAN_COST * best.length ? best.encoding : undefined;
  }
  // A few words such as “¿O¥x” are none of an alphabet if their bytes are letters of an East Asian encoding.
  const isOdd = best.oddity >= MIN_ODDITY || best.textCost > MAX_MEAN_COST * best.length;
  return isOdd && canBeEastAsian(sample) ? undefined : best.encoding;
}

/** A reading of a text. */
interface Candidate {
  readonly encoding: string;
  /** The cost of the characters. */
  readonly textCost: number;
  /** The cost of signs and letters that are beside each other in no word. */
  readonly oddity: number;
  /** The same as the cost of the characters, with that of the encoding. */
  readonly cost: number;
  readonly length: number;
}

function hasWordsOf(words: ReadonlySet<string>, { words: own = [] }: LanguageProfile): boolean {
  return own.filter((word) => words.has(word)).length >= MIN_WORDS;
}

function rarityOf(encoding: string): number {
  if (encoding === "windows-1252") return 0;
  return RARE_ENCODINGS.has(encoding) ? GREAT_RARITY : RARITY;
}

function hasLetterOf({ counts }: SampleText, { frequent }: LanguageProfile): boolean {
  return [...counts.keys()].some((character) => frequent.includes(character.toLowerCase()));
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
  // A word or a sign that comes again is no more evidence than it is once.
  const words = [...new Set(text.match(WORD_BEYOND_ASCII))];
  const counts = new Map<string, number>();
  const distinct = words.join(" ");
  let signs = 0;
  let length = 0;
  for (const { 0: character, index } of distinct.matchAll(/[^\0-\x7f]/gu)) {
    length += 1;
    if (!TYPOGRAPHY.has(character)) counts.set(character, (counts.get(character) ?? 0) + 1);
    else {
      const around = [
        distinct.slice(Math.max(0, index - 2), index),
        distinct.slice(index + 1, index + 3),
      ];
      signs += isInItsPlace(character, around.join(character)) ? COST.sign : COST.typography;
    }
  }
  const count = (pattern: RegExp) => distinct.match(pattern)?.length ?? 0;
  const cost =
    signs +
    COST.mixed * count(MIXED_SCRIPTS) +
    COST.capital * count(INNER_CAPITAL) +
    COST.pair * count(LATIN_PAIR) +
    COST.innerSign * count(INNER_SIGN) +
    COST.besideDigit * count(BESIDE_DIGIT) +
    COST.alone * count(ALONE);
  return { counts, length, cost };
}

/** Whether a sign is where texts have it. It is the middle of the text around it, which has up to two characters on each side. */
function isInItsPlace(sign: string, around: string): boolean {
  return PLACES.some(({ signs, place }) => signs.includes(sign) && place.test(around));
}

function costOf({ counts, cost }: SampleText, { frequent, others = "" }: LanguageProfile): number {
  const common = Math.log2(frequent.length) + 0.5;
  let total = cost;
  for (const [character, count] of counts) {
    const letter = character.toLowerCase();
    const isFrequent = frequent.includes(letter);
    const isOfLanguage = isFrequent || others.includes(letter);
    if (!isOfLanguage) total += count * COST.foreign;
    else total += count * (isFrequent && letter === character ? common : COST.other);
  }
  return total;
}
