import type { Translate } from "../../catalogue/catalogue.ts";
import {
  localCommandName,
  localOptionName,
  localStyleTitle,
  localValueName,
  takesWords,
} from "../../language/translation/local-names.ts";
import { translateCadence } from "../../rhythm/cadence-wording.ts";
import type { FormField, FormReply } from "../reply.ts";
import { type Fact, factBlocks, finePrint, heading, type LayoutBlock } from "./blocks.ts";

/** Lays out a form where it cannot be filled in: its present values, and how to change them. */
export function formBlocks(
  { title, line, fields }: FormReply,
  t: Translate,
): readonly LayoutBlock[] {
  const given = Object.entries(line.options).filter(([key]) => key !== "form");
  const nameOf = (key: string) => localOptionName(key, t, line.name);
  const command = [
    `/${localCommandName(line.name, t)}`,
    ...given.map(
      ([key, value]) =>
        `${nameOf(key)}:${takesWords(key, line.name) ? localValueName(String(value), t) : value}`,
    ),
  ].join(" ");
  return [
    heading(t(title)),
    ...factBlocks(fields.map((field) => fieldFact(field, t))),
    ...finePrint(
      t("form.how", {
        command,
        options: fields.map(({ option }) => `${nameOf(option)}:`).join(" "),
      }),
    ),
  ];
}

function fieldFact({ label, control, value }: FormField, t: Translate): Fact {
  if (value === undefined) return { label: t(label), value: t("form.empty") };
  if (control.kind === "channel") return { label: t(label), value: "", channel: value };
  return { label: t(label), value: localFieldValue(control, value, t) };
}

/** Returns the present value of a field as a language writes it: choices and cadences are in words of Ibid’s own. */
export function localFieldValue(
  control: FormField["control"],
  value: string,
  t: Translate,
): string {
  if (control.kind === "choice") return localValueName(value, t);
  return control.kind === "text" && control.isCadence ? translateCadence(value, t) : value;
}

/** Returns the label of a choice, or its name in a language if it has no other label. */
export function localChoice(
  { value, label }: { readonly value: string; readonly label: string },
  t: Translate,
): string {
  const title = localStyleTitle(value, t);
  if (title !== undefined) return `${value} · ${title}`;
  return label === value ? localValueName(value, t) : label;
}

/** Introduces a form that is filled in line by line. */
export function describeForm({ title }: FormReply, t: Translate): string {
  return `${t(title)}\n${t("form.intro")}`;
}

/** Asks for one field of a form: its description, the values to choose from, and the present one. */
export function describeField(
  { label, description, control, value, whenEmpty }: FormField,
  t: Translate,
): string {
  const question = [
    t("form.question", { label: t(label), description: t(description) }),
    ...(control.kind === "choice"
      ? [t("form.choices", { values: t.or(control.choices.map((one) => localChoice(one, t))) })]
      : []),
    ...(whenEmpty === undefined
      ? []
      : [t("form.when-empty", { value: localValueName(whenEmpty, t) })]),
  ].join(" ");
  return `${question} [${value === undefined ? "" : localFieldValue(control, value, t)}]`;
}
