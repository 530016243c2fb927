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
  "2026-12-schedules": {
    async up(database: Kysely<unknown>) {
      const { schema } = database;
      await schema
        .createTable("schedule")
        .addColumn("id", "text", (column) => column.primaryKey())
        .addColumn("server", "text", (column) =>
          column.notNull().references("server.id").onDelete("cascade"),
        )
        .addColumn("channel", "text", (column) => column.notNull())
        .addColumn("cadence", "text", (column) => column.notNull())
        .addColumn("time", "text", (column) => column.notNull())
        .addColumn("zone", "text")
        .addColumn("what", "text", (column) => column.notNull())
        .addColumn("thread", "text")
        .addColumn("title", "text")
        .addColumn("state", "text", (column) => column.notNull())
        .addColumn("why", "text")
        .addColumn("held_since", "bigint")
        .addColumn("tried", "bigint")
        .addColumn("made_by", "text")
        .addColumn("made", "bigint", (column) => column.notNull())
        .addColumn("planned", "bigint", (column) => column.notNull())
        .addColumn("next", "bigint")
        .addColumn("version", "integer", (column) => column.notNull())
        .execute();
      await schema.createIndex("schedule_server").on("schedule").column("server").execute();
      await schema.createIndex("schedule_next").on("schedule").column("next").execute();
      await schema.createIndex("schedule_made_by").on("schedule").column("made_by").execute();
      await schema
        .createTable("occasion")
        .addColumn("schedule", "text", (column) =>
          column.notNull().references("schedule.id").onDelete("cascade"),
        )
        .addColumn("date", "text", (column) => column.notNull())
        .addColumn("slot", "integer", (column) => column.notNull())
        .addColumn("due", "bigint", (column) => column.notNull())
        .addColumn("state", "text", (column) => column.notNull())
        .addColumn("why", "text")
        .addColumn("holder", "text")
        .addColumn("lease", "bigint", (column) => column.notNull().defaultTo(0))
        .addColumn("tried", "bigint")
        .addColumn("channel", "text")
        .addColumn("message", "text")
        .addColumn("thread", "text")
        .addColumn("thread_state", "text")
        .addColumn("thread_why", "text")
        .addColumn("said", "text")
        .addPrimaryKeyConstraint("occasion_key", ["schedule", "date", "slot"])
        .execute();
      await schema.createIndex("occasion_state").on("occasion").columns(["state", "due"]).execute();
      await schema.createIndex("occasion_due").on("occasion").column("due").execute();
      await schema
        .createIndex("occasion_thread_state")
        .on("occasion")
        .column("thread_state")
        .execute();
      await schema
        .createTable("shown")
        .addColumn("schedule", "text", (column) =>
          column.notNull().references("schedule.id").onDelete("cascade"),
        )
        .addColumn("round", "integer", (column) => column.notNull())
        .addColumn("address", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("shown_key", ["schedule", "round", "address"])
        .execute();
    },
  },
  "2026-12-server-locale": {
    async up(database: Kysely<unknown>) {
      await database.schema.alterTable("server").addColumn("locale", "text").execute();
    },
  },
};
