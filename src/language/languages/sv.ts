import type { LanguageProfile } from "../language-profile.ts";

export const SWEDISH: LanguageProfile = {
  tags: ["sv"],
  oramaName: "swedish",
  contrasts: "men dock utan emellertid fast",
  negations: "inte ej icke aldrig ingen inget inga",
  denials: "knappt sällan vägra* förnek* förbjöd förbjud* undvik* undvek tvivla*",
  datelineWords: "den i på morgonen kvällen natten middag",
};
