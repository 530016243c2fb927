import type { LanguageProfile } from "../language-profile.ts";

export const TAMIL: LanguageProfile = {
  tags: ["ta"],
  oramaName: "tamil",
  sourceWords: "ஆதாரம் மூலம் இணைப்பு",
};
