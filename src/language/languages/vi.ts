import type { LanguageProfile } from "../language-profile.ts";

export const VIETNAMESE: LanguageProfile = {
  tags: ["vi"],
  negations: "không chưa chẳng đừng chớ",
  contrasts: "nhưng song tuy",
};
