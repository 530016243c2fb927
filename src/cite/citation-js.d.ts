/** What Ibid uses of the package and its plugins, which ship no types. */
declare module "@citation-js/core" {
  interface Register {
    add(name: string, value: string): void;
    has(name: string): boolean;
  }
  /** An element of a CSL file, as the processor has read it. */
  interface CslElement {
    readonly name: string;
    readonly attrs: Readonly<Record<string, string>>;
    readonly children: readonly (CslElement | string)[];
  }
  interface CslConfig {
    readonly templates: Register;
    /** Builds a processor for the template of this name. Throws what the processor cannot read. */
    engine(
      items: readonly object[],
      template: string,
      locale: "en-US",
      format: "text",
    ): { readonly cslXml: { readonly dataObj: CslElement } };
  }
  interface BibtexConfig {
    readonly format: { useIdAsLabel: boolean; checkLabel: boolean; asciiOnly: boolean };
  }
  export const plugins: {
    readonly config: {
      get(name: "@csl"): CslConfig;
      get(name: "@bibtex"): BibtexConfig;
    };
    readonly output: {
      format(name: "citation" | "bibliography", items: readonly object[], options: object): string;
      format(name: "bibtex", items: readonly object[]): string;
      format(
        name: "ris",
        items: readonly object[],
        options: { readonly format: "object"; readonly spec: "mixed" | "old" },
      ): readonly Readonly<Record<string, string | readonly string[]>>[];
    };
  };
  export const util: {
    /** Fetches, in a process of its own that it waits for. */
    fetchFile(url: string): string;
  };
  /** Reads records of any format that a plugin knows; some plugins fetch what a string names. */
  export class Cite {
    constructor(input: string, options?: { readonly forceType?: string });
    readonly data: readonly Readonly<Record<string, unknown>>[];
  }
}
