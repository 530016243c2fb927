import type { LanguageProfile } from "../language-profile.ts";

export const CHINESE: LanguageProfile = {
  tags: ["zh"],
  // The speaker and a verb of saying.
  quotationContinuation: {
    quoted: /[”’」』]$/,
    particle: /^\p{Script=Han}{1,5}[说說问問喊答]道?[。，：]/u,
  },
  questionParticles: "吗 嗎 呢",
  datelineWords: "晨 早 晚 夜 午 上午 下午 于 於",
  dateUnits: { year: "年", month: "月", day: "日" },
  emphasisRemark:
    "(?:着重号|着重號|重点|重點|黑体|黑體|强调|強調|斜体|斜體|下划线|底線|加粗)(?:为|為|是|由|系|係)?(?:引者|引用者|笔者|筆者|作者|原文|原作者)(?:所)?(?:加|有|標|标)?",
  negations: "不 没 沒 無 无 未 非 勿 莫",
  negationLookalikes:
    "非常 未来 未來 不过 不過 不断 不斷 不同 无论 無論 不仅 不僅 不但 不久 不少 不错 不錯 不得不 差不多 了不起 除非 非但 但愿 但願 但凡 忘却 忘卻 冷却 冷卻 退却 退卻 了却 了卻",
  conditions: "如果 若 只有 只要 假如 倘若 仅 僅",
  contrasts: "但 然而 可是 不过 不過 却 卻 虽然 雖然 尽管 儘管 除非 除了 除去 除外",
  clauseForms: "[他她它我你您们們这這那的了吗嗎吧呢着著是就都也]",
  negatingPrefixes: "不 没 沒 没有 沒有 無 无 未 非 勿 莫",
  rejections: `假 假的 伪造 偽造 捏造 谣言 謠言 虚假 虛假 编造 編造 造假 假话 假話 谎 謊 谎言 謊言 谎话 謊話 撒谎 撒謊 胡说 胡說 胡扯 瞎编 瞎編 杜撰 虚构 虛構 伪 偽 伪作 偽作
    讹传 訛傳 误传 誤傳 误引 誤引 错误 錯誤 不实 不實 讽刺 諷刺 恶搞 惡搞 谣 謠 辟谣 闢謠 歪曲 篡改 存疑 可疑 传闻 傳聞 吹牛`,
  denials: "很少 鲜有 罕有 差点 险些 拒 否认 否認 否定 禁止 避免 阻止",
  denyingPhrases:
    "[宁寧](?:可|愿|願)|[与與]其|而非|仿佛|彷彿|[本原](?:会|會|应|應|可以)|(?:是|乃|[纯純][属屬]|都是)(?:一?[个個])?(?:谎言|謊言|谎话|謊話|捏造|谣言|謠言|假的|编造|編造|诽谤|誹謗)",
  dateWordings: {
    plain: "#年 | 于# | 在#",
    about: "约# | 約# | 大约# | 大約# | #左右 | #前后 | #前後 | #上下",
    uncertain: "可能# | 大概#",
    before: "#以前 | #之前 | #前",
    after: "#以后 | #以後 | #之后 | #之後 | #后 | #後 | #起",
    between: "#至# | #到# | #至#之间 | #至#之間",
    either: "#或#",
    century: "#世纪 | #世紀",
    decade: "#年代",
    beforeChrist: "公元前# | 前# | 西元前#",
    afterChrist: "公元# | 西元# | 公元后#",
    partOf: "#初 | #初期 | #中叶 | #中葉 | #中期 | #末 | #末期 | #前期 | #后期 | #後期 | #晚期",
    seasons: ["春 春天 春季", "夏 夏天 夏季", "秋 秋天 秋季", "冬 冬天 冬季"],
  },
  quotingRemark:
    "(?:笔者|筆者|引者|作者)(?:自)?(?:译|譯)|(?:译文|譯文)(?:为|為|系)?(?:笔者|筆者)(?:所译|自译|自譯)?|原文如此",
  // A sentence with a “but” of its own, or the label of another rule, excepts from its own rule.
  provisos:
    "但[书書]|(?:但是?|(?![第（(])(?![^。]*但))[^。]{0,60}(?:除外|不在此限)|(?:前|本)[款条條项項](?:规定|規定)?不(?:适用|適用)",
  citation: {
    pages: "頁 页",
    locators: "第 注 卷",
    printLocators: "注 卷 页 頁 行",
    unitsAfter: "页 頁 章 节 節 行 条 條 款 项 項 卷",
    connectives: "参见 參見 见 見 引自 载",
    secondHand: "转引自|轉引自",
    backReferences: "同上|同前|同书|同書|前引书|前揭书|前揭",
  },
  sourceWords: "来源 來源 出处 出處 链接 連結",
  publisherWords: "出版* 书店* 書店*",
  quotationWords: "引用 引文",
};
