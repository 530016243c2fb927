/** A way to write citations: a manual's style, or a record for reference managers. */
export type Style = CslStyle | RecordStyle;

/** A style in the Citation Style Language. */
export interface CslStyle extends CslForms {
  readonly kind: "csl";
  /** The name that users type. */
  readonly name: string;
  /** The text of the CSL file. */
  readonly csl: string;
}

/** The forms that a style has, with the names that its manual gives them. */
export interface CslForms {
  /** A short name, for a button. */
  readonly label: string;
  readonly title: string;
  /** The name of a citation in the text. */
  readonly citationLabel: "Note" | "In-text citation";
  /** The name of an entry in the bibliography; absent if the style has none. */
  readonly entryLabel?: "Bibliography entry" | "Works-cited entry" | "Reference entry";
  /** How to cite words known only from another work; if absent, they are cited as that work's. */
  readonly secondary?: SecondaryCitation;
  /** Whether the names of newspapers lose their leading “The”. */
  readonly omitsLeadingThe?: true;
}

/** The rules for words that are quoted from another work than their own. */
export interface SecondaryCitation {
  readonly words: "quoted in" | "qtd. in" | "as cited in" | "cited in";
  /** Whether the citation itself names the document that the words are from. */
  readonly namesDocument: boolean;
}

/** A record format for reference managers. */
export interface RecordStyle {
  readonly kind: "record";
  readonly name: "bibtex" | "ris" | "csl-json";
  readonly label: string;
  readonly title: string;
  readonly extension: "bib" | "ris" | "json";
}

/** All available styles, and the default. */
export interface Styles {
  readonly all: readonly Style[];
  readonly preferred: Style;
}

/** Returns the styles with the one called `name` as the default. Throws if there is none. */
export function preferStyle(name: string, all: readonly Style[]): Styles {
  const preferred = all.find((style) => style.name === name);
  if (preferred === undefined) throw new Error(`No citation style is called ${name}.`);
  return { all, preferred };
}

/** What CSL cannot express about the styles that ship with Ibid, in the order of the options. */
export const SHIPPED_STYLES: ReadonlyMap<string, CslForms> = new Map<string, CslForms>([
  [
    "chicago",
    {
      label: "Chicago",
      title: "Chicago Manual of Style, 17th edition",
      citationLabel: "Note",
      entryLabel: "Bibliography entry",
      // Chicago Manual of Style, 17th edition, 14.260: citations taken from secondary sources.
      secondary: { words: "quoted in", namesDocument: true },
      // Chicago Manual of Style, 17th edition, 14.193.
      omitsLeadingThe: true,
    },
  ],
  [
    "mla",
    {
      label: "MLA",
      title: "MLA Handbook, 9th edition",
      citationLabel: "In-text citation",
      entryLabel: "Works-cited entry",
      // MLA Handbook, 9th edition, chapter 6, on indirect sources: the text names the author.
      secondary: { words: "qtd. in", namesDocument: false },
    },
  ],
  [
    "apa",
    {
      label: "APA",
      title: "APA Publication Manual, 7th edition",
      citationLabel: "In-text citation",
      entryLabel: "Reference entry",
      // APA Publication Manual, 7th edition, 8.6: secondary sources.
      secondary: { words: "as cited in", namesDocument: true },
    },
  ],
  [
    "harvard",
    {
      label: "Harvard",
      title: "Harvard, after Cite Them Right, 12th edition",
      citationLabel: "In-text citation",
      entryLabel: "Reference entry",
      // Cite Them Right, 12th edition, on secondary referencing.
      secondary: { words: "cited in", namesDocument: true },
    },
  ],
]);

/** The record formats, which need no file. */
export const RECORD_STYLES: readonly RecordStyle[] = [
  { kind: "record", name: "bibtex", label: "BibTeX", title: "BibTeX record", extension: "bib" },
  { kind: "record", name: "ris", label: "RIS", title: "RIS record", extension: "ris" },
  {
    kind: "record",
    name: "csl-json",
    label: "CSL-JSON",
    title: "CSL-JSON record",
    extension: "json",
  },
];
