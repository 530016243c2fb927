import type { LanguageProfile } from "../language-profile.ts";

export const ROMANIAN: LanguageProfile = {
  tags: ["ro"],
  oramaName: "romanian",
  negations: "nu fără nici niciodată nimeni nimic",
};
