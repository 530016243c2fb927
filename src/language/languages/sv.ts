import type { LanguageProfile } from "../language-profile.ts";

export const SWEDISH: LanguageProfile = {
  tags: ["sv"],
  oramaName: "swedish",
};
