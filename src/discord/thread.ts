import type { Translate } from "../catalogue/catalogue.ts";
import { threadName } from "../reply/layout/plan.ts";
import type { ThreadSubject } from "../reply/reply.ts";
import { escapeMarkdown } from "./escape.ts";
import { MAX_CONTENT, MAX_THREAD_NAME, truncate } from "./limits.ts";

/** The name of a thread, and the message that opens it. */
export interface RenderedThread {
  readonly name: string;
  /** Absent if there are no questions to begin with. */
  readonly opening?: object | undefined;
}

/** Renders the name of a thread and the questions to begin with. */
export function renderThread(
  { questions, ...subject }: ThreadSubject & { readonly questions: readonly string[] },
  t: Translate,
): RenderedThread {
  const content = truncate(questions.map(escapeMarkdown).join("\n\n"), MAX_CONTENT);
  return {
    name: truncate(threadName(subject, t), MAX_THREAD_NAME),
    opening: questions.length > 0 ? { content, allowed_mentions: { parse: [] } } : undefined,
  };
}
