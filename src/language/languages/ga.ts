import type { LanguageProfile } from "../language-profile.ts";

export const IRISH: LanguageProfile = {
  tags: ["ga"],
  conditions: "má más mura dá",
  contrasts: "ach",
  oramaName: "irish",
  nameWords: "agus",
  sourceWords: "foinse nasc",
};
