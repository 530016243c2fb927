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
    name: shortName(subject, t),
    opening: questions.length > 0 ? { content, allowed_mentions: { parse: [] } } : undefined,
  };
}

/** Returns the name of a thread, of which the day is never cut off. */
function shortName(subject: ThreadSubject, t: Translate): string {
  const name = threadName(subject, t);
  if (name.length <= MAX_THREAD_NAME) return name;
  const day = ` · ${threadName({ parts: [], date: subject.date }, t)}`;
  return truncate(name.slice(0, -day.length), MAX_THREAD_NAME - day.length) + day;
}
