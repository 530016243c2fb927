import type { LanguageProfile } from "../language-profile.ts";

export const HINDI: LanguageProfile = {
  tags: ["hi"],
  oramaName: "indian",
};
