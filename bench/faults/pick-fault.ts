import { shuffle } from "../../src/foundation/seeded-random.ts";
import { type Fault, KINDS, roomOf } from "./fault.ts";

/**
 * Returns the fault to plant after the `accepted` ones: of the room with the fewest of them, and there of
 * the kind with the fewest. The seed decides between equals. No `rejected` fault is picked. Returns
 * undefined if no fault is left.
 */
export function pickFault(
  faults: readonly Fault[],
  seed: number,
  accepted: readonly Fault[],
  rejected: readonly Fault[] = [],
): Fault | undefined {
  const used = new Set([...accepted, ...rejected]);
  const left = shuffle(faults, seed).filter((fault) => !used.has(fault));
  const rooms = shuffle([...new Set(left.map(roomOf))].toSorted(), seed);
  const room = rarest(rooms, accepted.map(roomOf));
  const inRoom = left.filter((fault) => roomOf(fault) === room);
  const kinds = shuffle(KINDS, seed + accepted.length).filter((kind) =>
    inRoom.some((fault) => fault.kind === kind),
  );
  const kind = rarest(
    kinds,
    accepted.map((fault) => fault.kind),
  );
  return inRoom.find((fault) => fault.kind === kind);
}

/** Picks `count` faults, or all if there are fewer. */
export function pickFaults(
  faults: readonly Fault[],
  seed: number,
  count: number,
): readonly Fault[] {
  const picked: Fault[] = [];
  while (picked.length < count) {
    const fault = pickFault(faults, seed, picked);
    if (fault === undefined) break;
    picked.push(fault);
  }
  return picked;
}

/** Returns the first of the candidates that occur least often among `used`. */
function rarest<T>(candidates: readonly T[], used: readonly T[]): T | undefined {
  const countOf = (candidate: T) => used.filter((one) => one === candidate).length;
  return candidates.toSorted((a, b) => countOf(a) - countOf(b)).at(0);
}
