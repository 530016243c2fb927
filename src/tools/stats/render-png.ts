import { createRequire } from "node:module";
import { type Message, message } from "../../catalogue/catalogue.ts";
import { isMissingPackage } from "../../foundation/errors.ts";
import type { Result } from "../../foundation/result.ts";

/** Draws charts. */
export interface PngRenderer {
  /**
   * Renders a Vega specification as PNG. With `isOfManyScripts`, the typefaces of this machine are used
   * for scripts that `FONT` lacks.
   */
  render(spec: object, options?: { readonly isOfManyScripts?: boolean }): Promise<Uint8Array>;
}

interface Vega {
  parse(spec: object): object;
  readonly View: new (
    runtime: object,
    options: { readonly renderer: "none" },
  ) => { toSVG(): Promise<string> };
}

// In a variable, so that the compiler does not follow the import: Vega's types need a browser's.
const VEGA: string = "vega";

/** The typeface of charts, from the package `dejavu-fonts-ttf`. */
export const FONT = "DejaVu Sans";

/** The resolution in pixels per pixel of the specification. */
const SCALE = 2;

const NOT_INSTALLED = message("stats.not-installed");

/**
 * Loads the packages that draw charts: optional peers, because they are as large as a third of all others
 * and nothing else needs them. Returns a message that names them if one is not installed.
 */
export async function loadPngRenderer(): Promise<Result<PngRenderer, Message>> {
  try {
    const [{ parse, View }, { Resvg }] = await Promise.all([loadVega(), import("@resvg/resvg-js")]);
    const { resolve } = createRequire(import.meta.url);
    const fontFiles = ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"].map((file) =>
      resolve(`dejavu-fonts-ttf/ttf/${file}`),
    );
    return {
      async render(spec, { isOfManyScripts = false } = {}) {
        const view = new View(parse(spec), { renderer: "none" });
        const picture = new Resvg(await view.toSVG(), {
          fitTo: { mode: "zoom", value: SCALE },
          font: { fontFiles, loadSystemFonts: isOfManyScripts, defaultFontFamily: FONT },
        });
        return picture.render().asPng();
      },
    };
  } catch (error) {
    if (isMissingPackage(error)) return { error: NOT_INSTALLED };
    throw error;
  }
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
