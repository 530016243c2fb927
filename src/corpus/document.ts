import { type BuiltInSteps, eachInSteps, lazyInSteps } from "../foundation/lazy.ts";
import type { Day, EdtfDate, Period } from "./date.ts";

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
  /** Appears under every quotation from this source. */
  readonly note?: string;
  /** Other CSL fields, as written in the file. */
  readonly more: Readonly<Record<string, string>>;
}

/** A name in the parts that citation styles need. Without a given name it appears unchanged. */
export interface PersonName {
  readonly family: string;
  readonly given?: string;
  /** The family name comes first, as in Korean, so that no list inverts the name. */
  readonly isFamilyFirst?: true;
}

/** A concept in SKOS's terms. */
export interface Topic {
  readonly id: string;
  /** SKOS's preferred label, in the corpus's language. */
  readonly label: string;
  /** Alternative labels, and preferred labels in other languages. */
  readonly synonyms: readonly string[];
  /** Preferred labels in other languages, by tags. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Ids of the topics directly above this one. */
  readonly broader: readonly string[];
  readonly related: readonly string[];
}

/** A correspondent, or a person whom the corpus mentions. */
export interface Person {
  readonly name: string;
  /** Other forms of the name, in any script. */
  readonly forms: readonly string[];
  /** The usual forms of the name in other languages, by tags. */
  readonly labels?: Readonly<Record<string, string>>;
  readonly role?: string;
  /** The parts of the name, if the corpus says which of them is the family name. */
  readonly parts?: PersonName;
}

/** An entry of the timeline. */
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
  /** Follows `¶` in the address: a number, or a letter for words known only from another work. */
  readonly number: string;
  /** What CommonMark renders, with soft line breaks as spaces and hard ones as newlines. */
  readonly text: string;
  /** The start of each line of the text in the file, in order. */
  readonly lines: readonly LineStart[];
  /** The marks that were taken out of the text, in order. */
  readonly marks: readonly Mark[];
  /** The names in bold type that may be those of speakers, in order; absent if there are none. */
  readonly boldNames?: readonly BoldName[];
  /** The headings above it, outermost first. */
  readonly headings: readonly string[];
  /** The interruptions between the passage before and this one, in order; absent if there are none. */
  readonly follows?: readonly Interruption[];
  /** The work that prints these words, if they are known only from it. */
  readonly printedIn?: PrintedIn;
  readonly topics: readonly Topic[];
  /** The people whom it names, by any form of the name. */
  readonly named: readonly Person[];
  /** The number of the passage of the full text that contains the same words. */
  readonly sameAs?: string;
}

/** Parts of a document between two passages, which do not belong to its own words. */
export const INTERRUPTIONS = [
  "heading",
  "code",
  "formula",
  "html",
  "table",
  "remark",
  "image",
  "break",
] as const;

export type Interruption = (typeof INTERRUPTIONS)[number];

/** The place where a work prints a passage. */
export interface PrintedIn {
  readonly source: Source;
  /** A page or a column, for example. */
  readonly locator?: string;
}

/** The position at which a line of the file begins in a passage's text. */
export interface LineStart {
  /** In UTF-16 code units of the passage's text. */
  readonly offset: number;
  /** The line of the file, counted from 1. */
  readonly line: number;
}

/** A name in bold type at the beginning of a text or after a sentence, before a capital letter: “**Smith** I deny it.” */
export interface BoldName {
  /** In UTF-16 code units of the passage's text. */
  readonly offset: number;
  readonly text: string;
}

/**
 * A mark in a passage, which is no part of its words: the number of a note, a verse, a line or a page, or of the item of a list
 * that the passage begins.
 */
export interface Mark {
  /** The offset in the passage's text at which the mark was taken out. */
  readonly offset: number;
  /**
   * The mark as CommonMark renders it: “[^1]”, or “1” for `<sup>1</sup>`. It begins with a space if the
   * one before it belongs to it, since the words go on with another or with a punctuation mark.
   */
  readonly text: string;
}

/** A paragraph that is not the document's own words: searchable, never quoted. */
export interface Note {
  /**
   * Summaries and remarks are the corpus's editor's: summaries come before the first heading below the
   * title, and remarks after it. Footnotes belong to the document.
   */
  readonly kind: "summary" | "remark" | "footnote";
  readonly text: string;
  /** The mark before its words and the space after it, if the file has it among them: “[1] ”. */
  readonly beginning?: string;
}

/** Code, a table, a picture or a quoted heading among the passages of a document, which is never quoted. */
export interface Unquotable {
  readonly kind: UnquotableKind;
  /** The alternative text of an image, the words of a heading; otherwise as it is written in the file. */
  readonly text: string;
  /** The number of the passage that follows, or that contains the image. Absent at the end. */
  readonly before?: string;
}

export const UNQUOTABLE_KINDS = ["code", "heading", "html", "image", "table"] as const;

export type UnquotableKind = (typeof UNQUOTABLE_KINDS)[number];

/** A work of which several documents are parts. */
export interface Work {
  readonly id: string;
  readonly title: string;
  readonly authors: readonly string[];
}

/** One Markdown file of the corpus. */
export interface Document {
  readonly id: string;
  /** Ids that this one replaces. Their addresses lead here. */
  readonly formerly: readonly string[];
  /** The ids that its path can give it. Those that no document has lead here too. */
  readonly pathIds: readonly string[];
  /** A CSL item type. */
  readonly type: string;
  readonly title: string;
  /** Absent if the date is unknown or unverified. */
  readonly date?: EdtfDate;
  readonly verified: boolean;
  readonly from: readonly Person[];
  readonly to: readonly Person[];
  /** The names in its field `author`, besides those in `from`. */
  readonly authors: readonly string[];
  /** The work that it is a part of. */
  readonly work?: Work;
  readonly topics: readonly Topic[];
  readonly sources: readonly Source[];
  readonly delivered?: string;
  readonly rights?: string;
  /** To open a discussion of it with. */
  readonly questions: readonly string[];
  readonly language: string;
  /** Other CSL fields, as written in the file. */
  readonly more: Readonly<Record<string, string>>;
  /** Relative to the corpus folder. */
  readonly path: string;
  readonly passages: readonly Passage[];
  /** The number of its passages without those that repeat words of its full text. */
  readonly distinctPassageCount: number;
  readonly notes: readonly Note[];
  /** In the order of the file. */
  readonly unquotable: readonly Unquotable[];
  /** The people named in its passages, its notes, its title or its delivery. */
  readonly named: readonly Person[];
  /** Whether another document would have the same name: the same people and date, or title. */
  readonly isAmbiguous: boolean;
}

/** A plan for a group, which reads its steps one after the other. */
export interface Plan {
  readonly id: string;
  readonly title: string;
  readonly steps: readonly PlanStep[];
  /** The days on which no step is read. */
  readonly holidays: readonly Period[];
}

/** The reading for one time: at least one address or topic. */
export interface PlanStep {
  readonly title?: string;
  /** Addresses of passages, and ids of documents. */
  readonly addresses: readonly string[];
  readonly topics: readonly Topic[];
  readonly questions: readonly string[];
  /** The day on which it is read. Either all steps of a plan have one, or none. */
  readonly date?: Day;
}

/** The corpus folder, read and checked. */
export interface Corpus {
  readonly title?: string;
  /** A BCP 47 tag. */
  readonly language: string;
  readonly description?: string;
  readonly rights?: string;
  /** In order of date. Undated documents come last. */
  readonly documents: readonly Document[];
  readonly sources: ReadonlyMap<string, Source>;
  readonly topics: ReadonlyMap<string, Topic>;
  readonly people: ReadonlyMap<string, Person>;
  readonly events: readonly CorpusEvent[];
  readonly plans: ReadonlyMap<string, Plan>;
  /** SHA-256 over the paths and bytes of the documents and tables, in hexadecimal. */
  readonly hash: string;
}

/** A passage together with its document. */
export interface PassageRef {
  readonly document: Document;
  readonly passage: Passage;
}

/** Passages in order: an array, or what makes each when it is asked for. */
export type PassageList = Pick<readonly PassageRef[], "length" | "at">;

/** Returns a document's passages without those that repeat words of its full text. */
export function distinctPassagesOf({ passages }: Pick<Document, "passages">): readonly Passage[] {
  return passages.filter(({ sameAs }) => sameAs === undefined);
}

/** Returns the address of a passage: `1851-03-14-ada-to-tom¶a`. */
export function addressOf(document: Document, passage: Passage): string {
  return `${document.id}¶${passage.number}`;
}

/** Finds documents and passages by their addresses. */
export interface Addresses {
  /** Returns the document with this id or former id; otherwise the only one whose path can give it. */
  document(id: string): Document | undefined;
  /** Returns the document with this id or former id, and after it those whose paths can give it. */
  documentsCalled(id: string): readonly Document[];
  /** Returns the passage at an address such as `1851-03-14-ada-to-tom¶a`; `#` stands for `¶`. */
  passage(address: string): PassageRef | undefined;
}

export function createAddresses({
  documents,
}: Pick<Corpus, "documents">): Addresses & BuiltInSteps {
  const documentsById = lazyInSteps(function* () {
    const byId = new Map<string, Document>();
    yield* eachInSteps(documents, (document) => {
      for (const id of document.formerly) byId.set(id, document);
      byId.set(document.id, document);
    });
    return byId;
  });
  const documentsByPathId = lazyInSteps(function* () {
    const byPathId = new Map<string, Document[]>();
    yield* eachInSteps(documents, (document) => {
      for (const id of new Set(document.pathIds)) {
        const named = byPathId.get(id) ?? [];
        if (named.length === 0) byPathId.set(id, named);
        named.push(document);
      }
    });
    return byPathId;
  });
  const withPathId = (id: string) => documentsByPathId().get(id) ?? [];
  function documentCalled(id: string): Document | undefined {
    const known = documentsById().get(id);
    if (known !== undefined) return known;
    const [first, ...others] = withPathId(id);
    return others.length === 0 ? first : undefined;
  }

  return {
    buildSome: () => documentsById.buildSome() || documentsByPathId.buildSome(),
    document: (id) => documentCalled(id.trim().toLowerCase()),
    documentsCalled(typed) {
      const id = typed.trim().toLowerCase();
      const known = documentsById().get(id);
      const others = withPathId(id).filter((document) => document !== known);
      return known === undefined ? others : [known, ...others];
    },
    passage(address) {
      const [id = "", number] = address
        .trim()
        .toLowerCase()
        .split(/\s*[¶#]\s*/);
      const document = number === undefined ? undefined : documentCalled(id);
      const passage = document?.passages.find((candidate) => candidate.number === number);
      return document && passage && { document, passage };
    },
  };
}
