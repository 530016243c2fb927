import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough, Writable } from "node:stream";
import { afterAll, describe, expect, test } from "vitest";
import { english } from "../../src/catalogue/catalogue.ts";
import { runStoreCommand } from "../../src/cli/store-command.ts";
import { createStore } from "../../src/store/store.ts";
import { NPM_SCRIPTS } from "../tools/run-tool.ts";

const folder = mkdtempSync(join(tmpdir(), "ibid-backup-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs `ibid store …`. Returns the exit code and what it prints. */
async function run(args: readonly string[], store = "store.sqlite") {
  const written = { output: "", errors: "" };
  const collect = (name: keyof typeof written) =>
    new Writable({
      write(chunk, _, done) {
        written[name] += String(chunk);
        done();
      },
    });
  const code = await runStoreCommand({
    args,
    t: english,
    invocation: NPM_SCRIPTS,
    folder,
    environment: { IBID_STORE: store === "off" ? store : join(folder, store) },
    input: new PassThrough(),
    output: collect("output"),
    errors: collect("errors"),
    openLog: async () => collect("errors"),
    waitForSignal: () => new Promise(() => {}),
  });
  return { code, ...written };
}

const pathOf = (name: string) => join(folder, name);
const storeAt = (name: string) => createStore({ kind: "file", path: pathOf(name) });
const ASKER = { user: "11", channel: "22", server: "33", managesServer: false };

describe("A backup", () => {
  test("is restored while the store is in use, into the same store or another", async () => {
    const store = storeAt("store.sqlite");
    await store.apply([
      { kind: "settings", level: "server", id: "33", settings: { zone: "UTC" }, seen: undefined },
      {
        ...{ kind: "settings", level: "channel", id: "22", server: "33" },
        ...{ settings: { about: "letters" }, seen: undefined },
      },
      { kind: "settings", level: "user", id: "11", settings: { style: "apa" }, seen: undefined },
      { kind: "tray", user: "12", receipts: ["a¶1", "b¶2"], seen: undefined },
      {
        kind: "schedule",
        schedule: {
          ...{ id: "a", server: "33", channel: "22", cadence: { kind: "daily" }, time: "08:00" },
          ...{ what: { kind: "day", options: { in: "letters" } }, state: "on", madeBy: "11" },
          ...{ title: "Morning", thread: { kind: "thread", archiveAfter: 60 } },
        },
        seen: undefined,
      },
      { kind: "post-now", id: "a", server: "33", date: "2026-03-02", seen: 0 },
    ]);
    const before = await store.read(ASKER, ["tray", "schedules"]);
    const file = pathOf("backup.json");
    expect(await run(["backup", file])).toEqual({
      code: 0,
      output: `${file} has everything that is kept: 1 server, 2 users.\n`,
      errors: "",
    });
    await store.apply([{ kind: "forget-user", user: "11" }]);
    await store.apply([{ kind: "tray", user: "13", receipts: ["c¶3"], seen: undefined }]);
    expect((await run(["restore", file])).output).toBe(
      `Everything that is kept is now as in ${file}: 1 server, 2 users.\n`,
    );
    const restored = await store.read(ASKER, ["tray", "schedules"]);
    // The occasion that was due may have been posted since.
    const missed = JSON.stringify(before).replace('"state":"due"', '"state":"missed"');
    expect(JSON.stringify(restored).replace(',"why":"late"', "")).toBe(missed);
    const gone = await store.read({ ...ASKER, user: "13" }, ["tray"]);
    expect("kept" in gone && gone.kept.tray?.value).toEqual([]);
    await run(["restore", file], "other.sqlite");
    const other = storeAt("other.sqlite");
    expect(await other.read(ASKER, ["tray", "schedules"])).toEqual(restored);
    // A backup that is made again replaces the file.
    await run(["backup", file], "other.sqlite");
    expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
    await Promise.all([store.close(), other.close()]);
  });

  test("that is none changes nothing, and a sentence says what to do", async () => {
    const store = storeAt("kept.sqlite");
    await store.apply([
      { kind: "settings", level: "user", id: "11", settings: { style: "apa" }, seen: undefined },
    ]);
    const file = pathOf("broken.json");
    await run(["backup", file], "kept.sqlite");
    const good = readFileSync(file, "utf8");
    const wrong = [
      ["", "is not a backup"],
      ["[]", "is not a backup"],
      [good.slice(0, -30), "is not a backup"],
      [good.replace('"member"', '"people"'), "is not a backup"],
      [good.replace("2026-11-settings", "2999-01-later"), "another version"],
    ] as const;
    for (const [text, sentence] of wrong) {
      writeFileSync(file, text);
      const { code, errors } = await run(["restore", file], "kept.sqlite");
      expect(errors).toContain(sentence);
      expect(code).toBe(1);
    }
    const kept = await store.read(ASKER, []);
    expect("kept" in kept && kept.kept.settings.user?.value).toEqual({ style: "apa" });
    const { code, errors } = await run(["restore", pathOf("nowhere.json")], "kept.sqlite");
    expect(errors).toContain("nowhere.json could not be used: ENOENT");
    expect(code).toBe(1);
    await store.close();
  });

  test("needs a store and the name of a file", async () => {
    expect((await run(["backup", pathOf("x")], "off")).errors).toContain("turned the store off");
    for (const args of [[], ["backup"], ["restore"], ["delete", "x"], ["backup", "a", "b"]]) {
      const { code, output } = await run(args);
      expect(output).toContain("store backup FILE");
      expect(code).toBe(2);
    }
  });
});
