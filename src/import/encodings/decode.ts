import { WINDOWS_1252 } from "../../foundation/twice-encoded.ts";
import { decodeCp949 } from "./cp949.ts";

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
    ibm857:
      "ÇüéâäàåçêëèïîıÄÅÉæÆôöòûùİÖÜø£ØŞşáíóúñÑĞğ¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐" +
      "└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ºªÊËÈ\x85ÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµ\x86×ÚÛÙìÿ¯´\u00ad±\x87¾¶§÷¸°¨·¹³²■\u00a0",
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
  if (/^hz(?:-gb-2312)?$/i.test(encoding)) return decodeHz(bytes);
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

/** Characters of GB 2312 in HZ, or a sign for a line end or a tilde. Lines are short, so that no search is long. */
const HZ_SIGN = /~\{((?:[!-w][!-~]){0,400}?)~\}|~\r?\n|~(~)/g;

/**
 * Decodes HZ (RFC 1843), in which GB 2312 is between `~{` and `~}` without its high bits; undefined if nothing is, or
 * other text has these signs.
 */
function decodeHz(bytes: Uint8Array): string | undefined {
  const text = Buffer.from(bytes).toString("latin1");
  if (/[\x80-\xff]/.test(text)) return undefined;
  const gb2312 = new TextDecoder("gb18030", { fatal: true });
  try {
    const decoded = text.replace(HZ_SIGN, (_, characters: string | undefined, tilde = "") =>
      characters === undefined
        ? tilde
        : gb2312.decode(Buffer.from(characters, "latin1").map((byte) => byte | 0x80)),
    );
    return decoded === text || decoded.includes("~{") ? undefined : decoded;
  } catch {
    return undefined;
  }
}
