import type { LanguageProfile } from "../language-profile.ts";

export const KOREAN: LanguageProfile = {
  tags: ["ko"],
  enumerator: String.raw`제\s?\d+[편장절관조항호목]`,
  writesDatesWithFullStops: true,
  quotationContinuation: {
    quoted: /["”’'»》」]\s+$/,
    particle: /^(?:이?라[고며는]|하[고며]|[고며는]\s)/,
  },
  unmistakableNegations: "안 못 아 않 없 말",
  denials: "거부 거절 부인하 부인했 부정하 부정했 금지",
  datelineWords: "아침 저녁 밤 낮 새벽 오전 오후 에서",
  dateUnits: { year: "년", month: "월", day: "일" },
  contrasts: "그러나 하지만 그렇지만 다만",
  emphasisRemark: "강조(?:는|은)? ?(?:필자|인용자|저자|글쓴이)",
  dateWordings: {
    plain: "#년 | #년에 | #에",
    about: "약 # | #경 | # 무렵 | # 즈음 | #쯤 | 대략 #",
    uncertain: "아마 # | # 추정",
    before: "# 이전 | # 전 | # 까지",
    after: "# 이후 | # 후 | # 부터",
    between: "# 부터 # 까지 | #에서 # | #에서 # 사이 | #와 # 사이",
    either: "# 또는 #",
    century: "#세기 | 제#세기",
    decade: "#년대 | #년도",
    beforeChrist: "기원전 # | 기원전 #년 | 서력기원전 #",
    afterChrist: "기원후 # | 서기 #",
    partOf: "# 초 | # 초반 | # 중반 | # 중엽 | # 말 | # 후반 | # 전반",
    seasons: ["봄", "여름", "가을", "겨울"],
  },
};
