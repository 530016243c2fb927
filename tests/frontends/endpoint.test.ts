import { once } from "node:events";
import { connect } from "node:net";
import { text as textIn } from "node:stream/consumers";
import { setTimeout } from "node:timers/promises";
import { InteractionType } from "discord-api-types/v10";
import { describe, expect, onTestFinished, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { english, message } from "../../src/catalogue/catalogue.ts";
import { type OpenBot, startEndpoint } from "../../src/frontends/http/start-endpoint.ts";
import { ask, isPrivate, messageAfter, offersOf, textOf } from "../discord/ask.ts";
import { startFakeDiscord, TOKEN } from "../discord/fake-discord.ts";
import {
  ASKER,
  autocomplete,
  messageCommand,
  type OptionValues,
  slashCommand,
  userMessage,
} from "../discord/payloads.ts";
import { createSigner } from "../discord/signing.ts";
import { inEnglish } from "../in-english.ts";
import { library, slashNamesOf } from "../library.ts";
import { isLong } from "../thoroughness.ts";
import { bot, callbackIn, createLog, PING, signer, startTestEndpoint } from "./serving.ts";

const MINUTE = 60_000;
type OpenResult = Awaited<ReturnType<OpenBot>>;

const SENTENCE = /^[A-Z][^\n]*\.\n$/;

describe("signed by Discord,", () => {
  test.each([
    ["nothing but a ping", PING],
    ["a ping", { ...slashCommand("help"), type: InteractionType.Ping, data: undefined }],
  ])("%s is answered with a pong", async (_, ping) => {
    const { post } = await startTestEndpoint();
    expect(await (await post(ping)).json()).toEqual({ type: 1 });
  });

  test.each(commands.map(({ name }) => name))("/%s is answered", async (name) => {
    const { post, log } = await startTestEndpoint();
    const options: OptionValues = name === "search" ? { query: "missile threats" } : {};
    const callback = await callbackIn(await post(slashCommand(name, options)));
    expect(textOf(messageAfter(callback, "guild"))).not.toBe("");
    expect(log.alarms()).toEqual([]);
  });

  test("component interactions are answered", async () => {
    const { post } = await startTestEndpoint();
    const asked = await callbackIn(await post(slashCommand("letter", { date: "2018" })));
    const [first] = offersOf(messageAfter(asked, "guild"));
    const letter = await callbackIn(await post(first?.interaction));
    expect(textOf(messageAfter(letter, "guild"))).toContain("Letter from");
  });

  test("autocomplete interactions are answered", async () => {
    const { post } = await startTestEndpoint();
    const typed = await post(autocomplete("quote", { topic: "dri" }, "topic"));
    expect(await typed.json()).toMatchObject({ type: 8, data: { choices: [{ value: "drills" }] } });
  });

  test("message commands are answered", async () => {
    const { post } = await startTestEndpoint();
    const message = userMessage("He says that “no changed outcome can be anticipated”.");
    const callback = await callbackIn(await post(messageCommand("Verify quotation", message)));
    expect(textOf(messageAfter(callback, "guild"))).toContain("character for character");
  });

  test("answers with files are delivered in a request of their own", async () => {
    const { post, deliveries } = await startTestEndpoint();
    const options = { passage: "2019-08-05", style: "bibtex" };
    const response = await post(slashCommand("cite", options));
    expect([response.status, await response.text()]).toEqual([202, ""]);
    const [delivered = response] = [...deliveries.values()];
    const { files } = await callbackIn(delivered);
    expect(files).toMatchObject([{ id: "0", name: expect.stringMatching(/\.bib$/) }]);
    expect(files[0]?.bytes.toString()).toContain("@misc{2019-08-05-kim-to-trump,");
  });

  test("many at once are answered, each by itself", async () => {
    const { post } = await startTestEndpoint();
    const topics = ["drills", "sanctions", "summits", "denuclearization"];
    const asked = Array.from({ length: 40 }, (_, index) => topics[index % 4] ?? "");
    const answers = await Promise.all(
      asked.map(async (topic) => callbackIn(await post(slashCommand("topics", { topic })))),
    );
    for (const [index, answer] of answers.entries()) {
      const text = textOf(messageAfter(answer, "guild"));
      expect(text).toContain(`/topics topic:${asked[index]}`);
    }
  });

  test.each([
    ["in upper-case letters", (hex: string) => hex.toUpperCase()],
    ["in lower-case letters", (hex: string) => hex],
  ])("a request with a signature %s is answered", async (_, written) => {
    const { post } = await startTestEndpoint();
    const body = JSON.stringify(PING);
    const signed = signer.headers(body);
    const signature = written(signed["x-signature-ed25519"] ?? "");
    const headers = { ...signed, "x-signature-ed25519": signature };
    expect((await post(body, { headers })).status).toBe(200);
  });
});

describe("401 is the answer to", () => {
  const body = JSON.stringify(slashCommand("help"));
  const signed = signer.headers(body);
  const zeros = "0".repeat(128);

  test.each([
    ["no signature", { "x-signature-ed25519": "" }],
    ["no timestamp", { "x-signature-timestamp": "" }],
    ["a signature of zeros", { "x-signature-ed25519": zeros }],
    ["a signature that is not hex", { "x-signature-ed25519": "g".repeat(128) }],
    [
      "half a signature",
      { "x-signature-ed25519": (signed["x-signature-ed25519"] ?? "").slice(64) },
    ],
    ["two signatures", { "x-signature-ed25519": `${zeros}, ${zeros}` }],
    ["the signature of another body", signer.headers("{}")],
    ["another application’s signature", createSigner().headers(body)],
    [
      "a timestamp that was not signed",
      { "x-signature-timestamp": `${Math.floor(Date.now() / 1000) - 7}` },
    ],
    ["a timestamp that is not a number", { "x-signature-timestamp": "now" }],
    ["a timestamp with an exponent", { "x-signature-timestamp": "1e9" }],
  ])("%s", async (_, headers) => {
    const { post, log } = await startTestEndpoint();
    const response = await post(body, { headers: { ...signed, ...headers } });
    expect(response.status).toBe(401);
    expect(await response.text()).toMatch(SENTENCE);
    expect(log.alarms()).toEqual([]);
  });

  test("a body that was changed by one byte", async () => {
    const { post } = await startTestEndpoint();
    expect((await post(`${body} `, { headers: signed })).status).toBe(401);
  });

  test.each([
    ["a replay of six minutes ago", -6, 401],
    ["a clock that is six minutes ahead", 6, 401],
  ])("%s", async (_, minutes, status) => {
    const { post } = await startTestEndpoint();
    expect((await post(body, { at: Date.now() + minutes * MINUTE })).status).toBe(status);
  });

  test.each([-4, 4])("none of the requests whose clock differs by %i minutes", async (minutes) => {
    const { post } = await startTestEndpoint();
    expect((await post(body, { at: Date.now() + minutes * MINUTE })).status).toBe(200);
  });

  test("any unsigned request, even if it has other errors", async () => {
    const { origin } = await startTestEndpoint();
    for (const sent of ["", "{", "null", body, "x".repeat(1000)]) {
      const response = await fetch(`${origin}/interactions`, { method: "POST", body: sent });
      expect([sent, response.status]).toEqual([sent, 401]);
    }
  });
});

describe("even if Discord has signed it,", () => {
  test.each([
    ["an empty body", "", 400],
    ["truncated JSON", JSON.stringify(slashCommand("help")).slice(0, 200), 400],
    ["invalid UTF-8", Buffer.from([0x22, 0xff, 0xfe, 0x22]), 400],
    ["UTF-16", Buffer.from(JSON.stringify(PING), "utf16le"), 400],
    ["deeply nested brackets", "[".repeat(100_000), 400],
    ["null", "null", 400],
    ["a number", "1", 400],
    ["a list", JSON.stringify([PING]), 400],
    ["an empty object", "{}", 400],
    ["an unknown type", JSON.stringify({ ...slashCommand("help"), type: 77 }), 400],
    ["a type as a string", JSON.stringify({ ...slashCommand("help"), type: "PING" }), 400],
    ["a command without an id", JSON.stringify({ ...slashCommand("help"), id: undefined }), 400],
    ["a command without a token", JSON.stringify({ ...slashCommand("help"), token: 7 }), 400],
  ])("%s is refused", async (_, body, status) => {
    const { post, log } = await startTestEndpoint();
    const response = await post(body);
    expect([response.status, await response.text()]).toEqual([
      status,
      expect.stringMatching(SENTENCE),
    ]);
    expect(log.alarms()).toEqual([]);
  });

  test.each([
    ["", 415],
    ["text/plain", 415],
    ["application/x-www-form-urlencoded", 415],
    ["application/jsonp", 415],
    ["multipart/form-data; boundary=application/json", 415],
    ["application/json", 200],
    ["Application/JSON; charset=utf-8", 200],
  ])("the content type “%s” gets %i", async (type, status) => {
    const { post } = await startTestEndpoint();
    // A body of bytes does not set a content type.
    const response = await post(Buffer.from(JSON.stringify(PING)), {
      headers: { "content-type": type },
    });
    expect(response.status).toBe(status);
  });

  test("a body of 256 KiB is read, but not one byte more", async () => {
    const { post } = await startTestEndpoint();
    const body = (length: number) => JSON.stringify(PING).padEnd(length);
    expect((await post(body(256 * 1024))).status).toBe(200);
    const response = await post(body(256 * 1024 + 1));
    expect([response.status, await response.text()]).toEqual([
      413,
      expect.stringMatching(SENTENCE),
    ]);
  });

  test("a failing command gets an apology with the reference that is in the log", async () => {
    const { post, log } = await startTestEndpoint();
    const callback = await callbackIn(await post(slashCommand("broken", { about: "a secret" })));
    const message = messageAfter(callback, "guild");
    const reference = /log as ([0-9a-f]{8})/.exec(textOf(message))?.[1];
    expect(reference).toBeDefined();
    expect(isPrivate(message)).toBe(true);
    expect(log.alarms()).toMatchObject([
      {
        reference,
        error: {
          name: "Error",
          frames: expect.arrayContaining([expect.stringMatching(/^at .*serving\.ts/)]),
        },
      },
    ]);
    expect(log.lines.join("")).not.toContain("lamp");
    const typed = await post(autocomplete("broken", {}, "about"));
    expect(await typed.json()).toEqual({ type: 8, data: { choices: [] } });
  });
});

describe("on a raw connection,", () => {
  const body = JSON.stringify(slashCommand("help"));
  const chunked = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`;

  function head(headers: Readonly<Record<string, string | number>>, of = body): string {
    const all = {
      host: "ibid",
      "content-type": "application/json",
      ...signer.headers(of),
      ...headers,
    };
    const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
    return `POST /interactions HTTP/1.1\r\n${lines.join("")}\r\n`;
  }

  /** Sends a request and returns all that comes back until the connection closes. */
  async function exchange(origin: string, sent: string): Promise<string> {
    const socket = connect({ host: "127.0.0.1", port: Number(new URL(origin).port) });
    socket.on("error", () => {});
    socket.end(sent);
    return textIn(socket).catch(() => "");
  }

  test("a chunked body is answered", async () => {
    const { origin } = await startTestEndpoint();
    const sent = `${head({ "transfer-encoding": "chunked" })}${chunked(body)}0\r\n\r\n`;
    expect(await exchange(origin, sent)).toMatch(/^HTTP\/1\.1 200 /);
  });

  test("endless chunks are refused", async () => {
    const { origin } = await startTestEndpoint();
    const sent = head({ "transfer-encoding": "chunked" }) + chunked("x".repeat(65_536)).repeat(80);
    expect(await exchange(origin, sent)).toMatch(/^HTTP\/1\.1 413 /);
  });

  test.each([
    ["announces 5 MiB", { "content-length": 5 * 1024 ** 2 }, /^HTTP\/1\.1 413 /],
    ["announces less than it has", { "content-length": 20 }, /^HTTP\/1\.1 40[01] /],
    ["announces an invalid length", { "content-length": "many" }, /^HTTP\/1\.1 400 /],
    [
      "announces a length and chunks",
      { "content-length": body.length, "transfer-encoding": "chunked" },
      /^HTTP\/1\.1 400 /,
    ],
  ])("a body that %s is refused", async (_, headers, status) => {
    const { origin, post } = await startTestEndpoint();
    expect(await exchange(origin, head(headers) + body)).toMatch(status);
    expect((await post(PING)).status).toBe(200);
  });

  test.each([
    ["a body", { "content-length": body.length + 100 }, body],
    ["chunks", { "transfer-encoding": "chunked" }, chunked(body)],
    ["headers", {}, ""],
  ])("%s that break off do not stop Ibid", async (what, headers, sent) => {
    const { origin, post, log } = await startTestEndpoint();
    const all = head(headers) + sent;
    const answer = await exchange(origin, what === "headers" ? all.slice(0, 60) : all);
    expect(answer).not.toMatch(/^HTTP\/1\.1 [25]/);
    expect((await post(PING)).status).toBe(200);
    expect(log.alarms().filter(({ level }) => level >= 50)).toEqual([]);
  });

  test("a request that is still arriving when Ibid ends is answered, but no new one", async () => {
    const { origin, server } = await startTestEndpoint();
    const socket = connect({ host: "127.0.0.1", port: server.port });
    const answer = textIn(socket);
    socket.write(head({ "content-length": body.length }) + body.slice(0, 50));
    // Once this is answered, the server has begun to read the other request.
    await fetch(`${origin}/healthz`);
    const closed = server.close();
    await expect(fetch(`${origin}/healthz`)).rejects.toThrow();
    socket.write(body.slice(50));
    expect(await answer).toMatch(/^HTTP\/1\.1 200 [\s\S]*connection: close[\s\S]*\/letter/i);
    await closed;
  });

  test.runIf(isLong)("a request that takes longer than ten seconds to arrive is cut", async () => {
    const { origin } = await startTestEndpoint();
    const socket = connect({ host: "127.0.0.1", port: Number(new URL(origin).port) });
    const answer = textIn(socket);
    let seconds = 0;
    const dripping = setInterval(() => {
      seconds += 1;
      socket.write(body[seconds % body.length] ?? "");
    }, 1000);
    onTestFinished(() => clearInterval(dripping));
    socket.write(head({ "content-length": body.length }));
    expect(await answer).toMatch(/^HTTP\/1\.1 408 /);
    // A busy machine takes fewer steps in the same time.
    expect(seconds).toBeLessThan(15);
  });

  test("a request that never arrives completely does not keep Ibid from ending", async () => {
    const { origin, server } = await startTestEndpoint();
    const socket = connect({ host: "127.0.0.1", port: server.port });
    socket.on("error", () => {});
    const ended = once(socket, "close");
    socket.write(head({ "content-length": body.length }) + body.slice(0, 50));
    await fetch(`${origin}/healthz`);
    await server.close();
    await ended;
  });
});

describe("other requests", () => {
  test.each([
    ["GET", "/interactions", 405],
    ["PUT", "/interactions", 405],
    ["DELETE", "/interactions", 405],
    ["OPTIONS", "/interactions", 405],
    ["GET", "/", 404],
    ["POST", "/", 404],
    ["POST", "/interactions/", 404],
    ["POST", "/healthz", 404],
    ["GET", "/../../package.json", 404],
    ["GET", "/%00", 404],
    ["GET", "/%zz", 404],
    ["GET", "/healthz", 200],
    ["GET", "/readyz", 200],
  ])("%s %s get %3$i", async (method, path, status) => {
    const { origin, log } = await startTestEndpoint();
    const response = await fetch(`${origin}${path}`, { method });
    expect([response.status, await response.text()]).toEqual([
      status,
      expect.stringMatching(SENTENCE),
    ]);
    if (status === 405) expect(response.headers.get("allow")).toBe("POST");
    expect(log.alarms()).toEqual([]);
  });
});

describe("while the corpus is being read,", () => {
  /** Starts an endpoint whose corpus is loaded when the test calls `finish`. */
  async function startLoading() {
    let finish: (opened: OpenResult) => void = () => {};
    const opening = new Promise<OpenResult>((resolve) => {
      finish = resolve;
    });
    const { log, lines } = createLog();
    const serving = {
      publicKey: signer.publicKey,
      showsMetrics: true,
      port: 0,
      commands,
      t: english,
      log,
    };
    const started = startEndpoint(() => opening, { ...serving, hostname: "127.0.0.1" });
    const port = () => lines.map((line) => JSON.parse(line).port).find(Number.isInteger);
    while (port() === undefined) await new Promise(setImmediate);
    const origin = `http://127.0.0.1:${port()}`;
    const post = (body: unknown) => fetch(signer.request(origin, JSON.stringify(body)));
    return { finish, started, origin, post };
  }

  test("Ibid is alive but not ready, and its users get a notice", async () => {
    const { finish, started, origin, post } = await startLoading();
    const ready = () => fetch(`${origin}/readyz`);
    expect((await fetch(`${origin}/healthz`)).status).toBe(200);
    const waiting = await ready();
    expect([waiting.status, await waiting.text()]).toEqual([503, "The corpus is being read.\n"]);
    expect(await (await post(PING)).json()).toEqual({ type: 1 });

    const asked = slashCommand("quote", { topic: "drills" });
    const notice = messageAfter(await callbackIn(await post(asked)), "guild");
    expect(textOf(notice)).toContain("The corpus is still being read.");
    expect(isPrivate(notice)).toBe(true);
    const typed = await post(autocomplete("quote", {}, "topic"));
    expect(await typed.json()).toEqual({ type: 8, data: { choices: [] } });

    finish({ bot, library });
    const server = await started;
    if ("error" in server) throw new Error(server.error.map(inEnglish).join("\n"));
    expect((await ready()).status).toBe(200);
    expect(await callbackIn(await post(asked))).toEqual(ask(bot, asked));
    await server.close();
  });

  test("a corpus with problems ends Ibid", async () => {
    const { finish, started, origin } = await startLoading();
    const error = [message("problem.no-document")];
    finish({ error });
    expect(await started).toEqual({ error });
    await expect(fetch(`${origin}/healthz`)).rejects.toThrow();
  });
});

describe("with a token,", () => {
  const GUILD_ID = "100000000000000002";

  async function startWithToken(guildId?: string, token = TOKEN) {
    const inGuild = [{ name: "old", description: "Old." }];
    const discord = await startFakeDiscord({
      guilds: [GUILD_ID],
      commandsByScope: guildId === undefined ? { [GUILD_ID]: inGuild } : { global: inGuild },
    });
    const { log, lines } = createLog();
    const server = await startEndpoint(async () => ({ bot, library }), {
      publicKey: signer.publicKey,
      showsMetrics: false,
      port: 0,
      hostname: "127.0.0.1",
      discord: { token, api: discord.api, ...(guildId && { guildId }) },
      commands,
      t: english,
      log,
    });
    if (!("error" in server)) await server.close();
    await discord.close();
    expect(lines.join("")).not.toContain(token);
    const names = (scope: string) => discord.commands.get(scope)?.map(({ name }) => name);
    return { server, discord, names };
  }

  const all = [
    ...slashNamesOf(bot.commands),
    ...bot.commands.flatMap(({ messageCommand }) => messageCommand?.label ?? []),
  ];

  test("commands are registered globally, and removed from every guild", async () => {
    const { discord, names } = await startWithToken();
    expect([names("global"), names(GUILD_ID)]).toEqual([all, []]);
    expect([discord.problems, discord.sessions]).toEqual([[], []]);
  });

  test("commands are registered in one guild only", async () => {
    const { discord, names } = await startWithToken(GUILD_ID);
    expect([names("global"), names(GUILD_ID)]).toEqual([[], all]);
    expect([discord.problems, discord.sessions]).toEqual([[], []]);
  });

  test.each([
    ["if it is wrong", "a.wrong.token", "Discord rejects DISCORD_TOKEN."],
    ["if Discord refuses the commands", TOKEN, "(code 30034)."],
  ])("%s, Ibid answers, says so once, and tries again", async (_, token, reason) => {
    const discord = await startFakeDiscord();
    discord.failNext("commands", { status: 400, code: 30034, message: "Daily limit reached" });
    const { log, lines, alarms } = createLog();
    const server = await startEndpoint(async () => ({ bot, library }), {
      publicKey: signer.publicKey,
      showsMetrics: false,
      port: 0,
      hostname: "127.0.0.1",
      discord: { token, api: discord.api },
      commands,
      t: english,
      log,
    });
    if ("error" in server) throw new Error(server.error.map(inEnglish).join("\n"));
    const origin = `http://127.0.0.1:${server.port}`;
    expect((await fetch(`${origin}/readyz`)).status).toBe(200);
    const answer = await fetch(signer.request(origin, JSON.stringify(slashCommand("help"))));
    expect(answer.status).toBe(200);
    const attempts = discord.requests.length;
    while (discord.requests.length === attempts) await setTimeout(50);
    if (token === TOKEN) while (!discord.commands.has("global")) await setTimeout(50);
    expect(alarms()).toEqual([
      expect.objectContaining({ msg: expect.stringContaining(`not registered. `) }),
    ]);
    expect(alarms()[0]?.msg).toContain(reason);
    expect(lines.join("")).not.toContain(token);
    await server.close();
    await discord.close();
  });
});

test("the log contains no text of a user, no user id and no token", async () => {
  const { post, origin, log } = await startTestEndpoint();
  const typed = "a very private question";
  const asked = [
    slashCommand("search", { query: typed }),
    slashCommand("broken", { about: typed }),
    slashCommand(typed, {}),
    autocomplete("broken", { about: typed }, "about"),
    messageCommand(typed, userMessage(typed)),
  ];
  for (const interaction of asked) {
    await post(interaction);
    await post({ ...interaction, data: typed });
    await post(`${JSON.stringify(interaction)}}`);
    await post(interaction, { at: 0 });
  }
  await fetch(`${origin}/${encodeURIComponent(typed)}`);
  const lines = log.lines.join("");
  expect(log.alarms().length).toBeGreaterThan(0);
  for (const secret of [
    typed,
    encodeURIComponent(typed),
    ASKER.id,
    ...asked.map(({ token }) => token),
  ]) {
    expect(lines).not.toContain(secret);
  }
});
