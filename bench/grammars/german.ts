import type { Grammar } from "./grammar.ts";

export const GERMAN: Grammar = {
  language: "de",
  between: " ",
  isInCharacters: false,
  syllables:
    "bel dor fen gar hol ing jor kel lin mar nor ost pet ram sel tor ulm ven wil zan brück haus stein berg thal burg loch hain wöhr müh",
  sentences: [
    "{when} hat {who} {where} {what} {did}.",
    "{who} sagte, er habe {what} {how} {did}.",
    "Doch {when} wurde {what} {where} nicht {did}.",
    "Weil {who} {what} {did} hatte, schwieg man {where} {how}.",
    "„Wer hat {what} {did}?“, fragte {who} {where}.",
    "{who} ging {how} davon, nachdem {what} {when} {did} war.",
  ],
  slots: {
    when: "Vor Tagesanbruch/Gegen Abend/Am nächsten Morgen/Um Mitternacht/Im vorigen Herbst/Zu Beginn des Frühlings/Bei Sonnenuntergang/Nach dem Sturm/Am dritten Tag/Nach der Flut/Am Vorabend des Festes/Als der Regen aufhörte",
    who: "der Leuchtturmwärter/die alte Fischerin/die Tochter des Kapitäns/der Briefträger/ein junger Steuermann/der Zöllner Grünwald/die Müllerin/ein hinkender Händler/der ältere Bruder/ein Gast aus dem Norden/der Schreiber Krüger/die Fährfrau/der Küster/ein barfüßiger Bote",
    where:
      "am Ende der Mole/auf der weißen Insel/hinter dem Deich/in der Gasse am Markt/im alten Speicher/in der Schule auf dem Hügel/an der Mündung/neben der Mauer/im Hof des Gasthauses/in den Salzgärten/an der Fähre/unter dem Glockenturm",
    what: "das zerrissene Netz/zwei Fässer Öl/den verlorenen Brief/die vergilbte Karte/die kupferne Glocke/das nasse Rechnungsbuch/ein neues Segel/den Kompass/sieben Silbermünzen/den getrockneten Fisch/das zerbrochene Ruder/die rote Fahne/drei Säcke Mehl/den Docht der Lampe",
    did: "geflickt/gefunden/versteckt/verkauft/hergebracht/über Bord geworfen/gezählt/verliehen/verbrannt/zurückgegeben/abgeschrieben/festgebunden",
    how: "schweigend/lächelnd/langsam/in größter Eile/vorsichtig/ganz allein/mit lauter Stimme/mit geschlossenen Augen/barfuß/mit zitternden Händen",
  },
};
