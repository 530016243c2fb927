/** Creates the files of `count` documents of 2,000 bytes or a little more that repeat `words`. */
export function documentFiles(words: string, count: number) {
  return Array.from({ length: count }, (_, index) => ({
    name: `document-${index}.md`,
    bytes: Buffer.from(`# Document ${index}\n\n${words} `.padEnd(2000, `${words} `)),
  }));
}
