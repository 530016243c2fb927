import { onTestFinished, vi } from "vitest";

/** Counts analysed text, in UTF-16 code units. */
export interface WorkCounter {
  /** Returns how much text has been analysed since the last call. */
  take(): number;
}

/**
 * Counts how much text is segmented or normalized until the end of the test. All analysis of text does
 * one or the other, and a count is the same on every machine.
 */
export function countWork(): WorkCounter {
  let work = 0;
  const { segment } = Intl.Segmenter.prototype;
  const segmenting = vi.spyOn(Intl.Segmenter.prototype, "segment").mockImplementation(function (
    this: Intl.Segmenter,
    text,
  ) {
    work += text.length;
    return segment.call(this, text);
  });
  const { normalize } = String.prototype;
  const normalizing = vi.spyOn(String.prototype, "normalize").mockImplementation(function (
    this: string,
    form,
  ) {
    work += this.length;
    return normalize.call(this, form);
  });
  onTestFinished(() => {
    segmenting.mockRestore();
    normalizing.mockRestore();
  });
  return {
    take() {
      const taken = work;
      work = 0;
      return taken;
    },
  };
}
