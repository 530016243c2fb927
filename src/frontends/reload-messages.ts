import type { Logger } from "pino";
import { formatProblem, type Problem } from "../corpus/problem.ts";
import { plural } from "../foundation/format.ts";
import type { ReloadEvent } from "../loading/hot-reload.ts";
import { describeError } from "./handle-interaction.ts";

const GOES_ON = "The corpus as it was goes on answering.";

/** What whoever runs Ibid should know of its corpus, a line each. */
export function describeReload(news: ReloadEvent): readonly string[] {
  switch (news.kind) {
    case "replaced": {
      const { documents } = news.library.corpus;
      return [
        ...news.remarks,
        `The corpus has changed, and answers come from it as it is now: ${plural(documents.length, "document")}.`,
      ];
    }
    case "unchanged":
      return [];
    case "refused":
      return [
        ...news.problems.map(formatProblem),
        `The corpus has changed, and does not load: ${plural(news.problems.length, "problem")}. ${GOES_ON}`,
      ];
    case "failed":
      return [
        `The corpus has changed, and could not be read (${reasonOf(news.error)}). ${GOES_ON}`,
      ];
    case "unwatched":
      return [
        `Changes of the corpus are not noticed any more (${reasonOf(news.error)}). Start Ibid again after a change; IBID_WATCH=off keeps it from trying.`,
      ];
  }
}

/** The same for a log, as one record. */
export function logReload(log: Logger, news: ReloadEvent): void {
  const lines = describeReload(news);
  const sentence = lines.at(-1);
  const rest = lines.slice(0, -1);
  switch (news.kind) {
    case "replaced":
      log.info({ remarks: rest }, sentence);
      break;
    case "unchanged":
      break;
    case "refused":
      log.warn({ problems: rest }, sentence);
      break;
    case "failed":
      log.error(describeError(news.error), sentence);
      break;
    case "unwatched":
      log.warn(describeError(news.error), sentence);
      break;
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Every problem of the corpus in `folder`, and that it does not load, a line each. */
export function describeLoadFailure(
  folder: string,
  problems: readonly Problem[],
): readonly string[] {
  return [
    ...problems.map(formatProblem),
    `The corpus in ${folder} does not load: ${plural(problems.length, "problem")}.`,
  ];
}
