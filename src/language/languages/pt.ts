import type { LanguageProfile } from "../language-profile.ts";

export const PORTUGUESE: LanguageProfile = {
  tags: ["pt"],
  oramaName: "portuguese",
  contrasts: "mas porém contudo todavia entretanto senão",
  emphasisRemark:
    "(?:grifo|ênfase|itálico)s? (?:meus?|nossos?|adicionad[oa]s?|d[oa] autora?|minha|nossa)",
  negations: "não nunca jamais nenhum nenhuma nada ninguém sem nem",
  letterWords: { names: "Carta Epístola", to: "a ao à", same: ["o mesmo", "mesm[oa]"] },
};
