import { memoizeByKey } from "../../src/foundation/memoize-by-text.ts";
import { createAnalyzer } from "../../src/language/analyzer.ts";
import type { Library } from "../../src/search/library.ts";
import type { Verdict } from "../../src/verify/verdict.ts";
import { createVerifier, type Verifier } from "../../src/verify/verifier.ts";
import { libraryOf } from "../library.ts";

/** Words that make a corpus large beside the document of a test, and are not in it. */
export const FILLER = Array.from({ length: 60 }, (_, at) => `${at + 1000} zyx`).join(", ");

export function verifierOf(library: Library): Verifier {
  return createVerifier(library.passagePositions(), createAnalyzer(library.corpus.language));
}

/** Returns a verifier of documents in English beside one of other words. The last ones are kept: many tests ask one again. */
export const verifierOfFiles: (files: Readonly<Record<string, string>>) => Verifier = memoizeByKey(
  100,
  (files) => JSON.stringify(files),
  (files) => verifierOf(libraryOf({ ...files, "filler.md": FILLER })),
);

/** Returns a verifier of a document in a language, with more lines of front matter, beside one of other words. */
export function verifierBesideFiller(printed: string, language = "en", front = ""): Verifier {
  return verifierOfFiles({ "a.md": `---\nlanguage: ${language}\n${front}---\n\n${printed}` });
}

export function verdictAgainst(quoted: string, printed: string, language = "en"): Verdict {
  return verifierBesideFiller(printed, language).verify(quoted);
}

/** Whether a verdict is shown in green: the words are printed as they are quoted, and nothing beside them is in doubt. */
export function isGreen(verdict: Verdict): boolean {
  return (
    (verdict.kind === "exact" || verdict.kind === "typography") &&
    verdict.marks.every(({ kind }) => kind !== "words" && kind !== "other-origin")
  );
}

/** Returns the kinds of the marks of an exact verdict, and otherwise its own. */
export function kindsOfMarks(verdict: Verdict): readonly string[] {
  return verdict.kind === "exact" ? verdict.marks.map(({ kind }) => kind) : [verdict.kind];
}
