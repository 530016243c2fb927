import type { LanguageProfile } from "../language-profile.ts";

export const IRISH: LanguageProfile = {
  tags: ["ga"],
  oramaName: "irish",
  nameWords: "agus",
  sourceWords: "foinse nasc",
};
