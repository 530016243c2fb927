import { createRequire } from "node:module";
import { setTimeout } from "node:timers/promises";
import type { CslName } from "../corpus/csl.ts";
import { elementAt } from "../foundation/checked-access.ts";
import type { CslItem, CslValue } from "./csl-item.ts";
import type { Style } from "./style.ts";

const require = createRequire(import.meta.url);

/** Loads citation-js, which is CommonJS. Its type is the declaration in `citation-js.d.ts`. */
const loadCore = (): typeof import("@citation-js/core") => require("@citation-js/core");

/** Loads citation-js and its plugins, in this order. Together they take a third of a second. */
const PACKAGES: readonly (() => unknown)[] = [
  loadCore,
  () => require("@citation-js/plugin-csl"),
  () => require("@citation-js/plugin-bibtex"),
  () => require("@citation-js/plugin-ris"),
];

/** An item that every style can cite. */
export const PROBE_ITEM: CslItem = {
  id: "probe",
  type: "book",
  title: "Title",
  author: [{ family: "Family", given: "Given" }],
  issued: { "date-parts": [[2000]] },
};

// Loaded in the background or on first use, so that other answers need not wait for it.
let loaded: ReturnType<typeof loadCore> | undefined;

/**
 * Returns the plugins of citation-js. The package can also fetch works from the network by the
 * strings that name them, so none of its parsers is used: its formatters receive only CSL-JSON.
 */
function loadPlugins() {
  if (loaded !== undefined) return loaded.plugins;
  for (const load of PACKAGES) load();
  loaded = loadCore();
  const { plugins } = loaded;
  const { format } = plugins.config.get("@bibtex");
  // By default the plugin drops every letter without a TeX command, Korean ones included.
  format.asciiOnly = false;
  format.useIdAsLabel = true;
  // The ids of a corpus are valid labels.
  format.checkLabel = false;
  return plugins;
}

/** Options of a single cite, in citeproc-js's terms. */
interface CiteOptions {
  /** The place in the work, such as `p. 4`. Without `label` it contains its own. */
  readonly locator?: string;
  readonly label?: "paragraph";
  readonly prefix?: string;
  readonly suffix?: string;
  /** 1: only the author, without the date. */
  readonly "author-only"?: 1;
}

/**
 * Formats a note or an in-text citation in the style with the CSL text `csl`. The plugin documents
 * `entry` only as a list of ids. It also passes a whole citation on to citeproc-js, the only way to add
 * a locator, which `tests/cite/citation-js.test.ts` checks.
 */
export function formatCitation(csl: string, item: CslItem, options: CiteOptions): string {
  const { output } = registerStyle(csl);
  return output.format("citation", [adaptItem(csl, item)], {
    template: csl,
    entry: { citationItems: [{ id: item.id, ...options }], properties: { noteIndex: 1 } },
  });
}

/** Formats a bibliography entry in the style with the CSL text `csl`. */
export function formatBibliographyEntry(csl: string, item: CslItem): string {
  const { output } = registerStyle(csl);
  return output.format("bibliography", [adaptItem(csl, item)], { template: csl }).trim();
}

/** The languages whose terms the CSL plugin contains. */
export const SUPPORTED_LANGUAGES: readonly string[] = ["en", "de", "es", "fr", "nl"];

/** Formats a BibTeX record as the plugin writes it. */
export function formatBibtex(item: CslItem): string {
  return loadPlugins().output.format("bibtex", [item]).trim();
}

/** Returns the type of an item's RIS record, and its other tags. */
export function formatRisTags(item: CslItem) {
  const tagsBy = (spec: "mixed" | "old") =>
    elementAt(loadPlugins().output.format("ris", [item], { format: "object", spec }), 0);
  const { TY: type, ...tags } = tagsBy("mixed");
  // The plugin's newer specification lacks the author, day and container of some types. The older
  // one has them, with other tags for author and day.
  const { A1: AU, Y1: DA, T2 } = tagsBy("old");
  return { type, tags: { ...(AU && { AU }), ...(DA && { DA }), ...(T2 && { T2 }), ...tags } };
}

function registerStyle(csl: string) {
  const plugins = loadPlugins();
  const { templates } = plugins.config.get("@csl");
  // Keyed by text, since processors are cached by key and two files may have the same name.
  if (!templates.has(csl)) templates.add(csl, csl);
  return plugins;
}

/**
 * Adapts an item to the processor. Styles with initials put a comma after the family name of every
 * author, so names lose their `static-ordering` there. Recipients appear in full, so theirs stays.
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

/** Protects given names such as Jong-un from title case, which would turn them into Jong-Un. */
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
 * Loads citation-js and builds the processor of a style in the background, one package at a time. A
 * citation that is requested earlier loads the rest at once. Does not keep the process alive.
 */
export async function warmUpCitations(style: Style): Promise<void> {
  for (const load of PACKAGES) {
    await setTimeout(1, undefined, { ref: false });
    load();
  }
  await setTimeout(1, undefined, { ref: false });
  if (style.kind === "csl") formatCitation(style.csl, PROBE_ITEM, {});
}
