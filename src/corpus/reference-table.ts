import { closestSpelling } from "../foundation/spelling.ts";
import type { Problem } from "./problem.ts";

/** Where a name was used. */
export type FileLocation = Pick<Problem, "path" | "line">;

/** The entries of one table of the corpus, by the names that documents use for them. */
export interface ReferenceTable<T> {
  readonly known: ReadonlyMap<string, T>;
  /** The entries that `names` stand for; a name that stands for none is reported as a problem. */
  lookUp(names: readonly string[], placeOf: (index: number) => FileLocation): readonly T[];
}

/**
 * Collects names of one kind. `make` may give an entry to a name that is not known: without a table
 * documents themselves declare what they name.
 */
export function createReferenceTable<T>(
  { kind, file }: { readonly kind: string; readonly file: string },
  entries: ReadonlyMap<string, T>,
  problems: Problem[],
  make: (name: string) => T | undefined,
): ReferenceTable<T> {
  const known = new Map(entries);
  return {
    known,
    lookUp: (names, placeOf) =>
      names.flatMap((name, index) => {
        const entry = known.get(name) ?? make(name);
        if (entry !== undefined) {
          known.set(name, entry);
          return [entry];
        }
        const nearest = closestSpelling(name, [...known.keys()]);
        problems.push({
          ...placeOf(index),
          message: `No ${kind} is called \`${name}\`.`,
          remedy:
            nearest === undefined
              ? `Add it to \`${file}\`, or correct the name.`
              : `Write \`${nearest}\` if that is meant, or add it to \`${file}\`.`,
        });
        return [];
      }),
  };
}
