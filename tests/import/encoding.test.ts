import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode } from "../../src/import/encodings/decode.ts";
import { decodeText } from "../../src/import/shared/encoding.ts";
import { inEnglish } from "../in-english.ts";
import { runs } from "../thoroughness.ts";
import { textsOf } from "./passages.ts";
import { importError, importManuscript } from "./read-manuscripts.ts";

/** Encodes a text in an encoding of single bytes, which must have its characters. */
function encode(text: string, encoding: string): Uint8Array {
  const bytes = new Map(
    Array.from({ length: 256 }, (_, byte) => [decode(new Uint8Array([byte]), encoding), byte]),
  );
  return Uint8Array.from(text, (character) => {
    const byte = bytes.get(character);
    if (byte === undefined) throw new Error(`${encoding} has no ${character}.`);
    return byte;
  });
}

const SENTENCES: readonly (readonly [encodings: readonly string[], sentence: string])[] = [
  [
    ["windows-1252", "macintosh", "ibm850", "ibm437"],
    "der Wärter hörte die Brüder über das Schloß an der Küste",
  ],
  [
    ["windows-1252", "macintosh", "ibm850", "ibm437"],
    "le gardien a allumé la lampe près de la forêt où il a été élevé",
  ],
  [["windows-1252", "macintosh"], "la señora encendió la lámpara después de que llegó el capitán"],
  [["windows-1252", "macintosh"], "o capitão não acendeu a lâmpada até à manhã da navegação"],
  [
    ["windows-1250", "iso-8859-2", "ibm852"],
    "latarnik zapalił światło i usłyszał głośną łódź, więc poszedł ścieżką",
  ],
  [
    ["windows-1250", "iso-8859-2", "ibm852"],
    "strážce zapálil světlo, když přišel večer a loď připlula k břehu",
  ],
  [
    ["windows-1250", "iso-8859-2"],
    "az őr meggyújtotta a lámpát, és később fölment az erdőbe, ahol tűz égett",
  ],
  [["windows-1257"], "sargas uždegė žiburį, kai į uostą atplaukė trys laivai ir žmonės šaukė"],
  [["iso-8859-15"], "la sœur a vu le bœuf près de la forêt, et les œufs au cœur de l'été"],
  [
    ["iso-8859-3"],
    "ĉiu gardisto ĵus eklumigis sian lampon, ĉar antaŭ ĝi naĝis ĝojaj ŝipoj al ŝia ĉarma haveno",
  ],
  [["windows-1254", "iso-8859-3"], "bekçi akşam ışığı yaktı ve üç geminin geçtiğini gördü"],
  [
    ["windows-1251", "koi8-r", "ibm866", "iso-8859-5", "x-mac-cyrillic"],
    "смотритель зажег лампу вечером и увидел три корабля у берега",
  ],
  [
    ["windows-1251", "koi8-u", "iso-8859-5"],
    "доглядач запалив ліхтар увечері і побачив три кораблі, її човен",
  ],
  [
    ["windows-1253", "iso-8859-7"],
    "ο φύλακας άναψε το φως το βράδυ και είδε τρία πλοία στη θάλασσα. Άλλες νύχτες όχι",
  ],
  [["windows-1255"], "השומר הדליק את הפנס בערב וראה שלוש ספינות ליד החוף"],
  [["windows-1256"], "أشعل الحارس المصباح في المساء ورأى ثلاث سفن قرب الشاطئ"],
  [["windows-874"], "ผู้ดูแลจุดตะเกียงในตอนเย็นและเห็นเรือสามลำใกล้ชายฝั่ง"],
];

const CASES = SENTENCES.flatMap(([encodings, sentence]) =>
  encodings.map((encoding) => [encoding, sentence] as const),
);

describe("A text of an alphabet is decoded by its letters", () => {
  test.each(CASES)("in %s: %s", (encoding, sentence) => {
    const words = fc.shuffledSubarray(sentence.split(" "), {
      minLength: Math.min(sentence.split(" ").length, 7),
    });
    fc.assert(
      fc.property(words, fc.nat(20), (chosen, english) => {
        const text = `${"The lamp failed. ".repeat(english)}${chosen.join(" ")}, ${sentence}.`;
        expect(decodeText(encode(text, encoding))).toMatchObject({ text });
      }),
      { numRuns: runs(4) },
    );
  });
});

const VIETNAMESE = "Người gác đèn tháp nhìn ra biển, và những con thuyền đã trở về bến cũ";

/** Writes the tones of Vietnamese after their vowels, as windows-1258 has most of them. */
function withTonesApart(text: string): string {
  return text.replace(/\p{L}/gu, (letter) => {
    const [base = "", ...marks] = letter.normalize("NFD");
    const isTone = (mark: string) => /[\u0300\u0301\u0303\u0309\u0323]/u.test(mark);
    const vowel = (base + marks.filter((mark) => !isTone(mark)).join("")).normalize("NFC");
    return vowel + marks.filter(isTone).join("");
  });
}

test("Vietnamese in Windows-1258 is read by its letters and its tones", () => {
  const words = withTonesApart(VIETNAMESE).split(" ");
  fc.assert(
    fc.property(fc.shuffledSubarray(words, { minLength: 7 }), fc.nat(20), (chosen, english) => {
      const text = `${"The lamp failed. ".repeat(english)}${chosen.join(" ")}.`;
      expect(decodeText(encode(text, "windows-1258"))).toMatchObject({ text });
    }),
    { numRuns: runs(20) },
  );
});

test.each([
  [["ibm850", "ibm437", "windows-1252", "macintosh"], "Il vit « l'été », dit-il, où ça ?"],
  [
    ["ibm850", "ibm437", "windows-1252", "macintosh"],
    "Le soir ; « l'été », dit-il, où ça ? Il est à 5 lieues.",
  ],
  [["ibm850", "windows-1252"], "Den gamle å så år og dage"],
  // Signs of Windows-1252 whose bytes are letters in the code pages of DOS.
  [["windows-1252"], "Er sagte: ‚Ach‘, und ging nach „Haus“, † 1871."],
  [["windows-1252"], "The keeper†, his “boat”‡ and the ‘bell’ …"],
  [["windows-1252"], "Nous — l’été — ‡ Voir plus bas … l’œuvre"],
])("Signs are where words have them in %j: %s", (encodings, text) => {
  for (const encoding of encodings) {
    expect(decodeText(encode(text, encoding))).toMatchObject({ text });
  }
});

test("A sentence in Mac Cyrillic begins with its capital, and not with a sign of another encoding", () => {
  for (const capital of "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЭЮЯ") {
    const text = `${capital}се счастливые семьи похожи друг на друга.`;
    expect(decodeText(encode(text, "x-mac-cyrillic"))).toMatchObject({ text });
  }
});

/** Encodes a text in an encoding of one or two bytes for each character. */
function encodeEastAsian(text: string, encoding: string): Uint8Array {
  if (encoding.startsWith("utf-16")) {
    const bytes = Buffer.from(text, "utf16le");
    return encoding === "utf-16be" ? bytes.swap16() : bytes;
  }
  const missing = new Set([...text].filter((character) => character > "\x7f"));
  const codes = new Map<string, readonly number[]>();
  const addCode = (...code: readonly number[]) => {
    const character = decode(new Uint8Array(code), encoding);
    if (character !== undefined && missing.delete(character)) codes.set(character, code);
  };
  for (let lead = 0x81; lead < 0xff; lead++) {
    addCode(lead);
    for (let trail = 0x40; trail < 0xff; trail++) addCode(lead, trail);
  }
  return Uint8Array.from(
    [...text].flatMap((character) => codes.get(character) ?? [character.charCodeAt(0)]),
  );
}

const EAST_ASIAN: readonly (readonly [
  encodings: readonly string[],
  sentences: readonly string[],
])[] = [
  [
    ["euc-kr", "utf-16le", "utf-16be"],
    [
      "등대의 불은 아직 꺼지지 않았소.",
      "어젯밤에는 배 세 척이 곶을 지나갔고 종을 쳤습니다.",
      "그는 책을 읽다가 잠이 들었다.",
    ],
  ],
  [
    ["shift_jis", "euc-jp", "utf-16le", "utf-16be"],
    ["灯台守は船を三艘数えた。", "夜に灯が消えたのである。", "彼は「もう帰ろう」と言った。"],
  ],
  [
    ["gb18030", "utf-16le", "utf-16be"],
    ["守灯人数了三艘船，灯灭了。", "他说他不会再来了，因为路太远。", "我们在老磨坊旁边见面。"],
  ],
  [
    ["big5", "utf-16le", "utf-16be"],
    ["守燈人數了三艘船，燈滅了。", "他說他不會再來了，因為路太遠。", "我們在老磨坊旁邊見面。"],
  ],
];

describe("An East Asian text is decoded by its letters, with or without English beside it", () => {
  const cases = EAST_ASIAN.flatMap(([encodings, sentences]) =>
    encodings.map((encoding) => [encoding, sentences] as const),
  );
  test.each(cases)("in %s: %s", (encoding, sentences) => {
    const chosen = fc.array(fc.constantFrom(...sentences, "The lamp was lit.", "7 ships"), {
      minLength: 1,
      maxLength: 8,
    });
    const isEastAsian = (texts: readonly string[]) => texts.some((text) => text > "\x7f");
    fc.assert(
      fc.property(chosen.filter(isEastAsian), fc.constantFrom("\n\n", " ", ""), (texts, space) => {
        const text = texts.join(space);
        expect(decodeText(encodeEastAsian(text, encoding))).toMatchObject({ text });
      }),
      { numRuns: runs(6) },
    );
  });

  test("An encoding with escape sequences that cannot be decoded is refused", () => {
    const korean = Buffer.from("\x1b$)C\x0eGQ1[\x0f lamp\n", "latin1");
    const result = decodeText(korean);
    expect("error" in result && inEnglish(result.error)).toMatch(/Name it with `--encoding`/);
  });
});

test("A quotation mark or a single letter beyond ASCII changes nothing else", () => {
  const typewritten = "It was a naïve “lamp”, half a café’s, and cost 2½ francs.";
  expect(decodeText(encode(typewritten, "windows-1252"))).toMatchObject({ text: typewritten });
  const typeset = "It was the keeper’s “lamp”, and nobody’s.";
  for (const encoding of ["windows-1252", "macintosh"]) {
    expect(decodeText(encode(typeset, encoding))).toMatchObject({ text: typeset });
  }
});

test("A French text of DOS with circumflexes is none in Japanese, however short it is", () => {
  const words = ["un château", "le mât", "des ânes", "un gâteau", "le bât"];
  const phrase = (some: readonly string[]) =>
    fc.subarray([...some], { minLength: 1 }).map((chosen) => `Il y a ${chosen.join(", ")}.`);
  const decoded = (text: string) => decodeText(encode(text, "ibm850"));
  fc.assert(
    fc.property(phrase(words), fc.nat(3), (french, english) => {
      const text = `${"The lamp failed. ".repeat(english)}${french}`;
      expect(decoded(text)).toMatchObject({ text });
    }),
    { numRuns: runs(30) },
  );
  fc.assert(
    fc.property(phrase([...words, "l'hôtel", "une île", "le siècle"]), (french) => {
      expect(JSON.stringify(decoded(french))).not.toMatch(/[\p{sc=Han}\p{sc=Katakana}]/u);
    }),
    { numRuns: runs(60) },
  );
});

test("Japanese is read with single particles between words in Latin letters", () => {
  const word = fc.constantFrom(
    "x",
    "map",
    "body",
    "status",
    "setter",
    "vitest",
    "Webサイト",
    "aタグ",
  );
  const particle = fc.constantFrom("は", "が", "を", "の", "と", "へ", "で");
  const sentence = fc.array(fc.tuple(word, particle), { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(sentence, fc.constantFrom("shift_jis", "euc-jp"), (parts, encoding) => {
      const text = `${parts.flat().join("")}書く。`;
      expect(decodeText(encodeEastAsian(text, encoding))).toMatchObject({ text });
    }),
    { numRuns: runs(30) },
  );
});

test("The florin sign of functions and amounts is none of DOS", () => {
  const name = fc.constantFrom("ƒx", "ƒa", "ƒmax", "ƒabel", "(ƒ)", "dƒ");
  const german = fc.constantFrom("größer für alle Wärter", "Öl für Schiffe", "über die Größe");
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 2 }), german, (names, words) => {
      const text = `Die Lampe ${names.join(" und ")} brannte, ${words} und die Wärter hüten sie.`;
      expect(decodeText(encode(text, "windows-1252"))).toMatchObject({ text });
    }),
    { numRuns: runs(30) },
  );
});

test("Japanese is read with names in Latin letters, and with kana of half the width", () => {
  const part = fc.constantFrom(
    ...[
      "昨夜、灯台の灯は消えませんでした。",
      "webのlogをpierに置いた。",
      "船長はNoreのAdaと話した。",
    ],
    ...["ﾗﾝﾌﾟが燃えていました。", "三艘の船がCape Noreを通りました。"],
  );
  fc.assert(
    fc.property(
      fc.constantFrom("shift_jis", "euc-jp"),
      fc.array(part, { minLength: 1, maxLength: 6 }),
      (encoding, parts) => {
        const text = `昨夜、灯台の灯は消えませんでした。${parts.join("")}`;
        expect(decodeText(encodeEastAsian(text, encoding))).toMatchObject({ text });
      },
    ),
    { numRuns: runs(12) },
  );
});

test("Bytes that make no likely text in any encoding are refused", () => {
  const bytes = Uint8Array.from({ length: 400 }, (_, index) =>
    index % 5 === 4 ? 0x20 : 0x80 + ((index * index * 7 + index * 31) % 128),
  );
  const result = decodeText(bytes);
  expect("error" in result && inEnglish(result.error)).toMatch(/Name it with `--encoding`/);
});

test("HZ is read by its signs, and a program with such signs is not", () => {
  const hz =
    "Zhang: ~{5FK~?4JXHKJ}AKH}KR4,!#~} (1899)\n\n~{R9@o5FCpAK~}~~~\n~{#,K{SV5cIOAKK|!#~}\n";
  expect(decodeText(Buffer.from(hz))).toMatchObject({
    text: "Zhang: 灯塔看守人数了三艘船。 (1899)\n\n夜里灯灭了~，他又点上了它。\n",
  });
  for (const other of ["x = ~{ab~} + ~{cd~};", "a ~{", `${"~{5F".repeat(9)}~}`]) {
    expect(decodeText(Buffer.from(other))).toEqual({ text: other, remarks: [] });
  }
});

describe("UTF-8 that was encoded twice", () => {
  const words = fc.constantFrom(
    "café",
    "–",
    "“oui”",
    "Größe",
    "日本語",
    "лампа",
    "naïve",
    "lamp",
    "1907",
  );
  const texts = fc
    .array(words, { minLength: 1, maxLength: 12 })
    .map((all) => `${all.join(" ")}.\n`);
  const beyondAscii = (text: string) => text.match(/[^\0-\x7F]/gu)?.length ?? 0;
  const encodeTwice = (text: string) =>
    new TextEncoder().encode(decode(new TextEncoder().encode(text), "windows-1252") ?? "");

  test("is read as it was before, with or without a byte order mark", () => {
    fc.assert(
      fc.property(texts, fc.boolean(), fc.boolean(), (text, isMarked, isLatin1) => {
        fc.pre(beyondAscii(text) >= 3);
        const twice = isLatin1
          ? Buffer.from(Buffer.from(text).toString("latin1"))
          : encodeTwice(text);
        const bytes = Uint8Array.of(...(isMarked ? [0xef, 0xbb, 0xbf] : []), ...twice);
        const decoded = decodeText(bytes);
        expect(decoded).toMatchObject({ text });
        expect("remarks" in decoded ? decoded.remarks.map(inEnglish) : []).toEqual([
          "A program had encoded this UTF-8 a second time, such as “cafÃ©” for “café”. That was undone.",
        ]);
      }),
      { numRuns: runs(60) },
    );
  });

  test("is only such if all of the text is, and not for a sign or two", () => {
    fc.assert(
      fc.property(texts, fc.constantFrom("é", "ü", "Ã ", "漢"), (text, own) => {
        const garbled = decode(new TextEncoder().encode(text), "windows-1252") ?? "";
        for (const mixed of [`${garbled} ${own}`, text, "He wrote cafÃ© and thÃ©."]) {
          expect(decodeText(new TextEncoder().encode(mixed))).toMatchObject({ text: mixed });
        }
      }),
      { numRuns: runs(40) },
    );
  });
});

/** Sentences of English texts with signs and with names of other languages. */
const ENGLISH_WITH_SIGNS = [
  "It’s the keeper’s boat.",
  "The oil was £5 a gallon.",
  "© 1999 by the Society of the Lamp.",
  "He rode 3½ miles.",
  "It was 40° in the sun.",
  "See § 5 of the Act.",
  "See ¶ 5 and § 6 of the Act.",
  "He came – and left.",
  "He waited … and left.",
  "It cost €5.",
  "It cost 5¢ or ¥500.",
  "The Lamp™ was lit.",
  "a • b",
  "The press · Boston",
  "It was 3 × 4 ± 1 feet.",
  "It was 5\u00a0km away.",
  "The 1º and the 2ª came.",
  "DRAMATIS PERSONÆ",
  "The Encyclopædia says so.",
  "Æthelred and Ælfric came.",
  "The Œuvres of the man.",
  "Bjørn came home with BJØRN and JÓHANN.",
  "Þórr and Óðinn came.",
  "François and Étienne came.",
  "Müller and Weiß came to Köln.",
  "El Niño and a naïve plan.",
  "Ångström lived in Malmö.",
];

test("An English text in Windows-1252 has the signs and names that it has, however often they come again", () => {
  const rest = "The keeper sat down at the fire of the house and told a story to the children.";
  fc.assert(
    fc.property(
      fc.subarray(ENGLISH_WITH_SIGNS, { minLength: 1, maxLength: 5 }),
      fc.constantFrom(1, 4, 20),
      (sentences, count) => {
        const text = Array.from({ length: count }, () => [...sentences, rest].join("\n")).join(
          "\n",
        );
        expect(decodeText(encode(text, "windows-1252"))).toMatchObject({ text });
      },
    ),
    { numRuns: runs(100) },
  );
});

test.each([
  ["windows-1250", "Minden ember szabadnak születik, és egyenlő méltósága van; az ész nem egy ok."],
  ["iso-8859-2", "Minden ember szabadnak születik, és egyenlő méltósága van; az ész nem egy ok."],
  ["iso-8859-4", "Visi cilvēki piedzimst brīvi un viņiem ir saprāts, kas izturas brālības garā."],
  ["ibm857", "Bütün insanlar hür doğar, onur ve haklar bakımından eşittir; akıl ile."],
  ["windows-1256", "تمام انسان آزاد اور حقوق و عزت کے اعتبار سے برابر پيدا ہوئے ہيں"],
])("A short text in %s is read by its letters and its words: %s", (encoding, text) => {
  expect(decodeText(encode(text, encoding))).toMatchObject({ text });
});

test("The encoding that the head of a text declares comes before a guess", () => {
  const title = "Bjżrn Bjżrn";
  for (const line of ["Character set encoding: ISO-8859-3", "-*- coding: iso-8859-3 -*-"]) {
    const text = `The Lamp\n${line}\n\n${title}`;
    expect(decodeText(encode(text, "iso-8859-3"))).toEqual({ text, remarks: [] });
  }
  const ascii = "Character set encoding: ASCII\n\nDer Wärter hörte die Brüder.";
  expect(decodeText(encode(ascii, "macintosh"))).toMatchObject({ text: ascii });
});

test("A few zero bytes in UTF-8 are control characters, and many are no text", () => {
  const lamp = "The lamp, the café and the pier. ";
  const bytes = (zeros: number) => Buffer.from(lamp.repeat(20) + "\0".repeat(zeros));
  expect(decodeText(bytes(3))).toMatchObject({ text: lamp.repeat(20) });
  expect(decodeText(bytes(200))).toHaveProperty("error");
});

test.each([
  ["Shift_JIS", [0x93, 0x94, 0x91, 0xe4]],
  ["EUC-JP", [0xc5, 0xf5, 0xc2, 0xe6]],
  ["Big5", [0xbf, 0x4f, 0xa5, 0x78]],
  ["GBK", [0x9f, 0xf4, 0xcc, 0xa8]],
])(
  "An English text with a word in %s is refused, and not read as signs and letters",
  async (_, word) => {
    const english = (text: string) => [...new TextEncoder().encode(text)];
    const bytes = [
      ...english("The keeper wrote "),
      ...word,
      ...english(" on the wall that night."),
    ];
    expect(await importError("a.txt", new Uint8Array(bytes))).toContain("`--encoding`");
  },
);

test.each([
  ["windows-1252", [0xc9, 0x74, 0xe9], "Été"],
  ["windows-1252", [0x4e, 0xee, 0x6d, 0x65, 0x73], "Nîmes"],
  ["windows-1252", [0xd1, 0x61, 0x6e, 0x64, 0x75], "Ñandu"],
  ["windows-1252", [0x93, 0xc7, 0x61, 0x94], "“Ça”"],
])("An English text with a word in %s is read: %j", async (_, word, text) => {
  const english = (words: string) => [...new TextEncoder().encode(words)];
  const bytes = [...english("The keeper wrote "), ...word, ...english(" on the wall that night.")];
  expect(textsOf(await importManuscript("a.txt", new Uint8Array(bytes)))).toEqual([
    `The keeper wrote ${text} on the wall that night.`,
  ]);
});

test.each(["utf-16le", "utf-16be"])(
  "%s without a mark is read with a few letters of other scripts",
  async (order) => {
    const text = "The keeper wrote 燈台 on the wall, and 등대 under it.";
    const bytes = Buffer.from(text, "utf16le");
    if (order === "utf-16be") bytes.swap16();
    expect(textsOf(await importManuscript("a.txt", new Uint8Array(bytes)))).toEqual([text]);
  },
);
