import type { LanguageProfile } from "../language-profile.ts";

export const POLISH: LanguageProfile = {
  tags: ["pl"],
  writesOrdinalsWithFullStop: true,
};
