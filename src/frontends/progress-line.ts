import { clearLine, cursorTo } from "node:readline";
import type { Progress } from "../opening/progress.ts";
import { grouped } from "../reply/wording.ts";

/** Tells on a stream for people how far the opening of a corpus is, when it takes long. */
export interface ProgressLine {
  show(progress: Progress): void;
  /** Leaves no line behind on a terminal. */
  end(): void;
}

/** How long nothing is said, in milliseconds. */
const QUIET = 1000;
/** How often the line is rewritten, in milliseconds. */
const EVERY = 100;

/** On a terminal one line is rewritten in place; elsewhere there is one at the start and one at the end. */
export function createProgressLine(
  stream: NodeJS.WritableStream & { readonly isTTY?: boolean },
  now: () => number,
): ProgressLine {
  const isTerminal = stream.isTTY === true;
  const start = now();
  let next = start + QUIET;
  let isShown = false;

  return {
    show(progress) {
      if (now() < next || (isShown && !isTerminal)) return;
      next = now() + EVERY;
      isShown = true;
      if (!isTerminal) {
        stream.write(`${sentenceOf(progress)}\n`);
        return;
      }
      cursorTo(stream, 0);
      stream.write(sentenceOf(progress));
      clearLine(stream, 1);
    },
    end() {
      if (!isShown) return;
      isShown = false;
      next = Number.POSITIVE_INFINITY;
      if (!isTerminal) {
        const seconds = Math.round((now() - start) / 1000);
        stream.write(`The corpus took ${grouped(seconds)} s to open.\n`);
        return;
      }
      cursorTo(stream, 0);
      clearLine(stream, 0);
    },
  };
}

function sentenceOf(progress: Progress): string {
  switch (progress.step) {
    case "reading":
      return `Reading the corpus: ${grouped(progress.done)} of ${grouped(progress.all)} files.`;
    case "checking":
      return `Checking the corpus: ${grouped(progress.done)} of ${grouped(progress.all)} files.`;
    case "indexing":
      return `Indexing the corpus: ${Math.floor(progress.part * 100)} %.`;
  }
}
