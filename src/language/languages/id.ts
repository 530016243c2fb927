import type { LanguageProfile } from "../language-profile.ts";

export const INDONESIAN: LanguageProfile = {
  tags: ["id"],
  oramaName: "indonesian",
  negations: "tidak bukan tanpa jangan tak",
  denials: "jarang menolak menyangkal melarang mencegah menghindari meragukan",
};
