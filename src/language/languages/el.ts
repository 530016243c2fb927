import { fold } from "../fold.ts";
import type { LanguageData } from "../language-data.ts";

export const GREEK: LanguageData = {
  tags: ["el"],
  oramaName: "greek",
  // The list has no accents and no final sigma.
  normalizeStopWord: (word) => fold(word).replace(/ς$/, "σ"),
};
