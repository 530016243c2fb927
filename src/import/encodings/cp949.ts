/**
 * Decodes CP949, which extends EUC-KR by the Hangul syllables that it lacks. The Encoding Standard means
 * it by “euc-kr”, but Node decodes only EUC-KR by that name. Returns undefined if the bytes are invalid.
 */
export function decodeCp949(bytes: Uint8Array): string | undefined {
  const decoder = new TextDecoder("euc-kr", { fatal: true });
  let text = "";
  let start = 0;
  const flush = (end: number) => {
    text += decoder.decode(bytes.subarray(start, end));
  };
  try {
    for (let index = 0; index < bytes.length; index++) {
      const lead = bytes[index] ?? 0;
      if (lead < 0x80) continue;
      const extended = extension().get(lead * 256 + (bytes[index + 1] ?? 0));
      if (extended !== undefined) {
        flush(index);
        text += extended;
        start = index + 2;
      }
      index += 1;
    }
    flush(bytes.length);
    return text;
  } catch {
    return undefined;
  }
}

let cachedExtension: ReadonlyMap<number, string> | undefined;

/**
 * Returns the syllables of the extension by their two bytes. They are in the order of Unicode, without
 * those of EUC-KR, and fill the codes that EUC-KR leaves free.
 */
function extension(): ReadonlyMap<number, string> {
  if (cachedExtension !== undefined) return cachedExtension;
  const inEucKr = new Set<string>();
  for (let lead = 0xb0; lead <= 0xc8; lead++) {
    for (let trail = 0xa1; trail <= 0xfe; trail++) {
      inEucKr.add(new TextDecoder("euc-kr").decode(Uint8Array.of(lead, trail)));
    }
  }
  const syllables: string[] = [];
  for (let code = 0xac00; code <= 0xd7a3; code++) {
    const syllable = String.fromCharCode(code);
    if (!inEucKr.has(syllable)) syllables.push(syllable);
  }
  const codes = new Map<number, string>();
  for (let lead = 0x81; codes.size < syllables.length; lead++) {
    for (let trail = 0x41; trail <= (lead <= 0xa0 ? 0xfe : 0xa0); trail++) {
      const isCode = trail <= 0x5a || (trail >= 0x61 && trail <= 0x7a) || trail >= 0x81;
      const syllable = isCode ? syllables[codes.size] : undefined;
      if (syllable !== undefined) codes.set(lead * 256 + trail, syllable);
    }
  }
  cachedExtension = codes;
  return codes;
}
