import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  PostgresDialect,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDriver,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type SqliteStatement,
} from "kysely";
import Database from "libsql";
import pg from "pg";
import { problemOf, StoreError } from "./store-problem.ts";

/** Returns the dialect of a SQLite file, which must exist: an empty one will do. */
export function fileDialect(path: string): Dialect {
  return {
    createAdapter: () => new FileAdapter(),
    createDriver: () => new FileDriver({ database: async () => openFile(path) }),
    createIntrospector: (database) => new SqliteIntrospector(database),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

/** Opens a file. Its connection never waits for a lock, because that would hold the event loop. */
function openFile(path: string): SqliteDatabase {
  const file = new Database(path, { timeout: 0 });
  try {
    file.exec("pragma journal_mode=wal");
    // An acknowledged change survives a power cut.
    file.exec("pragma synchronous=full");
    file.exec("pragma foreign_keys=on");
  } catch (error) {
    file.close();
    throw error;
  }
  return {
    close: () => file.close(),
    prepare: (statement) =>
      // A prepared statement that meets a lock stays unfinished in libsql, and no commit succeeds beside it.
      TRANSACTION_CONTROL.test(statement) ? executed(file, statement) : file.prepare(statement),
  };
}

const TRANSACTION_CONTROL = /^(begin|commit|rollback)/;

/** Returns a statement without parameters and rows that is not prepared. */
function executed(file: Database.Database, statement: string): SqliteStatement {
  return {
    reader: false,
    all: () => [],
    iterate: () => [].values(),
    run() {
      file.exec(statement);
      return { changes: 0, lastInsertRowid: 0 };
    },
  };
}

class FileAdapter extends SqliteAdapter {
  /** A migration that is interrupted leaves no trace. */
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class FileDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    // A transaction that reads before it writes could not be continued after another one has written.
    try {
      await connection.executeQuery(CompiledQuery.raw("begin immediate"));
    } catch (error) {
      throw problemOf(error) === "locked" ? new StoreError("locked") : error;
    }
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // After some errors, such as a full disk, SQLite has rolled back by itself.
    await super.rollbackTransaction(connection).catch(() => {});
  }
}

/** How long connecting and one statement may take, in milliseconds. Discord waits three seconds. */
const CONNECTION_TIMEOUT = 1500;
const STATEMENT_TIMEOUT = 2000;

const INT8 = 20;

export function postgresDialect(url: string): Dialect {
  const pool = new pg.Pool({
    connectionString: url,
    max: 4,
    connectionTimeoutMillis: CONNECTION_TIMEOUT,
    query_timeout: STATEMENT_TIMEOUT,
    // An acknowledged change survives a power cut, whatever the default of the server.
    options: `-c synchronous_commit=on -c statement_timeout=${STATEMENT_TIMEOUT}`,
    application_name: "ibid",
    // Every integer in the tables is a time, and exact as a number.
    types: {
      getTypeParser: (oid: number, format?: "text" | "binary") =>
        oid === INT8 ? Number : pg.types.getTypeParser(oid, format),
    },
  });
  // An idle connection that is lost emits an error, which would end the process. The next query reports it.
  pool.on("error", () => {});
  return new PostgresDialect({ pool });
}
