import Database from "libsql";
import type { Built, Engine } from "./engine.ts";

/** In memory, without the texts themselves. */
export const fts5: Engine = {
  name: "SQLite FTS5",
  isNative: true,
  build: (texts) => buildTable(texts, "content='',", "rowid"),
};

/** With the texts, since an excerpt of each hit is cut from them. */
export const fts5Snippets: Engine = {
  name: "SQLite FTS5, with snippets",
  isNative: true,
  build: (texts) => buildTable(texts, "", "rowid, snippet(texts, 0, '**', '**', '…', 40)"),
};

function buildTable(texts: readonly string[], content: string, columns: string): Built {
  const database = new Database(":memory:");
  database.exec(
    `CREATE VIRTUAL TABLE texts USING fts5(text, ${content} tokenize='porter unicode61')`,
  );
  const insert = database.prepare("INSERT INTO texts(rowid, text) VALUES (?, ?)");
  database.transaction(() => {
    texts.forEach((text, number) => {
      insert.run(number, text);
    });
  })();
  const select = database
    .prepare(`SELECT ${columns} FROM texts WHERE texts MATCH ? ORDER BY bm25(texts) LIMIT ?`)
    .pluck();
  return {
    search(query, limit) {
      const words = query.match(/[\p{L}\p{N}]+/gu) ?? [];
      return select.all(words.map((word) => `"${word}"`).join(" OR "), limit).map(Number);
    },
  };
}
