import { clearLine, cursorTo } from "node:readline";
import { type Message, message, type Translate } from "../../catalogue/catalogue.ts";
import type { LoadProgress } from "../../loading/index-worker.ts";

/** Shows the progress of a task that takes long. */
export interface ProgressLine<Step> {
  show(step: Step): void;
  /** Erases the line on a terminal. */
  end(): void;
}

/** The texts of a progress line. */
export interface ProgressText<Step> {
  describe(step: Step): Message;
  /** The last line, where no line is rewritten in place. */
  describeEnd(seconds: number): Message;
}

/** How long a task may take without a progress line, in milliseconds. */
const DELAY = 1000;
/** Between two updates of the line, in milliseconds. */
const INTERVAL = 100;

/** Rewrites one line on a terminal. Any other stream gets one line at the start and one at the end. */
export function createProgressLine<Step>(
  stream: NodeJS.WritableStream & { readonly isTTY?: boolean },
  t: Translate,
  text: ProgressText<Step>,
  now: () => number,
): ProgressLine<Step> {
  const isTerminal = stream.isTTY === true;
  const start = now();
  let next = start + DELAY;
  let isShown = false;

  return {
    show(step) {
      if (now() < next || (isShown && !isTerminal)) return;
      next = now() + INTERVAL;
      isShown = true;
      if (!isTerminal) {
        stream.write(`${t.format(text.describe(step))}\n`);
        return;
      }
      cursorTo(stream, 0);
      stream.write(t.format(text.describe(step)));
      clearLine(stream, 1);
    },
    end() {
      if (!isShown) return;
      isShown = false;
      next = Number.POSITIVE_INFINITY;
      if (!isTerminal) {
        const seconds = Math.round((now() - start) / 1000);
        stream.write(`${t.format(text.describeEnd(seconds))}\n`);
        return;
      }
      cursorTo(stream, 0);
      clearLine(stream, 0);
    },
  };
}

/** The texts while a corpus is being opened. */
export const OPENING_PROGRESS: ProgressText<LoadProgress> = {
  describeEnd: (seconds) => message("progress.opened", { seconds }),
  describe(progress) {
    switch (progress.step) {
      case "reading":
        return message("progress.reading", { done: progress.done, all: progress.all });
      case "checking":
        return message("progress.checking", { done: progress.done, all: progress.all });
      case "indexing":
        return message("progress.indexing", { percent: Math.floor(progress.part * 100) });
    }
  },
};
