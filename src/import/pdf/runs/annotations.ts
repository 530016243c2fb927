import * as v from "valibot";
import { quantile } from "../../shared/quantile.ts";
import type { PdfDocument, TextRun } from "./text-runs.ts";

/** The text that a page shows or has attached, without drawing it. */
export interface AnnotationText {
  /** The values of form fields, as text at their places. */
  readonly fields: readonly TextRun[];
  /** Comments, and text that was typed onto the page. */
  readonly comments: readonly string[];
  /** The number of buttons, whose captions pdf.js does not give. */
  readonly buttons: number;
}

const NO_TEXT: AnnotationText = { fields: [], comments: [], buttons: 0 };

const number = v.number();
const option = v.object({ exportValue: v.nullable(v.string()), displayValue: v.string() });

/** The part of pdf.js's data of an annotation that is read (ISO 32000-1, 12.5). A widget is a form field on a page. */
const annotation = v.object({
  subtype: v.string(),
  rect: v.tuple([number, number, number, number]),
  fieldType: v.optional(v.nullable(v.string())),
  fieldValue: v.optional(v.unknown()),
  options: v.optional(v.array(option), []),
  password: v.optional(v.boolean(), false),
  pushButton: v.optional(v.boolean(), false),
  contentsObj: v.optional(v.object({ str: v.string() })),
});

type Annotation = v.InferOutput<typeof annotation>;

/** The size of a field’s text on a page without other text, in points. */
const DEFAULT_SIZE = 10;

/** The distance of the lines of a field, in ems. */
const LEADING = 1.2;

/** How far below the middle of its line a baseline is, in ems. */
const BASELINE = 0.35;

/** Reads the annotations of a page, counted from 1, whose drawn text is `drawn`. */
export async function readAnnotations(
  pdf: PdfDocument,
  pageNumber: number,
  drawn: readonly TextRun[],
): Promise<AnnotationText> {
  try {
    const page = await pdf.getPage(pageNumber);
    const data: readonly unknown[] = await page.getAnnotations();
    const annotations = data.flatMap((one) => {
      const parsed = v.safeParse(annotation, one);
      return parsed.success ? [parsed.output] : [];
    });
    const viewport = page.getViewport({ scale: 1 });
    const sizes = drawn.filter(({ text }) => text.trim() !== "").map((run) => run.size);
    const size = sizes.length === 0 ? DEFAULT_SIZE : quantile(sizes, 0.5);
    const fields = annotations.flatMap((one) => {
      const [x1, y1, x2, y2] = viewport.convertToViewportRectangle([...one.rect]);
      const [left, right] = [Math.min(x1, x2), Math.max(x1, x2)];
      const [top, bottom] = [Math.min(y1, y2), Math.max(y1, y2)];
      const lines = valueLinesOf(one);
      const middle = (top + bottom) / 2;
      return lines.map((text, index): TextRun => {
        const baseline =
          lines.length === 1 ? middle + BASELINE * size : top + LEADING * size * (index + 1);
        const width = Math.min(right - left, (text.length * size) / 2);
        return {
          ...{ text, left, right: left + width, baseline, size, isRightToLeft: false },
          ...{ font: "", order: orderAfter(drawn, left, baseline) + index / lines.length },
        };
      });
    });
    return {
      fields,
      comments: annotations.flatMap(commentOf),
      buttons: annotations.filter(({ pushButton }) => pushButton).length,
    };
  } catch {
    return NO_TEXT;
  }
}

/** Returns the lines of a form field; none if it has no value, or one that is not shown. */
function valueLinesOf({ subtype, fieldType, fieldValue, options, password }: Annotation) {
  if (subtype !== "Widget" || password || (fieldType !== "Tx" && fieldType !== "Ch")) return [];
  return [fieldValue]
    .flat()
    .filter((value) => typeof value === "string")
    .map((value) => options.find((one) => one.exportValue === value)?.displayValue ?? value)
    .flatMap((value) => value.split(/[\r\n]+/))
    .filter((line) => line.trim() !== "");
}

/** Returns what a comment says. A popup repeats it, and a link has only a description. */
function commentOf({ subtype, contentsObj }: Annotation): readonly string[] {
  const text = contentsObj?.str.trim() ?? "";
  return text === "" || /^(?:Widget|Popup|Link)$/.test(subtype) ? [] : [text];
}

/** Returns the place in the drawing order of what continues the words to the left of a place, if there are any. */
function orderAfter(drawn: readonly TextRun[], left: number, baseline: number): number {
  const inLine = drawn
    .filter(
      (run) => run.right <= left + run.size && Math.abs(run.baseline - baseline) < run.size / 2,
    )
    .toSorted((a, b) => b.right - a.right);
  return (inLine[0]?.order ?? drawn.length) + 0.5;
}
