import type { LanguageProfile } from "../language-profile.ts";

export const KOREAN: LanguageProfile = {
  tags: ["ko"],
  enumerator: String.raw`제\s?\d+[편장절관조항호목]`,
  writesDatesWithFullStops: true,
  quotationContinuation: {
    quoted: /["”’'»》」]\s+$/,
    particle: /^(?:이?라[고며는]|하[고며]|[고며는]\s)/,
  },
  unmistakableNegations: "안 못 아 않 없 말",
  dateUnits: { year: "년", month: "월", day: "일" },
  contrasts: "그러나 하지만 그렇지만 다만",
  emphasisRemark: "강조(?:는|은)? ?(?:필자|인용자|저자|글쓴이)",
};
