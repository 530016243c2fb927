import type { Element, ElementContent, Nodes, Root } from "hast";
import { plural } from "../../foundation/format.ts";
import { removeControlCharacters } from "../shared/encoding.ts";
import { attributeOf, elementsIn, textContentOf } from "./hast.ts";

/** A page's text, in elements that Markdown knows, and what became of the others. */
export interface PageContent {
  readonly tree: Root;
  /** What Project Gutenberg put around a work, in the order of the page. */
  readonly boilerplate: readonly Element[];
  readonly remarks: readonly string[];
}

/** Parts of a page that are not its text: of these the editor is told. */
const ASIDE_ELEMENTS = new Set("aside dialog footer form header nav".split(" "));
const ASIDE_ROLES = /^(?:banner|complementary|contentinfo|navigation|search)$/;

/** What is no text at all. */
const NON_TEXT_ELEMENTS = new Set(
  `area audio base button canvas datalist embed head iframe input link map meta meter noembed noframes
  noscript object option param progress rp script select source style svg template textarea title track
  video wbr`.split(/\s+/),
);

/** Whose words alone count: Markdown has no such marks, or passages have none. */
const UNWRAPPED_ELEMENTS = new Set(
  "code del ins kbd label mark output s samp small strike tt u var".split(" "),
);

/** Within these a header and a footer are theirs, not the page's. */
const SECTIONS = new Set("article blockquote details fieldset figure main section td".split(" "));

const BLOCKS = new Set(
  `address article blockquote center dd details div dl dt fieldset figure h1 h2 h3 h4 h5 h6 hr li main
  menu ol p pre section table ul`.split(/\s+/),
);

/**
 * What a page says: its one `main` or `article`, or else its body. Rows of tables become paragraphs,
 * preformatted lines keep their ends; pictures, formulas and readings above letters are left out.
 */
export function pageContent(page: Root): PageContent {
  const whole = mainOf(page);
  const length = textContentOf(whole).length;
  const boilerplate: Element[] = [];
  const beside = new Set<string>();
  const counts = { pages: 0, pictures: 0, tables: 0, formulas: 0, readings: 0, marks: 0 };

  function keepAll(nodes: readonly Nodes[], isInSection: boolean): ElementContent[] {
    return nodes.flatMap((node) => keep(node, isInSection));
  }

  function keep(node: Nodes, isInSection: boolean): ElementContent[] {
    if (node.type === "text") return [{ type: "text", value: removeControlCharacters(node.value) }];
    if (node.type !== "element" || NON_TEXT_ELEMENTS.has(node.tagName) || isHidden(node)) return [];
    if (isPageNumber(node)) {
      counts.pages += 1;
      return [];
    }
    if (isBoilerplate(node)) {
      boilerplate.push(node);
      return [];
    }
    if (isAside(node, isInSection)) {
      if (textContentOf(node).trim() !== "") beside.add(node.tagName);
      return [];
    }
    return keepElement(node, isInSection || SECTIONS.has(node.tagName));
  }

  function keepElement(node: Element, isInSection: boolean): ElementContent[] {
    switch (node.tagName) {
      case "img":
        counts.pictures += 1;
        return [];
      case "math":
        counts.formulas += 1;
        return [];
      case "rt":
        counts.readings += 1;
        return [];
      case "table":
        counts.tables += 1;
        return rowsOf(node, isInSection);
      case "pre":
      case "listing":
      case "xmp":
        return [element("p", keepAll(node.children, isInSection).flatMap(breakLines))];
      case "menu":
        return [element("ul", keepAll(node.children, isInSection))];
      case "q":
        counts.marks += 1;
        break;
    }
    const children = keepAll(node.children, isInSection);
    return UNWRAPPED_ELEMENTS.has(node.tagName) ? children : [{ ...node, children }];
  }

  function isAside(node: Element, isInSection: boolean): boolean {
    if (ASIDE_ROLES.test(attributeOf(node, "role"))) return true;
    if (!ASIDE_ELEMENTS.has(node.tagName)) return false;
    if (node.tagName === "header" || node.tagName === "footer") return !isInSection;
    // Some programs put the whole page into one form.
    return node.tagName !== "form" || textContentOf(node).length <= length / 2;
  }

  function rowsOf(table: Element, isInSection: boolean): ElementContent[] {
    return table.children.flatMap((part): ElementContent[] => {
      if (part.type !== "element") return [];
      switch (part.tagName) {
        case "tr":
          return rowOf(part, isInSection);
        case "caption":
          return [element("p", keepAll(part.children, isInSection))];
        default:
          return rowsOf(part, isInSection);
      }
    });
  }

  /** A row's cells in one paragraph; one after the other where they hold blocks of their own. */
  function rowOf(row: Element, isInSection: boolean): ElementContent[] {
    const cells = row.children
      .filter((cell) => cell.type === "element" && !isHidden(cell))
      .map((cell) =>
        unwrapCell(keepAll(cell.type === "element" ? cell.children : [], isInSection)),
      );
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

  const tree: Root = { type: "root", children: keepAll([whole], whole.tagName !== "body") };
  return { tree, boilerplate, remarks: remarksOn(counts, beside) };
}

function remarksOn(
  counts: Readonly<
    Record<"pages" | "pictures" | "tables" | "formulas" | "readings" | "marks", number>
  >,
  beside: ReadonlySet<string>,
): readonly string[] {
  const { pages, pictures, tables, formulas, readings, marks } = counts;
  return [
    ...(beside.size > 0 ? [`Left out beside the text: ${[...beside].join(", ")}.`] : []),
    ...(pages > 0 ? [`${plural(pages, "page number")} left out.`] : []),
    ...(pictures > 0 ? [`${plural(pictures, "picture")} left out.`] : []),
    ...(formulas > 0 ? [`${plural(formulas, "formula")} left out.`] : []),
    ...(readings > 0 ? [`${plural(readings, "reading")} above letters left out.`] : []),
    ...(tables > 0
      ? [`${plural(tables, "table")} written as a paragraph for each row, with “|” between cells.`]
      : []),
    ...(marks > 0
      ? [`${plural(marks, "quotation")} set in marks that the page leaves to browsers.`]
      : []),
  ];
}

/** The one element that says that it is the text, or the whole body. */
function mainOf(page: Root): Element {
  const elements = elementsIn(page);
  for (const name of ["main", "article"]) {
    const [one, ...others] = elements.filter(({ tagName }) => tagName === name);
    if (one !== undefined && others.length === 0) return one;
  }
  return elements.find(({ tagName }) => tagName === "body") ?? element("body", []);
}

function isHidden(node: Element): boolean {
  const { hidden } = node.properties;
  if (hidden !== undefined && hidden !== null && hidden !== false) return true;
  return /(?:^|;)\s*display\s*:\s*none\b/i.test(attributeOf(node, "style"));
}

/** Where a page of the printed book began: EPUB's word for it, ARIA's, and Project Gutenberg's. */
function isPageNumber(node: Element): boolean {
  return (
    /\bpagebreak\b/.test(`${attributeOf(node, "epub:type")} ${attributeOf(node, "role")}`) ||
    /(?:^| )pagenum(?: |$)/.test(attributeOf(node, "className"))
  );
}

/** As Project Gutenberg's pages mark what is not the work since 2021. */
function isBoilerplate(node: Element): boolean {
  return (
    /^pg-(?:header|footer)$/.test(attributeOf(node, "id")) ||
    /\bpg-boilerplate\b/.test(attributeOf(node, "className"))
  );
}

/** The end of a line within preformatted text is one. */
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

/** A cell's only paragraph says no more than its words. */
function unwrapCell(cell: readonly ElementContent[]): readonly ElementContent[] {
  const [one, ...others] = cell.filter((node) => node.type !== "text" || node.value.trim() !== "");
  const isAlone = one?.type === "element" && /^(?:p|div)$/.test(one.tagName) && others.length === 0;
  return isAlone ? one.children : cell;
}

function hasBlocks(cell: readonly ElementContent[]): boolean {
  return elementsIn(element("td", cell)).some(
    ({ tagName }, index) => index > 0 && BLOCKS.has(tagName),
  );
}

function element(tagName: string, children: readonly ElementContent[]): Element {
  return { type: "element", tagName, properties: {}, children: [...children] };
}
