import type { LanguageProfile } from "../language-profile.ts";

export const ARMENIAN: LanguageProfile = {
  tags: ["hy"],
  conditions: "եթե միայն",
  contrasts: "բայց սակայն",
  oramaName: "armenian",
  nameWords: "և",
  sourceWords: "աղբյուր աղբյուրը հղում",
};
