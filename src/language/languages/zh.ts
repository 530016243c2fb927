import type { LanguageData } from "../language-data.ts";

export const CHINESE: LanguageData = {
  tags: ["zh"],
  // The speaker and a verb of saying.
  quotationContinuation: {
    quoted: /[”’」』]$/,
    particle: /^\p{Script=Han}{1,5}[说說问問喊答]道?[。，：]/u,
  },
};
