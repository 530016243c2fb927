import type { Translate } from "../../catalogue/catalogue.ts";
import { formatDate } from "../../corpus/date.ts";
import type { PlanReply, PlanStepReply, ReadStep, StepName, StepPart } from "../reply.ts";
import { finePrint, heading, type LayoutBlock, pageLabel, sectionBlocks } from "./blocks.ts";
import { localDocumentName } from "./document-names.ts";
import { documentItem, itemBlocks } from "./list.ts";
import { quotationCard } from "./quotation.ts";

/** Lays out the steps of a plan, each with a button that opens it. */
export function planBlocks(
  { title, steps, total, page }: PlanReply,
  t: Translate,
): readonly LayoutBlock[] {
  return [
    heading(t("plan.title", { title, count: total })),
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
      ? t("plan-step.title", { plan, number: from, of })
      : t("plan-step.titles", { plan, from, to, of });
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
