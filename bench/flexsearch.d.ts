/** What the measurements use of the package, whose own types do not compile. */
declare module "flexsearch" {
  export class Index {
    add(id: number, content: string): this;
    /** `suggest` finds what lacks some of the words too. */
    search(
      query: string,
      options: { readonly limit: number; readonly suggest: boolean },
    ): readonly (number | string)[];
  }
}
