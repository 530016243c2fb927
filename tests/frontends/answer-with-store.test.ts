import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MessageFlags } from "discord-api-types/v10";
import { pino } from "pino";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { createBot } from "../../src/command/bot.ts";
import { defineCommand } from "../../src/command/define-command.ts";
import { text } from "../../src/command/option-types.ts";
import { createInteractionHandler } from "../../src/frontends/handle-interaction.ts";
import type { Asker } from "../../src/keeping/kept.ts";
import { notice } from "../../src/reply/reply.ts";
import { createLazyStore } from "../../src/store/lazy-store.ts";
import type { KeptStore } from "../../src/store/store.ts";
import { parseAnswerable } from "../discord/ask.ts";
import { ASKER, slashCommand } from "../discord/payloads.ts";
import { context } from "../library.ts";

const folder = mkdtempSync(join(tmpdir(), "ibid-answers-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Puts a text into the user’s tray, and shows the number of texts in it. */
const keep = defineCommand({
  name: "keep",
  description: "command.about",
  examples: () => [],
  options: { text: text("option.about") },
  needs: ["tray"],
  run({ text }, { asker, kept }) {
    const { value = [], version: seen } = kept.tray ?? {};
    const receipts = [...value, text];
    return {
      ...notice({ kind: "number-not-offered", offered: receipts.length }),
      changes: [{ kind: "tray", user: asker.user ?? "", receipts, seen }],
    };
  },
});
const bot = createBot([...commands, keep], () => context);
const log = pino({ level: "silent" });

let count = 0;
const opened: KeptStore[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((store) => store.close()));
});

function openStore(path = join(folder, `kept-${++count}.sqlite`)): KeptStore {
  const store = createLazyStore({ kind: "file", path });
  opened.push(store);
  return store;
}

async function ask(store: KeptStore | undefined, name: string, options: Record<string, string>) {
  const handler = createInteractionHandler(bot, { store });
  return handler.answer(parseAnswerable(slashCommand(name, options)), log);
}

const ADA: Asker = { user: ASKER.id, managesServer: false };

async function trayIn(store: KeptStore): Promise<readonly string[] | undefined> {
  const read = await store.read(ADA, ["tray"]);
  return "error" in read ? undefined : read.kept.tray?.value;
}

const isPrivate = ({ response }: Awaited<ReturnType<typeof ask>>) =>
  "data" in response && (Number(Object(response.data).flags) & MessageFlags.Ephemeral) !== 0;

describe("An answer", () => {
  test("is given once its changes are kept", async () => {
    const store = openStore();
    expect(JSON.stringify(await ask(store, "keep", { text: "one" }))).toContain("numbers 1 to 1");
    expect(await trayIn(store)).toEqual(["one"]);
    expect(JSON.stringify(await ask(store, "keep", { text: "two" }))).toContain("numbers 1 to 2");
    expect(await trayIn(store)).toEqual(["one", "two"]);
  });

  test("is made once more if others have changed the same in the meantime", async () => {
    const path = join(folder, "contended.sqlite");
    const other = openStore(path);
    let conflicts = 1;
    const store: KeptStore = {
      ...openStore(path),
      async apply(changes) {
        if (conflicts-- > 0) await ask(other, "keep", { text: "other" });
        return other.apply(changes);
      },
    };
    expect(JSON.stringify(await ask(store, "keep", { text: "one" }))).toContain("numbers 1 to 2");
    expect(await trayIn(other)).toEqual(["other", "one"]);
    conflicts = 2;
    expect(JSON.stringify(await ask(store, "keep", { text: "two" }))).toContain(
      "Others were changing the same",
    );
    expect(await trayIn(other)).toEqual(["other", "one", "other", "other"]);
  });

  test("says why nothing is kept, and other commands answer as ever", async () => {
    const path = join(folder, "damaged.sqlite");
    writeFileSync(path, "This is no database. ".repeat(100));
    const store = openStore(path);
    expect(JSON.stringify(await ask(store, "keep", { text: "one" }))).toContain("damaged");
    const about = await ask(store, "about", {});
    expect(JSON.stringify(about)).toContain("27, 3 of them undated");
    expect(about.response).toEqual((await ask(undefined, "about", {})).response);
    expect(isPrivate(about)).toBe(false);
    expect(JSON.stringify(await ask(undefined, "keep", { text: "one" }))).toContain(
      "operator has turned the store off",
    );
    expect(isPrivate(await ask(undefined, "about", {}))).toBe(false);
  });

  test("obeys the settings of its user and its place", async () => {
    const store = openStore();
    await store.apply([
      {
        ...{ kind: "settings", level: "user", id: ASKER.id, seen: undefined },
        settings: { isPrivate: true, style: "apa" },
      },
    ]);
    expect(isPrivate(await ask(store, "about", {}))).toBe(true);
    const passage = "2019-08-05-kim-to-trump¶b";
    expect(JSON.stringify(await ask(store, "cite", { passage }))).toContain(
      "(Kim, 2019, as cited in Jung, 2022)",
    );
    // A style that was removed from the folder of styles is no style.
    await store.apply([{ kind: "forget-user", user: ASKER.id }]);
    await store.apply([
      {
        ...{ kind: "settings", level: "user", id: ASKER.id, seen: undefined },
        settings: { style: "gone" },
      },
    ]);
    expect(JSON.stringify(await ask(store, "cite", { passage }))).toContain("quoted in");
  });
});
