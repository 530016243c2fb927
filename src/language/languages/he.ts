import type { LanguageProfile } from "../language-profile.ts";

export const HEBREW: LanguageProfile = {
  tags: ["he"],
  negations: "לא שלא ולא אל אין בלי בל",
  contrasts: "אבל אך אולם אלא",
};
