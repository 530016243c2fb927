import type { LanguageProfile } from "../language-profile.ts";

export const FINNISH: LanguageProfile = {
  tags: ["fi"],
  complementizers: "että",
  oramaName: "finnish",
  writesOrdinalsWithFullStop: true,
  rejections: `valhe* keksi* huijau* höpö* humpuuki väitet* kiistan* satiir* parodi* ironi* huhu* disinformaatio
    epäaito* virheel*`,
  conditions:
    "jos vain ainoastaan kunhan ellei ellen ellet ellemme ellette elleivät jollei jollen jollet jolleivät",
  contrasts: "mutta kuitenkin vaan paitsi",
  datelineWords: "pnä aamulla illalla yöllä",
  numberWords: `kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän kymmenen yksitoista kaksitoista
    kaksikymmentä sata sataa tuhat tuhatta miljoona miljoonaa`,
  negations: `en et ei emme ette eivät enkä etkä eikä emmekä ettekä eivätkä älä älkää ilman`,
  denials: "harvoin tuskin kieltä* kielsi* kielty* vältt* estä* epäil*",
  denyingPhrases: String.raw`olisi(?:n|t|mme|tte|vat)?|(?:ennemmin|mieluummin)(?: \p{L}+){0,4} kuin|sijaan|ikään kuin|(?:on|oli|ovat) (?:\p{L}+ )?(?:valhe(?:tta|ita)?|panettelua)`,
  emphasisRemark:
    "(?:kursivointi|korostus|alleviivaus|kursivoinnit) (?:minun|kirjoittajan|lisätty|alkuperäinen|alkuperäisessä)",
  nameWords: "ja",
  sourceWords: "lähde lähteet linkki",
  quotationWords: "lainaus sitaatti",
  contributorLabels: String.raw`suom\.`,
};
