import type { LanguageProfile } from "../language-profile.ts";

export const VIETNAMESE: LanguageProfile = {
  tags: ["vi"],
  negations: "không chưa chẳng đừng chớ",
  denials: "chối cấm tránh hiếm",
  contrasts: "nhưng song tuy",
};
