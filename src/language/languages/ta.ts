import type { LanguageProfile } from "../language-profile.ts";

export const TAMIL: LanguageProfile = {
  tags: ["ta"],
  isVerbFinal: true,
  oramaName: "tamil",
  contrasts: "ஆனால்",
  sourceWords: "ஆதாரம் மூலம் இணைப்பு",
};
