import type { LanguageProfile } from "../language-profile.ts";

export const INDONESIAN: LanguageProfile = {
  tags: ["id"],
  complementizersWithoutComma: "bahwa",
  oramaName: "indonesian",
  rejections: `palsu dusta bohong* hoaks hoax rekayasa karangan parodi satire rumor disinformasi keliru omong`,
  numberWords: `dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas belas puluh seratus ratus seribu
    ribu juta`,
  negations: "tidak bukan tanpa jangan tak",
  conditions: "jika kalau apabila asalkan hanya",
  contrasts: "tetapi tapi namun melainkan meskipun walaupun kecuali",
  denials: "jarang menolak menyangkal melarang mencegah menghindari meragukan",
  denyingPhrases: String.raw`alih-alih|seolah-olah|seandainya|lebih suka(?: \p{L}+){0,4} daripada|(?:adalah|itu) (?:\p{L}+ )?(?:kebohongan|bohong|dusta|fitnah)`,
  authorWords: "oleh",
  nameWords: "dan",
  sourceWords: "sumber tautan",
  quotationWords: "kutipan",
};
