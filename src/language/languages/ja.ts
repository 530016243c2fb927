import type { LanguageProfile } from "../language-profile.ts";

export const JAPANESE: LanguageProfile = {
  tags: ["ja"],
  quotationContinuation: {
    quoted: /[」』）]$/,
    particle: /^(?:と|って|など|の|を|は|が|に|も)/,
  },
  datelineWords: "朝 夜 夕 昼 午前 午後 にて",
  dateUnits: { year: "年", month: "月", day: "日" },
  emphasisRemark: "(?:傍点|強調|下線)(?:は|部は)?(?:引用者|筆者|原文)",
  negations: "不 無 未 非 ない なかっ ません",
  denials: "拒 断っ 断り 断る 否定 否認 禁じ 禁止 防い 避け",
  contrasts: "しかし だが けれど ただし",
  dateWordings: {
    plain: "#年 | #に",
    about: "約# | およそ# | #頃 | #ごろ | #ころ",
    uncertain: "おそらく# | 恐らく#",
    before: "#以前 | #より前 | #まで",
    after: "#以降 | #以後 | #より後 | #から",
    between: "#から#まで | #から#の間",
    either: "#または# | #又は#",
    century: "#世紀 | 第#世紀",
    decade: "#年代",
    beforeChrist: "紀元前# | 前#",
    afterChrist: "西暦# | 紀元後# | 紀元#",
    partOf: "#初頭 | #初め | #初期 | #前半 | #中頃 | #中期 | #後半 | #末 | #末期",
    seasons: ["春", "夏", "秋", "冬"],
  },
};
