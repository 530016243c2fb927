import type { EdtfDate } from "./date.ts";

/** A work that prints or reports a document: a bibliographic record with CSL-JSON's field names. */
export interface Source {
  readonly id: string;
  readonly type: string;
  readonly title: string;
  readonly author: readonly PersonName[];
  readonly "container-title"?: string;
  readonly issued?: EdtfDate;
  readonly URL?: string;
  readonly language?: string;
  /** Shown under every quotation that this source prints. */
  readonly note?: string;
  /** CSL's other fields, as they stand in the file. */
  readonly more: Readonly<Record<string, string>>;
}

/** A name in the parts that citation styles need. What has no given name is shown as it stands. */
export interface PersonName {
  readonly family: string;
  readonly given?: string;
  /** The family name stands first, as in Korean: no list turns the name round. */
  readonly isFamilyFirst?: true;
}

/** A concept in SKOS's terms. */
export interface Topic {
  readonly id: string;
  /** SKOS's preferred label, in the corpus's language. */
  readonly label: string;
  /** Preferred labels in other languages and alternative labels: what else people call it. */
  readonly synonyms: readonly string[];
  readonly broader: readonly string[];
  readonly related: readonly string[];
}

export interface Person {
  readonly name: string;
  /** Other forms of the name, in any script. */
  readonly forms: readonly string[];
  readonly role?: string;
  /** The name in its parts, where the corpus tells which of them is the family's. */
  readonly parts?: PersonName;
}

/** Something that happened, for the timeline. */
export interface CorpusEvent {
  readonly date: EdtfDate;
  readonly title: string;
  readonly text: string;
  readonly sources: readonly Source[];
  readonly topics: readonly Topic[];
  readonly named: readonly Person[];
}

/** A quotable paragraph, in the document's own words. */
export interface Passage {
  /** What stands behind `¶` in its address: a number, or a letter for words known only as printed. */
  readonly number: string;
  /** What CommonMark renders; soft line breaks are spaces, hard ones newlines. */
  readonly text: string;
  /** Where the text's lines begin in the file, in order. */
  readonly lines: readonly LineStart[];
  /** The headings above it, outermost first. */
  readonly headings: readonly string[];
  /** The work that prints these words, when we know them only through it. */
  readonly printedIn?: PrintedIn;
  readonly topics: readonly Topic[];
  /** Who is named in it, by any form of the name. */
  readonly named: readonly Person[];
  /** The number of the passage of the full text that holds the same words. */
  readonly sameAs?: string;
}

export interface PrintedIn {
  readonly source: Source;
  /** Where in the source: a page, a column. */
  readonly locator?: string;
}

export interface LineStart {
  /** In UTF-16 code units of the passage's text. */
  readonly offset: number;
  /** The line of the file, counted from 1. */
  readonly line: number;
}

/** A paragraph that the corpus's editor wrote: searchable, never quoted. */
export interface Note {
  /** A summary stands before the first heading below the title; the rest are remarks. */
  readonly kind: "summary" | "remark";
  readonly text: string;
}

/** One Markdown file of the corpus. */
export interface Document {
  readonly id: string;
  /** Ids that this one replaces; their addresses lead here. */
  readonly formerly: readonly string[];
  /** A CSL item type. */
  readonly type: string;
  readonly title: string;
  /** Absent when it is not known, or not verified. */
  readonly date?: EdtfDate;
  readonly verified: boolean;
  readonly from: readonly Person[];
  readonly to: readonly Person[];
  readonly topics: readonly Topic[];
  readonly sources: readonly Source[];
  readonly delivered?: string;
  readonly rights?: string;
  readonly language: string;
  /** CSL's other fields, as they stand in the file. */
  readonly more: Readonly<Record<string, string>>;
  /** Relative to the corpus folder. */
  readonly path: string;
  readonly passages: readonly Passage[];
  readonly notes: readonly Note[];
  /** Who is named in its passages, its notes, its title or how it was delivered. */
  readonly named: readonly Person[];
  /** Whether another document has the same people and date, or the same title. */
  readonly isNamesake: boolean;
}

/** The corpus folder, read and checked. */
export interface Corpus {
  readonly title: string;
  /** A BCP 47 tag. */
  readonly language: string;
  readonly description?: string;
  readonly rights?: string;
  /** In the order of their dates, the undated last. */
  readonly documents: readonly Document[];
  readonly sources: ReadonlyMap<string, Source>;
  readonly topics: ReadonlyMap<string, Topic>;
  readonly people: ReadonlyMap<string, Person>;
  readonly events: readonly CorpusEvent[];
  /** SHA-256 over the paths and bytes of the documents and tables, in hexadecimal. */
  readonly hash: string;
}

/** A passage and the document it stands in. */
export interface PassageRef {
  readonly document: Document;
  readonly passage: Passage;
}

/** The address of a passage: `2019-08-05-kim-to-trump¶a`. */
export function addressOf(document: Document, passage: Passage): string {
  return `${document.id}¶${passage.number}`;
}
