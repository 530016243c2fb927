import {
  type APIInteraction,
  InteractionResponseType,
  InteractionType,
} from "discord-api-types/v10";
import fc from "fast-check";
import { pino } from "pino";
import { expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { addressOf } from "../../src/corpus/document.ts";
import { startGateway } from "../../src/frontends/gateway/gateway.ts";
import { messageAfter, offersOf, textOf } from "../discord/ask.ts";
import { startFakeDiscord, TOKEN } from "../discord/fake-discord.ts";
import { TEXTS } from "../discord/hostile.ts";
import {
  autocomplete,
  buttonInteraction,
  type Callback,
  messageCommand,
  type OptionValues,
  OTHER,
  selectInteraction,
  slashCommand,
  userMessage,
} from "../discord/payloads.ts";
import { problemsWithCallback } from "../discord/spec.ts";
import { inEnglish } from "../in-english.ts";
import { library } from "../library.ts";
import { isLong, runs } from "../thoroughness.ts";
import { bot, callbackIn, createSlowStore, startTestEndpoint } from "./serving.ts";

/** Returns every fourth value; all of them in the long tests. */
function sampleOf<T>(values: readonly T[]): readonly T[] {
  return isLong ? values : values.filter((_, at) => at % 4 === 0);
}

/** Returns interactions for every command and option, and for documents, topics, people and passages. */
function createInteractions(): readonly APIInteraction[] {
  const { corpus } = library;
  const asked: readonly (readonly [string, OptionValues])[] = [
    ...commands.map(({ name }) => [name, {}] as const),
    ...sampleOf(corpus.documents).flatMap(({ id }) => [
      ["letter", { date: id }] as const,
      ["cite", { passage: id, style: "bibtex" }] as const,
      ["search", { query: id, private: true }] as const,
    ]),
    ...sampleOf(library.passages({})).flatMap(({ document, passage }) => [
      ["quote", { passage: addressOf(document, passage) }] as const,
      ["cite", { passage: addressOf(document, passage) }] as const,
      ["verify", { text: passage.text }] as const,
    ]),
    ...sampleOf([...corpus.topics.keys()]).flatMap((topic) => [
      ["topics", { topic }] as const,
      ["quote", { topic }] as const,
    ]),
    ...sampleOf([...corpus.people.keys()]).map((person) => ["people", { person }] as const),
  ];
  return [
    ...asked.map(([name, options]) => slashCommand(name, options)),
    ...commands.flatMap(({ name, options }) =>
      Object.keys(options).map((key) => autocomplete(name, { [key]: "k" }, key)),
    ),
    ...commands.flatMap(({ messageCommand: menu }) =>
      menu === undefined
        ? []
        : sampleOf(library.passages({})).map(({ passage: { text } }) =>
            messageCommand(menu.label, userMessage(`“${text}”`)),
          ),
    ),
  ];
}

function toText({ response, files }: Callback): string {
  const sent = files.map(({ id, name, bytes }) => [id, name, bytes.toString("base64")]);
  return JSON.stringify([response, sent]);
}

test("the endpoint gives the same answers as the gateway", async () => {
  const discord = await startFakeDiscord();
  const gateway = await startGateway(
    bot,
    { token: TOKEN, api: discord.api },
    { log: pino({ level: "silent" }) },
  );
  if ("error" in gateway) throw new Error(inEnglish(gateway.error));
  const { ask, deliveries } = await startTestEndpoint();

  const queue = [...createInteractions()];
  const seen = new Set<string>();
  let files = 0;
  for (const interaction of queue) {
    const [callback, answer] = await Promise.all([discord.send(interaction), ask(interaction)]);
    expect(toText(answer)).toBe(toText(callback));
    files += callback.files.length;
    if (callback.response.type !== 4) continue;
    const message = messageAfter(callback, "guild");
    // Another user’s click gets a new message.
    for (const { id, label, interaction } of [
      ...offersOf(message),
      ...offersOf(message, OTHER).slice(0, 1),
    ]) {
      const key = `${id} ${JSON.stringify(interaction.user ?? interaction.member?.user.id)}`;
      // Only the gateway has a token here.
      if (seen.has(key) || label === "Discuss") continue;
      seen.add(key);
      queue.push(interaction);
    }
  }
  expect(queue.length).toBeGreaterThan(200);
  expect(files).toBeGreaterThan(15);
  // Every answer with files was delivered by itself.
  expect(deliveries.size).toBeGreaterThan(15);
  expect(discord.problems).toEqual([]);
  await gateway.close();
  await discord.close();
});

test.each([
  ["is refused", (api: string) => `${api}/elsewhere`],
  ["cannot be delivered", () => "http://127.0.0.1:9/api"],
  ["goes to a URL with a password", () => "http://user:password@127.0.0.1:9/api"],
])("a file that %s is in the response", async (_, elsewhere) => {
  const { deliveries, origin, ...receiver } = await startTestEndpoint();
  const { post, log } = await startTestEndpoint({ api: elsewhere(origin) });
  const question = slashCommand("cite", { passage: "2019-08-05", style: "bibtex" });
  const expected = await receiver.ask(question);
  expect(deliveries.size).toBe(1);
  expect(expected.files).toHaveLength(1);
  expect(toText(await callbackIn(await post(question)))).toBe(toText(expected));
  expect(log.alarms()).toHaveLength(1);
  expect(log.lines.join("")).not.toContain(question.token);
  expect(log.lines.join("")).not.toContain("password");
});

const message = userMessage("He says that “no changed outcome can be anticipated”.");
const wellFormed: readonly APIInteraction[] = [
  slashCommand("help", {}),
  slashCommand("search", { query: "missile threats", private: true }),
  slashCommand("cite", { passage: "2019-08-05", style: "bibtex" }),
  slashCommand("quote", { topic: "drills" }, "dm"),
  autocomplete("quote", { topic: "dri", private: false }, "topic", "user-install"),
  messageCommand("Verify quotation", message),
  buttonInteraction('[1,"help",{},0,0]', message),
  buttonInteraction('[1,"search",{"query":"letter","page":2},0,1]', message, OTHER),
  selectInteraction("open", ['[1,"letter",{"date":"2019"},0,0]'], message),
];

/** A text that no log may contain. */
const CANARY = "a-canary-that-somebody-typed";

/** Any JSON, and values that Ibid might misinterpret. */
const anyJson = fc.oneof(
  fc.constantFrom(CANARY, `\ud800${CANARY}\0`, { [CANARY]: CANARY }, [CANARY], CANARY.repeat(3000)),
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(...TEXTS, "__proto__", "constructor", null, -1, 1e300, [], {}, [null]),
  fc.integer({ min: -2, max: 30 }),
  fc.constant(undefined),
);

/** Returns a copy of `value` with `put` somewhere in it. Each of `turns` selects a key on the way down. */
function withPart(value: unknown, [turn, ...turns]: readonly number[], put: unknown): unknown {
  if (turn === undefined || typeof value !== "object" || value === null) return put;
  const keys = Object.keys(value);
  const key = keys[turn % keys.length];
  if (key === undefined) return put;
  const inner = withPart(Reflect.get(value, key), turns, put);
  if (Array.isArray(value)) return value.with(Number(key), inner);
  return { ...value, [key]: inner };
}

const malformed = fc
  .tuple(
    fc.constantFrom(...wellFormed),
    fc.array(fc.tuple(fc.array(fc.nat(1000), { minLength: 1, maxLength: 5 }), anyJson), {
      minLength: 1,
      maxLength: 3,
    }),
  )
  .map(([base, changes]) => ({
    base,
    sent: changes.reduce<unknown>((sum, [turns, put]) => withPart(sum, turns, put), base),
  }));

const arbitrary = anyJson.map((sent) => ({ base: wellFormed[0], sent }));

test("payloads of every shape get answers that Discord accepts, or are refused", async () => {
  // Files are in the response, because deliveries are refused, and at once.
  const { origin } = await startTestEndpoint();
  const { post, log } = await startTestEndpoint({ api: `${origin}/elsewhere` });
  const statuses = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(
      fc.oneof({ weight: 9, arbitrary: malformed }, { weight: 1, arbitrary }),
      async ({ base, sent }) => {
        const response = await post(sent);
        statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
        if (response.status !== 200) {
          expect(response.status).toBe(400);
          expect(await response.text()).toMatch(/^[A-Z][^\n]*\.\n$/);
          return;
        }
        const { response: answer, files } = await callbackIn(response);
        const { type } = JSON.parse(JSON.stringify(sent));
        const asked = [...wellFormed, base].find((one) => one?.type === type);
        expect(problemsWithCallback(answer, files, asked)).toEqual([]);
        if (type === InteractionType.Ping) expect(answer).toEqual({ type: 1 });
      },
    ),
    { numRuns: runs(400), seed: 1 },
  );
  // There must be some of each, or the test is pointless.
  expect(statuses.get(200)).toBeGreaterThan(100);
  expect(statuses.get(400)).toBeGreaterThan(20);
  expect(log.lines.join("")).not.toContain(CANARY);
  expect(log.lines.join("")).not.toMatch(/token-of-/);
  // None of them is our mistake.
  expect(log.alarms().filter(({ level }) => level > 40)).toEqual([]);
});

test("an answer that waits longer than two seconds is deferred, and then edited in", async () => {
  const discord = await startFakeDiscord();
  const { ask, log, server } = await startTestEndpoint({
    api: discord.api,
    store: createSlowStore(),
  });
  const interaction = slashCommand("quote", { topic: "drills" });
  const deferred = await ask(interaction);
  expect(deferred.response.type).toBe(InteractionResponseType.DeferredChannelMessageWithSource);
  discord.note(interaction, deferred);
  const message = messageAfter(await discord.edited(interaction), "guild");
  expect(offersOf(message).map(({ label }) => label)).toContain("Share");
  expect(log.alarms()).toEqual([]);
  expect(discord.problems).toEqual([]);
  // Those under way are sent before it closes.
  const last = slashCommand("about");
  discord.note(last, await ask(last));
  await server.close();
  expect(textAround(await discord.edited(last))).toContain("27, 3 of them undated");
  await discord.close();
});

function textAround(callback: Callback): string {
  return textOf(messageAfter(callback, "guild"));
}
