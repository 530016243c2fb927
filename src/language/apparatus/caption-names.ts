/** The names before the numbers of pictures and tables, in the languages of documents. */
export const CAPTION_NAME = [
  "figures?|figs?|tables?|tabs?|plates?|pls?|charts?|diagrams?|maps?|illustrations?|ills?|photos?|boxes|box|schemes?",
  "abbildung(?:en)?|abb|tabellen?|tafeln?|karten?|bild(?:er)?|schaubild|grafik",
  "tableaux?|planches?|cartes?|graphiques?|figuras?|tablas?|tabelas?|cuadros?|quadros?|gráficos?|láminas?|mapas?|figur[ae]|tabell[ae]|tavol[ae]|grafico",
  "figuur|afbeelding|afb|tabel|kaart|grafiek|figur|bilde|kuva|taulukko|rysunek|rys|tablica|wykres|obr(?:ázek)?|ábra|táblázat",
  "рис(?:унок)?|таблица|табл|карта|мал(?:юнок)?|그림|표|도표|사진|図|表|図表|写真|圖|图",
].join("|");
