import { createAnalyzer } from "../../src/language/analyzer.ts";
import type { Verdict } from "../../src/verify/verdict.ts";
import { createVerifier, type Verifier } from "../../src/verify/verifier.ts";
import { libraryOf } from "../library.ts";

const FILLER = Array.from({ length: 60 }, (_, at) => `${at + 1000} zyx`).join(", ");

/** Returns a verifier of a document in a language, with more lines of front matter, beside one of other words. */
export function verifierBesideFiller(printed: string, language = "en", front = ""): Verifier {
  const library = libraryOf({
    "a.md": `---\nlanguage: ${language}\n${front}---\n\n${printed}`,
    "b.md": FILLER,
  });
  return createVerifier(library.passagePositions(), createAnalyzer(language));
}

/** Returns the kinds of the marks of an exact verdict, and otherwise its own. */
export function kindsOfMarks(verdict: Verdict): readonly string[] {
  return verdict.kind === "exact" ? verdict.marks.map(({ kind }) => kind) : [verdict.kind];
}
