import type { Root } from "xast";
import { findElements, xmlAttribute } from "../shared/xml.ts";

/** How many styles can be based on each other. Damaged files have circles. */
const MAX_STYLE_DEPTH = 20;

/** Returns the value of a property for each style that has it by itself, or by the style on which it is based. */
export function findStyleValues(
  styles: Root | undefined,
  property: string,
): ReadonlyMap<string, string> {
  const own = new Map<string, string>();
  const bases = new Map<string, string>();
  for (const style of findElements(styles, "style")) {
    const id = xmlAttribute(style, "styleId") ?? "";
    const [value] = findElements(style, property);
    const [base] = findElements(style, "basedOn");
    if (value !== undefined) own.set(id, xmlAttribute(value, "val") ?? "");
    else if (base !== undefined) bases.set(id, xmlAttribute(base, "val") ?? "");
  }
  const values = new Map<string, string>();
  for (const id of new Set([...own.keys(), ...bases.keys()])) {
    let style = id;
    for (let depth = 0; depth < MAX_STYLE_DEPTH && !own.has(style); depth++) {
      style = bases.get(style) ?? "";
    }
    const value = own.get(style);
    if (value !== undefined) values.set(id, value);
  }
  return values;
}
