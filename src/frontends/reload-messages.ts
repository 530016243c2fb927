import type { Logger } from "pino";
import { type Message, message, type Translate } from "../catalogue/catalogue.ts";
import { describeProblem, type Problem } from "../corpus/problem.ts";
import { errorMessage } from "../foundation/errors.ts";
import type { ReloadEvent } from "../loading/hot-reload.ts";
import { describeError } from "./handle-interaction.ts";

/** Describes to the operator what has become of the corpus, in lines. The last is the summary. */
export function describeReload(event: ReloadEvent): readonly Message[] {
  switch (event.kind) {
    case "replaced": {
      const { documents } = event.library.corpus;
      return [message("reload.replaced", { count: documents.length })];
    }
    case "saved":
      return event.warnings;
    case "unchanged":
      return [];
    case "refused":
      return [
        ...event.problems.map(describeProblem),
        message("reload.refused", { count: event.problems.length }),
      ];
    case "failed":
      return [message("reload.failed", { reason: errorMessage(event.error) })];
    case "unwatched":
      return [message("reload.unwatched", { reason: errorMessage(event.error) })];
  }
}

/** Logs the same as one record. */
export function logReload(log: Logger, t: Translate, event: ReloadEvent): void {
  const lines = describeReload(event).map(t.format);
  const summary = lines.at(-1);
  const details = lines.slice(0, -1);
  switch (event.kind) {
    case "replaced":
      log.info(summary);
      break;
    case "saved":
      if (summary !== undefined) log.warn(summary);
      break;
    case "unchanged":
      break;
    case "refused":
      log.warn({ problems: details }, summary);
      break;
    case "failed":
      log.error(describeError(event.error), summary);
      break;
    case "unwatched":
      log.warn(describeError(event.error), summary);
      break;
  }
}

/** Describes to the operator why the corpus in `folder` does not load: a line for each problem. */
export function describeLoadFailure(
  folder: string,
  problems: readonly Problem[],
): readonly Message[] {
  return [
    ...problems.map(describeProblem),
    message("corpus.does-not-load", { folder, count: problems.length }),
  ];
}
