/**
 * The ideographs of the signs from U+2E80 on, in their order (Unicode 16.0, EquivalentUnifiedIdeograph.txt). U+2E80 and
 * U+2E9A have none.
 */
const IDEOGRAPHS = Array.from(
  "⺀厂乛乚乙亻冂𠘨刀刂卜㔾小小兀尣尢𡯂巳幺彑彐忄心扌攵⺚旡日月歺母民氵氺灬爫爫丬牛犭王𤴔目示礻𥫗糹纟罓罒㓁冗𦉫羊𦍌𦍋耂" +
    "肀聿肉𦥑艹艹艹虎衤覀西见角𧢲讠贝𧾷车辶辶辶邑钅長镸长门𨸏阝雨青韦页风飞食𩙿飠饣𩠐马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟",
);

/** CJK Radicals Supplement and Kangxi Radicals. */
const SUPPLEMENT = /[\u2E80-\u2EF3]/g;
const KANGXI = /[\u2F00-\u2FD5]/g;

/** The letters of Latin ligatures from U+FB00 on. */
const LIGATURES = /[\uFB00-\uFB06]/g;
const LIGATED = ["ff", "fi", "fl", "ffi", "ffl", "ſt", "st"];

/**
 * Replaces signs that no keyboard writes by what people type: those of radicals by the ideographs that look the same, and ligatures
 * by their letters. Some programs name a glyph after such a sign.
 */
export function toTypedLetters(text: string): string {
  return text
    .replace(SUPPLEMENT, (sign) => IDEOGRAPHS[sign.charCodeAt(0) - 0x2e80] ?? sign)
    .replace(KANGXI, (sign) => sign.normalize("NFKC"))
    .replace(LIGATURES, (sign) => LIGATED[sign.charCodeAt(0) - 0xfb00] ?? sign);
}
