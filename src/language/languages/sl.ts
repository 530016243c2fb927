import type { LanguageProfile } from "../language-profile.ts";

export const SLOVENIAN: LanguageProfile = {
  tags: ["sl"],
  writesOrdinalsWithFullStop: true,
};
