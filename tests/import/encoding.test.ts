import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decode } from "../../src/import/shared/decode.ts";
import { decodeText } from "../../src/import/shared/encoding.ts";
import { inEnglish } from "../in-english.ts";
import { runs } from "../thoroughness.ts";

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
  [["windows-1252", "macintosh"], "der Wärter hörte die Brüder über das Schloß an der Küste"],
  [
    ["windows-1252", "macintosh"],
    "le gardien a allumé la lampe près de la forêt où il a été élevé",
  ],
  [["windows-1252", "macintosh"], "la señora encendió la lámpara después de que llegó el capitán"],
  [["windows-1252", "macintosh"], "o capitão não acendeu a lâmpada até à manhã da navegação"],
  [
    ["windows-1250", "iso-8859-2"],
    "latarnik zapalił światło i usłyszał głośną łódź, więc poszedł ścieżką",
  ],
  [
    ["windows-1250", "iso-8859-2"],
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

test("A quotation mark or a single letter beyond ASCII changes nothing else", () => {
  const typewritten = "It was a naïve “lamp”, half a café’s, and cost 2½ francs.";
  expect(decodeText(encode(typewritten, "windows-1252"))).toMatchObject({ text: typewritten });
  const typeset = "It was the keeper’s “lamp”, and nobody’s.";
  for (const encoding of ["windows-1252", "macintosh"]) {
    expect(decodeText(encode(typeset, encoding))).toMatchObject({ text: typeset });
  }
});

test("Bytes that make no likely text in any encoding are refused", () => {
  const bytes = Uint8Array.from({ length: 400 }, (_, index) =>
    index % 5 === 4 ? 0x20 : 0x80 + ((index * index * 7 + index * 31) % 128),
  );
  const result = decodeText(bytes);
  expect("error" in result && inEnglish(result.error)).toMatch(/Name it with `--encoding`/);
});
