import type { LanguageProfile } from "../language-profile.ts";

export const THAI: LanguageProfile = {
  tags: ["th"],
  negations: "ไม่ มิได้ อย่า",
};
