import { button, element } from "./element.js";
import { CHANNEL_ID, ownChannelName, snowflake } from "./payloads.js";
import {
  CHANNEL_SELECT,
  LABEL,
  RADIO_GROUP,
  STRING_SELECT,
  TEXT_INPUT,
} from "./protocol-constants.js";
import { say } from "./words.js";

/**
 * @import {
 *   APIChannelSelectComponent,
 *   APIComponentInLabel,
 *   APILabelComponent,
 *   APIModalInteractionResponseCallbackData,
 *   APIModalSubmissionComponent,
 *   APIRadioGroupComponent,
 *   APIStringSelectComponent,
 *   APITextInputComponent,
 *   ModalSubmitComponent,
 * } from "discord-api-types/v10"
 */

/**
 * A field on the page, and its value as Discord sends it.
 *
 * @typedef {object} Field
 * @property {HTMLElement} whole
 * @property {() => ModalSubmitComponent} submit
 */

/**
 * Opens a form over the page. Resolves with its values, or with undefined if it is dismissed.
 *
 * @param {APIModalInteractionResponseCallbackData} form
 * @returns {Promise<APIModalSubmissionComponent[] | undefined>}
 */
export function openForm({ title, components }) {
  const before = document.activeElement;
  const labels = components.filter((one) => one.type === LABEL);
  const fields = labels.map(renderLabel);
  const heading = element("h2", "form-title", title);
  heading.id = "form-title";
  const submit = element("button", "button primary", say("submit"));
  const dialog = element("dialog", "form");
  const cancel = button("button secondary", say("cancel"), () => dialog.close());
  const body = element("form", "", heading);
  body.method = "dialog";
  body.append(
    element("div", "form-fields", ...fields.map(({ whole }) => whole)),
    element("div", "form-buttons", cancel, submit),
  );
  dialog.setAttribute("aria-labelledby", heading.id);
  dialog.append(body);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((resolve) => {
    /** @type {APIModalSubmissionComponent[] | undefined} */
    let values;
    body.addEventListener("submit", () => {
      values = fields.map(({ submit }, id) => ({ type: LABEL, id, component: submit() }));
    });
    dialog.addEventListener("close", () => {
      dialog.remove();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
      resolve(values);
    });
  });
}

/**
 * @param {APILabelComponent} label
 * @returns {Field}
 */
function renderLabel({ label, description = "", component }) {
  const id = `field-${snowflake()}`;
  const { control, submit } = renderControl(component, id);
  const hint = element("p", "field-hint", description);
  hint.id = `${id}-hint`;
  const isGroup = component.type === RADIO_GROUP;
  const name = isGroup
    ? element("legend", "field-name", label)
    : element("label", "field-name", label);
  if (name instanceof HTMLLabelElement) name.htmlFor = id;
  if ("required" in component && component.required === true) {
    name.append(element("span", "required", "*"));
  }
  control.setAttribute("aria-describedby", hint.id);
  const whole = element(isGroup ? "fieldset" : "div", "field", name, hint, control);
  return { whole, submit };
}

/**
 * @param {APIComponentInLabel} component
 * @param {string} id
 * @returns {{ readonly control: HTMLElement, readonly submit: Field["submit"] }}
 */
function renderControl(component, id) {
  switch (component.type) {
    case TEXT_INPUT:
      return renderTextInput(component, id);
    case RADIO_GROUP:
      return renderRadioGroup(component, id);
    case STRING_SELECT:
      return renderSelect(component, id, component.options);
    case CHANNEL_SELECT: {
      const isPresent = component.default_values?.some((one) => one.id === CHANNEL_ID) === true;
      const channel = { value: CHANNEL_ID, label: ownChannelName(), default: isPresent };
      return renderSelect(component, id, [channel]);
    }
    default:
      throw new TypeError(say("unsupported", { what: say("component", { type: component.type }) }));
  }
}

/**
 * @param {APITextInputComponent} component
 * @param {string} id
 */
function renderTextInput(component, id) {
  const { custom_id, value = "", required = true, min_length = 0, max_length = 4000 } = component;
  const control = element("input", "field-input");
  Object.assign(control, { id, value, required, maxLength: max_length, autocomplete: "off" });
  if (min_length > 0) control.minLength = min_length;
  return {
    control,
    submit: () => ({ type: component.type, id: 0, custom_id, value: control.value }),
  };
}

/**
 * @param {APIRadioGroupComponent} component
 * @param {string} id
 */
function renderRadioGroup({ type, custom_id, options, required = true }, id) {
  const inputs = options.map(({ value, default: isChosen = false }) => {
    const input = element("input", "");
    Object.assign(input, { type: "radio", name: id, value, checked: isChosen, required });
    return input;
  });
  const choices = inputs.map((input, at) =>
    element("label", "choice", input, element("span", "", options[at]?.label ?? "")),
  );
  const value = () => inputs.find(({ checked }) => checked)?.value ?? null;
  return {
    control: element("div", "choices", ...choices),
    submit: () => ({ type, id: 0, custom_id, value: value() }),
  };
}

/**
 * @param {APIStringSelectComponent | APIChannelSelectComponent} component
 * @param {string} id
 * @param {readonly { readonly value: string, readonly label: string, readonly default?: boolean }[]} options
 */
function renderSelect({ type, custom_id, min_values = 1 }, id, options) {
  const control = element("select", "field-input");
  control.id = id;
  control.required = min_values > 0;
  const none = { value: "", label: say("select"), default: false };
  for (const option of [none, ...options]) {
    const { value, label, default: isChosen = false } = option;
    control.append(new Option(label, value, isChosen, isChosen));
  }
  const values = () => (control.value === "" ? [] : [control.value]);
  return { control, submit: () => ({ type, id: 0, custom_id, values: values() }) };
}
