import type { LanguageProfile } from "../language-profile.ts";

export const BULGARIAN: LanguageProfile = {
  tags: ["bg"],
  oramaName: "bulgarian",
  negations: "не ни няма без никой нищо никога",
  contrasts: "но обаче ала въпреки",
  nameWords: "и на",
  sourceWords: "източник източници линк",
};
