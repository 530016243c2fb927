import type { LanguageProfile } from "../language-profile.ts";

export const FRENCH: LanguageProfile = {
  tags: ["fr"],
  oramaName: "french",
  abbreviations: {
    titles: "Dr Prof St Ste MM Mme Mmes Mlle Mgr",
    connectives: "av cf c.-à-d p.ex",
    neverLastHere: "M",
    counted: "n p pp art arts chap chaps fig figs vol vols janv févr avr juil déc",
    possiblyLast: "etc",
  },
  units: "Article Section Chapitre Partie",
  negations: "ne pas jamais rien aucun aucune sans non ni",
  unmistakableNegations: "n'*",
  contrasts: "mais cependant toutefois pourtant néanmoins quoique sauf",
  emphasisRemark:
    "(?:c['’]est )?(?:moi qui souligne|nous qui soulignons)|(?:je|nous) soulign(?:e|ons)|italiques? (?:de l['’]auteur|ajoutés?)",
  letterWords: { names: "Lettre Épître", to: "à au aux", same: ["l[ae] même", "même", "mêmes"] },
};
