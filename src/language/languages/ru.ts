import type { LanguageProfile } from "../language-profile.ts";

export const RUSSIAN: LanguageProfile = {
  tags: ["ru"],
  oramaName: "russian",
  abbreviations: {
    connectives: "напр",
    neverLastHere: "См см Ср ср им ул св проф акад",
    counted: "Ст Стр ст стр Рис рис Гл гл Табл табл",
  },
  units: "Статья Глава Часть",
  contrasts: "но однако зато хотя",
  emphasisRemark: "(?:курсив|выделено|выделение) (?:мой|мною|мое|наш|автора|в оригинале)",
  negations: "не ни нет без никто ничто никогда нельзя",
  denials: "едва вряд редко отказ* отриц* отверг* запрет* запрещ* избег* сомнева*",
  letterWords: { names: "Письмо", to: "к", same: ["н(?:ему|ей) же", "тому же", "той же"] },
  datelineWords: "в г года год дня числа утром днём вечером ночью утро вечер ночь",
  dateWordings: {
    plain: "в # | # г. | # год | # году | # года",
    about: "около # | ок. # | примерно #",
    uncertain: "вероятно # | возможно #",
    before: "до #",
    after: "после # | с #",
    between: "между # и # | с # по #",
    either: "# или #",
    century: "# век | # в. | # века",
    decade: "#-е | #-е годы | #-е гг. | #-х | #-х годов",
    beforeChrist: "# до н. э. | # до нашей эры",
    afterChrist: "# н. э. | # нашей эры",
    seasons: ["весна весной", "лето летом", "осень осенью", "зима зимой"],
  },
};
