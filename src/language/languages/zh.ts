import type { LanguageProfile } from "../language-profile.ts";

export const CHINESE: LanguageProfile = {
  tags: ["zh"],
  // The speaker and a verb of saying.
  quotationContinuation: {
    quoted: /[”’」』]$/,
    particle: /^\p{Script=Han}{1,5}[说說问問喊答]道?[。，：]/u,
  },
  dateUnits: { year: "年", month: "月", day: "日" },
  emphasisRemark:
    "(?:着重号|重点|黑体|重點|強調)(?:为|為|是|由)?(?:引者|笔者|作者|筆者)(?:所)?(?:加)?",
  negations: "不 没 沒 無 无 未 非 勿 莫",
};
