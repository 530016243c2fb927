// Intl.Segmenter ends a sentence after these although the sentence goes on.
const ABBREVIATION =
  /(?:^|[\s("'“‘])(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Col|Capt|Lt|Sen|Rep|Gov|Hon|Rev|No|Nos|vs|etc|cf|e\.g|i\.e|p|pp|vol|ed|Jr|Sr|\p{Lu}|(?:\p{Lu}\.)+\p{Lu})\.\s*$/u;
const GOES_ON = /^["'”’)\]]*\s*(?:\p{Ll}|[,;:—–-])/u;

const segmenters = new Map<string, Intl.Segmenter>();

/** Where the sentences of `text` begin, in UTF-16 code units; the first is 0. */
export function sentenceStarts(text: string, language: string): readonly number[] {
  const segmenter =
    segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: "sentence" });
  segmenters.set(language, segmenter);
  const starts: number[] = [];
  let previous = "";
  for (const { segment, index } of segmenter.segment(text)) {
    const joined = ABBREVIATION.test(previous) || (index > 0 && GOES_ON.test(segment));
    if (!joined || previous.endsWith("\n")) starts.push(index);
    previous = segment;
  }
  return starts;
}
