import type { LanguageProfile } from "../language-profile.ts";

export const HINDI: LanguageProfile = {
  tags: ["hi"],
  isVerbFinal: true,
  oramaName: "indian",
  numberWords: `दो तीन चार पाँच पांच छह छः सात आठ नौ दस ग्यारह बारह बीस तीस चालीस पचास सौ हज़ार हजार लाख करोड़`,
  negations: "नहीं मत न ना बिना",
  rejections: `झूठ झूठा झूठी फ़र्ज़ी फर्जी झूठे असत्य नकली मनगढ़ंत कथित अफ़वाह अफवाह गलत ग़लत व्यंग्य बकवास जाली`,
  denials: "इनकार इंकार मना",
  conditions: "अगर यदि केवल सिर्फ़ बशर्ते",
  denyingPhrases: "(?:झूठ|झूठा|झूठी) (?:है|था|थी|हैं)|(?:के|की) बजाय|मानो",
  contrasts: "लेकिन परन्तु परंतु किन्तु किंतु मगर बल्कि तथापि सिवाय",
  emphasisRemark: "(?:ज़ोर|जोर|बल|रेखांकन) (?:मेरा|हमारा|जोड़ा गया|लेखक का|मूल में)",
  quotingRemark: "अनुवाद (?:मेरा|लेखक का)|मूल में ऐसा ही",
  provisos: "परन्तु|परंतु",
  citation: {
    pages: "पृ पृष्ठ",
    locators: "अध्याय श्लोक धारा अनुच्छेद पंक्ति अंक दृश्य सर्ग",
    printLocators: "पंक्ति",
    connectives: "देखें",
    backReferences: "वही",
  },
  sourceWords: "स्रोत कड़ी लिंक",
  publisherWords: "प्रकाशन*",
};
