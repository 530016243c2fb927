/**
 * Folds what people write differently without meaning anything by it: case, Unicode forms, curly and
 * straight quotes, dashes, kinds of space, soft hyphens and combining accents. For matching only.
 */
export function folded(text: string): string {
  return (
    text
      .normalize("NFKD")
      // Latin, Greek and Cyrillic accents; the marks of other scripts tell words apart.
      .replace(/[\u0300-\u036f\u00ad\u200b-\u200d\ufeff]/g, "")
      .normalize("NFC")
      .toLowerCase()
      .replace(/[‘’‚‛′]/g, "'")
      .replace(/[“”„‟″«»]/g, '"')
      .replace(/[\u2010-\u2015\u2212]/g, "-")
      .replace(/\s+/g, " ")
      .trim()
  );
}
