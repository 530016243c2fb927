import type { Logger } from "pino";
import { formatProblem, type Problem } from "../corpus/problem.ts";
import { errorMessage } from "../foundation/errors.ts";
import { plural } from "../foundation/format.ts";
import type { ReloadEvent } from "../loading/hot-reload.ts";
import { describeError } from "./handle-interaction.ts";

const GOES_ON = "The corpus as it was goes on answering.";

/** Describes to the operator what has become of the corpus, in lines. The last is the summary. */
export function describeReload(event: ReloadEvent): readonly string[] {
  switch (event.kind) {
    case "replaced": {
      const { documents } = event.library.corpus;
      return [
        ...event.warnings,
        `The corpus has changed, and answers come from it as it is now: ${plural(documents.length, "document")}.`,
      ];
    }
    case "unchanged":
      return [];
    case "refused":
      return [
        ...event.problems.map(formatProblem),
        `The corpus has changed, and does not load: ${plural(event.problems.length, "problem")}. ${GOES_ON}`,
      ];
    case "failed":
      return [
        `The corpus has changed, and could not be read (${errorMessage(event.error)}). ${GOES_ON}`,
      ];
    case "unwatched":
      return [
        `Changes of the corpus are not noticed any more (${errorMessage(event.error)}). Start Ibid again after a change; IBID_WATCH=off keeps it from trying.`,
      ];
  }
}

/** Logs the same as one record. */
export function logReload(log: Logger, event: ReloadEvent): void {
  const lines = describeReload(event);
  const summary = lines.at(-1);
  const details = lines.slice(0, -1);
  switch (event.kind) {
    case "replaced":
      log.info({ remarks: details }, summary);
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
): readonly string[] {
  return [
    ...problems.map(formatProblem),
    `The corpus in ${folder} does not load: ${plural(problems.length, "problem")}.`,
  ];
}
