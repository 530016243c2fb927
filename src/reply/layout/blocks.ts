import type { Translate } from "../../catalogue/catalogue.ts";
import type { Action, Highlights, PageNumber } from "../reply.ts";

/** A text run in one style. */
export interface StyledText {
  readonly text: string;
  /** Whether the text matched a search, or is one of the quoted words in question. */
  readonly isMatch: boolean;
  /** Marks text to type, such as a command. */
  readonly isCode?: true;
  /** The web page to which the text links. */
  readonly url?: string;
  /** The id of the channel that the text names, for a front end that shows its name. */
  readonly channel?: string;
  /** The moment that the text names, in milliseconds since 1970, for a front end that shows how far away it is. */
  readonly moment?: number;
}

/** The impression that a reply gives at first sight. Front ends give each tone a colour. */
export type Tone = VerdictTone | "notice";

/** The tone of a verdict. */
export type VerdictTone = "plain" | "good" | "caution" | "bad" | "elsewhere";

export interface Fact {
  readonly label: string;
  readonly value: string;
  /** The id of a channel of Discord, which is shown before the value. Only Discord knows its name. */
  readonly channel?: string;
}

/** The origin of quoted words: a line in normal type, and one in small type. Either may be empty. */
export interface Credit {
  readonly line: readonly StyledText[];
  readonly small: readonly StyledText[];
}

/** A block of a reply. All text is plain text, which front ends escape as they need. */
export type LayoutBlock =
  | { readonly kind: "heading"; readonly text: string }
  | {
      readonly kind: "text";
      readonly runs: readonly StyledText[];
      /** Whether it is a paragraph, which is set apart from the one before it. */
      readonly isParagraph?: true;
    }
  /** Words of a document, shown character for character, and their origin, which stays with them. */
  | { readonly kind: "quote"; readonly runs: readonly StyledText[]; readonly credit?: Credit }
  | { readonly kind: "facts"; readonly facts: readonly Fact[] }
  /** Text to copy, such as a citation or a record. */
  | { readonly kind: "code"; readonly text: string }
  /** Fine print: limits and remarks. */
  | { readonly kind: "fine"; readonly text: string }
  /** The heading of an entry or a section; `open` is the action that shows the entry whole. */
  | { readonly kind: "subheading"; readonly text: string; readonly open?: Action }
  | { readonly kind: "rule" };

export const RULE: LayoutBlock = { kind: "rule" };

export function heading(text: string): LayoutBlock {
  return { kind: "heading", text };
}

export function textBlock(text: string): Extract<LayoutBlock, { kind: "text" }> {
  return { kind: "text", runs: [plainRun(text)] };
}

export function paragraphBlocks(paragraphs: readonly string[]): readonly LayoutBlock[] {
  return paragraphs.map((text) => ({ ...textBlock(text), isParagraph: true }));
}

/** Lays out a sentence by Ibid itself, whose text in backticks is text to type. */
export function sentenceBlock(sentence: string): LayoutBlock {
  // Splitting by a capturing group puts the captured text at every odd index.
  const runs = sentence
    .split(/`([^`]+)`/)
    .map(
      (text, index): StyledText =>
        index % 2 === 1 ? { text, isMatch: false, isCode: true } : plainRun(text),
    );
  return { kind: "text", runs: runs.filter(({ text }) => text !== "") };
}

export function factBlocks(facts: readonly Fact[]): readonly LayoutBlock[] {
  return facts.length > 0 ? [{ kind: "facts", facts }] : [];
}

/** A fact, or none if its value is unknown. */
export function fact(label: string, value: string | undefined): readonly Fact[] {
  return value === undefined ? [] : [{ label, value }];
}

/** A fact whose value is a list, or none if the list is empty. */
export function listFact(label: string, values: readonly string[]): readonly Fact[] {
  return values.length > 0 ? [{ label, value: values.join(", ") }] : [];
}

export function finePrint(...lines: readonly (string | undefined)[]): readonly LayoutBlock[] {
  return lines.flatMap((text) => (text === undefined ? [] : [{ kind: "fine", text } as const]));
}

export function sectionBlocks(
  title: string,
  paragraphs: readonly string[],
): readonly LayoutBlock[] {
  if (paragraphs.length === 0) return [];
  return [{ kind: "subheading", text: title }, ...paragraphBlocks(paragraphs)];
}

/** Text to copy under its label. */
export function copyBlocks(label: string, text: string): readonly LayoutBlock[] {
  return [
    { kind: "subheading", text: label },
    { kind: "code", text },
  ];
}

export function plainRun(text: string): StyledText {
  return { text, isMatch: false };
}

/** A run that links to a web page, if there is one. */
export function linkRun(text: string, url: string | undefined): StyledText {
  return url === undefined ? plainRun(text) : { text, isMatch: false, url };
}

/** Splits an excerpt at its matches, and marks with `[…]` the ends at which the text continues. */
export function excerptRuns(text: string, { matches, more }: Highlights): readonly StyledText[] {
  const runs: StyledText[] = [];
  let end = 0;
  for (const match of matches) {
    runs.push(plainRun(text.slice(end, match.start)));
    runs.push({ text: text.slice(match.start, match.end), isMatch: true });
    end = match.end;
  }
  runs.push(plainRun(text.slice(end)));
  const omission = plainRun("[…]");
  const space = plainRun(" ");
  return [
    ...(more.before ? [omission, space] : []),
    ...runs.filter((run) => run.text !== ""),
    ...(more.after ? [space, omission] : []),
  ];
}

/** “Page 2 of 3”, or nothing if there is only one. */
export function pageLabel({ number, of }: PageNumber, t: Translate): string | undefined {
  return of > 1 ? t("page.number", { number: t.number(number), of: t.number(of) }) : undefined;
}
