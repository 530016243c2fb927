import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Collection, keepAnswerable } from "./collection.ts";

/** Cranfield's grades of relevance: from 1, the best, to 4. */
const GRADES: readonly string[] = ["1", "2", "3", "4"];

/** Reads the Cranfield collection: titles and abstracts, and 225 questions, numbered by position. */
export async function readCranfield(folder: string): Promise<Collection> {
  const [documents, queries, judgements] = await Promise.all(
    ["cran.all.1400", "cran.qry", "cranqrel"].map(async (name) =>
      (await readFile(join(folder, name), "utf8")).replaceAll("\r\n", "\n"),
    ),
  );
  const relevant = new Map<number, Set<number>>();
  for (const line of (judgements ?? "").split("\n")) {
    const [query = "", document = "", grade = ""] = line.trim().split(/\s+/);
    if (!GRADES.includes(grade)) continue;
    const number = Number(query);
    relevant.set(number, (relevant.get(number) ?? new Set()).add(Number(document) - 1));
  }
  return {
    name: "Cranfield",
    texts: recordsOf(documents ?? "").map(titleAndAbstract),
    queries: keepAnswerable(
      recordsOf(queries ?? "").map((record, index) => ({
        text: fieldOf(record, "W"),
        relevant: relevant.get(index + 1) ?? new Set(),
      })),
    ),
  };
}

const recordsOf = (text: string) => text.split(/^\.I .*\n/m).slice(1);

/** Returns the title and the abstract of a record, the title only once. */
function titleAndAbstract(record: string): string {
  const title = fieldOf(record, "T");
  const abstract = fieldOf(record, "W");
  // Most abstracts begin with the title.
  return abstract.startsWith(title) ? abstract : `${title} ${abstract}`.trim();
}

function fieldOf(record: string, field: string): string {
  const [, body = ""] = record.split(new RegExp(`^\\.${field}\\s*\\n`, "m"));
  const [text = ""] = body.split(/^\.[A-Z]\s*$/m);
  return text.replace(/\s+/g, " ").trim();
}
