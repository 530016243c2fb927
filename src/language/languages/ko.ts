import type { LanguageData } from "../language-data.ts";

export const KOREAN: LanguageData = {
  tags: ["ko"],
  enumerator: String.raw`제\s?\d+[편장절관조항호목]`,
  writesDatesWithFullStops: true,
  quotationContinuation: {
    quoted: /["”’'»》」]\s+$/,
    particle: /^(?:이?라[고며는]|하[고며]|[고며는]\s)/,
  },
  unmistakableNegations: "안 못 아 않 없 말",
};
