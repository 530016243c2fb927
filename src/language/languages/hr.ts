import type { LanguageProfile } from "../language-profile.ts";

export const CROATIAN: LanguageProfile = {
  tags: ["hr"],
  writesOrdinalsWithFullStop: true,
};
