import type { LanguageProfile } from "../language-profile.ts";

export const HEBREW: LanguageProfile = {
  tags: ["he"],
  negations: "לא שלא ולא אל אין בלי בל",
  denials: `סירב סרב סירבה סירבו הכחיש הכחישה הכחישו נמנע נמנעה נמנעו מיאן אסר אסרה אסרו בקושי`,
  contrasts: "אבל אך אולם אלא",
};
