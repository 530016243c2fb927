import { createRequire } from "node:module";
import { setTimeout } from "node:timers/promises";
import type { CslItem, CslName, CslValue } from "./csl-item.ts";
import type { Style } from "./style.ts";

const require = createRequire(import.meta.url);

const core = (): typeof import("@citation-js/core") => require("@citation-js/core");

/** Loads the library’s packages, in this order. Together they take a third of a second. */
const PACKAGES: readonly (() => unknown)[] = [
  core,
  () => require("@citation-js/plugin-csl"),
  () => require("@citation-js/plugin-bibtex"),
  () => require("@citation-js/plugin-ris"),
];

/** What every style can cite. */
export const PROBE: CslItem = {
  id: "probe",
  type: "book",
  title: "Title",
  author: [{ family: "Family", given: "Given" }],
  issued: { "date-parts": [[2000]] },
};

// Loaded in the background, or at first use: an answer that needs none of it does not wait for it.
let loaded: ReturnType<typeof core> | undefined;

/**
 * The library that writes citations. It brings along what fetches works from the network by the
 * strings that name them, so nothing of it that reads input is used: its writers get CSL-JSON alone.
 */
function library() {
  if (loaded !== undefined) return loaded.plugins;
  for (const load of PACKAGES) load();
  loaded = core();
  const { plugins } = loaded;
  const { format } = plugins.config.get("@bibtex");
  // By default the plugin leaves out every letter that it has no TeX command for, Korean ones included.
  format.asciiOnly = false;
  format.useIdAsLabel = true;
  // An id of the corpus is a label as it stands.
  format.checkLabel = false;
  return plugins;
}

/** How a work is cited. */
interface Mention {
  /** Where in the work, such as `p. 4`; without a label it tells the processor its own. */
  readonly locator?: string;
  readonly label?: "paragraph";
  readonly prefix?: string;
  readonly suffix?: string;
  /** 1: the author alone, without the date. */
  readonly "author-only"?: 1;
}

/** A note, or a citation in the text, as the CSL text `csl` describes it. */
export function formatCitation(csl: string, item: CslItem, mention: Mention): string {
  const { output } = registerStyle(csl);
  return output.format("citation", [adaptItem(csl, item)], {
    template: csl,
    entry: { citationItems: [{ id: item.id, ...mention }], properties: { noteIndex: 1 } },
  });
}

/** An entry of the list of works, as the CSL text `csl` describes it. */
export function formatBibliographyEntry(csl: string, item: CslItem): string {
  const { output } = registerStyle(csl);
  return output.format("bibliography", [adaptItem(csl, item)], { template: csl }).trim();
}

/** The languages whose terms the processor brings along. */
export const LANGUAGES: readonly string[] = ["en", "de", "es", "fr", "nl"];

/** The root element of a style. Throws where the processor cannot read it. */
export function cslRootOf(csl: string) {
  return registerStyle(csl).config.get("@csl").engine([], csl, "en-US", "text").cslXml.dataObj;
}

export function formatBibtex(item: CslItem): string {
  return library().output.format("bibtex", [item]).trim();
}

/** A record's RIS type, and its other tags. */
export function formatRisTags(item: CslItem) {
  const tagsIn = (spec: "mixed" | "old") =>
    library().output.format("ris", [item], { format: "object", spec })[0] ?? {};
  const { TY: type, ...tags } = tagsIn("mixed");
  // The plugin’s newer table leaves out some types’ author, day and container; its older one, where
  // author and day have other tags, has them.
  const { A1: AU, Y1: DA, T2 } = tagsIn("old");
  return { type, tags: { ...(AU && { AU }), ...(DA && { DA }), ...(T2 && { T2 }), ...tags } };
}

function registerStyle(csl: string) {
  const plugins = library();
  const { templates } = plugins.config.get("@csl");
  // A style goes by its text: what is built of it is kept, and two files may have the same name.
  if (!templates.has(csl)) templates.add(csl, csl);
  return plugins;
}

/**
 * An item as the processor takes it. Initials follow a comma in every name: a style that gives them
 * lists all names alike. Whom a letter went to is not listed, and is named in full.
 */
function adaptItem(csl: string, item: CslItem): CslItem {
  const hasInitials = csl.includes("initialize-with");
  const variables = Object.entries(item).map(([key, value]) => {
    if (hasInitials && key !== "recipient" && isNames(value)) return [key, value.map(withComma)];
    const isTitle = (key === "title" || key === "container-title") && typeof value === "string";
    return [key, isTitle ? protectNames(value) : value];
  });
  return { ...item, ...Object.fromEntries(variables) };
}

/** Keeps a given name such as Jong-un, which headline style would write Jong-Un, from its capitals. */
function protectNames(title: string): string {
  return title.replace(
    /(?<=[^\s:.?!—] )\p{Lu}[\p{Ll}’']+(?:-\p{Ll}+)+(?![\p{L}-])/gu,
    '<span class="nocase">$&</span>',
  );
}

function isNames(value: CslValue): value is readonly CslName[] {
  return Array.isArray(value);
}

function withComma(name: CslName): CslName {
  return "literal" in name ? name : { family: name.family, given: name.given };
}

/**
 * Loads what writes citations and builds the processor of a style, piece by piece, while other things
 * go on; a citation that is asked for meanwhile does what is left at once. Keeps no process running.
 */
export async function warmUpCitations(style: Style): Promise<void> {
  for (const load of PACKAGES) {
    await setTimeout(1, undefined, { ref: false });
    load();
  }
  await setTimeout(1, undefined, { ref: false });
  if (style.kind === "csl") formatCitation(style.csl, PROBE, {});
}
