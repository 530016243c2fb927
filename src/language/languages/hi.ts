import type { LanguageProfile } from "../language-profile.ts";

export const HINDI: LanguageProfile = {
  tags: ["hi"],
  oramaName: "indian",
  negations: "नहीं मत",
  denials: "इनकार इंकार मना",
  contrasts: "लेकिन परन्तु मगर",
};
