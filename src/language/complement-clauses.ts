import { memoizeByObject } from "../foundation/memoize-by-object.ts";
import type { LanguageProfile } from "./language-profile.ts";
import { findLanguage } from "./languages/index.ts";
import { wordPattern, wordsOf } from "./word-lists.ts";

const conjunctionOf = memoizeByObject(
  ({ complementizers }: LanguageProfile) =>
    new RegExp(String.raw`^\s*(?:${wordPattern(wordsOf(complementizers))})(?![\p{L}\p{M}])`, "iu"),
);

/** Whether a clause in a language, a BCP 47 tag, begins as one that is said, thought or doubted: “, dass der Müller …”. */
export function isComplementClause(clause: string, tag: string): boolean {
  const language = findLanguage(tag);
  return language?.complementizers !== undefined && conjunctionOf(language).test(clause);
}
