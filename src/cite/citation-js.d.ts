/** The part of the package and its plugins that Ibid uses. They ship no types. */
declare module "@citation-js/core" {
  interface Register {
    add(name: string, value: string): unknown;
    has(name: string): boolean;
  }
  interface CslConfig {
    readonly templates: Register;
  }
  interface BibtexConfig {
    readonly format: { useIdAsLabel: boolean; checkLabel: boolean; asciiOnly: boolean };
  }
  /** The tags of a record. A tag that occurs more than once has a list of values. */
  type RisRecord = Readonly<Record<string, string | readonly string[]>>;

  /** A plugin's configuration or formats exist once the plugin is loaded. */
  export const plugins: {
    readonly config: {
      get(name: "@csl"): CslConfig;
      get(name: "@bibtex"): BibtexConfig;
    };
    readonly output: {
      format(name: "citation" | "bibliography", items: readonly object[], options: object): string;
      format(name: "bibtex", items: readonly object[]): string;
      /** Returns one record for each item. */
      format(
        name: "ris",
        items: readonly object[],
        options: { readonly format: "object"; readonly spec: "mixed" | "old" },
      ): readonly RisRecord[];
    };
  };
  export const util: {
    /** Fetches an address in a child process and blocks until it ends. */
    fetchFile(url: string): string;
  };
  /** Parses records of any format that a plugin knows. Some plugins fetch what a string names. */
  export class Cite {
    constructor(input: string, options?: { readonly forceType?: string });
    readonly data: readonly Readonly<Record<string, unknown>>[];
  }
}
