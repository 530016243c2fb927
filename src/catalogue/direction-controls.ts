const PDF = "\u202c";
const PDI = "\u2069";

/** The control that closes an embedding, an override or an isolate. Source: Unicode Standard Annex #9. */
const CLOSERS: ReadonlyMap<string, string> = new Map([
  ...["\u202a", "\u202b", "\u202d", "\u202e"].map((opener) => [opener, PDF] as const),
  ...["\u2066", "\u2067", "\u2068"].map((opener) => [opener, PDI] as const),
]);

/**
 * Closes the controls of writing direction that a text leaves open, at the end of each line: otherwise
 * they would also reorder what follows the text. The text itself stays as it is.
 */
export function closeDirectionControls(text: string): string {
  if (!/[\u202a\u202b\u202d\u202e\u2066-\u2068]/.test(text)) return text;
  return text.replace(/[^\n\u2029]+/g, (line) => line + closersOf(line));
}

function closersOf(line: string): string {
  const open: string[] = [];
  for (const [control] of line.matchAll(/[\u202a-\u202e\u2066-\u2069]/g)) {
    const closer = CLOSERS.get(control);
    if (closer !== undefined) open.push(closer);
    else if (control === PDF && open.at(-1) === PDF) open.pop();
    else if (control === PDI && open.includes(PDI)) open.length = open.lastIndexOf(PDI);
  }
  return open.reverse().join("");
}
