import { IntlMessageFormat } from "intl-messageformat";
import { closeDirectionControls } from "./direction-controls.ts";
import { en } from "./en/index.ts";

/** The name of a message. */
export type MessageKey = keyof typeof en;

/** All messages in one language, in ICU MessageFormat (https://unicode-org.github.io/icu/userguide/format_parse/messages/). */
export type Catalogue = Readonly<Record<MessageKey, string>>;

/** The names of the arguments in `{name}` or `{name, plural, …}`. */
type ArgumentOf<Message extends string> = Message extends `${string}{${infer Rest}`
  ? ArgumentAt<Rest> | ArgumentOf<Rest>
  : never;

/** The argument at the beginning of `Text`, unless it is a branch of a plural, which has spaces or `#`. */
type ArgumentAt<Text extends string> = Text extends `${infer Inside}}${string}`
  ? Inside extends `${infer Name},${string}`
    ? WithoutBranches<Name>
    : WithoutBranches<Inside>
  : never;

type WithoutBranches<Name extends string> = Name extends
  | ""
  | `${string} ${string}`
  | `${string}#${string}`
  | `${string}{${string}`
  ? never
  : Name;

/** The name of a message without arguments. */
export type LabelKey = {
  [Key in MessageKey]: [ArgumentOf<(typeof en)[Key]>] extends [never] ? Key : never;
}[MessageKey];

/**
 * A value to insert into a message; a list is inserted as “a, b, c”. A text is inserted as it is, and controls of writing
 * direction that it leaves open are closed after it.
 */
export type Argument = string | number | Message | readonly Argument[];

type Values<Key extends MessageKey> = [ArgumentOf<(typeof en)[Key]>] extends [never]
  ? []
  : [values: Readonly<Record<ArgumentOf<(typeof en)[Key]>, Argument>>];

/**
 * A message whose language is not known yet: plain data, which may cross threads. Rooms that do not speak to
 * users return messages; the room that prints them knows the language.
 */
export interface Message {
  readonly key: MessageKey;
  readonly values: Readonly<Record<string, Argument>>;
}

/** Creates a message, which `t.format` formats. */
export function message<Key extends MessageKey>(key: Key, ...[values]: Values<Key>): Message {
  return { key, values: values ?? {} };
}

/** Returns messages without those that repeat an earlier one. */
export function distinctMessages(messages: readonly Message[]): readonly Message[] {
  return [...new Map(messages.map((one) => [JSON.stringify(one), one])).values()];
}

/** Puts each of `texts` in quotation marks. */
export function quoteEach(texts: readonly string[]): readonly Message[] {
  return texts.map((text) => message("quoted", { text }));
}

/** Whether a text is the key of a message. */
export function isMessageKey(text: string): text is MessageKey {
  return Object.hasOwn(en, text);
}

/** Puts messages into the words of one language. */
export interface Translate {
  /** The language, as a BCP 47 tag. */
  readonly language: string;
  /** Returns the name of a topic or a person in this language, if the corpus has one, and `name` otherwise. */
  readonly nameOf: (name: string) => string;
  /** Formats a message. */
  <Key extends MessageKey>(key: Key, ...values: Values<Key>): string;
  /** Formats a message that is data. */
  format(message: Message): string;
  /** Joins names as “a, b and c”. */
  and(names: readonly string[]): string;
  /** Joins names as “a, b or c”. */
  or(names: readonly string[]): string;
  number(value: number): string;
}

/**
 * Completes the text of a message between its values: `literal` follows `before`, and neither it nor what it returns
 * is a part of a value.
 */
export type CompleteLiteral = (literal: string, before: string) => string;

/** Creates the function that formats the messages of a catalogue. `language` is a BCP 47 tag. */
export function createTranslate(
  language: string,
  catalogue: Catalogue,
  completeLiteral: CompleteLiteral = (literal) => literal,
): Translate {
  const formats = new Map<MessageKey, IntlMessageFormat>();
  const numbers = new Intl.NumberFormat(language);
  // British English has no comma before the last “and”.
  const listLocale = language === "en" ? "en-GB" : language;
  const conjunction = new Intl.ListFormat(listLocale, { type: "conjunction" });
  const disjunction = new Intl.ListFormat(listLocale, { type: "disjunction" });
  const separator = separatorIn(conjunction);

  function formatMessage(key: MessageKey, values: Message["values"]): string {
    let format = formats.get(key);
    if (format === undefined) {
      // A `<` is a character of the message, not the beginning of a tag.
      format = new IntlMessageFormat(catalogue[key], language, undefined, { ignoreTag: true });
      formats.set(key, format);
    }
    const entries = Object.entries(values).map(([name, value]) => [name, toInsert(value)]);
    return format
      .formatToParts<Inserted>(Object.fromEntries(entries))
      .reduce((before, { value }) => {
        const text =
          typeof value === "object" ? value.text : completeLiteral(String(value), before);
        return before + text;
      }, "");
  }

  /** Returns a number, which a plural needs, or a text that stays apart from the text around it. */
  function toInsert(value: Argument): number | Inserted {
    return typeof value === "number" ? value : { text: formatArgument(value) };
  }

  function formatArgument(value: Argument): string {
    if (typeof value === "string") return closeDirectionControls(value);
    if (typeof value === "number") return String(value);
    if ("key" in value) return formatMessage(value.key, value.values);
    return value.map(formatArgument).join(separator);
  }

  function translate<Key extends MessageKey>(key: Key, ...[values]: Values<Key>): string {
    return formatMessage(key, values ?? {});
  }

  return Object.assign(translate, {
    language,
    nameOf: (name: string) => name,
    format: ({ key, values }: Message) => formatMessage(key, values),
    and: (names: readonly string[]) => conjunction.format(names.map(closeDirectionControls)),
    or: (names: readonly string[]) => disjunction.format(names.map(closeDirectionControls)),
    number: (value: number) => numbers.format(value),
  });
}

/** Returns what a language writes between the first entries of a list: “, ” or “、”. A list of units may have a space. */
function separatorIn(list: Intl.ListFormat): string {
  const [, first] = list.formatToParts(["1", "2", "3", "4"]);
  return first?.value ?? ", ";
}

/** Returns a function that formats the same messages, and has the names of a corpus in its language. */
export function withNames(t: Translate, names: ReadonlyMap<string, string>): Translate {
  if (names.size === 0) return t;
  function translate<Key extends MessageKey>(key: Key, ...values: Values<Key>): string {
    return t(key, ...values);
  }
  const { language, format, and, or, number } = t;
  const nameOf = (name: string) => names.get(name) ?? name;
  return Object.assign(translate, { language, nameOf, format, and, or, number });
}

interface Inserted {
  readonly text: string;
}

export const english = createTranslate("en", en);
