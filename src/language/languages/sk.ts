import type { LanguageProfile } from "../language-profile.ts";

export const SLOVAK: LanguageProfile = {
  tags: ["sk"],
  complementizers: "že aby či",
  writesOrdinalsWithFullStop: true,
  datelineWords: "v vo dňa r roku ráno večer",
  rejections: `lož lži lživ* faloš* vymyslen* údajn* pochybn* apokryf* odvolan* vyvráten* parafráz* satir*
    parodi* ironi* fáma* dezinform* nezmysel* hlúposť podvrh* falšovan* mylne chybn*`,
  negations: "nie nebol nebola nebolo ani bez nič nikto nikdy",
  conditions: "ak keby len iba ledaže ibaže",
  denyingPhrases: String.raw`by|(?:skôr|radšej)(?: \p{L}+){0,4} (?:ako|než)|namiesto|(?:je|bola?|bolo) (?:\p{L}+ )?(?:lož|lžou|výmysel|výmyslom)`,
  contrasts: "ale avšak však lež okrem",
  nameWords: "a z v",
  sourceWords: "zdroj zdroje odkaz",
  quotationWords: "citát",
};
