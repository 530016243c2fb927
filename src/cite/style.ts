/** How a citation is written: as a manual wants it, or as a record for a reference manager. */
export type Style = CslStyle | RecordStyle;

/** A style that is described in the Citation Style Language. */
export interface CslStyle extends CslForms {
  readonly kind: "csl";
  /** What people type. */
  readonly name: string;
  /** The CSL text. */
  readonly csl: string;
}

/** The forms that a style has, by the names that its manual gives them. */
export interface CslForms {
  /** In a word, for a button. */
  readonly label: string;
  readonly title: string;
  /** What stands where a work is cited. */
  readonly cite: "Note" | "In-text citation";
  /** What stands in the list of works, where the style has one. */
  readonly entry?: "Bibliography entry" | "Works-cited entry" | "Reference entry";
  /** How words are cited that are known only through another work; absent: as that work’s. */
  readonly secondary?: Secondary;
  /** Whether newspapers lose the “The” with which their names begin. */
  readonly omitsThe?: true;
}

export interface Secondary {
  readonly words: "quoted in" | "qtd. in" | "as cited in" | "cited in";
  /** Whether the document whose words they are is named in the citation itself. */
  readonly namesDocument: boolean;
}

export interface RecordStyle {
  readonly kind: "record";
  readonly name: "bibtex" | "ris" | "csl-json";
  readonly label: string;
  readonly title: string;
  readonly extension: "bib" | "ris" | "json";
}

/** Every style that can be asked for, and the one that is meant when none is named. */
export interface Styles {
  readonly all: readonly Style[];
  readonly preferred: Style;
}

/** The styles with the one of this name preferred, which must be among them. */
export function preferStyle(name: string, all: readonly Style[]): Styles {
  const preferred = all.find((style) => style.name === name);
  if (preferred === undefined) throw new Error(`No citation style is called ${name}.`);
  return { all, preferred };
}

/** What CSL cannot say of the styles that ship with Ibid, in the order in which they are offered. */
export const SHIPPED_STYLES: Readonly<Record<string, CslForms>> = {
  chicago: {
    label: "Chicago",
    title: "Chicago Manual of Style, 17th edition",
    cite: "Note",
    entry: "Bibliography entry",
    // Chicago Manual of Style, 17th edition, 14.260: citations taken from secondary sources.
    secondary: { words: "quoted in", namesDocument: true },
    // Chicago Manual of Style, 17th edition, 14.193.
    omitsThe: true,
  },
  mla: {
    label: "MLA",
    title: "MLA Handbook, 9th edition",
    cite: "In-text citation",
    entry: "Works-cited entry",
    // MLA Handbook, 9th edition, chapter 6, on indirect sources: whose words they are, the text says.
    secondary: { words: "qtd. in", namesDocument: false },
  },
  apa: {
    label: "APA",
    title: "APA Publication Manual, 7th edition",
    cite: "In-text citation",
    entry: "Reference entry",
    // APA Publication Manual, 7th edition, 8.6: secondary sources.
    secondary: { words: "as cited in", namesDocument: true },
  },
  harvard: {
    label: "Harvard",
    title: "Harvard, after Cite Them Right, 12th edition",
    cite: "In-text citation",
    entry: "Reference entry",
    // Cite Them Right, 12th edition, on secondary referencing.
    secondary: { words: "cited in", namesDocument: true },
  },
};

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
