import type { Element } from "xast";
import { message } from "../catalogue/catalogue.ts";
import type { ProblemText } from "../corpus/problem.ts";
import type { Result } from "../foundation/result.ts";
import { formatCitation, PROBE_ITEM, SUPPORTED_LANGUAGES } from "./processor.ts";
import { type CslForms, type CslStyle, RECORD_STYLES, SHIPPED_STYLES } from "./style.ts";

/** Parses the CSL text of the file `name`.csl. Returns an error if it is not a usable style. */
export async function parseCslStyle(
  name: string,
  csl: string,
): Promise<Result<CslStyle, ProblemText>> {
  if (!/^[a-z0-9][a-z0-9._-]{0,39}$/.test(name)) return { error: INVALID_NAME };
  if (RECORD_STYLES.some((record) => record.name === name)) return { error: NAME_TAKEN };
  // The styles that ship with Ibid are known to be valid, so they need not be parsed yet.
  const forms = SHIPPED_STYLES.get(name) ?? (await readCslForms(name, csl));
  return "error" in forms ? forms : { kind: "csl", name, csl, ...forms };
}

async function readCslForms(name: string, csl: string): Promise<Result<CslForms, ProblemText>> {
  try {
    const root = await parseRoot(csl);
    if (root?.name !== "style") return { error: UNREADABLE };
    const elements = elementsOf(root);
    const allNamed = (name: string) => elements.filter((element) => element.name === name);
    if (allNamed("link").some(({ attributes }) => attributes["rel"] === "independent-parent")) {
      return { error: DEPENDENT };
    }
    const language = root.attributes["default-locale"];
    if (typeof language === "string" && !SUPPORTED_LANGUAGES.includes(language.slice(0, 2))) {
      return { error: unsupportedLanguage(language) };
    }
    const missing = findMissingMacro(elements);
    if (missing !== undefined) return { error: missingMacro(missing) };
    if (allNamed("citation").length === 0 || formatCitation(csl, PROBE_ITEM, {}) === "") {
      return { error: WITHOUT_CITATION };
    }

    const isNote = root.attributes["class"] === "note";
    const format = allNamed("category")
      .map(({ attributes }) => attributes["citation-format"])
      .find((value) => value);
    const isNumeric = format === "numeric" || format === "label";
    const [title] = allNamed("title");
    return {
      label: name,
      title: (title && textOf(title)) || name,
      citationLabel: isNote ? "Note" : "In-text citation",
      ...(allNamed("bibliography").length > 0 && {
        entryLabel: isNote ? "Bibliography entry" : "Reference entry",
      }),
      ...(!isNumeric && {
        secondary: { words: isNote ? "quoted in" : "as cited in", namesDocument: true },
      }),
    };
  } catch {
    // The processor's own messages are for programmers.
    return { error: UNREADABLE };
  }
}

/** Returns the first macro that the style calls but does not define. */
function findMissingMacro(elements: readonly Element[]): string | undefined {
  const macros = elements
    .filter(({ name }) => name === "macro")
    .map(({ attributes }) => attributes["name"]);
  return elements
    .filter(({ name }) => name !== "macro")
    .flatMap(({ attributes }) => attributes["macro"] || [])
    .find((macro) => !macros.includes(macro));
}

/** Parses XML and returns its root element. Throws if the XML is not well-formed. */
async function parseRoot(xml: string): Promise<Element | undefined> {
  // Imported only for styles that are added, so that Ibid starts without it.
  const { fromXml } = await import("xast-util-from-xml");
  return fromXml(xml.trimStart()).children.find((node) => node.type === "element");
}

function elementsOf(element: Element): readonly Element[] {
  const children = element.children.flatMap((child) =>
    child.type === "element" ? elementsOf(child) : [],
  );
  return [element, ...children];
}

function textOf({ children }: Element): string {
  const texts = children.flatMap((child) => (child.type === "text" ? child.value : []));
  return texts.join("").replace(/\s+/g, " ").trim();
}

const UNREADABLE: ProblemText = {
  message: message("style.unreadable"),
  remedy: message("style.unreadable-remedy"),
};

const DEPENDENT: ProblemText = {
  message: message("style.dependent"),
  remedy: message("style.dependent-remedy"),
};

const WITHOUT_CITATION: ProblemText = {
  message: message("style.no-citation"),
  remedy: message("style.unreadable-remedy"),
};

const INVALID_NAME: ProblemText = {
  message: message("style.untypable"),
  remedy: message("style.untypable-remedy"),
};

const NAME_TAKEN: ProblemText = {
  message: message("style.name-taken"),
  remedy: message("style.name-taken-remedy"),
};

function unsupportedLanguage(tag: string): ProblemText {
  return {
    message: message("style.language", { tag }),
    remedy: message("style.language-remedy"),
  };
}

function missingMacro(name: string): ProblemText {
  return {
    message: message("style.missing-macro", { name }),
    remedy: message("style.missing-macro-remedy"),
  };
}
