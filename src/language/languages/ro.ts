import type { LanguageProfile } from "../language-profile.ts";

export const ROMANIAN: LanguageProfile = {
  tags: ["ro"],
  oramaName: "romanian",
  negations: "nu fără nici niciodată nimeni nimic",
  emphasisRemark: String.raw`(?:sublinierea|subliniere|italice|s\.) ?(?:mea|noastră|n\.|a autorului|autorului|în original|adăugată)`,
};
