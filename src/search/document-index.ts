import { overlaps, type Period } from "../corpus/date.ts";
import type { Document, Person } from "../corpus/document.ts";
import { elementAt, floatAt } from "../foundation/checked-access.ts";
import { type BuiltInSteps, eachInSteps, lazy, lazyInSteps } from "../foundation/lazy.ts";
import { fold } from "../language/fold.ts";
import { type CorpusPart, type Filter, foldedFormsOf } from "./filter.ts";

/** Finds documents by filters, without going through those that do not match. */
export interface DocumentIndex extends BuiltInSteps {
  /**
   * Returns the places of the documents that `matchesFilter` accepts and that are on the topic, in ascending order; with
   * `isDated`, of those among them whose date it accepts.
   */
  matching(filter: Filter, isDated?: (date: Period) => boolean): readonly number[];
}

/** `lineages` has for the id of each topic the ids of itself and of all that are broader. */
export function createDocumentIndex(
  documents: readonly Document[],
  lineages: ReadonlyMap<string, Iterable<string>>,
): DocumentIndex {
  const index = lazyInSteps(function* () {
    const byAuthor = new Map<Person, number[]>();
    const byAuthorName = new Map<string, number[]>();
    const byRecipient = new Map<Person, number[]>();
    const byTopic = new Map<string, number[]>();
    const byId = new Map<string, number[]>();
    const byWork = new Map<string, number[]>();
    const byFolder = new Map<string, number[]>();
    const firstDays = new Float64Array(documents.length).fill(Number.NaN);
    const lastDays = new Float64Array(documents.length).fill(Number.NaN);
    yield* eachInSteps(documents, (document, place) => {
      for (const person of document.from) append(byAuthor, person, place);
      for (const name of document.authors) append(byAuthorName, fold(name), place);
      for (const person of document.to) append(byRecipient, person, place);
      for (const { id } of document.topics) {
        for (const topic of lineages.get(id) ?? []) append(byTopic, topic, place);
      }
      append(byId, document.id, place);
      if (document.work !== undefined) append(byWork, document.work.id, place);
      for (const folder of foldersOf(document.path)) append(byFolder, folder, place);
      if (document.date === undefined) return;
      firstDays[place] = document.date.first;
      lastDays[place] = document.date.last;
    });
    return {
      ...{ byAuthor, byAuthorName, byRecipient, byTopic, byId, byWork, byFolder },
      ...{ firstDays, lastDays },
    };
  });
  const all = lazy(() => [...documents.keys()]);

  function byPerson(person: Person): readonly number[] {
    const { byAuthor, byAuthorName } = index();
    return unite([
      byAuthor.get(person),
      ...[...foldedFormsOf(person)].map((name) => byAuthorName.get(name)),
    ]);
  }
  function inScope(scope: CorpusPart): readonly number[] {
    const { byId, byWork, byFolder } = index();
    switch (scope.kind) {
      case "document":
        return unite([byId.get(scope.id)]);
      case "work":
        return unite([byWork.get(scope.id), byId.get(scope.id)]);
      case "folder":
        return unite([byFolder.get(scope.path)]);
    }
  }

  return {
    buildSome: index.buildSome,
    matching({ from, to, topic, period, scope }, isDated) {
      const { byRecipient, byTopic, firstDays, lastDays } = index();
      const lists = [
        from && byPerson(from),
        to && unite([byRecipient.get(to)]),
        topic && unite([byTopic.get(topic.id)]),
        scope && inScope(scope),
      ].filter((list) => list !== undefined);
      const matching = lists.length === 0 ? all() : lists.reduce(intersect);
      if (period === undefined && isDated === undefined) return matching;
      return matching.filter((place) => {
        const date = { first: floatAt(firstDays, place), last: floatAt(lastDays, place) };
        return (
          !Number.isNaN(date.first) &&
          (period === undefined || overlaps(date, period)) &&
          (isDated === undefined || isDated(date))
        );
      });
    },
  };
}

/** Returns the paths of all folders that a file is in. */
function foldersOf(path: string): readonly string[] {
  return [...path.matchAll(/\//g)].map(({ index }) => path.slice(0, index));
}

function append<K>(lists: Map<K, number[]>, key: K, place: number): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [place]);
  else if (list.at(-1) !== place) list.push(place);
}

/** Returns what is in one of some ascending lists, in ascending order. */
function unite(lists: readonly (readonly number[] | undefined)[]): readonly number[] {
  const [first = [], ...others] = lists.filter((list) => list !== undefined);
  if (others.length === 0) return first;
  return [...new Set([first, ...others].flat())].sort((one, other) => one - other);
}

/** Returns what is in both of two ascending lists. */
function intersect(one: readonly number[], other: readonly number[]): readonly number[] {
  let at = 0;
  return one.filter((place) => {
    while (at < other.length && elementAt(other, at) < place) at += 1;
    return other[at] === place;
  });
}
