import { message } from "../catalogue/catalogue.ts";
import type { Document } from "../corpus/document.ts";
import type { Problem } from "../corpus/problem.ts";
import { partNumberIn } from "../import/shared/part-number.ts";

/** Finds documents whose citations would name no author, or not the work that they are parts of. */
export function findIncompleteCitations(documents: readonly Document[]): readonly Problem[] {
  return documents.flatMap((document) => {
    const { path, title } = document;
    return [
      ...(hasAuthor(document)
        ? []
        : [
            {
              ...{ path, line: 1 },
              message: message("advice.no-author"),
              remedy: message("remedy.no-author"),
              group: { key: "advice.no-authors" },
            } as const,
          ]),
      ...(lacksWork(document)
        ? [
            {
              ...{ path, line: 1 },
              message: message("advice.no-work", { title }),
              remedy: message("remedy.no-work"),
              group: { key: "advice.no-works", example: title },
            } as const,
          ]
        : []),
    ];
  });
}

function hasAuthor({ from, authors, work }: Document): boolean {
  return from.length + authors.length + (work?.authors.length ?? 0) > 0;
}

/** Whether a document is called or numbered as a part, such as “Book II”, without a work. */
function lacksWork({ title, work, more }: Document): boolean {
  const isPart = more["number"] !== undefined || partNumberIn(title) !== undefined;
  return isPart && work === undefined && more["container-title"] === undefined;
}
