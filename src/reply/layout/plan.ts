import type { Translate } from "../../catalogue/catalogue.ts";
import { formatDate } from "../../corpus/date.ts";
import type {
  PaceChoice,
  PlanMoveReply,
  PlanReply,
  PlanState,
  PlanStepReply,
  ReadingAmount,
  ReadStep,
  StepName,
  StepPart,
  ThreadSubject,
} from "../reply.ts";
import {
  type Fact,
  fact,
  factBlocks,
  finePrint,
  heading,
  type LayoutBlock,
  pageLabel,
  sectionBlocks,
  sentenceBlock,
} from "./blocks.ts";
import { localDocumentName } from "./document-names.ts";
import { documentItem, itemBlocks } from "./list.ts";
import { quotationCard } from "./quotation.ts";

/** Lays out the steps of a plan, each with a button that opens it. */
export function planBlocks(
  { title, steps, total, page }: PlanReply,
  t: Translate,
): readonly LayoutBlock[] {
  return [
    heading(t("plan.title", { title: t.nameOf(title), count: total })),
    ...steps.flatMap(({ date, open, ...step }) => {
      const { number } = step;
      const name = stepName(step, t);
      const label =
        date === undefined
          ? t("plan.step", { number, name })
          : t("plan.dated-step", { number, date: formatDate(date, t), name });
      return itemBlocks({ label, open });
    }),
    ...finePrint(pageLabel(page, t)),
  ];
}

/** Lays out the ways to go on with a plan: the next post, what comes later, and the end of each. */
export function planMoveBlocks(reply: PlanMoveReply, t: Translate): readonly LayoutBlock[] {
  const { plan, until, choices } = reply;
  return [
    heading(t("plan-move.title", { plan: plan.title })),
    ...factBlocks(planFacts(plan, t).slice(0, choices.length > 0 ? 1 : undefined)),
    ...(until === undefined
      ? []
      : [
          sentenceBlock(
            t("plan-move.left", {
              ...{ left: plan.left, dates: until.dates },
              end: formatDate(until.end, t),
            }),
          ),
        ]),
    ...(choices.length === 0 ? [sentenceBlock(t(reasonForNoChoice(reply)))] : []),
    ...choices.flatMap((choice): readonly LayoutBlock[] => [
      ...(choices.length === 1
        ? []
        : [{ kind: "subheading", text: t(`action.pace-${choice.pace}`) } as const]),
      sentenceBlock(describeChoice(choice, t)),
    ]),
    ...finePrint(t("plan-move.other")),
  ];
}

function reasonForNoChoice({ plan, hasOwnDates }: PlanMoveReply) {
  if (plan.next === undefined) return "plan.over";
  if (hasOwnDates) return "plan-move.own-dates";
  return plan.next.date === undefined ? "plan-move.no-date" : "plan-move.same";
}

function describeChoice({ next, later, end }: PaceChoice, t: Translate): string {
  const { from, to } = next;
  const date = formatDate(next.date, t);
  const amount = describeAmount(next, t);
  return [
    from === to
      ? t("plan-move.next-step", { from, date, amount })
      : t("plan-move.next-steps", { from, to, date, amount }),
    ...(later === undefined
      ? []
      : [t("plan-move.later", { steps: later.steps, amount: describeAmount(later, t) })]),
    ...(end === undefined ? [] : [t("plan-move.end", { date: formatDate(end, t) })]),
  ].join(" ");
}

function describeAmount({ passages, documents }: ReadingAmount, t: Translate): string {
  return t.and([
    ...(passages > 0 || documents === 0 ? [t("counts.passages", { count: passages })] : []),
    ...(documents > 0 ? [t("counts.documents", { count: documents })] : []),
  ]);
}

/** Returns what comes next of a plan, and when the last step comes. */
export function planFacts({ next, of, end }: PlanState, t: Translate): readonly Fact[] {
  if (next === undefined) return fact(t("plan.next"), t("plan.over"));
  const { number, date } = next;
  const name = stepName(next, t);
  return [
    ...fact(
      t("plan.next"),
      date === undefined
        ? t("plan.next-step", { number, of, name })
        : t("plan.next-dated", { number, of, date: formatDate(date, t), name }),
    ),
    ...fact(t("plan.last"), end && formatDate(end, t)),
  ];
}

/** Names a thread after its object and the day, for readers of a language. */
export function threadName({ date, ...object }: ThreadSubject, t: Translate): string {
  return [stepName(object, t), formatDate(date, t)].filter((part) => part !== "").join(" · ");
}

/** Returns the name of a step for readers of a language. */
export function stepName({ title, parts }: Omit<StepName, "number">, t: Translate): string {
  return title ?? [...new Set(parts.map((part) => partName(part, t)))].join("; ");
}

function partName(part: StepPart, t: Translate): string {
  switch (part.kind) {
    case "document":
      return localDocumentName(part.document, t);
    case "topic":
      return t.nameOf(part.label);
    case "address":
      return part.address;
  }
}

/** Lays out steps of a plan: their words, what to open, and questions to begin with. */
export function planStepBlocks(
  { plan, steps, of }: PlanStepReply,
  t: Translate,
): readonly LayoutBlock[] {
  const [from = 0] = steps.map(({ number }) => number);
  const to = from + steps.length - 1;
  const title =
    from === to
      ? t("plan-step.title", { plan: t.nameOf(plan), number: from, of })
      : t("plan-step.titles", { plan: t.nameOf(plan), from, to, of });
  return [heading(title), ...steps.flatMap((step) => stepBlocks(step, t))];
}

function stepBlocks(step: ReadStep, t: Translate): readonly LayoutBlock[] {
  const { title, quotations, documents, questions, missing } = step;
  return [
    ...(title === undefined ? [] : [{ kind: "subheading", text: title } as const]),
    ...quotations.map(quotationCard),
    ...documents.flatMap((document) => itemBlocks(documentItem(document, t))),
    ...sectionBlocks(t("plan-step.questions"), questions),
    ...(missing.length === 0 ? [] : finePrint(t("plan-step.missing", { addresses: missing }))),
  ];
}
