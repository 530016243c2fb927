import { createRequire } from "node:module";
import { Resvg } from "@resvg/resvg-js";

interface Vega {
  parse(spec: object): object;
  readonly View: new (
    runtime: object,
    options: { readonly renderer: "none" },
  ) => { toSVG(): Promise<string> };
}

// In a variable, so that the compiler does not follow the import: Vega's types need a browser's.
const VEGA: string = "vega";

/** The typeface of charts, which is installed with Ibid. */
export const FONT = "DejaVu Sans";

/** The resolution in pixels per pixel of the specification. */
const SCALE = 2;

/**
 * Renders a Vega specification as PNG. With `isOfManyScripts`, the typefaces of this machine are used for
 * scripts that `FONT` lacks.
 */
export async function renderPng(
  spec: object,
  { isOfManyScripts = false } = {},
): Promise<Uint8Array> {
  const { parse, View } = await loadVega();
  const view = new View(parse(spec), { renderer: "none" });
  const fontFiles = ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"].map((file) =>
    createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${file}`),
  );
  const picture = new Resvg(await view.toSVG(), {
    fitTo: { mode: "zoom", value: SCALE },
    font: { fontFiles, loadSystemFonts: isOfManyScripts, defaultFontFamily: FONT },
  });
  return picture.render().asPng();
}

async function loadVega(): Promise<Vega> {
  const vega: unknown = await import(VEGA);
  if (!isVega(vega)) throw new TypeError("The package vega does not export parse and View.");
  return vega;
}

function isVega(module: unknown): module is Vega {
  return (
    typeof module === "object" &&
    module !== null &&
    "parse" in module &&
    typeof module.parse === "function" &&
    "View" in module &&
    typeof module.View === "function"
  );
}
