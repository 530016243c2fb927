import type { LanguageProfile } from "../language-profile.ts";

export const DANISH: LanguageProfile = {
  tags: ["da"],
  oramaName: "danish",
  writesOrdinalsWithFullStop: true,
};
