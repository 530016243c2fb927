import { cslRootOf, formatCitation, LANGUAGES, PROBE } from "./processor.ts";
import { type CslForms, type CslStyle, RECORD_STYLES, SHIPPED_STYLES } from "./style.ts";

/** Why a file is no style, and what to do about it. */
export interface StyleFault {
  readonly message: string;
  readonly remedy: string;
}

/** Makes a style of the CSL text of a file called `name`.csl. */
export function parseCslStyle(name: string, csl: string): CslStyle | StyleFault {
  if (!/^[a-z0-9][a-z0-9._-]{0,39}$/.test(name)) return BADLY_NAMED;
  if (RECORD_STYLES.some((record) => record.name === name)) return TAKEN;
  // What ships with Ibid is known to be right, and is not read before it is needed.
  const forms = Object.hasOwn(SHIPPED_STYLES, name)
    ? SHIPPED_STYLES[name]
    : readCslForms(name, csl);
  if (forms === undefined || "message" in forms) return forms ?? UNREADABLE;
  return { kind: "csl", name, csl, ...forms };
}

type Element = ReturnType<typeof cslRootOf>;

function readCslForms(name: string, csl: string): CslForms | StyleFault {
  try {
    const root = cslRootOf(csl);
    const elements = elementsOf(root);
    const named = (name: string) => elements.filter((one) => one.name === name);
    if (named("link").some(({ attrs }) => attrs["rel"] === "independent-parent")) return DEPENDENT;
    const language = root.attrs["default-locale"];
    if (language !== undefined && !LANGUAGES.includes(language.slice(0, 2))) {
      return unsupportedLanguage(language);
    }
    const macros = named("macro").map(({ attrs }) => attrs["name"]);
    const missing = elements.find(
      ({ name, attrs }) => name !== "macro" && attrs["macro"] && !macros.includes(attrs["macro"]),
    );
    if (missing !== undefined) return missingMacro(missing.attrs["macro"] ?? "");
    if (named("citation").length === 0 || formatCitation(csl, PROBE, {}) === "")
      return WITHOUT_CITATION;

    const isNote = root.attrs["class"] === "note";
    const format = named("category").find(({ attrs }) => attrs["citation-format"])?.attrs;
    const isNumeric = /^(numeric|label)$/.test(format?.["citation-format"] ?? "");
    return {
      label: name,
      title: textOf(named("title")[0]) || name,
      cite: isNote ? "Note" : "In-text citation",
      ...(named("bibliography").length > 0 && {
        entry: isNote ? "Bibliography entry" : "Reference entry",
      }),
      ...(!isNumeric && {
        secondary: { words: isNote ? "quoted in" : "as cited in", namesDocument: true },
      }),
    };
  } catch {
    // The processor’s own words are for those who write processors.
    return UNREADABLE;
  }
}

function elementsOf(element: Element): readonly Element[] {
  const children = element.children.flatMap((child) =>
    typeof child === "string" ? [] : elementsOf(child),
  );
  return [element, ...children];
}

function textOf(element: Element | undefined): string {
  const texts = element?.children.filter((child) => typeof child === "string") ?? [];
  return texts.join("").replace(/\s+/g, " ").trim();
}

const UNREADABLE: StyleFault = {
  message: "This is not a CSL style that can be read.",
  remedy: "Get a fresh copy of it, or take it out of the folder.",
};

const DEPENDENT: StyleFault = {
  message: "This style only points to another one, whose rules it shares.",
  remedy: "Put the file of that one here.",
};

const WITHOUT_CITATION: StyleFault = {
  message: "This style does not say how a work is cited.",
  remedy: "Get a fresh copy of it, or take it out of the folder.",
};

const BADLY_NAMED: StyleFault = {
  message: "A style is called by the name of its file, and this one cannot be typed.",
  remedy: "Give it one of at most 40 small letters, digits, points and hyphens.",
};

const TAKEN: StyleFault = {
  message: "A format of Ibid’s own has this name.",
  remedy: "Give the file another one.",
};

function unsupportedLanguage(tag: string): StyleFault {
  return {
    message: `This style is in the language \`${tag}\`, whose terms Ibid does not have.`,
    remedy: 'Write `default-locale="en-US"` into its first element, or take it out of the folder.',
  };
}

function missingMacro(name: string): StyleFault {
  return {
    message: `This style uses a macro \`${name}\` that it does not have.`,
    remedy: "Add the macro, or get a fresh copy of the style.",
  };
}
