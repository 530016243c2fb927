import type { LanguageProfile } from "../language-profile.ts";

export const INDONESIAN: LanguageProfile = {
  tags: ["id"],
  oramaName: "indonesian",
  negations: "tidak bukan tanpa jangan tak",
  contrasts: "tetapi tapi namun melainkan meskipun walaupun",
  denials: "jarang menolak menyangkal melarang mencegah menghindari meragukan",
  nameWords: "dan",
  sourceWords: "sumber tautan",
};
