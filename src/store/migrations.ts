import type { Kysely, Migration } from "kysely";

/**
 * The steps from an empty database to the present tables, in order of their names. A step that has been
 * released never changes: stores of every age run those that they have not run yet.
 */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  "2026-11-settings": {
    async up(database: Kysely<unknown>) {
      const { schema } = database;
      await schema
        .createTable("server")
        .addColumn("id", "text", (column) => column.primaryKey())
        .addColumn("settings", "text", (column) => column.notNull())
        .addColumn("version", "text", (column) => column.notNull())
        .addColumn("unreachable_since", "bigint")
        .execute();
      await schema
        .createTable("channel")
        .addColumn("id", "text", (column) => column.primaryKey())
        .addColumn("server", "text", (column) =>
          column.notNull().references("server.id").onDelete("cascade"),
        )
        .addColumn("settings", "text", (column) => column.notNull())
        .addColumn("version", "text", (column) => column.notNull())
        .execute();
      await schema.createIndex("channel_server").on("channel").column("server").execute();
      await schema
        .createTable("member")
        .addColumn("id", "text", (column) => column.primaryKey())
        .addColumn("settings", "text", (column) => column.notNull())
        .addColumn("version", "text", (column) => column.notNull())
        .execute();
      await schema
        .createTable("tray")
        .addColumn("id", "text", (column) => column.primaryKey())
        .addColumn("receipts", "text", (column) => column.notNull())
        .addColumn("version", "text", (column) => column.notNull())
        .execute();
    },
  },
};
