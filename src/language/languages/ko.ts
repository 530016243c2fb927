import type { LanguageProfile } from "../language-profile.ts";

export const KOREAN: LanguageProfile = {
  tags: ["ko"],
  enumerator: String.raw`제\s?\d+[편장절관조항호목]`,
  writesDatesWithFullStops: true,
  quotationContinuation: {
    quoted: /["”’'»》」]\s+$/,
    particle: /^(?:이?라[고며는]|하[고며]|[고며는]\s)/,
  },
  questionParticles: "까 냐",
  numberWords:
    "하나* 둘 둘이 셋 셋이 넷 넷이 두 세 네 다섯* 여섯* 일곱* 여덟* 아홉* 열 열두 스물* 서른* 마흔* 쉰 예순* 일흔* 여든* 아흔*",
  unmistakableNegations: "안 못 아 않 없 말",
  // A word with its endings, since other words have the same characters: 안개, 아침, 말, 오세아니아.
  negatedForms: String.raw`안|못|\p{L}*(?:않|없|지못)\p{L}*|아(?:니|닌|닐|님|닙|녔)\p{L}*|못(?:하|했|한|할|함|해|합)\p{L}*|마(?:라|세요|십시오)|말(?:아라|아야|자|라|고)`,
  // Particles of topics and objects, and the endings of sentences.
  clauseForms: String.raw`\p{L}[는를을](?!\p{L})|\p{L}[다요까죠며고라]\P{L}*$`,
  negatingPrefixes: "불 부 무 비 미 몰",
  isVerbFinal: true,
  // A syllable with a final consonant, or one of those of 하다, 이다 and 되다, of 습니다 and of an honorific.
  continuedSentence: {
    verb: String.raw`(?:[\u11a8-\u11c2]|하|이|되|니|시)다`.normalize("NFD"),
    ending: "[고는면던며만거기니지가손]",
  },
  rejections: `거짓 거짓말 가짜 허위 날조 조작 헛소리 허튼소리 거짓이다 거짓임 허구 위조 왜곡 루머 헛소문 소문 풍자 패러디 오류 틀림 틀린 가짜뉴스 사칭 농담 반박 철회 의심`,
  denials:
    "드물 드문 모르는 모르지 모르고 모르게 모르겠 모르다 모르며 모르던 모르므로 모른 모를 몰랐 몰라 거부 거절 부인하 부인했 부정하 부정했 금지",
  denyingPhrases: String.raw`\p{L}+느니|대신|것처럼|(?:거짓말?|날조|허위|헛소문|모함)(?:이다|이었다|였다|이며|입니다|이었습니다|임)|\p{L}+[았었했]을 것이\p{L}*`,
  datelineWords: "아침 저녁 밤 낮 새벽 오전 오후 에서",
  dateUnits: { year: "년", month: "월", day: "일" },
  // Not 까지만, and not nouns with the same character and a particle: 편지만.
  contrastForms: String.raw`(?<!\p{L})\p{L}+(?<!까|편|버|돼|바|휴|토|의|단|먼|처|유|방|금|정|복|묘|강아|송아|망아|반|이미|메시|폐|현|요|번|긍|양|산|농|성|용|천|동)지만(?!\p{L})|(?<!\p{L})\p{L}+으나(?!\p{L})`,
  conditions: "만약 오직",
  conditionForms: String.raw`\p{Script=Hangul}+(?:면|거든)(?!\p{L})`,
  contrasts: "그러나 하지만 그렇지만 다만 제외하고 외에는 빼고",
  emphasisRemark:
    "(?:강조|고딕|밑줄|방점)(?:는|은|점은|표시는)? ?(?:필자|인용자|저자|글쓴이|원문|원저자|추가)(?:의 것|가 (?:한|붙인) 것|에 의한 것|에 의함)?",
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
  quotingRemark: "(?:필자|인용자|저자|글쓴이) (?:옮김|번역)|원문 ?(?:그대로|대로)",
  provisos: String.raw`다만(?=[,\s，])|단(?=[,，])`,
  citation: {
    pages: "쪽",
    locators: "제 장 절 행 주 조",
    printLocators: "행 주 쪽 면 페이지",
    unitsAfter: "쪽 면 페이지 장 절 행 조 항",
    connectives: "참조 참고 재인용",
    backReferences: "(?:같은|위의|앞의) ?(?:책|글|논문|곳)|상동",
  },
  sourceWords: "출처 링크",
  publisherWords: "출판* 출판사*",
  quotationWords: "인용 인용문 인용구",
};

/**
 * Syllables that begin no Korean word: particles that are alone the rest of a word, and endings of verbs. Particles that are words
 * too, such as 이 and 도, are not here. (Orthography of Standard Korean, article 41: no space is before a particle.)
 */
export const KOREAN_ENDING =
  /^(?:(?:을|를|은|는|의|에|에서|에게|에는|에도|에서는|으로|으로는|로|와|과|까지|부터|처럼)(?!\p{L})|다(?=[.!?])|[었았였겠]|습니다|니다|니까)/u;

/** The end of a word of several syllables: the particle of an object, and connecting endings. */
export const KOREAN_WORD_END =
  /\p{Script=Hangul}(?:[을를]|에서|에게|[다라]고|지만|면서|으며|하고|하여)$/u;
