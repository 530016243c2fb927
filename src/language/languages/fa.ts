import type { LanguageProfile } from "../language-profile.ts";

export const PERSIAN: LanguageProfile = {
  tags: ["fa"],
  negations: "نه هیچ هیچ‌کس هرگز نیست نیستند نبود نبودند بدون",
  // The prefix of the present tense, after the folds for letters of Arabic script.
  negatedForms: String.raw`نمي\p{L}{2,}`,
  contrasts: "اما ولی لیکن",
  emphasisRemark:
    "(?:تأکید|تاکید|ایتالیک)(?:ها)? (?:از (?:من|ما|نویسنده|متن اصلی) (?:است|اند)|افزوده(?: شده)?|در متن اصلی|از نویسنده|از من)",
  quotingRemark: "ترجمه (?:از (?:من|ما|نویسنده)(?: است)?)|کذا|چنین است در اصل",
  citation: {
    pages: "ص صص صفحه صفحهٔ",
    locators: "فصل ماده آیه ج پانوشت سطر",
    connectives: "نک رک به نقل از در",
    backReferences: "همان(?:جا)?",
  },
};
