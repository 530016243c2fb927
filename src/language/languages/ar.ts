import type { LanguageProfile } from "../language-profile.ts";

export const ARABIC: LanguageProfile = {
  tags: ["ar"],
  oramaName: "arabic",
};
