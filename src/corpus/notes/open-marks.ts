import { firstIndex } from "../../foundation/binary-search.ts";
import { elementAt } from "../../foundation/checked-access.ts";
import { isSuccessor, type MarkForm, type MarkPlace } from "./note-marks.ts";
import type { MarkedText, NoteDraft, NoteGroup } from "./note-parts.ts";

/** A mark in the words that no note has yet. */
export interface OpenMark extends MarkPlace, MarkedText {}

/** A mark under one of its labels, and the note of a group that has it. */
export interface LinkedMark {
  readonly mark: OpenMark;
  readonly label: string;
  readonly note: NoteDraft;
}

/** A mark under one of its labels. */
interface Entry {
  readonly mark: OpenMark;
  readonly label: string;
  /** How many entries come before it. */
  readonly position: number;
  /** How many headings come before it. */
  readonly section: number;
}

interface LinkedEntry extends Entry, LinkedMark {}

/** The marks of a document in the order of its words. */
export interface OpenMarks {
  /** Adds the marks of the next text. */
  add(text: MarkedText, places: readonly MarkPlace[]): void;
  /**
   * Returns for each group the marks that its notes belong to; undefined if it has no notes. The groups come one
   * after the other, so that labels which begin anew are those of later words.
   */
  match(groups: readonly NoteGroup[]): readonly (readonly LinkedMark[] | undefined)[];
}

/** The share of the notes of a group whose marks are found. One in a picture or in code is not. */
const MIN_SHARE = 0.8;

/** How many notes the numbers of a list need, since one paragraph can begin with a number for other reasons. */
const MIN_LISTED = 2;

/**
 * Creates the marks of a document. `paired` are the labels that as many marks have as notes: each is of the first such note
 * after it, although a paragraph that goes on over a page may have the mark of the next page before the note of its own.
 */
export function createOpenMarks(paired: ReadonlySet<string>): OpenMarks {
  /** The entries by their forms and labels, and by their forms and the kinds of their labels. */
  const entries = new Map<string, Entry[]>();
  /** The position after the last entry that has a note, and its label, by kinds of labels. */
  const ends = new Map<string, { readonly position: number; readonly label: string }>();
  let count = 0;
  let sections = 0;
  let length = 0;
  let lastText: MarkedText | undefined;

  function addEntry(key: string, entry: Entry): void {
    const others = entries.get(key);
    if (others === undefined) entries.set(key, [entry]);
    else others.push(entry);
  }

  /** Returns the entries under a key, and the indexes of those between two positions. */
  function rangeOf(key: string, from: number, to: number) {
    const all = entries.get(key) ?? [];
    const indexAt = (position: number) =>
      firstIndex(all.length, (index) => elementAt(all, index).position >= position);
    return { all, start: indexAt(from), end: indexAt(to) };
  }

  function countOf(key: string, from: number, to: number): number {
    const { start, end } = rangeOf(key, from, to);
    return end - start;
  }

  function lastOf(key: string, from: number, to: number): Entry | undefined {
    const { all, start, end } = rangeOf(key, from, to);
    return end > start ? all[end - 1] : undefined;
  }

  /** Returns the last marks before `limit` that have the labels of the notes in their order. */
  function align(
    notes: readonly NoteDraft[],
    form: MarkForm,
    limit: number,
  ): readonly (Entry | undefined)[] {
    let to = limit;
    const found = notes.toReversed().map(({ label }) => {
      const floor = floorOf(label);
      const entry =
        lastOf(certain(form, label), floor, to) ?? lastOf(doubtful(form, label), floor, to);
      to = entry?.position ?? to;
      return entry;
    });
    return found.toReversed();
  }

  /** Returns the first marks that have the labels of the notes in their order. */
  function alignFromStart(
    notes: readonly NoteDraft[],
    form: MarkForm,
  ): readonly (Entry | undefined)[] {
    let from = 0;
    return notes.map(({ label }) => {
      const { all, start } = rangeOf(certain(form, label), Math.max(from, floorOf(label)), count);
      const entry = all[start];
      from = entry === undefined ? from : entry.position + 1;
      return entry;
    });
  }

  function floorOf(label: string): number {
    return ends.get(kindOf(label))?.position ?? 0;
  }

  /** Whether marks show that the notes of a group are some. Those of `found` are in its order. */
  function areNotes(
    group: NoteGroup,
    form: MarkForm,
    found: readonly (Entry | undefined)[],
    limit: number,
  ): boolean {
    const { notes, place, isBulleted } = group;
    const matched = found.filter((entry) => entry !== undefined);
    const [first] = matched;
    if (first === undefined) return false;
    const isWhole = matched.length === notes.length;
    const marks = matched.map(({ mark }) => mark);
    const allCling = marks.every(({ clings }) => clings);
    const { label, form: own } = elementAt(notes, 0);
    const isUnique = matched.every((entry) => {
      return countOf(certain(form, entry.label), floorOf(entry.label), limit) <= 1;
    });
    if (isBulleted) {
      const all = countOf(certain(form, label), floorOf(label), limit);
      const isBelow = notes.length === 1 && first.mark.node === lastText?.node;
      return isWhole && all === notes.length && (isBelow || place !== "elsewhere");
    }
    if (marks.every(({ isDoubtful }) => isDoubtful)) return false;
    if (own === "note") {
      if (!isWhole && (isSign(label) || matched.length < MIN_SHARE * notes.length)) return false;
      if (allCling || place !== "elsewhere") return true;
      const before = ends.get(kindOf(label))?.label;
      const isNext = isFirst(label) || (before !== undefined && isSuccessor(before, label));
      return isNext && isUnique && lengthOf(group) <= length;
    }
    const isApart = !allCling && form !== " (#)";
    if (!isWhole || isApart || marks.some(({ isDoubtful }) => isDoubtful)) return false;
    if (form === " (#)" && place === "elsewhere") {
      const areSet = marks.every(({ isBeforeStop }) => isBeforeStop);
      return group.isAtEnd && areSet && isUnique && notes.length >= MIN_LISTED;
    }
    const areLinked = notes.every(({ anchors }, index) => {
      const target = marks[index]?.target;
      return target !== undefined && anchors.includes(target);
    });
    if (areLinked) return true;
    if (place === "elsewhere") return form === own && notes.length >= MIN_LISTED && isUnique;
    // Each mark has its note.
    const ofKind = countOf(certain(form, kindOf(label)), first.position, limit);
    const labels = [...new Set(notes.map((note) => note.label))];
    const ofNotes = labels.map((one) => countOf(certain(form, one), first.position, limit));
    return ofKind <= ofNotes.reduce((sum, one) => sum + one, 0);
  }

  function matchGroup(
    group: NoteGroup,
    limit: number,
    isOnly: boolean,
  ): readonly LinkedEntry[] | undefined {
    const arePaired = isOnly && group.notes.every(({ label }) => paired.has(label));
    const { form } = elementAt(group.notes, 0);
    const mayBeApart = form === "(#)" && (group.isAtEnd || group.place !== "elsewhere");
    for (const one of new Set<MarkForm>([form, "note", ...(mayBeApart ? [" (#)" as const] : [])])) {
      const found = arePaired ? alignFromStart(group.notes, one) : align(group.notes, one, limit);
      if (!areNotes(group, one, found, limit)) continue;
      const matched = found.flatMap((entry, index): readonly LinkedEntry[] =>
        entry === undefined ? [] : [{ ...entry, note: elementAt(group.notes, index) }],
      );
      return arePaired ? matched : [...matched, ...repeatsOf(matched, one, limit)];
    }
    return undefined;
  }

  /** Returns the other marks that refer to the same notes. */
  function repeatsOf(
    matched: readonly LinkedEntry[],
    form: MarkForm,
    limit: number,
  ): readonly LinkedEntry[] {
    const from = elementAt(matched, 0).position;
    const known = new Set(matched.map(({ position }) => position));
    const byLabel = new Map(matched.map((entry) => [entry.label, entry]));
    return [...byLabel.values()].flatMap(({ label, section, note }) => {
      const { all, start, end } = rangeOf(certain(form, label), floorOf(label), limit);
      return all
        .slice(start, end)
        .filter((entry) => entry.position > from || entry.section === section)
        .filter((entry) => entry.mark.clings && !known.has(entry.position))
        .map((entry) => ({ ...entry, note }));
    });
  }

  return {
    add(text, places) {
      lastText = text;
      length += text.flat.text.length;
      if (text.node.type === "heading") sections += 1;
      for (const place of places) {
        for (const label of place.labels) {
          const entry = { mark: { ...place, ...text }, label, position: count, section: sections };
          const key = place.isDoubtful ? doubtful : certain;
          addEntry(key(place.form, label), entry);
          addEntry(key(place.form, kindOf(label)), entry);
          count += 1;
        }
      }
    },
    match(groups) {
      const limits = new Map<string, number>();
      const found = groups.toReversed().map((group) => {
        const kind = kindOf(elementAt(group.notes, 0).label);
        const matched = matchGroup(group, limits.get(kind) ?? count, groups.length === 1);
        if (matched !== undefined) limits.set(kind, elementAt(matched, 0).position);
        return matched;
      });
      for (const entry of found.flatMap((matched) => matched ?? [])) {
        const kind = kindOf(entry.label);
        if (entry.position < (ends.get(kind)?.position ?? 0)) continue;
        ends.set(kind, { position: entry.position + 1, label: entry.label });
      }
      return found.toReversed();
    },
  };
}

function certain(form: MarkForm, label: string): string {
  return `${form} ${label}`;
}

function doubtful(form: MarkForm, label: string): string {
  return `${form}? ${label}`;
}

/** Returns the kind of a label: a number, a letter or a sign. */
function kindOf(label: string): string {
  return isSign(label) ? "signs" : /^\p{L}/u.test(label) ? "letters" : "numbers";
}

function isSign(label: string): boolean {
  return /[^\p{L}\p{N}]/u.test(label);
}

/** Whether a label is the first of its kind. */
function isFirst(label: string): boolean {
  return isSign(label) || /^(?:[1１١۱१]|[aAiα])$/u.test(label);
}

function lengthOf({ parts }: NoteGroup): number {
  const texts = parts.flatMap((part) => part.texts);
  return texts.reduce((sum, { flat }) => sum + flat.text.length, 0);
}
