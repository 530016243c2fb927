import type { LanguageProfile } from "../language-profile.ts";

export const INDONESIAN: LanguageProfile = {
  tags: ["id"],
  oramaName: "indonesian",
  rejections: `palsu dusta bohong* hoaks hoax rekayasa karangan parodi satire rumor disinformasi keliru omong`,
  numberWords: `dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas belas puluh seratus ratus seribu
    ribu juta`,
  negations: "tidak bukan tanpa jangan tak",
  conditions: "jika kalau apabila asalkan hanya",
  contrasts: "tetapi tapi namun melainkan meskipun walaupun",
  denials: "jarang menolak menyangkal melarang mencegah menghindari meragukan",
  nameWords: "dan",
  sourceWords: "sumber tautan",
};
