import type { PersonName } from "./document.ts";

/** Takes a name apart at its family name; undefined where it neither begins nor ends with that. */
export function namePartsOf(name: string, family: string): PersonName | undefined {
  if (name === family) return { family };
  if (name.startsWith(`${family} `)) {
    return { family, given: name.slice(family.length).trim(), isFamilyFirst: true };
  }
  if (name.endsWith(` ${family}`)) return { family, given: name.slice(0, -family.length).trim() };
  // In scripts that write names without a space, the family name stands first.
  if (!/\s/.test(name) && name.startsWith(family)) {
    return { family, given: name.slice(family.length), isFamilyFirst: true };
  }
  return undefined;
}
