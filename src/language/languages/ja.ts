import type { LanguageData } from "../language-data.ts";

export const JAPANESE: LanguageData = {
  tags: ["ja"],
  quotationContinuation: {
    quoted: /[」』）]$/,
    particle: /^(?:と|って|など|の|を|は|が|に|も)/,
  },
};
