import type { LabelKey } from "../../catalogue/catalogue.ts";
import { CJK } from "../scripts.ts";
import { CATALOGUE_LANGUAGES, translationInto } from "./catalogues.ts";

/** A meaning, and a form in which users type it. `#` in either is the place of a number. */
export interface WordForm {
  readonly meaning: string;
  readonly form: string;
}

/**
 * Parses a message that lists meanings with the forms in which users type them: “pm = 오후, 저녁 | 12:00 = 정오”. The forms are
 * in lower case.
 */
export function parseWordForms(message: string): readonly WordForm[] {
  return message.split("|").flatMap((entry) => {
    const [meaning = "", forms = ""] = entry.split("=").map((part) => part.trim());
    return forms.split(",").flatMap((one) => {
      const form = one.trim().toLowerCase();
      return form === "" ? [] : [{ meaning, form }];
    });
  });
}

/** The meaning of words that say nothing of their own. */
export const NO_MEANING = "-";

const formsByLanguage = new Map<LabelKey, ReadonlyMap<string, readonly WordForm[]>>();

/** Returns the forms that a message lists, by the language of each catalogue. */
export function wordFormsIn(key: LabelKey): ReadonlyMap<string, readonly WordForm[]> {
  const known = formsByLanguage.get(key);
  if (known !== undefined) return known;
  const forms = new Map(
    CATALOGUE_LANGUAGES.map((language) => [
      language,
      parseWordForms(translationInto(language)?.(key) ?? ""),
    ]),
  );
  formsByLanguage.set(key, forms);
  return forms;
}

const ENDS_IN_CJK = new RegExp(`[${CJK}]$`, "u");

/**
 * Returns the source of a regular expression for a form, with the flag `u`. White space may be left out or added where it has some, and
 * its number is a group. In scripts whose words have spaces between them, the form ends with a word.
 */
export function formPattern(form: string): string {
  const source = form
    .replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)
    .replace(/\s+/g, String.raw`\s*`)
    .replace("#", String.raw`(\d{1,3})`);
  const isOpen = ENDS_IN_CJK.test(form) || !/[\p{L}\p{N}#]$/u.test(form);
  return isOpen ? source : String.raw`${source}(?![\p{L}\p{N}])`;
}
