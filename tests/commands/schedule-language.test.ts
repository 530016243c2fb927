import { pino } from "pino";
import { expect, test } from "vitest";
import { english } from "../../src/catalogue/catalogue.ts";
import { checkServers } from "../../src/frontends/check-servers.ts";
import { PERMISSIONS } from "../../src/keeping/permissions.ts";
import { TOKEN } from "../discord/fake-discord.ts";
import { GUILD_ID, slashCommand } from "../discord/payloads.ts";
import { context } from "../library.ts";
import { by, prepareServer, WRITER } from "./scheduling.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const server = prepareServer("2026-03-02T07:30:00Z", () => context);
const { clock, run, round, send } = server;

/** Sets a schedule up in a server with a language of its own, which counts if it is a community. */
function setUpIn(locale: string, features: readonly string[]) {
  const options = { when: "every day", at: "08:00", zone: "UTC", what: "daily passage" };
  const interaction = by(slashCommand("schedule add", { ...options, thread: "1 day" }));
  const guild = { id: GUILD_ID, features, locale };
  return send({ ...JSON.parse(JSON.stringify(interaction)), guild, guild_locale: locale });
}

/** Posts what is due after some milliseconds, and returns the last post and the name of its thread. */
async function lastPostAfter(milliseconds: number) {
  await round(milliseconds);
  const { messages, threads } = server.discord.channels;
  return JSON.stringify([messages.at(-1)?.body, [...threads.values()].at(-1)?.name]);
}

const [KOREAN, ENGLISH] = [
  ["앞뒤 구절", "2026년 3월 2일"],
  ["In context", "2 March 2026"],
] as const;

test.each([
  ["a community’s", ["NEWS", "COMMUNITY"], KOREAN],
  ["Ibid’s where the server is no community", ["NEWS"], ENGLISH],
] as const)("a schedule posts in the language that is %s", async (_, features, expected) => {
  await setUpIn("ko", features);
  await round();
  const post = await lastPostAfter(30 * MINUTE);
  for (const words of expected) expect(post).toContain(words);
});

test("a server’s setting goes before the language of a community", async () => {
  const permissions = WRITER | PERMISSIONS["manage-server"];
  await run("settings change", { of: "server", language: "en" }, { permissions });
  await setUpIn("ko", ["COMMUNITY"]);
  await round();
  expect(await lastPostAfter(30 * MINUTE)).toContain(ENGLISH[0]);
});

test("a schedule follows a community that changes its language, at the latest after a day", async () => {
  await setUpIn("ko", []);
  await round();
  expect(await lastPostAfter(30 * MINUTE)).toContain(ENGLISH[0]);
  const { discord, store } = server;
  discord.channels.makeCommunity(GUILD_ID, "ko");
  const { signal } = new AbortController();
  const options = { store, t: english, log: pino({ level: "silent" }), signal };
  await checkServers({ token: TOKEN, api: discord.api }, options, clock.now);
  expect(await lastPostAfter(DAY)).toContain(KOREAN[0]);
});
