import Database from "libsql";
import type { Engine } from "./engine.ts";

/** In memory, without the texts themselves. */
export const fts5: Engine = {
  name: "SQLite FTS5",
  isNative: true,
  build(texts) {
    const database = new Database(":memory:");
    database.exec(
      "CREATE VIRTUAL TABLE texts USING fts5(text, content='', tokenize='porter unicode61')",
    );
    const insert = database.prepare("INSERT INTO texts(rowid, text) VALUES (?, ?)");
    database.transaction(() => {
      texts.forEach((text, number) => {
        insert.run(number, text);
      });
    })();
    const select = database
      .prepare("SELECT rowid FROM texts WHERE texts MATCH ? ORDER BY bm25(texts) LIMIT ?")
      .pluck();
    return {
      search(query, limit) {
        const words = query.match(/[\p{L}\p{N}]+/gu) ?? [];
        return select.all(words.map((word) => `"${word}"`).join(" OR "), limit).map(Number);
      },
    };
  },
};
