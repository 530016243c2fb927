/** What the measurements use of the package, whose own types need a browser’s. */
declare module "vega" {
  export type Runtime = object;
  export function parse(spec: object): Runtime;
  export class View {
    constructor(runtime: Runtime, options: { readonly renderer: "none" });
    toSVG(scaleFactor?: number): Promise<string>;
  }
}
