import { readFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import * as v from "valibot";

/** A test collection: texts, and questions with human judgements of which texts answer them. */
export interface Collection {
  readonly name: string;
  readonly texts: readonly string[];
  readonly queries: readonly JudgedQuery[];
}

export interface JudgedQuery {
  readonly text: string;
  /** The numbers of the texts that answer the query. */
  readonly relevant: ReadonlySet<number>;
}

const LINE = v.object({ id: v.string(), text: v.string() });

/**
 * Reads a collection from a folder: `documents.jsonl` and `queries.jsonl` have an object `{"id", "text"}`
 * a line, and `relevant.tsv` a query's id, a document's id and a grade a line, separated by tabs. Grades
 * above 0 are relevant. Queries without a relevant document are left out.
 */
export async function readCollection(folder: string): Promise<Collection> {
  const documents = await readLines(join(folder, "documents.jsonl"));
  const queries = await readLines(join(folder, "queries.jsonl"));
  const judgements = await readFile(join(folder, "relevant.tsv"), "utf8");
  const numbers = new Map(documents.map(({ id }, number) => [id, number]));
  const relevant = new Map(queries.map(({ id }) => [id, new Set<number>()]));
  for (const line of judgements.split("\n").filter((text) => text.trim() !== "")) {
    const [query = "", document = "", grade] = line.split("\t");
    const number = numbers.get(document);
    if (number !== undefined && Number(grade) > 0) relevant.get(query)?.add(number);
  }
  return {
    name: basename(resolve(folder)),
    texts: documents.map(({ text }) => text),
    queries: keepAnswerable(
      queries.map(({ id, text }) => ({ text, relevant: relevant.get(id) ?? new Set() })),
    ),
  };
}

/** Returns the queries that have a relevant document. */
export function keepAnswerable(queries: readonly JudgedQuery[]): readonly JudgedQuery[] {
  return queries.filter(({ relevant }) => relevant.size > 0);
}

async function readLines(file: string): Promise<readonly v.InferOutput<typeof LINE>[]> {
  const lines = (await readFile(file, "utf8")).split("\n").filter((line) => line.trim() !== "");
  return lines.map((line) => v.parse(LINE, JSON.parse(line)));
}
