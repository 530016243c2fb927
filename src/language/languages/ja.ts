import type { LanguageProfile } from "../language-profile.ts";

export const JAPANESE: LanguageProfile = {
  tags: ["ja"],
  quotationContinuation: {
    quoted: /[」』）]$/,
    particle: /^(?:と|って|など|の|を|は|が|に|も)/,
  },
  dateUnits: { year: "年", month: "月", day: "日" },
  emphasisRemark: "(?:傍点|強調|下線)(?:は|部は)?(?:引用者|筆者|原文)",
  negations: "不 無 未 非",
};
