import type { LanguageProfile } from "../language-profile.ts";

export const POLISH: LanguageProfile = {
  tags: ["pl"],
  complementizers: "że iż żeby czy",
  writesOrdinalsWithFullStop: true,
  conditions: "jeśli jeżeli gdyby tylko jedynie chyba",
  contrasts: "ale lecz jednak choć natomiast oprócz prócz",
  numberWords: `dwa dwie dwóch dwu trzy trzech cztery czterech pięć pięciu sześć sześciu siedem siedmiu osiem ośmiu
    dziewięć dziewięciu dziesięć dziesięciu jedenaście dwanaście dwadzieścia trzydzieści czterdzieści
    pięćdziesiąt sto dwieście tysiąc tysiące tysięcy milion miliony milionów`,
  negations: "nie bez nikt nic nigdy ani żaden żadna",
  rejections: `fałsz* kłamstw* zmyślon* bzdur* rzekom* domnieman* wątpliw* apokryf* zdementowan* odwołan* obalon*
    parafraz* satyr* parodi* ironi* dezinformac* plotka plotki nonsens brednie sfałszowan* podrobion*
    przeinacz* błędn* nieprawd* oszust* fejk*`,
  denials: `mało niewiele niewielu przesta* rzadko ledwie odmówi* odmawia* zaprzecz* odrzuci* zabroni* unika* wątpi*`,
  denyingPhrases: String.raw`\p{L}+(?:łby|łaby|łoby|liby|łyby)|raczej(?: \p{L}+){0,4} niż|zamiast|jakby|(?:jest|był[aoy]?|są|to) (?:\p{L}+ )?(?:kłamstw(?:o|em|a|ami)|wymysł(?:em)?|oszczerstw(?:o|em))`,
  datelineWords: "w we dnia dn r roku rano wieczorem nocy południe",
  emphasisRemark: String.raw`(?:podkr(?:eślenie|\.)|wyróżnienie|kursywa|wytłuszczenie) (?:moje|własne|autora|autorki|w oryginale|dodane)`,
  quotingRemark: String.raw`(?:tłum(?:aczenie|\.)|przekł(?:ad|\.)) (?:moje|mój|własne|autora|autorki)|tak w oryginale`,
  provisos: String.raw`(?:nie dotyczy|nie stosuje się)|przepis\p{L}*(?: [^\s.]+){0,5} nie stosuje się`,
  exceptions: "chyba że|z wyjątkiem|z zastrzeżeniem",
  reservations: "jednak|jednakże",
  citation: {
    pages: "s str",
    locators: "w ww rozdz rozdział art artykuł przyp t w. wiersz akt scena księga",
    printLocators: "przyp t w. wiersz",
    connectives: "zob por za cyt cytowane cytowany cytowana przez",
    secondHand: String.raw`cyt(?:owan[eya])?\.? (?:za|w|przez)`,
    backReferences: String.raw`tamże|dz\. ?cyt`,
  },
  titlesOfAddress: `Pan Pani Panna Doktor Profesor Król Królowa Hrabia Prezydent Minister Generał Biskup Papież Święty
    Święta Ksiądz`,
  authorWords: "przez",
  nameWords: "i z w",
  sourceWords: "źródło źródła link",
  publisherWords: "Wydawnictwo* Uniwersytet*",
  quotationWords: "cytat fragment tekst",
  contributorLabels: String.raw`tłum\.|przeł\.|red\.`,
};
