import type { LanguageProfile } from "../language-profile.ts";

export const DANISH: LanguageProfile = {
  tags: ["da"],
  oramaName: "danish",
  writesOrdinalsWithFullStop: true,
  contrasts: "men dog imidlertid undtagen",
  negations: "ikke ej aldrig ingen intet uden",
  datelineWords: "den d i på morgen aften nat middag",
};
