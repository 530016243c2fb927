const ENTRIES = Array.from({ length: 40 }, (_, index) => {
  const day = index + 1;
  return `Entry ${day}. The wind went round to the west on day ${day}, and we made ${100 + day} miles before dark. The carpenter sounded the well and found ${day} inches. Nothing else was worth the ink, and the mate agreed.`;
});

const file = (id: string, more: string, entries: readonly string[]) => ({
  [`${id}.md`]: `---\ntitle: The voyage\nfrom: Ada Quill\n${more}---\n\n${entries.join("\n\n")}\n`,
});

/** A corpus with one document, whose answers need several messages. */
export const VOYAGE = file("voyage", "", ENTRIES);

/** The same corpus after its document has been renamed and its passages renumbered. */
export const LATER_VOYAGE = file("voyage-of-1907", "formerly: [voyage]\n", [
  "A page that was found later, and was put first.",
  ...ENTRIES,
]);
