/** So many documents that say `words`. */
export function filesOf(words: string, count: number) {
  return Array.from({ length: count }, (_, index) => ({
    name: `document-${index}.md`,
    bytes: Buffer.from(`# Document ${index}\n\n${words} `.padEnd(2000, `${words} `)),
  }));
}
