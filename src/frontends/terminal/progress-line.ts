import { clearLine, cursorTo } from "node:readline";
import { grouped } from "../../foundation/format.ts";
import type { Progress } from "../../loading/index-worker.ts";

/** Tells on a stream for people how far a work is, when it takes long. */
export interface ProgressLine<Step> {
  show(step: Step): void;
  /** Leaves no line behind on a terminal. */
  end(): void;
}

/** What a progress line says of a work. */
export interface Work<Step> {
  sentenceOf(step: Step): string;
  /** Said at the end where no line is rewritten. */
  ended(seconds: string): string;
}

/** How long nothing is said, in milliseconds. */
const QUIET = 1000;
/** How often the line is rewritten, in milliseconds. */
const EVERY = 100;

/** On a terminal one line is rewritten in place; elsewhere there is one at the start and one at the end. */
export function createProgressLine<Step>(
  stream: NodeJS.WritableStream & { readonly isTTY?: boolean },
  work: Work<Step>,
  now: () => number,
): ProgressLine<Step> {
  const isTerminal = stream.isTTY === true;
  const start = now();
  let next = start + QUIET;
  let isShown = false;

  return {
    show(step) {
      if (now() < next || (isShown && !isTerminal)) return;
      next = now() + EVERY;
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
        stream.write(`${work.ended(grouped(seconds))}\n`);
        return;
      }
      cursorTo(stream, 0);
      clearLine(stream, 0);
    },
  };
}

/** The opening of a corpus. */
export const OPENING: Work<Progress> = {
  ended: (seconds) => `The corpus took ${seconds} s to open.`,
  sentenceOf(progress) {
    switch (progress.step) {
      case "reading":
        return `Reading the corpus: ${grouped(progress.done)} of ${grouped(progress.all)} files.`;
      case "checking":
        return `Checking the corpus: ${grouped(progress.done)} of ${grouped(progress.all)} files.`;
      case "indexing":
        return `Indexing the corpus: ${Math.floor(progress.part * 100)} %.`;
    }
  },
};
