import { describe, expect, test } from "vitest";
import { type Fault, parseFaults, plant } from "../../bench/faults/fault.ts";
import { findFaults } from "../../bench/faults/find-faults.ts";
import { pickFaults } from "../../bench/faults/pick-fault.ts";

const CODE = `type Count = 1 | 2;
function f(a: number, b: number): number {
  if (a < b && b > 0) return g(a, b);
  log(a - 1);
  return a === b ? 1 : 0;
}
`;

const describeFault = ({ kind, line, before, after }: Fault) =>
  `${line} ${kind}: ${before} → ${after}`;

describe("Faults", () => {
  test("are found in expressions and statements, but not in types", () => {
    expect(findFaults("src/a.ts", CODE).map(describeFault).toSorted()).toEqual([
      "3 arguments: a, b → b, a",
      "3 bound: 0 → 1",
      "3 condition: a < b && b > 0 → !(a < b && b > 0)",
      "3 operator: && → ||",
      "3 operator: < → <=",
      "3 operator: > → >=",
      "3 statement: if (a < b && b > 0) return g(a, b); → ;",
      "4 bound: 1 → 0",
      "4 bound: 1 → 2",
      "4 operator: - → +",
      "4 statement: log(a - 1); → ;",
      "5 bound: 0 → 1",
      "5 bound: 1 → 0",
      "5 bound: 1 → 2",
      "5 condition: a === b → !(a === b)",
      "5 operator: === → !==",
    ]);
  });

  test("are planted at their place, even after lines were added above", () => {
    const faults = parseFaults(JSON.stringify(findFaults("src/a.ts", CODE)));
    for (const fault of faults) {
      const { start, before, after } = fault;
      const changed = CODE.slice(0, start) + after + CODE.slice(start + before.length);
      expect(plant(fault, CODE)).toBe(changed);
      expect(plant(fault, `// A comment.\n${CODE}`)).toBe(
        start < 60 ? undefined : `// A comment.\n${changed}`,
      );
    }
  });

  test("are not planted in code that no longer contains their place", () => {
    const [fault] = findFaults("src/a.ts", CODE);
    expect(fault && plant(fault, CODE.replaceAll("b", "c"))).toBeUndefined();
  });

  test("are picked evenly over rooms and kinds, by the seed alone", () => {
    const faults = ["src/corpus/a.ts", "src/config.ts", "commands/b.ts"].flatMap((file) =>
      findFaults(file, CODE),
    );
    const picked = pickFaults(faults, 1, 15);
    expect(pickFaults(faults, 1, 15)).toEqual(picked);
    expect(pickFaults(faults, 2, 15)).not.toEqual(picked);
    const counts = (keys: readonly string[]) =>
      [...new Set(keys)].map((key) => keys.filter((other) => other === key).length);
    expect(counts(picked.map(({ file }) => file))).toEqual([5, 5, 5]);
    expect(counts(picked.map(({ kind }) => kind))).toEqual([3, 3, 3, 3, 3]);
    expect(pickFaults(faults, 1, 1000)).toHaveLength(faults.length);
  });
});
