import type { LanguageProfile } from "../language-profile.ts";

export const ARABIC: LanguageProfile = {
  tags: ["ar"],
  oramaName: "arabic",
  contrasts: "لكن ولكن لكنه ولكنه بل إلا غير",
  negations: "لا لم لن ليس ليست غير بلا دون بدون عدم",
  // With the prefixes of conjunctions, and the endings of persons.
  negatedForms: String.raw`[وف](?:لم|لن|لا|بلا)|[وف]?ا?ليس\p{L}{0,3}|[وف]?لست\p{L}{0,2}|[وفبل](?:غير|دون|عدم)`,
  rejections: "كذب كاذب كاذبة مزيف مزور مفبرك",
  denials: `رفض رفضت رفضوا ورفض فرفض يرفض أنكر أنكرت أنكروا وأنكر ينكر نفى ينفي منع ومنع يمنع
    امتنع وامتنع يمتنع أبى يأبى قلما`,
  emphasisRemark:
    "(?:ال)?(?:تشديد|تأكيد|خط المائل|خط) (?:من (?:عندي|عندنا|المؤلف|الكاتب)|مضاف|مضافة|في الأصل|للمؤلف|لي|لنا)",
  quotingRemark: "(?:ال)?ترجمة (?:لي|لنا|المؤلف|الكاتب|ترجمتي)|ترجمتي|كذا(?: في الأصل)?",
  citation: {
    pages: "ص صص صفحة",
    locators: "آية الآية فصل الفصل باب مادة المادة ج هامش",
    connectives: "انظر راجع في نقلا عن",
    backReferences: "المرجع (?:نفسه|السابق)|المصدر (?:نفسه|السابق)|نفسه",
  },
  sourceWords: "مصدر المصدر المصادر رابط الرابط",
};
