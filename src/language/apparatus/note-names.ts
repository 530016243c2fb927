/** The names that transcribers give their notes, as the source of a regular expression with the flags `iu`. */
export const TRANSCRIBERS_NOTE_NAME = [
  "(?:transcriber|producer|proofreader)[’']?s?[’']? ?(?:end)?notes?",
  String.raw`anmerkung(?:en)? (?:zur transkription|de[rs] (?:transkribent|bearbeiter)\p{L}*)`,
  String.raw`(?:remarques?|notes?) (?:de|du|sur la|des) transcript\p{L}+`,
  String.raw`notas? d(?:e|el|e la|o|a|os) transcri\p{L}+`,
  String.raw`not[ae] d(?:el|ella|i) trascri\p{L}+`,
  String.raw`(?:opmerking|noot|aantekening)(?:en)? van de (?:bewerker|transcribent)\p{L}*`,
  String.raw`(?:transkri|avskri|afskri)\p{L}+ (?:anmärkning|not|bemærkning|merknad|huomautu)\p{L}*`,
].join("|");

/** The names that editors and translators give theirs, some of them cut short. */
export const EDITORS_NOTE_NAME = [
  "(?:editor|translator)[’']?s?[’']? notes?|ed\\. note|tn|t\\. ?n\\.",
  String.raw`anm(?:erkung(?:en)?|\.)? ?d(?:\.|e[rs]) ?(?:übers|hrsg|herausg|red|verf)\p{L}*\.?|a\. ?d\. ?[üuh]\.`,
  String.raw`notes? d(?:u |e la |e l[’'])(?:traduct|édit|rédact)\p{L}+|n\. ?d\. ?(?:t|e|é|l[’']a|l[’']é|l?r)\.|nd(?:t|e|é|lr|la)`,
  String.raw`notas? d(?:el|ell[ao]|e la|o|a) (?:tradu[ct]|edi[ct]|curat|reda[cç])\p{L}+`,
  String.raw`noot van de (?:vertaler|redactie|uitgever)|övers\p{L}*\.? anm\p{L}*\.?|overs\p{L}*\.? (?:anm|note)\p{L}*\.?`,
  String.raw`прим(?:ечание|еч)?\.? ?(?:пер|ред|изд)\p{L}*\.?|przyp(?:is)?\.? ?(?:tłum|red)\p{L}*\.?|pozn(?:ámka)?\.? ?(?:překl|red|vyd)\p{L}*\.?`,
  "[訳譯译编編]者?[注註]|编者按|編者按|校[注註]|(?:역자|옮긴이|편집자|엮은이)의? ?주|역주",
].join("|");

/** Such names after a dash at the end of a note: “— Ed.” */
export const SIGNATURE = String.raw`(?:eds?|tr|trans|transl|editors?|translators?|transcribers?|d\. ?(?:übers|hrsg|red|verf))\.?`;

/** The names of notes after which a number shows that they are notes. */
export const NUMBERED_NOTE_NAME = String.raw`(?:note|nota|anmerkung|anm\.|fu(?:ß|ss)note|noot|примечание)(?=\s\d)`;
