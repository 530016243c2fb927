import type { Element } from "xast";
import { inParentheses, lowered, raised } from "../shared/formula.ts";
import { findElements, xmlAttribute } from "../shared/xml.ts";

/** The text that Word shows for a field without a result (ECMA-376, part 1, 17.16). */
export interface FieldText {
  readonly text: string;
  /** Whether the text is a formula, whose signs are no marks. */
  readonly isFormula: boolean;
  /** Whether a reading above the text was left out. */
  readonly hasReading: boolean;
}

/**
 * Returns the text of a check box, of a list to choose from, of a button, and of a formula, which Word draws by the
 * field's instruction. `data` is what a field of a form contains. Undefined for other fields.
 */
export function textOfField(instruction: string, data: Element | undefined): FieldText | undefined {
  const [name = ""] = /\S+/.exec(instruction) ?? [];
  const plain = (text: string) => ({ text, isFormula: false, hasReading: false });
  switch (name.toUpperCase()) {
    case "FORMCHECKBOX":
      return plain(isChecked(data) ? "☒" : "☐");
    case "FORMDROPDOWN":
      return plain(chosenEntry(data));
    case "EQ":
      return textOfEquation(instruction);
    case "MACROBUTTON":
    case "GOTOBUTTON":
      return plain(BUTTON.exec(instruction)?.[1] ?? "");
    default:
      return undefined;
  }
}

/** The words of a button, after the name of its macro or the place to which it leads. */
const BUTTON = /^\s*\S+\s+(?:"[^"]*"|\S+)\s+(.*\S)/s;

function isChecked(data: Element | undefined): boolean {
  const state = ["checked", "default"].flatMap((name) => findElements(data, name)).at(0);
  return state !== undefined && !/^(?:0|false|off)$/.test(xmlAttribute(state, "val") ?? "");
}

function chosenEntry(data: Element | undefined): string {
  const chosen = ["result", "default"].flatMap((name) => findElements(data, name)).at(0);
  const entry = findElements(data, "listEntry")[
    Number((chosen && xmlAttribute(chosen, "val")) ?? 0)
  ];
  return (entry && xmlAttribute(entry, "val")) ?? "";
}

/** A switch of a formula with its options: `\f`, `\s\up 9`. Options take the numbers after them. */
const SWITCH =
  /^\\(?<name>[abdfilorsx])(?<options>(?:\s*\\[a-z]{2}(?:\s?-?\d+|\\?[^\s\\](?=\s*[(\\]))?)*)\s*\(/i;

/** Switches that only format the whole field: `\* jc2`, `\* "Font:Mincho"`. */
const FORMAT = /\\\*\s*(?:"[^"]*"|\S+)/g;

/** How deeply switches and brackets are read within each other. */
const MAX_DEPTH = 20;

/** Writes the formula of an EQ field in one line: (a+b)/2, √(x), and the base of a reading above letters. */
function textOfEquation(instruction: string): FieldText {
  let hasReading = false;
  let isFormula = false;
  let rest = instruction
    .replace(/^\s*EQ\b/i, "")
    .replace(FORMAT, "")
    .trim();

  /** Reads up to the comma or the bracket that ends an argument. */
  function readArgument(depth: number): string {
    let text = "";
    while (rest !== "" && !/^[,;)]/.test(rest)) {
      const found = depth < MAX_DEPTH ? SWITCH.exec(rest) : null;
      if (found !== null) {
        rest = rest.slice(found[0].length);
        const { name = "", options = "" } = found.groups ?? {};
        text += write(name.toLowerCase(), options, readArguments(depth + 1));
      } else {
        const [, character = ""] = /^\\?(.)/su.exec(rest) ?? [];
        const isBracket = character === "(" && !rest.startsWith("\\") && depth < MAX_DEPTH;
        rest = rest.slice(rest.startsWith("\\") ? 1 + character.length : character.length);
        text += isBracket ? `(${readArguments(depth + 1).join(",")})` : character;
      }
    }
    return text;
  }

  function readArguments(depth: number): readonly string[] {
    const list = [readArgument(depth)];
    while (/^[,;]/.test(rest)) {
      rest = rest.slice(1);
      list.push(readArgument(depth));
    }
    rest = rest.slice(1);
    return list;
  }

  function write(name: string, options: string, list: readonly string[]): string {
    const [first = "", second = ""] = list;
    if (name !== "o" && name !== "s") isFormula = true;
    switch (name) {
      case "f":
        return `${inParentheses(first)}/${inParentheses(second)}`;
      case "r":
        return list.length > 1
          ? `${raised(first)}√${inParentheses(second)}`
          : `√${inParentheses(first)}`;
      case "s":
        return /\\up/i.test(options) ? raised(first) : lowered(first);
      case "i":
        return `∫${lowered(first)}${raised(second)} ${list.slice(2).join("")}`;
      case "b":
        return `(${first})`;
      case "a":
        return list.join("; ");
      case "o": {
        // A reading is raised above its base.
        const base = list.filter((one) => one !== raised(one.slice(1, -1)));
        if (base.length < list.length && base.length > 0) hasReading = true;
        return (base.length > 0 ? base : list).join("");
      }
      default:
        return list.join(", ");
    }
  }

  let text = "";
  while (rest !== "") {
    text += readArgument(0);
    text += rest.slice(0, 1);
    rest = rest.slice(1);
  }
  return { text, isFormula: isFormula || !hasReading, hasReading };
}
