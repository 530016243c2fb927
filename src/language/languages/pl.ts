import type { LanguageProfile } from "../language-profile.ts";

export const POLISH: LanguageProfile = {
  tags: ["pl"],
  writesOrdinalsWithFullStop: true,
  contrasts: "ale lecz jednak choć natomiast",
  negations: "nie bez nikt nic nigdy ani żaden żadna",
  denials: `rzadko ledwie odmówi* odmawia* zaprzecz* odrzuci* zabroni* unika* wątpi*`,
  datelineWords: "w we dnia dn r roku rano wieczorem nocy południe",
};
