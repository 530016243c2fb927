import type * as v from "valibot";
import { message } from "../../catalogue/catalogue.ts";
import { append } from "../../foundation/long-arrays.ts";
import { closestSpelling } from "../../foundation/spelling.ts";
import type { Addresses, Document, Plan, PlanStep, Topic } from "../document.ts";
import { addressOf } from "../document.ts";
import type { FileLocation, Problem } from "../problem.ts";
import type { ReferenceTable } from "../reference-table.ts";
import type { PLANS } from "../schemas.ts";
import type { ParsedYaml } from "../yaml-schema.ts";

type PlanTable = v.InferOutput<typeof PLANS>;

/** A plan whose addresses and dates are not checked yet. */
export interface DraftPlan {
  readonly id: string;
  readonly record: PlanTable[string];
  readonly topics: readonly (readonly Topic[])[];
  /** Returns the place of a step, of a key in it, or of an item of its list. */
  locationOf(step: number, ...keys: readonly (string | number)[]): FileLocation;
}

/** Returns the plans of a table. Unknown topics become problems of `topics`. */
export function plansIn(
  { value, yaml }: ParsedYaml<PlanTable>,
  topics: ReferenceTable<Topic>,
): readonly DraftPlan[] {
  return Object.entries(value).map(([id, record]) => {
    const locationOf: DraftPlan["locationOf"] = (step, ...keys) => ({
      path: "plans.yaml",
      line: yaml.lineOf([id, "steps", step, ...keys]),
    });
    return {
      id,
      record,
      topics: record.steps.map((step, index) =>
        topics.lookUp(step.topics, (position) => locationOf(index, "topics", position)),
      ),
      locationOf,
    };
  });
}

/** Completes plans, and adds what is wrong with their steps to `problems`: unknown addresses only if `addresses` are all known. */
export function completePlans(
  drafts: readonly DraftPlan[],
  addresses: Addresses | undefined,
  documents: readonly Document[],
  problems: Problem[],
): ReadonlyMap<string, Plan> {
  return new Map(
    drafts.map(({ id, record, topics, locationOf }) => {
      const steps = record.steps.map((step, index): PlanStep => {
        if (step.read.length === 0 && step.topics.length === 0) {
          problems.push({
            ...locationOf(index),
            message: message("problem.empty-step"),
            remedy: message("remedy.empty-step"),
          });
        }
        for (const [position, name] of step.read.entries()) {
          if (addresses === undefined || isAddress(name, addresses)) continue;
          problems.push({
            ...locationOf(index, "read", position),
            message: message("problem.unknown-address", { name }),
            remedy: closestAddress(name, addresses, documents),
          });
        }
        const { title, read, questions, date } = step;
        return {
          ...(title && { title }),
          addresses: read,
          topics: topics[index] ?? [],
          questions,
          ...(date && { date: date.first }),
        };
      });
      append(problems, dateProblems(record, locationOf));
      return [id, { id, title: record.title, steps, holidays: record.holidays }];
    }),
  );
}

function isAddress(name: string, addresses: Addresses): boolean {
  return addresses.document(name) !== undefined || addresses.passage(name) !== undefined;
}

/** Advises to write the address that is most like `name`, if there is one. */
function closestAddress(
  name: string,
  addresses: Addresses,
  documents: readonly Document[],
): Problem["remedy"] {
  const [id = "", number] = name.split(/\s*[¶#]\s*/);
  const document = addresses.document(id);
  const called = document === undefined ? addresses.documentsCalled(id) : [];
  if (called.length > 0) {
    const names = called.map((one) => (number === undefined ? one.id : `${one.id}¶${number}`));
    return message("remedy.ambiguous-address", { names: names.join(", ") });
  }
  const closest = closestSpelling(
    name,
    document === undefined
      ? documents.map((one) => one.id)
      : document.passages.map((passage) => addressOf(document, passage)),
  );
  return closest === undefined
    ? message("remedy.unknown-address")
    : message("remedy.unknown-address-closest", { closest });
}

/** Finds the first step of a plan whose date is no day, is missing, or is too early. */
function dateProblems(
  { steps }: PlanTable[string],
  locationOf: DraftPlan["locationOf"],
): readonly Problem[] {
  const dated = steps.filter(({ date }) => date !== undefined);
  if (dated.length === 0) return [];
  for (const [index, { date }] of steps.entries()) {
    const before = steps[index - 1]?.date;
    const fault =
      date === undefined
        ? "problem.step-without-date"
        : date.first !== date.last
          ? "problem.step-not-a-day"
          : before !== undefined && before.first > date.first
            ? "problem.step-out-of-order"
            : undefined;
    if (fault === undefined) continue;
    const location = date === undefined ? locationOf(index) : locationOf(index, "date");
    return [{ ...location, message: message(fault), remedy: message("remedy.step-dates") }];
  }
  return [];
}
