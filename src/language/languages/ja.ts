import type { LanguageProfile } from "../language-profile.ts";

export const JAPANESE: LanguageProfile = {
  tags: ["ja"],
  quotationContinuation: {
    quoted: /[」』）]$/,
    particle: /^(?:と|って|など|の|を|は|が|に|も)/,
  },
  questionParticles: "か",
  datelineWords: "朝 夜 夕 昼 午前 午後 にて",
  dateUnits: { year: "年", month: "月", day: "日" },
  emphasisRemark:
    "(?:傍点|強調|下線|太字|圏点)(?:は|部は|部分は)?(?:引用者|筆者|原文|著者|原著者|原著)(?:による|によるもの|のもの|のまま|ママ|が付した)?",
  negations: "不 無 未 非 ない なかっ なく なけれ ません ずに",
  negatingPrefixes: "不 無 未 非",
  isVerbFinal: true,
  rejections: `嘘 うそ ウソ 偽 偽物 捏造 デマ でたらめ 虚偽 嘘だ 虚構 虚言 作り話 改竄 改ざん 偽造 贋作 誤り 誤報 誤引用 フェイク ガセ デタラメ 出鱈目 疑わしい 皮肉 風刺 パロディ 噂
    創作 冗談 否定 撤回`,
  // -ず after the forms of verbs: 渡らず, 食べず, せず. Where に follows, the list has it.
  negatedEndings: "(?:\\p{Script=Han}[かがさたなばまらわえけげせてねべめれ]|せ)ず(?![にかつれ])",
  denials: "拒 断っ 断り 断る 否定 否認 禁じ 禁止 防い 避け",
  denyingPhrases:
    "くらいなら|ぐらいなら|よりむしろ|代わりに|かのよう|(?:[はが]|という)(?:真っ赤な)?(?:嘘|うそ|ウソ|捏造|でたらめ|作り話|虚偽|中傷)(?:だ|で|です)|た(?:であ)?ろうに|はずだった",
  negationLookalikes:
    "少ない 少なく 未来 未満 無事 非常 不思議 危ない 切ない もったいない かもしれない かもしれません 違いない 違いありません 何気ない 間もなく まもなく ほどなく 程なく なんとなく 何となく すくない すくなく あぶない はかない きたない からだ 絶えず 思わず 相変わらず あいかわらず 残らず のみならず 取りあえず 取り敢えず 少なからず やむを得ず 負けず嫌い",
  // After the forms of verbs and adjectives. た of the past follows neither a, u nor o, as in あなた and すがた, and the nouns
  // of verbs in い have these characters: 戦い.
  contrastForms:
    "(?<=^|[るすだ]|(?<![あかさたなはまやらわがざだばぱうくすつぬふむゆるぐずづぶぷおこそとのほもよろをごぞどぼぽ])た|(?<![戦争願思扱払匂笑占救問誓迷勢違祝呪憂狙誘舞使遣伴]|ぐら)い)が(?=、)",
  conditions: "だけ のみ 限り",
  conditionForms: "ならば|なら|れば|たら|場合",
  contrasts: "しかし だが けれど ただし 以外 除いて 除き 除けば",
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
  quotingRemark:
    "(?:引用者|筆者|著者)訳|拙訳|私訳|訳は(?:引用者|筆者)(?:による)?|(?:原文)?ママ|原文のまま",
  provisos: "(?:但|ただ)し",
  citation: {
    pages: "頁",
    locators: "第 註 注",
    printLocators: "註 注 行 巻 頁 ページ",
    unitsAfter: "頁 ページ 章 節 行 条 項 巻",
    connectives: "参照 所収 より",
    backReferences: "同書|同前|同上|前掲書?|同",
  },
  sourceWords: "出典 出所 リンク",
  publisherWords: "出版* 書店* 書房*",
  quotationWords: "引用 引用文",
};
