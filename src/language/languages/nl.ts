import type { LanguageProfile } from "../language-profile.ts";

export const DUTCH: LanguageProfile = {
  tags: ["nl"],
  oramaName: "dutch",
  contrasts: "maar doch echter evenwel hoewel",
  emphasisRemark: "(?:cursivering|nadruk) (?:van mij|toegevoegd|door mij)",
  negations: "niet geen nooit niets niemand zonder noch",
  letterWords: { names: "Brief", to: "aan", same: ["de(?:n|r)?zelfden?"] },
};
