import type { Element, ElementContent, Nodes, Root } from "hast";
import { plural } from "../../foundation/format.ts";
import { removeControlCharacters } from "../shared/encoding.ts";
import { elementsIn, htmlAttribute, textContentOf } from "./hast.ts";

/** A page's text, and what was left out of it. */
export interface PageContent {
  /** Only elements that Markdown can express. */
  readonly tree: Root;
  /** The elements that Project Gutenberg added around a work, in document order. */
  readonly gutenbergBoilerplate: readonly Element[];
  /** Sentences for the editor on what was left out or converted. */
  readonly remarks: readonly string[];
}

/** Parts of a page beside its text. They are left out with a remark. */
const BOILERPLATE_ELEMENTS = new Set("aside dialog footer form header nav".split(" "));

/** ARIA's landmark roles of such parts. */
const BOILERPLATE_ROLES = /^(?:banner|complementary|contentinfo|navigation|search)$/;

/** Elements that contain no text. They are left out without a remark. */
const NON_TEXT_ELEMENTS = new Set(
  `area audio base button canvas datalist embed head iframe input link map meta meter noembed noframes
  noscript object option param progress rp script select source style svg template textarea title track
  video wbr`.split(/\s+/),
);

/** Elements that are replaced by their content: Markdown has no such marks, or passages have none. */
const UNWRAPPED_ELEMENTS = new Set(
  "code del ins kbd label mark output s samp small strike tt u var".split(" "),
);

/** Elements whose header and footer belong to them instead of the page. */
const SECTION_ELEMENTS = new Set(
  "article blockquote details fieldset figure main section td".split(" "),
);

const BLOCK_ELEMENTS = new Set(
  `address article blockquote center dd details div dl dt fieldset figure h1 h2 h3 h4 h5 h6 hr li main
  menu ol p pre section table ul`.split(/\s+/),
);

type Omissions = Readonly<
  Record<"pageNumbers" | "pictures" | "tables" | "formulas" | "rubyReadings" | "quotations", number>
>;

/**
 * Extracts the text of a page: its only `main` or `article` element, otherwise its body. Table rows
 * become paragraphs, and preformatted lines keep their breaks. Pictures, formulas and ruby readings
 * are left out.
 */
export function extractPageContent(page: Root): PageContent {
  const main = findMainElement(page);
  const mainLength = textContentOf(main).length;
  const gutenbergBoilerplate: Element[] = [];
  const boilerplateTags = new Set<string>();
  const omissions = {
    pageNumbers: 0,
    pictures: 0,
    tables: 0,
    formulas: 0,
    rubyReadings: 0,
    quotations: 0,
  };

  function simplifyAll(nodes: readonly Nodes[], isInSection: boolean): ElementContent[] {
    return nodes.flatMap((node) => simplify(node, isInSection));
  }

  function simplify(node: Nodes, isInSection: boolean): ElementContent[] {
    if (node.type === "text") return [{ type: "text", value: removeControlCharacters(node.value) }];
    if (node.type !== "element" || NON_TEXT_ELEMENTS.has(node.tagName) || isHidden(node)) return [];
    if (isPageNumber(node)) {
      omissions.pageNumbers += 1;
      return [];
    }
    if (isGutenbergBoilerplate(node)) {
      gutenbergBoilerplate.push(node);
      return [];
    }
    if (isBoilerplate(node, isInSection)) {
      if (textContentOf(node).trim() !== "") boilerplateTags.add(node.tagName);
      return [];
    }
    return simplifyElement(node, isInSection || SECTION_ELEMENTS.has(node.tagName));
  }

  function simplifyElement(node: Element, isInSection: boolean): ElementContent[] {
    switch (node.tagName) {
      case "img":
        omissions.pictures += 1;
        return [];
      case "math":
        omissions.formulas += 1;
        return [];
      case "rt":
        omissions.rubyReadings += 1;
        return [];
      case "table":
        omissions.tables += 1;
        return simplifyRows(node, isInSection);
      case "pre":
      case "listing":
      case "xmp":
        return [element("p", simplifyAll(node.children, isInSection).flatMap(breakLines))];
      case "menu":
        return [element("ul", simplifyAll(node.children, isInSection))];
      case "q":
        omissions.quotations += 1;
        break;
    }
    const children = simplifyAll(node.children, isInSection);
    return UNWRAPPED_ELEMENTS.has(node.tagName) ? children : [{ ...node, children }];
  }

  function isBoilerplate(node: Element, isInSection: boolean): boolean {
    if (BOILERPLATE_ROLES.test(htmlAttribute(node, "role"))) return true;
    if (!BOILERPLATE_ELEMENTS.has(node.tagName)) return false;
    if (node.tagName === "header" || node.tagName === "footer") return !isInSection;
    // Some programs wrap the whole page in a form.
    return node.tagName !== "form" || textContentOf(node).length <= mainLength / 2;
  }

  function simplifyRows(table: Element, isInSection: boolean): ElementContent[] {
    return table.children.flatMap((part): ElementContent[] => {
      if (part.type !== "element") return [];
      switch (part.tagName) {
        case "tr":
          return simplifyRow(part, isInSection);
        case "caption":
          return [element("p", simplifyAll(part.children, isInSection))];
        default:
          return simplifyRows(part, isInSection);
      }
    });
  }

  /** Joins a row's cells in one paragraph, or lists them if any contains several blocks. */
  function simplifyRow(row: Element, isInSection: boolean): ElementContent[] {
    const cells = row.children
      .filter((cell) => cell.type === "element")
      .filter((cell) => !isHidden(cell))
      .map((cell) => unwrapCell(simplifyAll(cell.children, isInSection)));
    if (cells.some(hasBlocks)) return cells.map((children) => element("div", children));
    if (cells.every((children) => textContentOf(element("p", children)).trim() === "")) return [];
    return [
      element(
        "p",
        cells.flatMap((children, index) =>
          index === 0 ? children : [{ type: "text", value: " | " } as const, ...children],
        ),
      ),
    ];
  }

  const children = simplifyAll([main], main.tagName !== "body");
  return {
    tree: { type: "root", children },
    gutenbergBoilerplate,
    remarks: describeOmissions(omissions, boilerplateTags),
  };
}

function describeOmissions(
  { pageNumbers, pictures, tables, formulas, rubyReadings, quotations }: Omissions,
  boilerplateTags: ReadonlySet<string>,
): readonly string[] {
  return [
    ...(boilerplateTags.size > 0
      ? [`Left out beside the text: ${[...boilerplateTags].join(", ")}.`]
      : []),
    ...(pageNumbers > 0 ? [`${plural(pageNumbers, "page number")} left out.`] : []),
    ...(pictures > 0 ? [`${plural(pictures, "picture")} left out.`] : []),
    ...(formulas > 0 ? [`${plural(formulas, "formula")} left out.`] : []),
    ...(rubyReadings > 0 ? [`${plural(rubyReadings, "reading")} above letters left out.`] : []),
    ...(tables > 0
      ? [`${plural(tables, "table")} written as a paragraph for each row, with “|” between cells.`]
      : []),
    ...(quotations > 0
      ? [`${plural(quotations, "quotation")} set in marks that the page leaves to browsers.`]
      : []),
  ];
}

/** Finds the only `main` or `article` element; otherwise the body. */
function findMainElement(page: Root): Element {
  const elements = elementsIn(page);
  for (const name of ["main", "article"]) {
    const [first, ...others] = elements.filter(({ tagName }) => tagName === name);
    if (first !== undefined && others.length === 0) return first;
  }
  const body = elements.find(({ tagName }) => tagName === "body");
  // A page of frames has no body.
  return body === undefined ? element("body", []) : body;
}

function isHidden(node: Element): boolean {
  const { hidden } = node.properties;
  if (hidden !== undefined && hidden !== null && hidden !== false) return true;
  return /(?:^|;)\s*display\s*:\s*none\b/i.test(htmlAttribute(node, "style"));
}

/** Whether this marks a page of the printed book, in the terms of EPUB, ARIA or Project Gutenberg. */
function isPageNumber(node: Element): boolean {
  return (
    /\bpagebreak\b/.test(`${htmlAttribute(node, "epub:type")} ${htmlAttribute(node, "role")}`) ||
    /(?:^| )pagenum(?: |$)/.test(htmlAttribute(node, "className"))
  );
}

/** Whether Project Gutenberg marks this as its own text. Its pages do so since 2021. */
function isGutenbergBoilerplate(node: Element): boolean {
  return (
    /^pg-(?:header|footer)$/.test(htmlAttribute(node, "id")) ||
    /\bpg-boilerplate\b/.test(htmlAttribute(node, "className"))
  );
}

/** Replaces the newlines of preformatted text by `br` elements. */
function breakLines(node: ElementContent): ElementContent[] {
  if (node.type === "element") return [{ ...node, children: node.children.flatMap(breakLines) }];
  if (node.type !== "text") return [];
  return node.value
    .split("\n")
    .flatMap((value, index) => [
      ...(index > 0 ? [element("br", [])] : []),
      { type: "text", value },
    ]);
}

/** Unwraps a cell's only paragraph, so that the cell can be joined with others. */
function unwrapCell(cell: readonly ElementContent[]): readonly ElementContent[] {
  const [only, ...others] = cell.filter((node) => node.type !== "text" || node.value.trim() !== "");
  const isParagraph = only?.type === "element" && /^(?:p|div)$/.test(only.tagName);
  return isParagraph && others.length === 0 ? only.children : cell;
}

function hasBlocks(cell: readonly ElementContent[]): boolean {
  return cell.some((node) => elementsIn(node).some(({ tagName }) => BLOCK_ELEMENTS.has(tagName)));
}

function element(tagName: string, children: readonly ElementContent[]): Element {
  return { type: "element", tagName, properties: {}, children: [...children] };
}
