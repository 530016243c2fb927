import { fold } from "../fold.ts";
import type { LanguageProfile } from "../language-profile.ts";

export const GREEK: LanguageProfile = {
  tags: ["el"],
  oramaName: "greek",
  // The list has no accents and no final sigma.
  normalizeStopWord: (word) => fold(word).replace(/ς$/, "σ"),
  contrasts: "αλλά όμως ωστόσο μα",
  negations: "δεν δε μη μην όχι χωρίς κανείς",
  denials: "σπάνια αρνήθηκ* αρνείται απέρριψ* απαγόρευ* απέφυγ* αμφέβαλ*",
};
