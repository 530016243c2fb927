import type { Element, ElementContent, Root } from "xast";
import { append } from "../../foundation/long-arrays.ts";
import { inParentheses, lowered, protectFormula, raised, writeFormula } from "../shared/formula.ts";
import { findElements, isElement, localName, stringifyXml, xmlAttribute } from "../shared/xml.ts";
import { textOfField } from "./fields.ts";
import type { ParagraphNumbering } from "./numbering.ts";
import type { Outline } from "./outline.ts";
import { findStyleValues } from "./style-values.ts";
import { findColumnTabs } from "./tab-columns.ts";

/** A part of a DOCX, and the changes to it that let mammoth read all of its words. */
export interface PreparedPart {
  readonly xml: string;
  readonly formulas: number;
  /** The readings above words: ruby, or furigana. */
  readonly rubyReadings: number;
  readonly dropCaps: number;
  /** The tabs between columns. */
  readonly columnTabs: number;
  /** The labels of numbered paragraphs that are more than a number. */
  readonly labels: readonly string[];
  /** The texts with which Word asks for words where there are none. */
  readonly prompts: readonly string[];
}

/** A field whose end has not come yet. */
interface OpenField {
  instruction: string;
  /** Whether the text that comes is the field's result, which is shown. */
  isResult: boolean;
  hasResult: boolean;
  data?: Element;
}

/** Elements that mammoth leaves out, but whose content is text like any other. */
const TRANSPARENT = new Set(["fldSimple", "dir", "bdo", "smartTag", "customXml"]);

/** Elements that contain paragraphs, and formulas beside them. */
const BLOCK_CONTAINERS = new Set(["body", "tc", "txbxContent", "footnote", "endnote"]);

const NOTES = new Set(["footnote", "endnote"]);

/** The sign of a note that its author chose, and that sign where the note begins. */
const REFERENCE_SIGN = /^\s*(?:[*∗†‡§¶#]{1,4}|\S{1,4}(?=\s|$))/u;
const NOTE_SIGN = /^\s*[*∗†‡§¶#]{1,4}\s*/u;

/** The signs around the number of a paragraph, from which mammoth cannot begin its lists. */
const NUMBER_START = "\ufdd0";
const NUMBER_END = "\ufdd1";

/** Begins the lists of mammoth's HTML with the numbers that `preparePart` wrote, and removes those. */
export function applyNumbers(html: string): string {
  return html
    .replace(
      new RegExp(`<ol><li>((?:<[^<>]*>)*)${NUMBER_START}(\\d+)${NUMBER_END}`, "g"),
      '<ol start="$2"><li>$1',
    )
    .replace(new RegExp(`${NUMBER_START}\\d+${NUMBER_END}`, "g"), "");
}

/**
 * Prepares a part of a DOCX for mammoth: fields, runs of another direction and the bases of ruby become
 * text, formulas become text in one line, and an initial in a frame joins its paragraph.
 */
export function preparePart(
  part: Root,
  numbering: ParagraphNumbering,
  outline: Outline,
  shifts: CharacterShifts,
): PreparedPart {
  const counts = { formulas: 0, rubyReadings: 0, dropCaps: 0, columnTabs: 0 };
  const labels: string[] = [];
  const prompts: string[] = [];
  const closedFields = findClosedFields(part);
  const fields: OpenField[] = [];
  /** The sign with which the next text begins, where Word does not number a note. */
  let ownSign: RegExp | undefined;

  /** The tabs between the columns of the paragraphs so far. */
  const columnTabs = new Set<ElementContent>();

  function prepareAll(children: readonly ElementContent[]): ElementContent[] {
    const prepared = children.flatMap(prepare);
    return joinDropCaps(prepared);
  }

  function prepare(node: ElementContent): ElementContent[] {
    if (!isElement(node)) return [node];
    const name = localName(node.name);
    if (name === "oMath") {
      counts.formulas += 1;
      return [textRun(protectFormula(writeFormula(linearize(node.children))))];
    }
    // Mammoth joins the words around the end of a page or a column.
    if (name === "cr" || name === "br") return [element("w:br", [])];
    if (name === "del" || name === "moveFrom") return [node];
    if (name === "sym") return [prepareSymbol(node)];
    if (name === "sdt") return prepareControl(node);
    if (columnTabs.has(node)) {
      counts.columnTabs += 1;
      return [textElement(" | ")];
    }
    if (name === "ptab") return [element("w:tab", [])];
    if (name === "oMathPara") return prepareAll(node.children);
    if (TRANSPARENT.has(name)) return prepareAll(node.children.filter(isNoProperty));
    if (name === "r") return prepareRun(node);
    if (NOTES.has(name) && !hasNumber(node)) ownSign = NOTE_SIGN;
    if (name === "p") return [prepareParagraph(node)];
    if (name === "AlternateContent") return prepareAlternatives(node);
    if (name === "drawing" && hasText(node)) return [prepareTextBoxes(node)];
    // Mammoth reads a single stroke only.
    if (name === "dstrike") return [element("w:strike", [], node.attributes)];
    if (!BLOCK_CONTAINERS.has(name)) return [{ ...node, children: prepareAll(node.children) }];
    for (const tab of findColumnTabs(node.children)) columnTabs.add(tab);
    const children = prepareAll(node.children);
    return [{ ...node, children: keepLastEnd(children.map(toBlock)) }];
  }

  function prepareParagraph(paragraph: Element): Element {
    const numbered = numbering(paragraph);
    const label = numbered?.label.trim();
    const properties = prepareProperties(paragraph, {
      depth: outline(paragraph),
      isUnnumbered: label === "",
    });
    const content = prepareAll(paragraph.children.filter(isNoProperty));
    if (numbered === undefined || label === undefined || label === "") {
      return { ...paragraph, children: [...properties, ...content] };
    }
    if (!/^\d+[.)]?$/.test(label)) labels.push(label);
    const number = textRun(`${NUMBER_START}${numbered.number}${NUMBER_END}`);
    return { ...paragraph, children: [...properties, number, ...content] };
  }

  /** Ruby is in a run, and so are the runs of its base. */
  function prepareRun(run: Element): ElementContent[] {
    const ruby = childNamed(run, "ruby");
    if (ruby !== undefined) {
      counts.rubyReadings += 1;
      const base = childNamed(ruby, "rubyBase");
      return base === undefined ? [] : prepareAll(base.children);
    }
    const reference = ["footnoteReference", "endnoteReference"]
      .map((name) => childNamed(run, name))
      .find((one) => one !== undefined);
    const hasOwnSign =
      reference !== undefined &&
      /^(?:1|true|on)$/.test(xmlAttribute(reference, "customMarkFollows") ?? "");
    if (hasOwnSign) ownSign = REFERENCE_SIGN;
    const content = run.children.flatMap(prepareField);
    const children = ownSign !== undefined ? content.flatMap(dropOwnSign) : content;
    const shift = isRaisedLabel(run) ? "superscript" : shiftOf(run, shifts);
    return [
      {
        ...run,
        children: prepareAll(
          shift === undefined ? children : children.map((child) => setShift(child, shift)),
        ),
      },
    ];
  }

  /**
   * Drops what is in the instruction of a field, such as the result of another one, and adds the text of a field that
   * has no result.
   */
  function prepareField(node: ElementContent): ElementContent[] {
    if (!isElement(node)) return [node];
    const name = localName(node.name);
    const field = fields.at(-1);
    if (name === "instrText" && field !== undefined) {
      field.instruction += node.children
        .map((child) => ("value" in child ? child.value : ""))
        .join("");
      return [node];
    }
    if (name !== "fldChar") {
      if (name === "rPr") return [node];
      if (fields.some(({ isResult }) => !isResult)) return [];
      for (const open of fields) open.hasResult = true;
      return [node];
    }
    const type = xmlAttribute(node, "fldCharType");
    if (type === "begin" && closedFields.has(node)) {
      const data = childNamed(node, "ffData");
      fields.push({ instruction: "", isResult: false, hasResult: false, ...(data && { data }) });
    } else if (type === "separate" && field !== undefined) field.isResult = true;
    else if (type === "end" && field !== undefined) {
      fields.pop();
      return [node, ...textNodesOf(field)];
    }
    return [node];
  }

  function textNodesOf({ instruction, hasResult, data }: OpenField): readonly Element[] {
    const isShown = fields.every(({ isResult }) => isResult);
    const field = hasResult || !isShown ? undefined : textOfField(instruction, data);
    if (field === undefined || field.text === "") return [];
    for (const outer of fields) outer.hasResult = true;
    if (field.hasReading) counts.rubyReadings += 1;
    if (!field.isFormula) return [textElement(field.text)];
    counts.formulas += 1;
    return [textElement(protectFormula(writeFormula(field.text)))];
  }

  /** A character of a font with letters is text. Mammoth reads those of fonts with signs. */
  function prepareSymbol(symbol: Element): Element {
    const code = Number.parseInt(xmlAttribute(symbol, "char") ?? "", 16);
    const isSign = /symbol|dings/i.test(xmlAttribute(symbol, "font") ?? "");
    const isPrivate = code >= 0xe000 && code <= 0xf8ff;
    if (isSign || isPrivate || !(code >= 0x20 && code < 0xd800)) return symbol;
    return textElement(String.fromCharCode(code));
  }

  /** A content control is its content, which is no text of the author's if it only asks for some. */
  function prepareControl(control: Element): ElementContent[] {
    const content = childNamed(control, "sdtContent");
    if (content === undefined) return [];
    const properties = childNamed(control, "sdtPr");
    const prompt = properties && childNamed(properties, "showingPlcHdr");
    if (prompt === undefined || isOff(prompt)) return prepareAll(content.children);
    append(prompts, textsOf(content));
    return prepareAll(content.children.map(withoutText));
  }

  /** Drops the sign that the author chose for a note, which is the next text. */
  function dropOwnSign(node: ElementContent): ElementContent[] {
    if (!isElement(node) || ownSign === undefined) return [node];
    const sign = ownSign;
    const name = localName(node.name);
    if (name !== "t" && name !== "sym") return [node];
    ownSign = undefined;
    if (name === "sym") return [];
    const children = node.children.map((child) =>
      child.type === "text" ? { ...child, value: child.value.replace(sign, "") } : child,
    );
    return [{ ...node, children }];
  }

  /** Mammoth reads only the fallback. Without one, the first choice with words is read. */
  function prepareAlternatives(node: Element): ElementContent[] {
    const alternatives = node.children.filter(isElement);
    const fallback = alternatives.find(({ name }) => localName(name) === "Fallback");
    const chosen = [fallback, ...alternatives].find((one) => one !== undefined && hasText(one));
    if (chosen === undefined) return prepareAll((fallback ?? node).children);
    const isDrawing = descendantsNamed(chosen, "txbxContent").length > 0 && !hasBlocks(chosen);
    return isDrawing ? [prepareTextBoxes(chosen)] : prepareAll(chosen.children);
  }

  /** Mammoth puts the paragraphs of such a picture after the one that contains it. */
  function prepareTextBoxes(node: Element): Element {
    const boxes = descendantsNamed(node, "txbxContent").flatMap(prepare);
    return element("w:pict", boxes);
  }

  function joinDropCaps(nodes: readonly ElementContent[]): ElementContent[] {
    const joined: ElementContent[] = [];
    let initial: ElementContent[] = [];
    for (const node of nodes) {
      if (!isElement(node) || localName(node.name) !== "p") joined.push(node);
      else if (isDropCap(node)) {
        counts.dropCaps += 1;
        initial = [...initial, ...node.children.filter(isNoProperty)];
      } else {
        const properties = node.children.filter((child) => !isNoProperty(child));
        const rest = node.children.filter(isNoProperty);
        joined.push({ ...node, children: [...properties, ...initial, ...rest] });
        initial = [];
      }
    }
    return initial.length === 0 ? joined : [...joined, element("w:p", initial)];
  }

  const children = part.children.map((node) =>
    isElement(node) ? element(node.name, prepareAll(node.children), node.attributes) : node,
  );
  return { xml: stringifyXml({ ...part, children }), labels, prompts, ...counts };
}

/** Properties of a paragraph that mammoth does not read. */
interface ParagraphKind {
  /** The depth of a heading; undefined for another paragraph. */
  readonly depth: number | undefined;
  /** Whether Word shows no number, although the paragraph is in a list. */
  readonly isUnnumbered: boolean;
}

/** Returns the properties of a paragraph. The style of a heading is the one that mammoth knows. */
function prepareProperties(
  paragraph: Element,
  { depth, isUnnumbered }: ParagraphKind,
): readonly ElementContent[] {
  const properties = paragraph.children.filter((child) => !isNoProperty(child));
  const replaced = new Map<string, Element>();
  if (depth !== undefined) {
    replaced.set("pStyle", element("w:pStyle", [], { "w:val": `Heading${depth}` }));
  }
  if (isUnnumbered) {
    const none = ["w:ilvl", "w:numId"].map((name) => element(name, [], { "w:val": "0" }));
    replaced.set("numPr", element("w:numPr", none));
  }
  if (replaced.size === 0) return properties;
  const isKept = (node: ElementContent) => !isElement(node) || !replaced.has(localName(node.name));
  const [first, ...others] = properties;
  const own = first !== undefined && isElement(first) ? first : element("w:pPr", []);
  return [{ ...own, children: [...replaced.values(), ...own.children.filter(isKept)] }, ...others];
}

/** Finds the beginnings of fields that end. All after another one would be its instruction. */
function findClosedFields(part: Root): ReadonlySet<Element> {
  const deleted = new Set(
    ["del", "moveFrom"]
      .flatMap((name) => findElements(part, name))
      .flatMap((change) => findElements(change, "fldChar")),
  );
  const open: Element[] = [];
  const closed = new Set<Element>();
  for (const sign of findElements(part, "fldChar")) {
    if (deleted.has(sign)) continue;
    const type = xmlAttribute(sign, "fldCharType");
    if (type === "begin") open.push(sign);
    const field = type === "end" ? open.pop() : undefined;
    if (field !== undefined) closed.add(field);
  }
  return closed;
}

/** The character styles that raise or lower text, with “superscript” or “subscript”. Mammoth does not read them. */
export type CharacterShifts = ReadonlyMap<string, string>;

/** Finds the styles that raise or lower text by themselves, or by the style on which they are based. */
export function findCharacterShifts(styles: Root | undefined): CharacterShifts {
  const aligns = findStyleValues(styles, "vertAlign");
  return new Map(
    [...aligns].filter(([, align]) => align === "superscript" || align === "subscript"),
  );
}

/** The maximum length of an initial with its quotation mark, in UTF-16 code units. */
const MAX_INITIAL = 3;

/** Whether Word numbers a note, as it does unless the author chose a sign. */
function hasNumber(note: Element): boolean {
  return ["footnoteRef", "endnoteRef", "separator", "continuationSeparator"].some(
    (name) => descendantsNamed(note, name).length > 0,
  );
}

/** Whether a paragraph is an initial over several lines, which Word keeps in a frame. */
function isDropCap(paragraph: Element): boolean {
  const [frame] = descendantsNamed(paragraph, "framePr");
  const kind = frame && xmlAttribute(frame, "dropCap");
  const letters = textsOf(paragraph).join("").trim();
  return (kind === "drop" || kind === "margin") && letters.length <= MAX_INITIAL;
}

/** Whether a run is the number or the sign of a note that is raised by its position alone. */
function isRaisedLabel(run: Element): boolean {
  const [position] = descendantsNamed(run, "position");
  const height = Number((position && xmlAttribute(position, "val")) ?? 0);
  return height > 0 && /^(?:\d{1,4}|[*†‡§]{1,3})$/.test(textsOf(run).join(""));
}

/** Returns how the character style of a run moves its text, unless the run says so itself. */
function shiftOf(run: Element, shifts: CharacterShifts): string | undefined {
  if (descendantsNamed(run, "vertAlign").length > 0) return undefined;
  const [style] = descendantsNamed(run, "rStyle");
  return style && shifts.get(xmlAttribute(style, "val") ?? "");
}

function setShift(node: ElementContent, shift: string): ElementContent {
  if (!isElement(node) || localName(node.name) !== "rPr") return node;
  const align = element("w:vertAlign", [], { "w:val": shift });
  return { ...node, children: [...node.children, align] };
}

/** Keeps the end of the last paragraph, since mammoth loses the words before an end that a change deleted. */
function keepLastEnd(blocks: readonly ElementContent[]): ElementContent[] {
  const last = blocks.findLastIndex((node) => isElement(node) && localName(node.name) === "p");
  return blocks.map((node, index) => {
    if (index !== last || !isElement(node)) return node;
    return { ...node, children: node.children.map(withoutDeletedEnd) };
  });
}

function withoutDeletedEnd(node: ElementContent): ElementContent {
  if (!isElement(node)) return node;
  const name = localName(node.name);
  if (name === "pPr") return { ...node, children: node.children.map(withoutDeletedEnd) };
  if (name !== "rPr") return node;
  const isDeletion = (child: ElementContent) => isElement(child) && localName(child.name) === "del";
  return { ...node, children: node.children.filter((child) => !isDeletion(child)) };
}

/** A formula beside the paragraphs becomes one. */
function toBlock(node: ElementContent): ElementContent {
  return isElement(node) && localName(node.name) === "r" ? element("w:p", [node]) : node;
}

/**
 * Writes a formula of Office Math (ECMA-376, part 1, 22.1) in one line, as far as its structure is
 * known: (a+b)/2, x², √(x).
 */
function linearize(nodes: readonly ElementContent[]): string {
  return nodes.map(linearizeNode).join("");
}

function linearizeNode(node: ElementContent): string {
  if (!isElement(node)) return "";
  const part = (name: string) => linearize(childNamed(node, name)?.children ?? []);
  const parts = (name: string) =>
    node.children.filter((child) => isElement(child) && localName(child.name) === name);
  /** Returns the sign that a property of the node names. */
  const sign = (name: string) => {
    const properties = childNamed(node, `${localName(node.name)}Pr`);
    const property = properties && childNamed(properties, name);
    return property && (xmlAttribute(property, "val") ?? "");
  };
  switch (localName(node.name)) {
    case "t":
      return node.children.map((child) => (child.type === "text" ? child.value : "")).join("");
    case "f":
      return `${inParentheses(part("num"))}/${inParentheses(part("den"))}`;
    case "sSup":
      return part("e") + raised(part("sup"));
    case "sSub":
      return part("e") + lowered(part("sub"));
    case "sSubSup":
      return part("e") + lowered(part("sub")) + raised(part("sup"));
    case "rad": {
      const degree = part("deg");
      return `${degree === "" ? "" : raised(degree)}√${inParentheses(part("e"))}`;
    }
    case "d": {
      const content = parts("e")
        .map(linearizeNode)
        .join(sign("sepChr") ?? ", ");
      return `${sign("begChr") ?? "("}${content}${sign("endChr") ?? ")"}`;
    }
    case "nary": {
      const [below, above] = [part("sub"), part("sup")];
      const limits = (below && lowered(below)) + (above && raised(above));
      return `${sign("chr") ?? "∫"}${limits} ${part("e")}`;
    }
    case "func":
      return `${part("fName")} ${part("e")}`;
    case "limLow":
      return part("e") + lowered(part("lim"));
    case "limUpp":
      return part("e") + raised(part("lim"));
    case "acc":
      return part("e") + (sign("chr") ?? "\u0302");
    case "m":
      return parts("mr").map(linearizeNode).join("; ");
    case "mr":
      return parts("e").map(linearizeNode).join(", ");
    case "eqArr":
      return parts("e").map(linearizeNode).join("; ");
    default:
      return localName(node.name).endsWith("Pr") ? "" : linearize(node.children);
  }
}

/** Whether a node has paragraphs outside of text boxes. */
function hasBlocks({ children }: Element): boolean {
  return children.filter(isElement).some((child) => {
    const name = localName(child.name);
    return /^(?:p|tbl)$/.test(name) || (name !== "txbxContent" && hasBlocks(child));
  });
}

function textRun(value: string): Element {
  return element("w:r", [textElement(value)]);
}

function textElement(value: string): Element {
  return element("w:t", [{ type: "text", value }], { "xml:space": "preserve" });
}

/** Returns the text of each run in a node. */
function textsOf(node: Element): readonly string[] {
  return descendantsNamed(node, "t").map(({ children }) =>
    children.map((child) => (child.type === "text" ? child.value : "")).join(""),
  );
}

function withoutText(node: ElementContent): ElementContent {
  if (!isElement(node)) return node;
  const isText = (child: ElementContent) => isElement(child) && localName(child.name) === "t";
  const children = node.children.filter((child) => !isText(child)).map(withoutText);
  return { ...node, children };
}

/** Whether a property is turned off. */
function isOff(property: Element): boolean {
  return /^(?:0|false|off)$/.test(xmlAttribute(property, "val") ?? "");
}

function element(
  name: string,
  children: readonly ElementContent[],
  attributes: Element["attributes"] = {},
): Element {
  return { type: "element", name, attributes, children: [...children] };
}

function isNoProperty(node: ElementContent): boolean {
  return !isElement(node) || !/^[a-zA-Z]+Pr$/.test(localName(node.name));
}

function childNamed({ children }: Element, name: string): Element | undefined {
  return children.filter(isElement).find((child) => localName(child.name) === name);
}

function descendantsNamed(node: Element, name: string): readonly Element[] {
  return node.children
    .filter(isElement)
    .flatMap((child) => (localName(child.name) === name ? [child] : descendantsNamed(child, name)));
}

/** Whether a node has words, or a field that may have some. */
function hasText(node: Element): boolean {
  return ["t", "fldChar"].some((name) => descendantsNamed(node, name).length > 0);
}
