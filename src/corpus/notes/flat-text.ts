import type { FootnoteReference, Html, PhrasingContent } from "mdast";
import { firstIndex } from "../../foundation/binary-search.ts";
import { elementAt } from "../../foundation/checked-access.ts";
import { append } from "../../foundation/long-arrays.ts";

/** The text of phrasing content without its markup. Offsets are in UTF-16 code units of it. */
export interface FlatText {
  /** Code is one character that belongs to no word. */
  readonly text: string;
  /** Raised text and links, in the order of their ends. */
  readonly spans: readonly FlatSpan[];
  /** The marks that a reader has found. */
  readonly found: readonly FoundMark[];
  /** The ids to which links can lead, in order. */
  readonly anchors: readonly { readonly id: string; readonly offset: number }[];
}

/** A part of a text that is raised, or a link. */
export interface FlatSpan {
  readonly kind: "raised" | "link";
  readonly start: number;
  readonly end: number;
  /** The id to which a link within the document leads. */
  readonly target?: string;
  /** The tags of HTML around it. */
  readonly tags: readonly Html[];
}

interface FoundMark {
  readonly node: FootnoteReference;
  readonly offset: number;
}

/** Returns the spans that are between two offsets, in the order of their ends. */
export function spansWithin({ spans }: FlatText, from: number, to: number): readonly FlatSpan[] {
  const first = firstIndex(spans.length, (index) => elementAt(spans, index).end >= from);
  const next = firstIndex(spans.length, (index) => elementAt(spans, index).end > to);
  return spans.slice(first, next).filter(({ start }) => start >= from);
}

/** Returns the ids of the anchors between two offsets. */
export function anchorsWithin({ anchors }: FlatText, from: number, to: number): readonly string[] {
  const first = firstIndex(anchors.length, (index) => elementAt(anchors, index).offset >= from);
  const next = firstIndex(anchors.length, (index) => elementAt(anchors, index).offset > to);
  return anchors.slice(first, next).map(({ id }) => id);
}

const CODE = "\ufffc";

/** Flattens phrasing content. `isOpen` returns whether a mark of a reader is found: those with a note are not. */
export function flatten(
  nodes: readonly PhrasingContent[],
  isOpen: (mark: FootnoteReference) => boolean,
): FlatText {
  let text = "";
  const spans: FlatSpan[] = [];
  const found: FoundMark[] = [];
  const anchors: FlatText["anchors"][number][] = [];
  const open = new Map<string, { readonly start: number; readonly tag: Html }>();

  function visitTag(tag: Html): void {
    const [, slash, name = ""] = /^<(\/?)([a-z]+)\b/i.exec(tag.value) ?? [];
    const tagName = name.toLowerCase();
    if (tagName === "br") text += "\n";
    const id = attributeOf(tag.value, "id") ?? attributeOf(tag.value, "name");
    if (id !== undefined) anchors.push({ id, offset: text.length });
    if (tagName !== "sup" && tagName !== "a") return;
    if (slash === "") {
      open.set(tagName, { start: text.length, tag });
      return;
    }
    const opened = open.get(tagName);
    open.delete(tagName);
    if (opened === undefined) return;
    const address = attributeOf(opened.tag.value, "href");
    if (tagName === "a" && address === undefined) return;
    spans.push({
      kind: tagName === "sup" ? "raised" : "link",
      start: opened.start,
      end: text.length,
      ...targetOf(address),
      tags: [opened.tag, tag],
    });
  }

  function visit(node: PhrasingContent): void {
    switch (node.type) {
      case "text":
        text += node.value;
        return;
      case "inlineCode":
        text += CODE;
        return;
      case "break":
        text += "\n";
        return;
      case "html":
        visitTag(node);
        return;
      case "footnoteReference":
        if (isOpen(node)) found.push({ node, offset: text.length });
        return;
      default:
        if (!("children" in node)) return;
        visitLinked(node);
    }
  }

  function visitLinked(node: Extract<PhrasingContent, { children: unknown }>): void {
    const start = text.length;
    node.children.forEach(visit);
    if (node.type !== "link" && node.type !== "linkReference") return;
    const address = node.type === "link" ? node.url : undefined;
    spans.push({ kind: "link", start, end: text.length, ...targetOf(address), tags: [] });
  }

  nodes.forEach(visit);
  return { text, spans, found, anchors };
}

function attributeOf(tag: string, name: string): string | undefined {
  const [, quoted, bare] =
    new RegExp(String.raw`\s${name}\s*=\s*(?:["']([^"']*)["']|([^\s"'>]+))`, "i").exec(tag) ?? [];
  return quoted ?? bare;
}

function targetOf(address: string | undefined): { readonly target?: string } {
  return address?.startsWith("#") === true ? { target: address.slice(1) } : {};
}

/** Returns the content between two offsets, with the markup that it has. */
export function sliceFlat(
  nodes: readonly PhrasingContent[],
  from: number,
  to: number,
): PhrasingContent[] {
  return replaceRanges(nodes, [
    { start: -1, end: from },
    { start: to, end: Number.POSITIVE_INFINITY },
  ]);
}

/** A range to be replaced by nodes, or removed. */
export interface FlatEdit {
  readonly start: number;
  readonly end: number;
  readonly replacement?: readonly PhrasingContent[];
  /** The tags of HTML that are removed with it. */
  readonly tags?: readonly Html[];
  /** The node that it is, if it has no characters. */
  readonly found?: FootnoteReference;
}

/** Returns content with ranges replaced, which are in order and do not overlap. */
export function replaceRanges(
  nodes: readonly PhrasingContent[],
  all: readonly FlatEdit[],
): PhrasingContent[] {
  const edits = all.filter(({ found }) => found === undefined);
  const tags = new Set(edits.flatMap((one) => one.tags ?? []));
  const found = new Map(all.map((one) => [one.found, one.replacement ?? []]));
  let offset = 0;
  let next = 0;

  /** Returns the parts of a text that no edit removes, and the replacements that begin in it. */
  function editText(value: string, wrap: (part: string) => PhrasingContent): PhrasingContent[] {
    const parts: PhrasingContent[] = [];
    const end = offset + value.length;
    let kept = offset;
    const addUpTo = (to: number) => {
      const part = value.slice(kept - offset, to - offset);
      if (part !== "") parts.push(wrap(part));
    };
    for (let edit = edits[next]; edit !== undefined && edit.start < end; edit = edits[next]) {
      if (edit.start >= offset) {
        addUpTo(edit.start);
        append(parts, edit.replacement ?? []);
      }
      kept = Math.max(kept, Math.min(edit.end, end));
      if (edit.end > end) break;
      next += 1;
    }
    addUpTo(end);
    offset = end;
    return parts;
  }

  /** Whether what has no characters is removed with those around it. */
  function isRemoved(): boolean {
    const edit = edits[next];
    return (
      edit?.replacement === undefined &&
      edit !== undefined &&
      edit.start < offset &&
      offset < edit.end
    );
  }

  function edit(node: PhrasingContent): PhrasingContent[] {
    switch (node.type) {
      case "text": {
        let isFirst = true;
        return editText(node.value, (value) => {
          const part = { ...node, value };
          // Only the first part begins where the text does.
          if (!isFirst) delete part.position;
          isFirst = false;
          return part;
        });
      }
      case "inlineCode":
        return editText(CODE, () => node);
      case "break":
        return editText("\n", () => node);
      case "html":
        if (tags.has(node)) return [];
        if (/^<br\b/i.test(node.value)) return editText("\n", () => node);
        return isRemoved() ? [] : [node];
      case "footnoteReference":
        return isRemoved() ? [] : [...(found.get(node) ?? [node])];
      default: {
        if (!("children" in node)) return isRemoved() ? [] : [node];
        const children = node.children.flatMap(edit);
        return children.length === 0 && node.children.length > 0
          ? []
          : [{ ...node, children } as PhrasingContent];
      }
    }
  }

  return nodes.flatMap(edit);
}
