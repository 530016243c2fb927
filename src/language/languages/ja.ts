import type { LanguageProfile } from "../language-profile.ts";

export const JAPANESE: LanguageProfile = {
  tags: ["ja"],
  quotationContinuation: {
    quoted: /[」』）]$/,
    particle: /^(?:と|って|など|の|を|は|が|に|も)/,
  },
  dateUnits: { year: "年", month: "月", day: "日" },
};
