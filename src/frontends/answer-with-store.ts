import type { KeptChange } from "../keeping/change.ts";
import {
  type Asker,
  type Need,
  NOTHING_KEPT,
  type Situation,
  situationWithoutStore,
} from "../keeping/kept.ts";
import type { KeptStore } from "../store/store.ts";

/**
 * Answers with what is kept, and makes the changes that the answer asks for before it is given. If others
 * have changed the same in the meantime, it answers once more. If nothing can be kept, `answer` learns of it.
 */
export async function answerWithStore<T extends { readonly changes?: readonly KeptChange[] }>(
  { store, asker, needs }: StoreAccess,
  answer: (situation: Situation) => T | Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const situation = await readSituation({ store, asker, needs });
    const answered = await answer(situation);
    const changes = (answered.changes ?? []).map((change) => withLocale(change, asker));
    if (changes.length === 0) return answered;
    const applied = store === undefined ? ({ error: "off" } as const) : await store.apply(changes);
    if ("error" in applied) return answer({ ...situation, problem: applied.error });
    if (applied.outcome === "applied") return answered;
    if (attempt === 2) return answer({ ...situation, problem: "contended" });
  }
}

/** Adds the language of the server to a schedule, whose posts come without an interaction that says it. */
function withLocale(change: KeptChange, { serverLocale: locale }: Asker): KeptChange {
  return change.kind === "schedule" ? { ...change, locale } : change;
}

interface StoreAccess {
  /** Undefined if nothing is kept. */
  readonly store: KeptStore | undefined;
  readonly asker: Asker;
  readonly needs: readonly Need[];
}

async function readSituation({ store, asker, needs }: StoreAccess): Promise<Situation> {
  if (store === undefined) return situationWithoutStore(asker);
  const read = await store.read(asker, needs);
  return "error" in read
    ? { asker, kept: NOTHING_KEPT, problem: read.error }
    : { asker, kept: read.kept };
}
