import type { LanguageProfile } from "../language-profile.ts";

export const PORTUGUESE: LanguageProfile = {
  tags: ["pt"],
  complementizersWithoutComma: "que",
  oramaName: "portuguese",
  conditions: "se desde condição somente apenas só menos",
  ambiguousConditions: "se",
  contrasts: "mas porém contudo todavia entretanto senão salvo exceto excepto",
  emphasisRemark:
    "(?:(?:o|a|os|as) )?(?:grifo|ênfase|itálico|destaque|negrito|sublinhado)s? (?:é |são )?(?:meus?|nossos?|minhas?|nossas?|adicionad[oa]s?|acrescentad[oa]s?|d[oa] autora?|no original|original)",
  numberWords: `dois duas três quatro cinco seis sete oito nove dez onze doze treze catorze quinze vinte trinta
    quarenta cinquenta sessenta setenta oitenta noventa cem cento mil milhão milhões dúzia metade dobro`,
  negations: "não nunca jamais nenhum nenhuma nada ninguém sem nem tampouco",
  rejections: `falso falsa falsos falsas mentira* inventad* apócrif* supost* alegad* duvidos* desmentid*
    retratad* refutad* parafrase* paráfrase* sátira* satíric* paródia* ironia* irónic* irônic* boato*
    desinformação disparate* absurd* errad* inexat* falsificad* forjad* adulterad* deturpad* incorret*
    bobagem besteira`,
  denyingPhrases: String.raw`deix(?:a|am|ou|aram|ava|avam|ei|ar|asse|assem) de|(?<!(?:uns|umas|os|as) )pouc[oa]s|longe de|(?:teria|tivesse)(?:m|s|mos)?|antes(?! d[aeo])(?: \p{L}+){0,4} (?:do )?que|em vez de|como se|(?:é|era|foi|são|eram|seja) (?:uma?s? )?(?:\p{L}+ )?(?:mentiras?|falsidades?|calúnias?)`,
  denials: `raramente negar negou nega negava negado negaram recus* rejeit* evit* impedi* proib*
    duvid* impossíve* incapaz*`,
  letterWords: { names: "Carta Epístola", to: "a ao à", same: ["o mesmo", "mesm[oa]"] },
  datelineWords: "a em o aos de do manhã tarde noite meio-dia meia-noite dia provavelmente",
  dateWordings: {
    plain: "em # | no # | o # | nos #",
    about: "cerca de # | por volta de #",
    uncertain: "provavelmente # | talvez #",
    before: "antes de # | até #",
    after: "depois de # | após # | desde #",
    between: "entre # e # | de # a #",
    either: "# ou #",
    century: "século # | séc. #",
    decade: "anos # | década de #",
    beforeChrist: "# a. C.",
    afterChrist: "# d. C.",
    seasons: ["primavera", "verão", "outono", "inverno"],
  },
  quotingRemark: String.raw`(?:(?:a|minha|nossa) )?trad(?:ução|\.)(?: (?:é )?(?:minha|nossa|livre|d[oa] autora?))|assim no original`,
  provisos: String.raw`(?:o|a|esta|este|isto)(?: [^\s.]+){0,5} não se aplica`,
  exceptions: "salvo|exceto|ressalva|a menos que",
  reservations: "no entanto|todavia|contudo",
  citation: {
    pages: "p pp pág págs página páginas",
    notes: "n nota",
    locators: "v vv cap capítulo art arts artigo artigos n nota l linha ato acto cena livro canto",
    printLocators: "n nota l linha",
    connectives: "ver cf citado por em apud",
    secondHand: "citad[oa]s? (?:por|em)|apud",
    backReferences: String.raw`ob\. ?cit`,
  },
  titlesOfAddress: `Senhor Senhora Sr Sra Dom Dona Doutor Doutora Professor Rei Rainha Conde Presidente Ministro
    General Padre Frei Bispo Papa São Santa`,
  authorWords: "por",
  nameWords: "de da do das dos e",
  sourceWords: "fonte fontes via link ligação",
  publisherWords: "Editora Edições Universidade*",
  quotationWords: "citação trecho texto",
  contributorLabels: String.raw`trad(?:\.|uzido por|ução de)|org\.`,
};
