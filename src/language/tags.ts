/** What a file says of its language as a tag of BCP 47, such as en or zh-Hant; undefined if it is none. */
export function parseLanguageTag(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    return Intl.getCanonicalLocales(text.replaceAll("_", "-"))[0];
  } catch {
    return undefined;
  }
}
