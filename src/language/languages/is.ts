import type { LanguageProfile } from "../language-profile.ts";

export const ICELANDIC: LanguageProfile = {
  tags: ["is"],
  writesOrdinalsWithFullStop: true,
};
