import { createRequire } from "node:module";
import { Resvg } from "@resvg/resvg-js";

interface Vega {
  parse(spec: object): object;
  readonly View: new (
    runtime: object,
    options: { readonly renderer: "none" },
  ) => { toSVG(): Promise<string> };
}

// Imported by a name that the compiler does not follow: the package’s own types need a browser’s.
const VEGA: string = "vega";

/** The typeface of pictures, which is installed with Ibid. */
export const FONT = "DejaVu Sans";

/** Pixels of a picture for each that its specification speaks of. */
const SCALE = 2;

/**
 * A picture as PNG, from a specification in Vega’s terms. Of scripts that `FONT` lacks, this machine’s
 * own typefaces are taken where `isOfManyScripts`.
 */
export async function renderPng(
  spec: object,
  { isOfManyScripts = false } = {},
): Promise<Uint8Array> {
  const { parse, View }: Vega = await import(VEGA);
  const view = new View(parse(spec), { renderer: "none" });
  const files = ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"].map((file) =>
    createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${file}`),
  );
  const picture = new Resvg(await view.toSVG(), {
    fitTo: { mode: "zoom", value: SCALE },
    font: { fontFiles: files, loadSystemFonts: isOfManyScripts, defaultFontFamily: FONT },
  });
  return picture.render().asPng();
}
