import type { LanguageProfile } from "../language-profile.ts";

export const CZECH: LanguageProfile = {
  tags: ["cs"],
  writesOrdinalsWithFullStop: true,
  datelineWords: "v ve dne r roku ráno večer noci poledne",
  negations: "ne není nejsou nebyl nebyla nebylo ani bez nic nikdo nikdy nelze",
};
