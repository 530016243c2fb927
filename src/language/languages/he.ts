import type { LanguageProfile } from "../language-profile.ts";

export const HEBREW: LanguageProfile = {
  tags: ["he"],
  numberWords: `שני שתי שניים שתיים שלוש שלושה ארבע ארבעה חמש חמישה שש שישה שבע שבעה שמונה תשע תשעה עשר עשרה עשרים
    שלושים ארבעים חמישים מאה מאתיים אלף אלפים מיליון`,
  negations: "לא שלא ולא אל אין בלי בל",
  rejections: `שקר שקרי מזויף בדיה שקרית שקרים כזב כוזב מזויפת זיוף המצאה מומצא שמועה פרודיה סאטירה שטויות מפוברק
    שגוי מפוקפק לכאורה`,
  denials: `סירב סרב סירבה סירבו הכחיש הכחישה הכחישו נמנע נמנעה נמנעו מיאן אסר אסרה אסרו בקושי`,
  denyingPhrases: "(?:הוא|היא|היה|היתה|הייתה) (?:שקר|עלילה|בדיה)|במקום|כאילו",
  // With the prefixes of conjunctions and prepositions, and the endings of persons.
  negatedForms: "(?:ו?כ?ש|ו|ל|ב)?(?:לא|אין|אינ(?:ו|ה|ם|ן|י|ך|כם|כן|נו|ני|נה))|מבלי|ללא",
  conditions: "אם רק ובלבד",
  contrasts: "אבל אך אולם אלא מלבד",
  emphasisRemark:
    "ה?(?:הדגשה|הדגשות|דגש) (?:שלי|שלנו|במקור|של המחבר|הוספה|נוספה)|ההדגש(?:ה|ות) (?:שלי|שלנו|במקור|אינ[הן] במקור|הוספ[הו])",
  quotingRemark: "(?:ה)?תרגום (?:שלי|שלנו)|כך במקור",
  provisos: "ובלבד|הוראה זו לא",
  exceptions: "אלא אם|למעט",
  reservations: "ו?אולם",
  citation: {
    pages: "עמ׳ עמ' ע׳ עמוד עמודים",
    locators: "פרק פסוק סעיף הערה שורה",
    printLocators: "הערה שורה",
    connectives: "ראו ראה עיינו מתוך",
    backReferences: "שם",
  },
  sourceWords: "מקור המקור מקורות קישור",
  quotationWords: "ציטוט",
};
