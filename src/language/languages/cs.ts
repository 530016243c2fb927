import type { LanguageProfile } from "../language-profile.ts";

export const CZECH: LanguageProfile = {
  tags: ["cs"],
  writesOrdinalsWithFullStop: true,
};
