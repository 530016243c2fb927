import type { LanguageProfile } from "../language-profile.ts";

export const DUTCH: LanguageProfile = {
  tags: ["nl"],
  oramaName: "dutch",
};
