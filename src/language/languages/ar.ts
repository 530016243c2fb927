import type { LanguageProfile } from "../language-profile.ts";

export const ARABIC: LanguageProfile = {
  tags: ["ar"],
  oramaName: "arabic",
  contrasts: "لكن ولكن لكنه ولكنه بل إلا غير",
  negations: "لا لم لن ليس ليست غير بلا دون",
  denials: `رفض رفضت رفضوا ورفض فرفض يرفض أنكر أنكرت أنكروا وأنكر ينكر نفى ينفي منع ومنع يمنع
    امتنع وامتنع يمتنع أبى يأبى قلما`,
};
