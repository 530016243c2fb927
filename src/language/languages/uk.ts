import type { LanguageProfile } from "../language-profile.ts";

export const UKRAINIAN: LanguageProfile = {
  tags: ["uk"],
  oramaName: "ukrainian",
  contrasts: "але однак проте хоча",
  negations: "не ні без ніхто ніщо ніколи",
  denials: "ледве рідко відмов* запереч* заборон* уник* сумніва*",
  datelineWords: "в у р року рік дня вранці ввечері вночі",
};
