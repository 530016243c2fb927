import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { message } from "../../../catalogue/catalogue.ts";

/**
 * The character maps of Adobe for Chinese, Japanese and Korean. The package `pdfjs-dist` has them: an
 * optional peer, because it is as large as a third of all others, and few PDFs need it.
 */
export interface CharacterMaps {
  /** Loads data that pdf.js asks for. Rejects if it is missing. */
  fetch(request: { readonly kind: string; readonly filename: string }): Promise<Uint8Array>;
}

/** The sentence on maps that are not installed. */
export const MAPS_NOT_INSTALLED = message("pdf.install-maps");

/** Returns the folder of the maps; undefined if the package is not installed. */
export function findMapFolder(): string | undefined {
  try {
    const { resolve } = createRequire(import.meta.url);
    return join(dirname(resolve("pdfjs-dist/package.json")), "cmaps");
  } catch {
    return undefined;
  }
}

/** Creates the class that pdf.js loads data with. `missing` gets the names of maps that are not there. */
export function createMapFactory(
  folder: string | undefined,
  missing: Set<string>,
): new () => CharacterMaps {
  return class {
    async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }) {
      // Nothing is drawn, so neither fonts nor decoders of pictures are needed.
      if (kind !== "cMapUrl") throw new Error("Only character maps are loaded.");
      try {
        if (folder === undefined) throw new Error("The package pdfjs-dist is not installed.");
        return new Uint8Array(await readFile(join(folder, filename)));
      } catch (error) {
        missing.add(filename.replace(/\.bcmap$/, ""));
        throw error;
      }
    }
  };
}
