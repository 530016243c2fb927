import type { LanguageProfile } from "../language-profile.ts";

export const SERBIAN: LanguageProfile = {
  tags: ["sr"],
  conditions: "ako samo jedino ukoliko ако само једино уколико",
  contrasts: "али но међутим него већ осим ali no međutim nego već osim",
  complementizers: "da да",
  oramaName: "serbian",
  stopWordsCodePage: "windows-1250",
  writesOrdinalsWithFullStop: true,
  negations: `не ни није нису нема без нико ништа никад никада ne ni nije nisu nema bez niko ništa
    nikad nikada`,
  nameWords: "и",
  sourceWords: "извор извори izvor izvori линк",
  quotationWords: "citat цитат navod навод",
};
