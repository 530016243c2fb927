import type { Excerpt } from "../search/excerpt.ts";
import type { Excerpted } from "./reply.ts";

/** Cuts an excerpt out of its text. */
export function excerptedReply(text: string, { start, end, matches }: Excerpt): Excerpted {
  return {
    text: text.slice(start, end),
    matches: matches.map((match) => ({ start: match.start - start, end: match.end - start })),
    more: { before: start > 0, after: end < text.length },
  };
}
