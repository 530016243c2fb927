import { decodeCp949 } from "./cp949.ts";

/** The characters of windows-1252 from 0x80 to 0x9F, by the WHATWG's Encoding Standard. */
const WINDOWS_1252 = "€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8DŽ\x8F\x90‘’“”•–—˜™š›œ\x9DžŸ";

/** The characters from 0x80 of the code pages of DOS, which the Encoding Standard does not have. */
const DOS_CODE_PAGES = new Map(
  Object.entries({
    ibm437:
      "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐" +
      "└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0",
    ibm850:
      "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐" +
      "└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0",
    ibm852:
      "ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐" +
      "└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u00ad˝˛ˇ˘§÷¸°¨˙űŘř■\u00a0",
  }),
);

/** Decodes bytes; undefined if they are not valid in the encoding, or the encoding is unknown. */
export function decode(bytes: Uint8Array, encoding: string): string | undefined {
  const codePage = DOS_CODE_PAGES.get(encoding.toLowerCase());
  if (codePage !== undefined) {
    return Buffer.from(bytes)
      .toString("latin1")
      .replace(/[\x80-\xFF]/g, (byte) => codePage.charAt(byte.charCodeAt(0) - 0x80));
  }
  try {
    const decoder = new TextDecoder(encoding, { fatal: true });
    if (decoder.encoding === "euc-kr") return decodeCp949(bytes);
    const text = decoder.decode(bytes);
    if (decoder.encoding !== "windows-1252") return text;
    // Since 20.18.3, Node decodes windows-1252 as Latin-1: https://github.com/nodejs/node/issues/56542
    return text.replace(/[\x80-\x9F]/g, (control) =>
      WINDOWS_1252.charAt(control.charCodeAt(0) - 0x80),
    );
  } catch {
    return undefined;
  }
}
