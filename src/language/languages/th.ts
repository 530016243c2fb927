import type { LanguageProfile } from "../language-profile.ts";

export const THAI: LanguageProfile = {
  tags: ["th"],
  conditions: "ถ้า หาก เฉพาะ",
  negations: "ไม่ มิได้ อย่า",
  rejections: "เท็จ โกหก ปลอม ลวง หลอก เก๊ เสียดสี ข่าวลือ เฟก",
  denials: "ปฏิเสธ ห้าม หลีก",
  contrasts: "ยกเว้น เว้นแต่",
  denyingPhrases: "แทนที่|ราวกับ|(?:เป็น|คือ)(?:เรื่อง|คำ)?(?:โกหก|เท็จ)|ดีกว่า(?:ที่)?จะ",
  // In other words, it is “since” and “each”.
  contrastForms: "(?<!ตั้ง)แต่(?!ละ|ง|่อ)",
  datelineWords: "วันอาทิตย์ที่ วันจันทร์ที่ วันอังคารที่ วันพุธที่ วันพฤหัสบดีที่ วันศุกร์ที่ วันเสาร์ที่",
  eraWord: "ค.ศ.",
  emphasisRemark: "(?:เน้น|ขีดเส้นใต้|ตัวเน้น)(?:โดย|ของ|ตาม)?(?:ผู้เขียน|ผู้วิจัย|ผู้อ้าง|ข้าพเจ้า|ต้นฉบับ)",
  quotingRemark: "(?:แปลโดย)?(?:ผู้เขียน|ผู้วิจัย)แปล|ตามต้นฉบับ",
  citation: {
    pages: "น หน้า",
    locators: "บทที่ บท ข้อ มาตรา บรรทัด เล่ม องก์ ฉาก",
    printLocators: "บรรทัด เล่ม",
    connectives: "ดู อ้างใน",
    secondHand: "อ้างใน",
    backReferences: "เรื่องเดียวกัน|อ้างแล้ว",
  },
  sourceWords: "ที่มา แหล่งที่มา ลิงก์",
};
