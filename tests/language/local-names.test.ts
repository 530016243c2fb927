import { describe, expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { formatLine, parseLine } from "../../src/command/typed-line.ts";
import { CATALOGUE_LANGUAGES, endonymOf } from "../../src/language/translation/catalogues.ts";
import {
  everyNameOf,
  localizeLine,
  localValueName,
  takesWords,
} from "../../src/language/translation/local-names.ts";
import { context } from "../library.ts";
import { translation } from "../translation.ts";

const options = commands.flatMap(({ name, options }) =>
  Object.entries(options).flatMap(([key, option]) =>
    option.hidden ? [] : [{ name, key, option, values: valuesOf(option) }],
  ),
);

/** Returns the words of Ibid’s own that an option takes. */
function valuesOf({ type, expects, whenEmpty }: (typeof commands)[number]["options"][string]) {
  return [
    ...(type === "flag" ? ["true", "false"] : []),
    ...(expects.kind === "one-of" ? expects.values : []),
    ...(whenEmpty === undefined ? [] : [whenEmpty]),
  ];
}

test("the options whose values are translated are those that take words of Ibid’s own", () => {
  const wrong = options.filter(
    ({ name, key, values }) =>
      takesWords(key, name) !== values.length > 0 && !(name === "settings change" && key === "of"),
  );
  expect(wrong.map(({ name, key }) => `${name} ${key}`)).toEqual([]);
});

describe.each(CATALOGUE_LANGUAGES)("in %s", (language) => {
  const t = translation(language);

  test.each(options.filter(({ values }) => values.length > 0))(
    "the values of /$name $key: have names, which are read as what they name",
    ({ name, key, option, values }) => {
      for (const value of values) {
        const own = localValueName(value, t);
        if (language !== "en" && !CATALOGUE_LANGUAGES.includes(value)) expect(own).not.toBe(value);
        expect(everyNameOf("value", value)).toContain(own.toLowerCase());
        expect(option.parse(own, context)).toEqual(option.parse(value, context));
        const line = localizeLine(formatLine({ name, options: { [key]: value } }), t);
        expect(line).toContain(`:${CATALOGUE_LANGUAGES.includes(value) ? endonymOf(value) : own}`);
        expect(parseLine(line, commands)).toEqual({ name, options: { [key]: own } });
      }
    },
  );

  test("other values stay, whatever they are called", () => {
    for (const value of ["true", "me", "server", "private", "plan"]) {
      const line = localizeLine(formatLine({ name: "search", options: { query: value } }), t);
      expect(parseLine(line, commands)).toEqual({ name: "search", options: { query: value } });
    }
  });
});
