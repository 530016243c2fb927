import type { LanguageProfile } from "../language-profile.ts";

export const THAI: LanguageProfile = {
  tags: ["th"],
  negations: "ไม่ มิได้ อย่า",
  denials: "ปฏิเสธ ห้าม หลีก",
  datelineWords: "วันอาทิตย์ที่ วันจันทร์ที่ วันอังคารที่ วันพุธที่ วันพฤหัสบดีที่ วันศุกร์ที่ วันเสาร์ที่",
  eraWord: "ค.ศ.",
};
