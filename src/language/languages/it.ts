import type { LanguageProfile } from "../language-profile.ts";

export const ITALIAN: LanguageProfile = {
  tags: ["it"],
  oramaName: "italian",
  contrasts: "ma però tuttavia eppure bensì",
  emphasisRemark: "corsivo (?:mio|nostro|aggiunto|nell[’']originale)",
  negations: "non mai nessuno nessuna niente nulla né senza",
  letterWords: {
    names: "Lettera Epistola",
    to: "a al allo alla ai",
    same: ["l[oa] stess[oa]", "stess[oa]", "medesim[oa]"],
  },
};
