import type { LanguageProfile } from "../language-profile.ts";

export const SLOVAK: LanguageProfile = {
  tags: ["sk"],
  writesOrdinalsWithFullStop: true,
  datelineWords: "v vo dňa r roku ráno večer",
};
