const SUPERSCRIPTS = new Map(
  Object.entries({
    ...{ 0: "⁰", 1: "¹", 2: "²", 3: "³", 4: "⁴", 5: "⁵", 6: "⁶", 7: "⁷", 8: "⁸", 9: "⁹" },
    ...{ "+": "⁺", "-": "⁻", "−": "⁻", "–": "⁻", "=": "⁼", "(": "⁽", ")": "⁾" },
    ...{ i: "ⁱ", j: "ʲ", k: "ᵏ", m: "ᵐ", n: "ⁿ", x: "ˣ", y: "ʸ", T: "ᵀ" },
  }),
);

const SUBSCRIPTS = new Map(
  Object.entries({
    ...{ 0: "₀", 1: "₁", 2: "₂", 3: "₃", 4: "₄", 5: "₅", 6: "₆", 7: "₇", 8: "₈", 9: "₉" },
    ...{ "+": "₊", "-": "₋", "−": "₋", "–": "₋", "=": "₌", "(": "₍", ")": "₎" },
    ...{ a: "ₐ", e: "ₑ", i: "ᵢ", j: "ⱼ", k: "ₖ", l: "ₗ", m: "ₘ", n: "ₙ", o: "ₒ", p: "ₚ" },
    ...{ r: "ᵣ", s: "ₛ", t: "ₜ", u: "ᵤ", v: "ᵥ", x: "ₓ" },
  }),
);

/** Signs, labels in brackets and lists of numbers, which cannot be a part of a word: “†”, “[1]”, “1)”. */
const MARK_ONLY = /^(?:[*∗†‡§¶‖]+|\[.*\]|[^()]*\)|\d+(?:\s*[,–-]\s*\d+)+)$/u;

/** Labels of notes and of verses, which are no part of a word: “1,2”, “(3)”, “①”, “16a”, “a,b”, “iii”, “*1”, “※”. */
const LABELS =
  /[\p{Nd}\u2460-\u24ff*∗†‡§¶‖※]|^\p{Ll}(?:\s*[,;–-]\s*\p{Ll})+$|^[ivx]{2,5}$|^\(\p{L}\)$/u;

/** An end of a word or a sentence, after which a letter is no end of a word. */
const AFTER_PUNCTUATION = /(?:^|[\s,;:!?”’)\]])$/u;

/** A character that no end of a word has, as in 1st and Mlle, but a power can have. */
const EXPRESSION = /[\p{Nd}+=*/(),−-]|\p{Script=Greek}/u;

/** The source of a regular expression for a letter of the scripts in which variables and units are written. */
export const FORMULA_LETTER = String.raw`(?=\p{L})[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]`;

/** Characters below the line, in a class of a regular expression. */
export const LOWERED = "₀-₉ₐ-ₜᵢ-ᵥⱼ";

/** A matrix, whose transpose has a T after it. */
const MATRIX = new RegExp(String.raw`(?:^|[^\p{L}\p{M}\p{N}])\p{Lu}[${LOWERED}]*$`, "u");

/**
 * A number or a letter that a power can have as its base: 10, 1.5, x, but not the year 1899, “I” or “이”. In a
 * formula, several letters can be it: E=mc².
 */
const BASE = new RegExp(
  String.raw`(?:^|[^\p{L}\p{M}\p{N}])(?:(?:\d+[.,])?\d{1,3}|(?![AIO])${FORMULA_LETTER})$|[${LOWERED}]$|[=+−×·*/^]\s?\d*\p{L}{1,3}$`,
  "u",
);

/** A hyphen or a slash as an operator, with a short operand, and not between two words or years: x-1, but not “so-called”. */
const OPERATING_HYPHEN = String.raw`(?<!(?:\p{L}{2}|\d{4})\s?)[-/]|[-/](?!\s?(?:\p{L}{2}|\d{4}))`;

/** A product or a sum in parentheses, a few signs or small letters in them, or a variable with an index. */
const BRACKETED_BASE = new RegExp(
  String.raw`\((?:[^()]*(?:[+−×·*=^]|${OPERATING_HYPHEN})[^()]*|(?!\p{L}{3}|\p{Lu}{2})[^()\s]{1,3})\)$|(?<![\p{L}\p{M}])\p{L}\[[^[\]\s]{1,5}\]$`,
  "u",
);

const UNIT = /(?:^|[^\p{L}\p{M}])(?:[kcdmµμn]m|\d\s?(?:in|ft|yd|mi|sec))$/u;

/** How much of the text before a superscript can be its base, in UTF-16 code units. */
export const MAX_BASE_LENGTH = 200;

/** The symbols of the chemical elements in the order of their atomic numbers. */
const ELEMENTS =
  `H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As Se Br Kr Rb Sr
  Y Zr Nb Mo Tc Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd Pm Sm Eu Gd Tb Dy Ho Er Tm Yb Lu Hf Ta W
  Re Os Ir Pt Au Hg Tl Pb Bi Po At Rn Fr Ra Ac Th Pa U Np Pu Am Cm Bk Cf Es Fm Md No Lr`.split(
    /\s+/,
  );

/** An element's symbol before what is no part of it, as in “C”, “C-14” and “CO₂”, perhaps after its number: ₆C. */
const SYMBOL = /^(?<protons>[\d₀-₉]{1,3})?(?<symbol>\p{Lu}\p{Ll}?)(?![\p{Ll}\p{M}])/u;

/** Where an isotope can be: within a sentence, or in brackets, and a verse cannot begin. */
const WITHIN_SENTENCE = /(?:[\p{L}\p{N},] |[([/–-])$/u;

/** Symbols that no sentence begins with. */
const WORDLESS_SYMBOL = /^(?:[HCNFBP]|[^AEIOUY][^aeiouy])$/;

/** No chapter has more verses. */
const MAX_VERSE = 176;

/**
 * Whether a raised number is the mass of an isotope whose symbol follows it, as in ¹⁴C and ²³⁵U. Where a verse
 * can begin, “He” and “O” are words.
 */
function isIsotope(before: string, number: string, following: string): boolean {
  const { symbol = "", protons: written } = SYMBOL.exec(following)?.groups ?? {};
  const protons = ELEMENTS.indexOf(symbol) + 1;
  const mass = Number(number);
  if (protons === 0 || !hasMass(protons, mass)) return false;
  if (written !== undefined) return Number(written.normalize("NFKC")) === protons;
  return (
    /(?:^|[^\p{L}\p{M}\p{N}.;:!?])$/u.test(before) &&
    (mass > MAX_VERSE || WITHIN_SENTENCE.test(before) || WORDLESS_SYMBOL.test(symbol))
  );
}

/** An element’s symbol before its mass, as older texts write isotopes: Pu²³⁹. Those of one letter are bases of powers. */
const SYMBOL_BEFORE = /(?:^|[^\p{L}\p{M}\p{N}])(?<symbol>\p{Lu}\p{Ll})$/u;

/** Notes with the smaller numbers follow words that are symbols as well: He, Be, Al. */
const MIN_MASS_AFTER = 40;

function isIsotopeBefore(before: string, number: string): boolean {
  const { symbol = "" } = SYMBOL_BEFORE.exec(before)?.groups ?? {};
  const protons = ELEMENTS.indexOf(symbol) + 1;
  const mass = Number(number);
  return protons > 0 && mass >= MIN_MASS_AFTER && hasMass(protons, mass);
}

/** An atom has at most about two neutrons for each proton. */
function hasMass(protons: number, mass: number): boolean {
  return mass >= 1.5 * protons && mass <= 3 * protons + 1;
}

/** The name of a function, whose power is written before its argument: sin² x, log²(n). */
const FUNCTION = /(?:^|[^\p{L}\p{M}])(?:sin|cos|tan|cot|sec|csc|sinh|cosh|tanh|log|ln|lg)$/u;
const ARGUMENT = /^(?:\(|\s?\d*[b-hj-zα-ωA-HJ-NP-ZΑ-Ω](?![\p{L}\p{M}’']))/u;

/** A time in raised units has words, as its hours and seconds are: 10h 30m, and no power. */
const AFTER_HOURS = /\dh\s?\d{1,2}$/;
const BEFORE_SECONDS = /^\s?\d{1,2}(?:[.,]\d+)?\s?s(?!\p{L})/u;

/**
 * Reads a superscript between two texts. Returns the text that it is among the words, in Unicode's
 * superscripts if it is a power or belongs to an isotope: 10⁶, x², km², Ca²⁺, e^(iπ), ¹⁴C. Returns undefined if
 * it is a mark: the number of a note or of a verse.
 */
export function readSuperscript(
  text: string,
  content: string,
  following: string,
): string | undefined {
  const before = text.slice(-MAX_BASE_LENGTH);
  const superscript = content.trim();
  if (superscript === "") return content;
  const isNumber = /^\d+$/.test(superscript);
  if (isNumber && isIsotope(before, superscript, following)) return toSuperscript(superscript);
  if (MARK_ONLY.test(superscript)) return undefined;
  if (superscript === "m" && (AFTER_HOURS.test(before) || BEFORE_SECONDS.test(following))) {
    return content;
  }
  const isPower =
    BASE.test(before) ||
    (superscript === "T" && MATRIX.test(before)) ||
    BRACKETED_BASE.test(before) ||
    /^\d*[-+−–]$/.test(superscript) ||
    /^[-−–]\d+$/.test(superscript);
  if (isNumber) {
    const isUnit = UNIT.test(before) && /^[23]$/.test(superscript);
    const isOfFunction = FUNCTION.test(before) && ARGUMENT.test(following);
    const isPart = isPower || isUnit || isOfFunction || isIsotopeBefore(before, superscript);
    return isPart ? toSuperscript(superscript) : undefined;
  }
  if (isPower) {
    // Letters are the end of a word, as in 1st and Mlle, unless they are a power: 2ⁿ.
    return (
      toSuperscript(superscript) ?? (EXPRESSION.test(superscript) ? `^(${superscript})` : content)
    );
  }
  if (LABELS.test(superscript)) return undefined;
  return /^\p{Ll}$/u.test(superscript) && AFTER_PUNCTUATION.test(before) ? undefined : content;
}

/** Digits as they are raised. */
export const RAISED_DIGITS = "[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}";

/** A number in a circle, the sign of a note or an item. */
export const CIRCLED_NUMBER = "[①-⑳㉑-㉟㊱-㊿❶-❿⓫-⓴➀-➓]";

/** The first and the last numbers of each series of them in Unicode, and the value of the first. */
const CIRCLED_SERIES = [
  ["①", "⑳", 1],
  ["㉑", "㉟", 21],
  ["㊱", "㊿", 36],
  ["❶", "❿", 1],
  ["⓫", "⓴", 11],
  ["➀", "➉", 1],
  ["➊", "➓", 1],
] as const;

/** Returns the value of a number in a circle. Unicode normalizes only some of them. */
export function circledValueOf(circled: string): number | undefined {
  const series = CIRCLED_SERIES.find(([first, last]) => first <= circled && circled <= last);
  if (series === undefined) return undefined;
  const [first, , value] = series;
  return circled.charCodeAt(0) - first.charCodeAt(0) + value;
}

/** Characters that make digits beside them a part of an exponent or of a charge: 10⁻³, Ca²⁺. */
const EXPONENT = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼ⁿⁱʲˣʸᵏᵐᵀ";

/** The rest of a fraction whose numerator is raised: ¹⁄₄, ³/4. */
const DENOMINATOR = String.raw`\s?[⁄∕/]\s?[\d₀-₉]`;

/** Returns the source of a regular expression for raised digits that are no part of an exponent or of a fraction. */
const unlessPart = (digits: string) =>
  `(?<![${EXPONENT}])${digits}(?![${EXPONENT}]|${DENOMINATOR})`;

/** The source of a regular expression for a raised number, which `isRaisedMark` tests. */
export const RAISED_NUMBER = unlessPart(RAISED_DIGITS);

/** The source of one for the raised numbers of one or several notes, perhaps in parentheses: ¹, ⁽²⁾, ³,⁵. */
export const RAISED_NUMBERS = unlessPart(`⁽?${RAISED_DIGITS}(?:[,⁻–]${RAISED_DIGITS})*⁾?`);

/** An operator, before which a raised number is a part of a formula. */
const OPERATOR = /^\s?[=≠≈≤≥<>∈∩∪⊂×·+−^]/;

/**
 * Whether raised numbers between two texts, as `RAISED_NUMBERS` matches them, are those of notes or of a verse, and no
 * part of the words.
 */
export function isRaisedMark(before: string, raised: string, following: string): boolean {
  if (readSuperscript(before, toDigits(raised), following) !== undefined) return false;
  return !(OPERATOR.test(following) && /[\p{L}\p{No}]$/u.test(before.slice(-1)));
}

/** Returns raised numbers as plain ones, without the parentheses around them. */
export function toDigits(raised: string): string {
  return raised.normalize("NFKC").replace(/[()]/g, "");
}

/**
 * Reads a subscript as the text that it is among the words: CO₂, xᵢ. If Unicode lacks it, it is in parentheses when it is an index
 * of what is before it: x_(i,j).
 */
export function readSubscript(content: string, text: string): string {
  const subscript = content.trim();
  const written = toSubscript(subscript);
  if (written !== undefined) return written;
  const before = text.slice(-MAX_BASE_LENGTH);
  const isIndex =
    !/\s\S*\p{L}{3}|\p{L}{3}\S*\s/u.test(subscript) &&
    /[\p{L}\p{N})\]]$/u.test(before) &&
    (BASE.test(before) || EXPRESSION.test(subscript));
  if (!isIndex) return content;
  return /^\([^()]*\)$/.test(subscript) ? `_${subscript}` : `_(${subscript})`;
}

/** Writes a text in Unicode's superscripts; undefined if a character has none. */
export function toSuperscript(text: string): string | undefined {
  return convert(text, SUPERSCRIPTS);
}

/** Writes a text in Unicode's subscripts; undefined if a character has none. */
export function toSubscript(text: string): string | undefined {
  return convert(text, SUBSCRIPTS);
}

function convert(text: string, forms: ReadonlyMap<string, string>): string | undefined {
  const converted = [...text].map((character) => forms.get(character));
  return converted.includes(undefined) ? undefined : converted.join("");
}

/**
 * The source of a regular expression for the text before the number of a note in brackets: a word or its
 * punctuation, or another number, but no code: the only letter of a variable, a name with signs, a call or another index.
 */
export const BEFORE_NOTE_NUMBER = String.raw`(?<=[\p{L}\p{M}\p{No}]{2}|[\p{Script=Hangul}\p{Script=Han}]|(?<![\p{L}\p{N}_])I|[\p{Pe}\p{Pf}\p{Pi}.,;:!?…"'%。，、；：！？׃؟۔،؛।॥։។።])(?<!\(\)|\[[ijk]\]|[_$@][A-Za-z]{1,20})`;

/** The text after it is not the rest of an expression, in which the number is an index: list[1].name, list[1] = x. */
export const AFTER_NOTE_NUMBER = String.raw`(?![A-Za-z\d_/\\=({]|\.[A-Za-z]|\s?[=+])`;
