import { IntlMessageFormat } from "intl-messageformat";
import { en } from "./en.ts";

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

type Values<Key extends MessageKey> = [ArgumentOf<(typeof en)[Key]>] extends [never]
  ? []
  : [values: Readonly<Record<ArgumentOf<(typeof en)[Key]>, string | number>>];

/** Puts messages into the words of one language. */
export interface Translate {
  /** Formats a message. Its values are inserted as they are. */
  <Key extends MessageKey>(key: Key, ...values: Values<Key>): string;
  /** Joins names as “a, b and c”. */
  and(names: readonly string[]): string;
  /** Joins names as “a, b or c”. */
  or(names: readonly string[]): string;
  number(value: number): string;
}

/** Creates the function that formats the messages of a catalogue. `locale` is a BCP 47 tag. */
export function createTranslate(locale: string, catalogue: Catalogue): Translate {
  const formats = new Map<MessageKey, IntlMessageFormat>();
  const numbers = new Intl.NumberFormat(locale);
  // British English has no comma before the last “and”.
  const listLocale = locale === "en" ? "en-GB" : locale;
  const conjunction = new Intl.ListFormat(listLocale, { type: "conjunction" });
  const disjunction = new Intl.ListFormat(listLocale, { type: "disjunction" });

  function translate<Key extends MessageKey>(key: Key, ...[values]: Values<Key>): string {
    let format = formats.get(key);
    if (format === undefined) {
      // A `<` is a character of the message, not the beginning of a tag.
      format = new IntlMessageFormat(catalogue[key], locale, undefined, { ignoreTag: true });
      formats.set(key, format);
    }
    return String(format.format(values));
  }

  return Object.assign(translate, {
    and: (names: readonly string[]) => conjunction.format(names),
    or: (names: readonly string[]) => disjunction.format(names),
    number: (value: number) => numbers.format(value),
  });
}

export const english = createTranslate("en", en);
