import { message } from "../catalogue/catalogue.ts";
import { closestSpelling } from "../foundation/spelling.ts";
import type { FileLocation, Problem } from "./problem.ts";

/** The entries of one table, keyed by the names that documents use for them. */
export interface ReferenceTable<T> {
  readonly known: ReadonlyMap<string, T>;
  /** Whether there is no table, so that documents may name anything. */
  readonly isOpen: boolean;
  /**
   * Returns the entries for `names`. Reports every name without an entry as a problem;
   * `locationOf` returns the location of the name at an index.
   */
  lookUp(names: readonly string[], locationOf: (index: number) => FileLocation): readonly T[];
}

interface TableOptions<T> {
  readonly kind: "source" | "topic" | "person";
  readonly file: string;
  readonly entries: ReadonlyMap<string, T>;
  /** The entries that have been made for unknown names, now or in an earlier table. */
  readonly declared: Map<string, T>;
}

/**
 * Creates a table, which adds unknown names to `problems`. `declare` may make an entry for an unknown
 * name: where a table is missing, documents declare what they name.
 */
export function createReferenceTable<T>(
  { kind, file, entries, declared }: TableOptions<T>,
  problems: Problem[],
  declare: (name: string) => T | undefined,
): ReferenceTable<T> {
  const known = new Map(entries);
  return {
    known,
    isOpen: entries.size === 0,
    lookUp: (names, locationOf) =>
      names.flatMap((name, index) => {
        const entry = known.get(name) ?? declared.get(name) ?? declare(name);
        if (entry !== undefined) {
          if (!known.has(name)) {
            known.set(name, entry);
            declared.set(name, entry);
          }
          return [entry];
        }
        const nearest = closestSpelling(name, [...known.keys()]);
        problems.push({
          ...locationOf(index),
          message: message(`problem.unknown-${kind}`, { name }),
          remedy:
            nearest === undefined
              ? message("remedy.unknown-name", { file })
              : message("remedy.unknown-name-closest", { closest: nearest, file }),
        });
        return [];
      }),
  };
}
