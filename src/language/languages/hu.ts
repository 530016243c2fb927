import type { LanguageProfile } from "../language-profile.ts";

export const HUNGARIAN: LanguageProfile = {
  tags: ["hu"],
  oramaName: "hungarian",
  writesOrdinalsWithFullStop: true,
  negations: "nem ne sem nincs soha",
  datelineWords: "én án kelt reggel este éjjel délben",
};
