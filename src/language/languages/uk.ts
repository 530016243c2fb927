import type { LanguageProfile } from "../language-profile.ts";

export const UKRAINIAN: LanguageProfile = {
  tags: ["uk"],
  oramaName: "ukrainian",
  contrasts: "але однак проте хоча",
  negations: "не ні без ніхто ніщо ніколи",
  rejections: "брехня фейк* вигад* неправда",
  denials: "ледве рідко відмов* запереч* заборон* уник* сумніва* неможлив* неправд*",
  datelineWords: "в у р року рік дня вранці ввечері вночі",
  emphasisRemark:
    "(?:курсив|виділено|виділення|підкреслено) (?:мій|моє|мною|наш|нами|автора|в оригіналі)",
  quotingRemark: String.raw`(?:пер(?:еклад|\.)) (?:мій|наш|автора)|так!|так у (?:тексті|оригіналі)`,
  citation: {
    pages: "с стор сторінка",
    locators: "гл розд ст стаття п прим т",
    connectives: "див пор цит за",
    backReferences: "там само",
  },
  nameWords: "і та з",
  sourceWords: "джерело джерела посилання",
};
