import { type Quotation, quotationOf } from "../../cite/quotation.ts";
import { ownTranslation } from "../../command/resolve-settings.ts";
import type { Context, RunContext } from "../../command/types.ts";
import { type Day, dateOfDay, formatIsoDay } from "../../corpus/date.ts";
import {
  addressOf,
  type Document,
  distinctPassagesOf,
  type PassageRef,
  type PlanStep,
} from "../../corpus/document.ts";
import { identityOf } from "../../corpus/titles.ts";
import { elementAt } from "../../foundation/checked-access.ts";
import { createLazyList, itemAt, type LazyList } from "../../foundation/lazy-list.ts";
import { paginateList } from "../../options/paging.ts";
import { type PlanContent, type PlanSource, planValue } from "../../options/rhythm/plan.ts";
import { stepName } from "../../reply/layout/plan.ts";
import {
  type Action,
  action,
  aside,
  type CommandLine,
  type PlanReply,
  type PlanStepReply,
  type ReadingAmount,
  type ReadStep,
  type ReplyFile,
  type StepName,
  type StepPart,
} from "../../reply/reply.ts";
import { dayOfDate, type LocalDate } from "../../rhythm/cadence.ts";
import { calendarFile, type ZonedTime } from "../../rhythm/calendar-file.ts";
import { hasOwnDates } from "../../rhythm/plan-progress.ts";
import type { Library } from "../../search/library.ts";
import { passageActions, showDocumentAction } from "../actions.ts";
import { offerThread, type Subject } from "../discussion.ts";
import { documentEntry } from "../document-entry.ts";

type Steps = Pick<PlanContent, "title" | "steps">;

/** The dates of the steps of a plan from the one at `position` on, which counts from 0. */
export interface StepDates {
  readonly position: number;
  readonly dates: readonly LocalDate[];
  /** The time of day at which they come, and the id of the schedule that posts them. */
  readonly at?: ZonedTime;
  readonly schedule?: string;
}

/** The maximum number of steps in a calendar. Formatting thousands of them would hold up all other answers. */
const MAX_CALENDAR_STEPS = 1000;

/**
 * Returns the next steps of a plan as an iCalendar file in the asker’s language: at a time of day, otherwise for whole days. `made` is when that was, in
 * milliseconds since 1970.
 */
export function planCalendar(
  source: PlanSource,
  { title, steps }: Steps,
  { position, dates, at, schedule = planValue(source) }: StepDates,
  made: number,
  context: Context,
): ReplyFile {
  const t = ownTranslation(context);
  const entries = dates.slice(0, MAX_CALENDAR_STEPS).map((date, index) => {
    const number = position + index + 1;
    const step = itemAt(steps, number - 1);
    const name = stepName(nameStep(step, context.library), t);
    return {
      id: `${schedule}/${number}@ibid`,
      date,
      summary: `${t.nameOf(title)} ${number}/${steps.length}: ${name}`,
      description: [...step.addresses, ...step.questions].join("\n"),
    };
  });
  const text = calendarFile(t.nameOf(title), entries, at, made);
  return { name: `${source.id.replace(/[^\w.-]+/g, "-")}.ics`, text, goes: "always" };
}

/** Lists the steps of a plan. Those without dates of their own have those of `coming`, if a schedule posts it. */
export function planReply(
  source: PlanSource,
  { title, steps }: Steps,
  coming: StepDates | undefined,
  pageNumber: number,
  context: RunContext,
): PlanReply {
  const { library, day, again } = context;
  const dated: StepDates = hasOwnDates({ steps })
    ? {
        position: 0,
        dates: steps
          .slice()
          .flatMap(({ date }) => date ?? [])
          .map(formatIsoDay),
      }
    : (coming ?? NO_DATES);
  const numbered = createLazyList(steps.length, (index) => [index, itemAt(steps, index)] as const);
  const { items, ...paging } = paginateList(numbered, pageNumber, (page) => again({ page }));
  const shown = items.map(([index, step]) => {
    const date = dated.dates[index - dated.position];
    return {
      number: index + 1,
      ...nameStep(step, library),
      ...(date !== undefined && { date: dateOfDay(dayOfDate(date)) }),
      open: aside("quote", stepLine(source, index, 1)),
    };
  });
  const made = day * 86_400_000;
  return {
    ...{ kind: "plan", title, steps: shown, total: steps.length },
    ...(dated.dates.length > 0 &&
      pageNumber === 1 && {
        file: planCalendar(source, { title, steps }, dated, made, context),
      }),
    ...paging,
  };
}

const NO_DATES: StepDates = { position: 0, dates: [] };

/** Names a step by its title, and by what it reads. */
export function nameStep(
  { title, addresses, topics }: Omit<PlanStep, "date">,
  library: Library,
): Omit<StepName, "number"> {
  return {
    ...(title !== undefined && { title }),
    parts: [
      ...addresses.map((address): StepPart => {
        const document = library.document(address) ?? library.passage(address)?.document;
        return document === undefined
          ? { kind: "address", address }
          : { kind: "document", document: identityOf(document) };
      }),
      ...topics.map(({ label }): StepPart => ({ kind: "topic", label })),
    ],
  };
}

/** Returns the command that shows `count` steps of a plan from the one at `position` on, which counts from 0. */
function stepLine(source: PlanSource, position: number, count: number): CommandLine {
  return {
    name: "plan show",
    options: { plan: planValue(source), step: position + 1, ...(count > 1 && { steps: count }) },
  };
}

/**
 * Shows `count` steps of a plan from the one at `position` on, which counts from 0: their words, and the documents that
 * are too long for a post. Addresses that the corpus no longer has are named.
 */
export function planStepReply(
  source: PlanSource,
  plan: Steps,
  { position, count }: { readonly position: number; readonly count: number },
  context: Context,
): PlanStepReply {
  const shown = plan.steps.slice(position, position + count);
  const next = position + count;
  const read = shown.map((step, index) => readStep(step, position + index + 1, context.library));
  const line = stepLine(source, position, count);
  return {
    kind: "plan-step",
    plan: plan.title,
    steps: read.map(({ step }) => step),
    of: plan.steps.length,
    actions: [
      ...stepActions(
        read.flatMap(({ parts }) => parts),
        context,
      ),
      ...(position > 0 ? [action("previous-step", stepLine(source, position - 1, 1))] : []),
      ...(next < plan.steps.length ? [action("next-step", stepLine(source, next, 1))] : []),
      action("all-steps", { name: "plan show", options: { plan: planValue(source) } }),
    ],
    line,
    ...offerThread(line, context),
  };
}

/** Whether a step has anything left to read. */
export function hasWords({ quotations, documents }: ReadStep): boolean {
  return quotations.length + documents.length > 0;
}

/** Returns the subject of steps of a plan. Undefined if nothing is left of them to read. */
export function stepsSubject(
  { steps: read }: Pick<PlanStepReply, "steps">,
  steps: LazyList<PlanStep>,
  day: Day,
  library: Library,
): Subject | undefined {
  const first = read.find(hasWords);
  if (first === undefined) return undefined;
  return {
    ...nameStep(itemAt(steps, first.number - 1), library),
    date: dateOfDay(day),
    questions: read.flatMap(({ questions }) => questions),
  };
}

/** The maximum number of passages of a document, and of a topic, whose words a step shows. */
const MAX_PASSAGES = 5;

function readStep(
  planStep: PlanStep,
  number: number,
  library: Library,
): { readonly step: ReadStep; readonly parts: readonly PassageRef[] } {
  const { title, questions } = planStep;
  const { parts, documents, missing } = contentOf(planStep, library);
  const own = parts.map(({ document }) => document);
  const opening = [...questions, ...[...documents, ...own].flatMap((one) => one.questions)];
  return {
    parts,
    step: {
      number,
      ...(title !== undefined && { title }),
      quotations: parts.map(({ document, passage }): Quotation => quotationOf(document, passage)),
      documents: documents.map(documentEntry),
      questions: [...new Set(opening)],
      missing,
    },
  };
}

/** Returns how much steps have to read: passages, and documents without any. */
export function amountOf(steps: readonly PlanStep[], library: Library): ReadingAmount {
  const contents = steps.map((step) => contentOf(step, library));
  const counts = contents.flatMap(({ documents }) =>
    documents.map(({ distinctPassageCount }) => distinctPassageCount),
  );
  const parts = contents.reduce((sum, one) => sum + one.parts.length, 0);
  return {
    passages: counts.reduce((sum, count) => sum + count, parts),
    documents: counts.filter((count) => count === 0).length,
  };
}

/** Returns the passages whose words a step shows, the documents that it offers to open, and the addresses that are gone. */
function contentOf({ addresses, topics }: PlanStep, library: Library) {
  const parts = new Map<string, PassageRef>();
  const documents = new Set<Document>();
  const missing: string[] = [];
  const add = (some: readonly PassageRef[]) => {
    for (const part of some) parts.set(addressOf(part.document, part.passage), part);
  };
  for (const address of addresses) {
    const part = library.passage(address);
    const document = library.document(address);
    if (part !== undefined) add([part]);
    else if (document !== undefined) {
      const passages = distinctPassagesOf(document);
      if (passages.length === 0 || passages.length > MAX_PASSAGES) documents.add(document);
      else add(passages.map((passage) => ({ document, passage })));
    } else missing.push(address);
  }
  for (const topic of topics) {
    const passages = library.passageList({ topic }).slice(0, MAX_PASSAGES);
    add(passages);
    if (passages.length > 0) continue;
    for (const document of library.documents({ topic }).slice(0, MAX_PASSAGES))
      documents.add(document);
  }
  return { parts: [...parts.values()], documents: [...documents], missing };
}

/** The maximum number of documents that a step offers to open. */
const MAX_DOCUMENTS = 4;

function stepActions(parts: readonly PassageRef[], context: Context): readonly Action[] {
  if (parts.length === 1) return passageActions(elementAt(parts, 0), context);
  const documents = [...new Set(parts.map(({ document }) => document))];
  return documents.slice(0, MAX_DOCUMENTS).map((document) => showDocumentAction(document));
}
