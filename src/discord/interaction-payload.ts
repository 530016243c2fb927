import { ComponentType, InteractionType } from "discord-api-types/v10";
import * as v from "valibot";

// Payloads come from outside, so every property that Ibid reads is checked. The schemas describe only
// these: they are loose, since Discord adds properties at any time.

/** An interaction of a known type. The rest of its payload is unchecked. */
export interface Interaction {
  readonly type: InteractionType;
}

/** An interaction to which a response can be addressed. The rest of its payload is unchecked. */
export interface AnswerableInteraction extends Interaction {
  readonly id: string;
  readonly token: string;
}

const PING = v.looseObject({ type: v.literal(InteractionType.Ping) });

const ANSWERABLE = v.looseObject({
  id: v.string(),
  token: v.string(),
  type: v.enum(InteractionType),
});

/** Whether a payload is Discord's check that the endpoint works. Its other properties do not matter. */
export function isPing(payload: unknown): payload is Interaction {
  return v.is(PING, payload);
}

export function isAnswerable(payload: unknown): payload is AnswerableInteraction {
  return v.is(ANSWERABLE, payload);
}

const USER = v.looseObject({ id: v.string() });
const COMPONENTS = v.nullish(v.array(v.looseObject({ type: v.number() })), []);
const OPTION = v.looseObject({
  name: v.string(),
  value: v.optional(v.unknown()),
  focused: v.optional(v.boolean(), false),
});

const EMBED = v.looseObject({
  description: v.nullish(v.string(), ""),
  fields: v.nullish(v.array(v.looseObject({ name: v.string(), value: v.string() })), []),
});
const FORWARDED_MESSAGE = v.looseObject({
  content: v.nullish(v.string(), ""),
  components: COMPONENTS,
  embeds: v.nullish(v.array(EMBED), []),
});
const TARGET_MESSAGE = v.looseObject({
  ...FORWARDED_MESSAGE.entries,
  message_snapshots: v.nullish(v.array(v.looseObject({ message: FORWARDED_MESSAGE })), []),
});

/** The copy of a message that another message forwards. */
export type ForwardedMessage = v.InferOutput<typeof FORWARDED_MESSAGE>;
/** The message on which a message command was used. */
export type TargetMessage = v.InferOutput<typeof TARGET_MESSAGE>;

const COMMAND_TYPE = v.looseObject({ data: v.looseObject({ type: v.optional(v.unknown()) }) });
const CHAT_INPUT_COMMAND = v.looseObject({
  data: v.looseObject({ name: v.string(), options: v.optional(v.array(OPTION), []) }),
});
const MESSAGE_COMMAND = v.looseObject({
  data: v.looseObject({
    name: v.string(),
    target_id: v.string(),
    resolved: v.looseObject({ messages: v.record(v.string(), TARGET_MESSAGE) }),
  }),
});

const AUTOCOMPLETE = v.looseObject({
  data: v.looseObject({ name: v.string(), options: v.array(OPTION) }),
});

const COMPONENT_MESSAGE = v.looseObject({
  flags: v.nullish(v.number(), 0),
  components: COMPONENTS,
  interaction_metadata: v.nullish(v.looseObject({ user: USER })),
});
const COMPONENT = v.looseObject({
  data: v.looseObject({
    component_type: v.optional(v.number()),
    custom_id: v.optional(v.string()),
    values: v.optional(v.array(v.string())),
  }),
  message: COMPONENT_MESSAGE,
  member: v.nullish(v.looseObject({ user: v.nullish(USER) })),
  user: v.nullish(USER),
});

/** The message whose component was used. */
export type ComponentMessage = v.InferOutput<typeof COMPONENT_MESSAGE>;

// Each of these parses what Ibid reads of a payload, and throws if that part is malformed.
export const parseCommandType = parserOf(COMMAND_TYPE);
export const parseChatInputCommand = parserOf(CHAT_INPUT_COMMAND);
export const parseMessageCommand = parserOf(MESSAGE_COMMAND);
export const parseAutocomplete = parserOf(AUTOCOMPLETE);
export const parseComponentInteraction = parserOf(COMPONENT);

function parserOf<T>(schema: v.GenericSchema<unknown, T>): (payload: Interaction) => T {
  return (payload) => {
    const result = v.safeParse(schema, payload);
    if (result.success) return result.output;
    // Only the path: the message of an issue may contain what the user typed, which is never logged.
    const [issue] = result.issues;
    throw new TypeError(`The interaction is malformed: ${v.getDotPath(issue) ?? "the payload"}.`);
  };
}

const TEXT_DISPLAY = v.looseObject({
  type: v.literal(ComponentType.TextDisplay),
  id: v.optional(v.number()),
  content: v.string(),
});
const PARENT = v.looseObject({ components: v.array(v.unknown()) });

/** Returns the text displays among components of any type, nested ones included, in order. */
export function textDisplaysIn(
  components: readonly unknown[],
): readonly v.InferOutput<typeof TEXT_DISPLAY>[] {
  return components.flatMap((component) => {
    if (v.is(TEXT_DISPLAY, component)) return [component];
    return v.is(PARENT, component) ? textDisplaysIn(component.components) : [];
  });
}
