/**
 * The first characters of the blocks of Devanagari, Bengali, Gujarati, Odia, Telugu, Kannada and Malayalam, whose letters
 * are in the same places.
 */
const BLOCKS = [0x0900, 0x0980, 0x0a80, 0x0b00, 0x0c00, 0x0c80, 0x0d00];
const ANUSVARA = 0x02;
const FIRST_CONSONANT = 0x15;
const VIRAMA = 0x4d;
/** The classes of stops, each of which ends with its nasal. */
const CLASSES = 5;
const CLASS_SIZE = 5;
/** A letter that only Tamil has is between the class of t and that of p. */
const offsetOf = (nth: number) =>
  FIRST_CONSONANT + nth * CLASS_SIZE + (nth === CLASSES - 1 ? 1 : 0);

function nasalPatternsOf(block: number): readonly string[] {
  const character = (offset: number) => String.fromCodePoint(block + offset);
  return Array.from({ length: CLASSES }, (_, nth) => {
    const first = offsetOf(nth);
    const nasal = first + CLASS_SIZE - 1;
    return `${character(nasal)}${character(VIRAMA)}(?=[${character(first)}-${character(nasal - 1)}])`;
  });
}

const NASALS = new RegExp(BLOCKS.flatMap(nasalPatternsOf).join("|"), "g");
const BLOCK_SIZE = 0x80;

/**
 * Writes the nasal of a class of stops before one of that class as an anusvara: संजय for सञ्जय. Editions of Sanskrit have
 * either, and so have the languages of India (Central Hindi Directorate, देवनागरी लिपि तथा हिंदी वर्तनी का मानकीकरण).
 */
export function writeNasalsAsAnusvara(text: string): string {
  return text.replace(NASALS, (nasal) => {
    const code = nasal.charCodeAt(0);
    return String.fromCodePoint(code - (code % BLOCK_SIZE) + ANUSVARA);
  });
}
