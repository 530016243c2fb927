import type { LanguageProfile } from "../language-profile.ts";

export const PORTUGUESE: LanguageProfile = {
  tags: ["pt"],
  oramaName: "portuguese",
};
