import { clearLine, cursorTo } from "node:readline";
import { formatNumber } from "../../foundation/format.ts";
import type { LoadProgress } from "../../loading/index-worker.ts";

/** Tells on a stream for people how far a work is, when it takes long. */
export interface ProgressLine<Step> {
  show(step: Step): void;
  /** Leaves no line behind on a terminal. */
  end(): void;
}

/** What a progress line says of a work. */
export interface ProgressText<Step> {
  sentenceOf(step: Step): string;
  /** Said at the end where no line is rewritten. */
  ended(seconds: string): string;
}

/** How long nothing is said, in milliseconds. */
const DELAY = 1000;
/** How often the line is rewritten, in milliseconds. */
const INTERVAL = 100;

/** On a terminal one line is rewritten in place; elsewhere there is one at the start and one at the end. */
export function createProgressLine<Step>(
  stream: NodeJS.WritableStream & { readonly isTTY?: boolean },
  work: ProgressText<Step>,
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
        stream.write(`${work.sentenceOf(step)}\n`);
        return;
      }
      cursorTo(stream, 0);
      stream.write(work.sentenceOf(step));
      clearLine(stream, 1);
    },
    end() {
      if (!isShown) return;
      isShown = false;
      next = Number.POSITIVE_INFINITY;
      if (!isTerminal) {
        const seconds = Math.round((now() - start) / 1000);
        stream.write(`${work.ended(formatNumber(seconds))}\n`);
        return;
      }
      cursorTo(stream, 0);
      clearLine(stream, 0);
    },
  };
}

/** The opening of a corpus. */
export const OPENING_PROGRESS: ProgressText<LoadProgress> = {
  ended: (seconds) => `The corpus took ${seconds} s to open.`,
  sentenceOf(progress) {
    switch (progress.step) {
      case "reading":
        return `Reading the corpus: ${formatNumber(progress.done)} of ${formatNumber(progress.all)} files.`;
      case "checking":
        return `Checking the corpus: ${formatNumber(progress.done)} of ${formatNumber(progress.all)} files.`;
      case "indexing":
        return `Indexing the corpus: ${Math.floor(progress.part * 100)} %.`;
    }
  },
};
