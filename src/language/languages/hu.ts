import type { LanguageProfile } from "../language-profile.ts";

export const HUNGARIAN: LanguageProfile = {
  tags: ["hu"],
  complementizers: "hogy mint",
  oramaName: "hungarian",
  writesOrdinalsWithFullStop: true,
  rejections: `hamis hamisít* ironi* hazug* kitalált* koholt* állítólag* kétes* cáfolt* visszavont* szatír*
    paródia pletyka* dezinformáció badarság butaság téves* átverés`,
  numberWords: `két kettő három négy öt hat hét nyolc kilenc tíz tizenegy tizenkét tizenkettő húsz harminc negyven
    ötven hatvan hetven nyolcvan kilencven száz ezer millió`,
  negations: "nem ne sem nincs soha",
  denials: `alig ritkán tagad* megtagad* elutasít* tilt* megtilt* elkerül* kételked*`,
  conditions: "ha hacsak csak csakis feltéve",
  denyingPhrases: String.raw`volna|inkább(?: \p{L}+){0,4},? mint|helyett|mintha|hazugság volt`,
  contrasts: "de azonban viszont hanem mégis noha kivéve",
  datelineWords: "én án kelt reggel este éjjel délben",
  emphasisRemark:
    "(?:kiemelés|kiemelések|dőlt betű) (?:tőlem|tőlünk|a szerzőtől|hozzáadva|az eredetiben)",
  nameWords: "és az",
  sourceWords: "forrás források link",
  publisherWords: "Kiadó* Egyetem*",
  quotationWords: "idézet",
  contributorLabels: String.raw`ford\.`,
};
