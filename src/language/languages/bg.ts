import type { LanguageProfile } from "../language-profile.ts";

export const BULGARIAN: LanguageProfile = {
  tags: ["bg"],
  oramaName: "bulgarian",
};
