import type { LanguageProfile } from "../language-profile.ts";

export const BOSNIAN: LanguageProfile = {
  tags: ["bs"],
  writesOrdinalsWithFullStop: true,
};
