import {
  type APIComponentInLabel,
  type APIModalInteractionResponse,
  ComponentType,
  InteractionResponseType,
  SelectMenuDefaultValueType,
  TextInputStyle,
} from "discord-api-types/v10";
import type { Translate } from "../catalogue/catalogue.ts";
import { localChoice, localFieldValue } from "../reply/layout/form.ts";
import type { FormField, FormReply } from "../reply/reply.ts";
import { formatCustomId } from "./custom-id.ts";
import {
  MAX_CHOICE,
  MAX_FORM_TITLE,
  MAX_LABEL_DESCRIPTION,
  MAX_TEXT_INPUT,
  truncate,
} from "./limits.ts";
import { CHANNEL_TYPES } from "./manifest.ts";

/**
 * Renders a form as a modal, whose fields are called after the options. Returns undefined if the options that a
 * submission adds do not fit into its custom_id.
 */
export function renderForm(
  { title, submits, fields }: FormReply,
  t: Translate,
): APIModalInteractionResponse | undefined {
  const action = { line: submits, messagePage: 0, isAside: false };
  const custom_id = formatCustomId(action, { name: submits.name, options: {} });
  if (custom_id === undefined) return undefined;
  return {
    type: InteractionResponseType.Modal,
    data: {
      custom_id,
      title: truncate(t(title), MAX_FORM_TITLE),
      components: fields.map((field) => ({
        type: ComponentType.Label,
        label: truncate(t(field.label), MAX_FORM_TITLE),
        description: truncate(t(field.description), MAX_LABEL_DESCRIPTION),
        component: renderField(field, t),
      })),
    },
  };
}

/** This many choices are all visible; a longer list is a menu. */
const MAX_RADIO_OPTIONS = 5;

function renderField(field: FormField, t: Translate): APIComponentInLabel {
  const { option: custom_id, control, isRequired, value, whenEmpty } = field;
  switch (control.kind) {
    case "channel":
      return {
        type: ComponentType.ChannelSelect,
        custom_id,
        channel_types: [...CHANNEL_TYPES],
        min_values: isRequired ? 1 : 0,
        max_values: 1,
        required: isRequired,
        ...(value !== undefined &&
          /^\d+$/.test(value) && {
            default_values: [{ id: value, type: SelectMenuDefaultValueType.Channel }],
          }),
      };
    case "choice": {
      const isPresent = control.choices.some((one) => one.value === value);
      // A choice once made could not be taken back otherwise.
      const empty = { value: whenEmpty ?? "", label: t("form.empty") };
      const choices = whenEmpty === undefined ? control.choices : [empty, ...control.choices];
      const options = choices.map((one) => ({
        label: truncate(localChoice(one, t), MAX_CHOICE),
        value: one.value,
        default: isPresent ? one.value === value : one === empty,
      }));
      if (options.length >= 2 && options.length <= MAX_RADIO_OPTIONS) {
        return { type: ComponentType.RadioGroup, custom_id, options, required: isRequired };
      }
      return {
        type: ComponentType.StringSelect,
        custom_id,
        options,
        min_values: isRequired ? 1 : 0,
        required: isRequired,
      };
    }
    case "text":
      return {
        type: ComponentType.TextInput,
        custom_id,
        style: TextInputStyle.Short,
        required: isRequired,
        min_length: isRequired ? control.min : 0,
        max_length: Math.min(control.max, MAX_TEXT_INPUT),
        ...(value !== undefined &&
          value.length <= control.max && { value: localFieldValue(control, value, t) }),
      };
  }
}
