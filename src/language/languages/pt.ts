import type { LanguageProfile } from "../language-profile.ts";

export const PORTUGUESE: LanguageProfile = {
  tags: ["pt"],
  oramaName: "portuguese",
  contrasts: "mas porém contudo todavia entretanto senão",
  emphasisRemark:
    "(?:grifo|ênfase|itálico)s? (?:meus?|nossos?|adicionad[oa]s?|d[oa] autora?|minha|nossa)",
  negations: "não nunca jamais nenhum nenhuma nada ninguém sem nem",
  denials: `raramente negar negou nega negava negado negaram recus* rejeit* evit* impedi* proib*
    duvid*`,
  letterWords: { names: "Carta Epístola", to: "a ao à", same: ["o mesmo", "mesm[oa]"] },
  datelineWords: "a em o aos de do manhã tarde noite meio-dia meia-noite dia provavelmente",
  dateWordings: {
    plain: "em # | no # | o # | nos #",
    about: "cerca de # | por volta de #",
    uncertain: "provavelmente # | talvez #",
    before: "antes de # | até #",
    after: "depois de # | após # | desde #",
    between: "entre # e # | de # a #",
    either: "# ou #",
    century: "século # | séc. #",
    decade: "anos # | década de #",
    beforeChrist: "# a. C.",
    afterChrist: "# d. C.",
    seasons: ["primavera", "verão", "outono", "inverno"],
  },
};
