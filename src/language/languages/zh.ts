import type { LanguageProfile } from "../language-profile.ts";

export const CHINESE: LanguageProfile = {
  tags: ["zh"],
  // The speaker and a verb of saying.
  quotationContinuation: {
    quoted: /[”’」』]$/,
    particle: /^\p{Script=Han}{1,5}[说說问問喊答]道?[。，：]/u,
  },
  dateUnits: { year: "年", month: "月", day: "日" },
};
