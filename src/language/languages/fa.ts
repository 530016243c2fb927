import type { LanguageProfile } from "../language-profile.ts";

export const PERSIAN: LanguageProfile = {
  tags: ["fa"],
  rejections: "دروغ دروغین جعلی جعل ساختگی کذب نادرست مشکوک شایعه طنز مزخرف تحریف دروغگو قلابی",
  numberWords: "دو سه چهار پنج شش هفت هشت ده یازده دوازده بیست سی چهل پنجاه صد هزار میلیون",
  negations: "نه هیچ هیچ‌کس هرگز نیست نیستند نبود نبودند بدون",
  denyingPhrases: "(?:دروغ|دروغی|تهمت) (?:است|بود|نیست)|به جای|گویی",
  // The prefix of the present tense, after the folds for letters of Arabic script.
  // Nouns begin with that of other forms too, so those are of the most frequent verbs only.
  negatedForms: String.raw`نمي\p{L}{2,}|ن(?:ي?امد(?!ار)|با?يد|بود|باش|شد|شو|كرد|كن|داشت|دار|داد|ده|خواست|خواه|توانست|توان|رفت|رو(?!ژ)|گفت|گوي|ديد|بين|گرفت|گير|رسيد|خريد|فروخت|فروش|شناخت|دانست|دان|يافت|ماند|پذيرفت|گذاشت|ساخت|خورد)\p{L}{0,4}`,
  conditions: "اگر فقط تنها",
  contrasts: "اما ولی لیکن مگر جز بجز",
  emphasisRemark:
    "(?:تأکید|تاکید|ایتالیک)(?:ها)? (?:از (?:من|ما|نویسنده|متن اصلی) (?:است|اند)|افزوده(?: شده)?|در متن اصلی|از نویسنده|از من)",
  quotingRemark: "ترجمه (?:از (?:من|ما|نویسنده)(?: است)?)|کذا|چنین است در اصل",
  citation: {
    pages: "ص صص صفحه صفحهٔ",
    locators: "فصل ماده آیه ج پانوشت سطر",
    printLocators: "ج پانوشت سطر",
    connectives: "نک رک به نقل از در",
    backReferences: "همان(?:جا)?",
  },
  sourceWords: "منبع منابع پیوند لینک",
};
