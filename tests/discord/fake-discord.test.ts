import { once } from "node:events";
import {
  ApplicationCommandOptionType,
  Client,
  Events,
  GatewayDispatchEvents,
  InteractionContextType,
  InteractionResponseType,
  type RawFile,
  type RESTPutAPIApplicationCommandsJSONBody,
  Routes,
} from "discord.js";
import { afterEach, describe, expect, test } from "vitest";
import {
  type FakeDiscord,
  type FakeDiscordOptions,
  startFakeDiscord,
  TOKEN,
} from "./fake-discord.ts";
import {
  APPLICATION_ID,
  ASKER,
  autocomplete,
  buttonInteraction,
  type Callback,
  GUILD_ID,
  OTHER,
  postedMessage,
  selectInteraction,
  slashCommand,
} from "./payloads.ts";
import { problemsWithCallback, problemsWithCommands } from "./spec.ts";

const TEXT = { type: 10, content: "a brief and somewhat insipid letter" };
const SEPARATOR = { type: 14 };
const ANOTHER = { type: 2, style: 2, label: "Another", custom_id: "1:quote" };
const SOURCE = { type: 2, style: 5, label: "Source", url: "https://example.org/source" };
const FILE = { type: 13, file: { url: "attachment://citation.bib" } };
const BIB = { id: "0", name: "citation.bib", bytes: Buffer.from("@misc{}") };

function row(...components: object[]) {
  return { type: 1, components };
}

function select(...values: string[]) {
  const options = values.map((value) => ({ label: value, value }));
  return { type: 3, custom_id: "1:more", options };
}

function message(components: object[], changes: object = {}) {
  const data = { flags: 1 << 15, allowed_mentions: { parse: [] }, components, ...changes };
  return { type: 4, data };
}

function update(components: object[], changes: object = {}) {
  return { ...message(components, changes), type: 7 };
}

/** Returns a callback with `body` as the fake receives it. */
function callbackOf(body: object): Callback {
  return { response: JSON.parse(JSON.stringify(body)), files: [] };
}

/** Returns a copy of `body` with one more key in the object at `index`, counted in depth-first order. */
function withUnknownKey(body: object, index: number): unknown {
  let count = -1;
  return JSON.parse(JSON.stringify(body), (_, value) => {
    if (typeof value !== "object" || Array.isArray(value)) return value;
    count += 1;
    return count === index ? { ...value, strange: true } : value;
  });
}

describe("a callback", () => {
  const everything = message(
    [
      {
        type: 17,
        accent_color: 0x336699,
        components: [
          { ...TEXT, id: 7 },
          SEPARATOR,
          { type: 9, components: [TEXT], accessory: SOURCE },
          row(ANOTHER, SOURCE),
          row(select("2018", "2019")),
          FILE,
        ],
      },
    ],
    { attachments: [{ id: "0", filename: "citation.bib" }] },
  );

  test("is valid with every kind of component", () => {
    expect(problemsWithCallback(everything, [BIB])).toEqual([]);
  });

  test("is refused with an unknown key in any of its objects", () => {
    const size = JSON.stringify(everything).split("{").length - 1;
    for (let index = 0; index < size; index += 1) {
      const body = withUnknownKey(everything, index);
      expect(problemsWithCallback(body, [BIB])).toEqual([expect.stringContaining("strange: ")]);
    }
  });

  test.each([
    ["a pong", { type: 1 }],
    ["choices", { type: 8, data: { choices: [{ name: "Drills", value: "drills" }] } }],
    ["no choices", { type: 8, data: { choices: [] } }],
    ["40 components", message(Array.from({ length: 39 }, () => SEPARATOR).concat(TEXT))],
    ["4,000 characters", message([{ ...TEXT, content: "x".repeat(4000) }])],
    ["a private message", message([TEXT], { flags: (1 << 15) | 64 })],
    ["plain text", message([], { content: "Hello", flags: 0 })],
  ])("is valid with %s", (_, body) => {
    expect(problemsWithCallback(body, [])).toEqual([]);
  });

  test.each([
    [
      "an unknown key deep inside",
      message([row({ ...ANOTHER, colour: 1 })]),
      "components[0].components[0].colour: ",
    ],
    ["an unknown key at the top", message([TEXT], { sticker_ids: [] }), "data.sticker_ids: "],
    ["content together with Components V2", message([TEXT], { content: "x" }), "data.content: "],
    ["embeds together with Components V2", message([TEXT], { embeds: [] }), "data.embeds: "],
    ["no flag for Components V2", message([TEXT], { flags: 0 }), "data.components[0]: needs"],
    ["no components", message([]), "data.components: an empty message"],
    [
      "no allowed_mentions",
      message([TEXT], { allowed_mentions: undefined }),
      "data.allowed_mentions.parse: ",
    ],
    [
      "a ping",
      message([TEXT], { allowed_mentions: { parse: ["users"] } }),
      "data.allowed_mentions.parse: ",
    ],
    [
      "a reply's ping",
      message([TEXT], { allowed_mentions: { parse: [], replied_user: true } }),
      "replied_user: ",
    ],
    [
      "a flag for others' messages",
      message([TEXT], { flags: (1 << 15) | 1 }),
      "data.flags: Crossposted",
    ],
    [
      "41 components, nested ones counted",
      message([{ type: 17, components: Array(40).fill(SEPARATOR) }]),
      "41 in total",
    ],
    [
      "4,001 characters in two texts",
      message([TEXT, { ...TEXT, content: "x".repeat(3966) }]),
      "4001 characters",
    ],
    ["an empty text", message([{ ...TEXT, content: " \n" }]), "data.components[0].content: empty"],
    [
      "a custom_id used twice",
      message([row(ANOTHER, ANOTHER)]),
      "components[1]: custom_id “1:quote” is not unique",
    ],
    [
      "an id used twice",
      message([
        { ...TEXT, id: 1 },
        { ...TEXT, id: 1 },
      ]),
      "components[1]: id 1 is not unique",
    ],
    [
      "a long custom_id",
      message([row({ ...ANOTHER, custom_id: "x".repeat(101) })]),
      "custom_id: Too big",
    ],
    ["a long label", message([row({ ...ANOTHER, label: "x".repeat(81) })]), "label: Too big"],
    [
      "a button without a label",
      message([row({ ...ANOTHER, label: "" })]),
      "label: a button needs",
    ],
    [
      "a button without a custom_id",
      message([row({ ...ANOTHER, custom_id: undefined })]),
      "custom_id: a Secondary",
    ],
    [
      "a button with a url",
      message([row({ ...ANOTHER, url: "https://example.org" })]),
      "url: not on a Secondary",
    ],
    [
      "a link with a custom_id",
      message([row({ ...SOURCE, custom_id: "x" })]),
      "custom_id: not on a Link",
    ],
    [
      "a link that is not a web address",
      message([row({ ...SOURCE, url: "ftp://example.org" })]),
      "url: must be http",
    ],
    [
      "a long link",
      message([row({ ...SOURCE, url: `https://e.org/${"x".repeat(512)}` })]),
      "url: Too big",
    ],
    [
      "six buttons in a row",
      message([row(...Array(6).fill(SOURCE))]),
      "components[0].components: Too big",
    ],
    ["an empty row", message([row()]), "components[0].components: Too small"],
    [
      "a select in a row with a button",
      message([row(ANOTHER, select("a"))]),
      "stands alone in its row",
    ],
    ["a select without options", message([row(select())]), "options: Too small"],
    ["26 options", message([row(select(..."abcdefghijklmnopqrstuvwxyz"))]), "options: Too big"],
    ["a value used twice", message([row(select("a", "a"))]), "options: value “a” is not unique"],
    ["a long value", message([row(select("x".repeat(101)))]), "value: Too big"],
    [
      "more values to choose than options",
      message([row({ ...select("a"), max_values: 2 })]),
      "max_values: more than",
    ],
    [
      "a section without an accessory",
      message([{ type: 9, components: [TEXT] }]),
      "components[0].accessory: ",
    ],
    [
      "a container in a container",
      message([{ type: 17, components: [{ type: 17, components: [TEXT] }] }]),
      "components[0].components[0]: ",
    ],
    ["a button outside a row", message([ANOTHER]), "data.components[0]: "],
    ["a file that was not sent", message([FILE]), "data.components[0].file: no file of that name"],
    [
      "a file from elsewhere",
      message([{ type: 13, file: { url: "https://example.org/a.bib" } }]),
      "file.url: must be attachment",
    ],
    [
      "an attachment that was not sent",
      message([TEXT], { attachments: [{ id: "0" }] }),
      "attachments: no file 0",
    ],
    [
      "a long choice",
      { type: 8, data: { choices: [{ name: "x".repeat(101), value: "x" }] } },
      "data.choices[0].name: ",
    ],
    [
      "a choice of a long value",
      { type: 8, data: { choices: [{ name: "x", value: "x".repeat(101) }] } },
      "data.choices[0].value: ",
    ],
    [
      "26 choices",
      { type: 8, data: { choices: Array(26).fill({ name: "x", value: "x" }) } },
      "data.choices: Too big",
    ],
    ["an unknown type", { type: 77 }, "missing, or not of a type"],
  ])("is refused with %s", (_, body, problem) => {
    expect(problemsWithCallback(body, []).join("\n")).toContain(problem);
  });

  test.each([
    ["that no component shows", [BIB], "files[0] “citation.bib”: no component shows it"],
    [
      "whose name Discord changes",
      [{ ...BIB, name: "1¶2.bib" }],
      "“1¶2.bib”: Discord would rename it",
    ],
    [
      "that is too large",
      [{ ...BIB, bytes: Buffer.alloc(10 * 1024 ** 2 + 1) }],
      "larger than 10 MiB",
    ],
  ])("is refused with a file %s", (_, files, problem) => {
    expect(problemsWithCallback(message([TEXT]), files).join("\n")).toContain(problem);
  });

  test("is refused for another type of interaction", () => {
    const shown = postedMessage(callbackOf(message([row(ANOTHER)])), ASKER);
    const typing = autocomplete("quote", {}, "topic");
    expect(problemsWithCallback(message([TEXT]), [], typing).join()).toContain("does not answer");
    expect(problemsWithCallback(update([TEXT]), [], slashCommand("quote")).join()).toContain(
      "does not answer",
    );
    expect(problemsWithCallback(update([TEXT]), [], buttonInteraction("1:quote", shown))).toEqual(
      [],
    );
  });

  describe("that updates a message with a file", () => {
    const listed = { attachments: [{ id: "0", filename: "citation.bib" }] };
    const sent = { ...callbackOf(message([FILE, row(ANOTHER)])), files: [BIB] };
    const pressed = buttonInteraction("1:quote", postedMessage(sent, ASKER));
    const other = { ...BIB, name: "other.bib" };

    test.each([
      ["uploads it again", update([FILE], listed), [BIB]],
      ["removes it", update([TEXT], { attachments: [] }), []],
    ])("is valid if it %s", (_, body, files) => {
      expect(problemsWithCallback(body, files, pressed)).toEqual([]);
    });

    test.each([
      ["does not list its files", update([TEXT]), [], "must name those that stay"],
      ["does not list an uploaded file", update([FILE]), [BIB], "must name those that stay"],
      [
        "lists other files than it uploads",
        update([FILE], { attachments: [] }),
        [BIB],
        "“citation.bib” was sent and is not named",
      ],
      ["shows it without uploading it", update([FILE], { attachments: [] }), [], "no file of that"],
      ["shows it and uploads another", update([FILE], listed), [other], "no file of that name"],
    ])("is refused if it %s", (_, body, files, problem) => {
      expect(problemsWithCallback(body, files, pressed).join("\n")).toContain(problem);
    });
  });

  test("cannot make a public message ephemeral", () => {
    const shown = postedMessage(callbackOf(message([row(ANOTHER)])), ASKER);
    const body = update([TEXT], { flags: (1 << 15) | 64 });
    expect(problemsWithCallback(body, [], buttonInteraction("1:quote", shown)).join()).toContain(
      "Ephemeral cannot be set",
    );
  });
});

describe("a list of commands", () => {
  const QUOTE = { name: "quote", description: "The passages on a topic, word for word" };
  const TOPIC = { type: 3, name: "topic", description: "What the passages are about" };

  test("is valid with every property of a slash command", () => {
    const choices = [{ name: "Letters", value: "letters" }];
    const options = [
      { ...TOPIC, required: true, autocomplete: true },
      { ...TOPIC, name: "from", choices },
    ];
    const name_localizations = { de: "zitat", "es-ES": "cita" };
    const quote = {
      ...QUOTE,
      name_localizations,
      options,
      contexts: [0, 1, 2],
      integration_types: [0, 1],
    };
    const check = {
      name: "Verify this message",
      type: 3,
      default_member_permissions: "8192",
      nsfw: false,
    };
    expect(problemsWithCommands([quote, check])).toEqual([]);
  });

  test.each([
    ["two of one name", [QUOTE, QUOTE], "two commands are called quote"],
    ["a name with a capital", [{ ...QUOTE, name: "Quote" }], "[0].name: “Quote”"],
    ["a name with a space", [{ ...QUOTE, name: "a quote" }], "[0].name: “a quote”"],
    [
      "a localized name with a capital",
      [{ ...QUOTE, name_localizations: { de: "Zitat" } }],
      "“Zitat”",
    ],
    [
      "an unknown locale",
      [{ ...QUOTE, name_localizations: { xx: "quote" } }],
      "name_localizations.xx",
    ],
    ["no description", [{ ...QUOTE, description: "" }], "[0].description: 1 to 100"],
    [
      "a long description",
      [{ ...QUOTE, description: "x".repeat(101) }],
      "[0].description: Too big",
    ],
    [
      "an unknown key",
      [{ ...QUOTE, options: [{ ...TOPIC, hint: "drills" }] }],
      "[0].options[0].hint",
    ],
    ["26 options", [{ ...QUOTE, options: Array(26).fill(TOPIC) }], "[0].options: Too big"],
    ["two options of one name", [{ ...QUOTE, options: [TOPIC, TOPIC] }], "two are called topic"],
    [
      "a required option after an optional one",
      [{ ...QUOTE, options: [TOPIC, { ...TOPIC, name: "a", required: true }] }],
      "[0].options[1].required",
    ],
    [
      "choices together with autocomplete",
      [
        {
          ...QUOTE,
          options: [{ ...TOPIC, autocomplete: true, choices: [{ name: "a", value: "a" }] }],
        },
      ],
      "choices: not beside",
    ],
    [
      "a choice of a long value",
      [{ ...QUOTE, options: [{ ...TOPIC, choices: [{ name: "a", value: "x".repeat(101) }] }] }],
      "choices[0].value",
    ],
    [
      "a message command with a description",
      [{ ...QUOTE, type: 3 }],
      "[0].description: only slash",
    ],
    ["a message command without a name", [{ name: "", type: 3 }], "[0].name"],
    ["a message command with a long name", [{ name: "x".repeat(33), type: 3 }], "[0].name"],
    [
      "a message command that begins with a space",
      [{ name: " Verify", type: 3 }],
      "“ Verify” is no name",
    ],
    [
      "six message commands",
      [1, 2, 3, 4, 5, 6].map((number) => ({ name: `Menu ${number}`, type: 3 })),
      "6 of type 3, at most 5",
    ],
    ["8,001 characters", [{ ...QUOTE, options: longOptions() }], "characters in total"],
  ])("is refused with %s", (_, body, problem) => {
    expect(problemsWithCommands(body).join("\n")).toContain(problem);
  });

  function longOptions() {
    const choices = Array.from({ length: 25 }, (_, index) => ({
      name: `${index}`.padEnd(100, "x"),
      value: "x".repeat(100),
    }));
    return ["a", "b"].map((name) => ({ ...TOPIC, name, choices }));
  }
});

const MANIFEST = [
  {
    name: "quote",
    name_localizations: { de: "zitat" },
    description: "The passages on a topic, word for word",
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: "topic",
        description: "What the passages are about",
        required: true,
        autocomplete: true,
      },
      {
        type: ApplicationCommandOptionType.Boolean,
        name: "private",
        description: "Only you see the answer",
        required: false,
      },
    ],
    contexts: [0, 1, 2],
    integration_types: [0, 1],
  },
  { name: "help", description: "What Ibid can do", contexts: [0], integration_types: [0] },
] satisfies RESTPutAPIApplicationCommandsJSONBody;

describe("discord.js", () => {
  let discord: FakeDiscord;
  let client: Client<true>;

  async function connect(options: FakeDiscordOptions = {}): Promise<void> {
    discord = await startFakeDiscord(options);
    const starting = new Client({ intents: [], rest: { api: discord.api, retries: 0 } });
    const [[ready]] = await Promise.all([
      once(starting, Events.ClientReady),
      starting.login(TOKEN),
    ]);
    client = ready;
  }

  /** Responds to the next interaction. Resolves with the error that the bot receives, if any. */
  async function answer(body: object, files: RawFile[] = []): Promise<unknown> {
    const [{ id, token }] = await once(client.ws, GatewayDispatchEvents.InteractionCreate);
    const route = Routes.interactionCallback(id, token);
    return client.rest.post(route, { body, files, auth: false }).then(
      () => undefined,
      (error) => error,
    );
  }

  afterEach(async () => {
    await client.destroy();
    await discord.close();
  });

  test("sends a response with files", async () => {
    await connect();
    const answered = answer(message([FILE]), [{ name: "citation.bib", data: "@misc{}" }]);
    const question = slashCommand("quote", { topic: "drills", page: 2, private: true });
    const { response, files } = await discord.send(question);
    expect(response).toEqual(message([FILE]));
    expect(files).toEqual([BIB]);
    expect(await answered).toBeUndefined();
    expect(discord.requests.at(-1)).toEqual({
      method: "POST",
      path: `/interactions/${question.id}/:token/callback`,
    });
    expect(discord.problems).toEqual([]);
  });

  test("learns what is wrong with its response", async () => {
    await connect();
    const answered = answer(message([TEXT], { content: "x" }));
    await expect(discord.send(slashCommand("quote"))).rejects.toThrow("data.content: ");
    expect(await answered).toMatchObject({ status: 400, code: 50035 });
    expect(discord.problems).toEqual([expect.stringMatching(/^POST .*callback: data.content: /)]);
  });

  test("can respond to an interaction once", async () => {
    await connect();
    const answers = Promise.all([answer(message([TEXT])), answer(message([TEXT]))]);
    await discord.send(slashCommand("quote"));
    expect((await answers).filter(Boolean)).toMatchObject([{ status: 400, code: 40060 }]);
    expect(discord.problems.join()).toContain("already been acknowledged");
  });

  test("cannot respond to an unknown interaction", async () => {
    await connect();
    const post = client.rest.post(Routes.interactionCallback("1", "token"), { body: { type: 1 } });
    await expect(post).rejects.toMatchObject({ status: 404, code: 10062 });
    expect(discord.problems.join()).toContain("Unknown interaction");
  });

  test("can respond to an event of any shape that has an id and a token", async () => {
    await connect();
    const answered = answer(message([TEXT]));
    discord.dispatch("INTERACTION_CREATE", { id: "1", token: "token", type: 77 });
    expect(await answered).toBeUndefined();
    expect(discord.problems).toEqual([]);
  });

  test("gets the error that a test asks for, once", async () => {
    await connect();
    discord.failNext("callback", { status: 404, code: 10062, message: "Unknown interaction" });
    const failed = answer(message([TEXT]));
    await expect(discord.send(slashCommand("quote"))).rejects.toThrow("Unknown interaction");
    expect(await failed).toMatchObject({ status: 404, code: 10062 });

    const answered = answer(message([TEXT]));
    await discord.send(slashCommand("quote"));
    expect(await answered).toBeUndefined();
    expect(discord.problems).toEqual([]);
  });

  test("receives component interactions of the message that it sent", async () => {
    await connect();
    void answer(message([TEXT, row(ANOTHER), row(select("a", "b"))]));
    const shown = postedMessage(await discord.send(slashCommand("quote", {}, "dm")), ASKER, "dm");
    expect(shown.components?.map(({ id }) => id)).toEqual([1, 2, 4]);
    expect(shown.interaction_metadata?.user).toEqual(ASKER);

    void answer(update([TEXT]));
    const { response } = await discord.send(buttonInteraction("1:quote", shown));
    expect(response.type).toBe(InteractionResponseType.UpdateMessage);

    void answer(message([TEXT]));
    const picked = selectInteraction("1:more", ["a"], shown, OTHER);
    expect(picked).toMatchObject({ context: InteractionContextType.BotDM, user: OTHER });
    await discord.send(picked);
    expect(discord.problems).toEqual([]);
  });

  test("edits its response and follows up on it", async () => {
    await connect();
    void answer(message([TEXT]));
    const question = slashCommand("quote");
    await discord.send(question);
    const { data } = message([TEXT]);
    const original = Routes.webhookMessage(APPLICATION_ID, question.token);
    await client.rest.patch(original, { body: data, auth: false });
    await client.rest.post(Routes.webhook(APPLICATION_ID, question.token), {
      body: data,
      auth: false,
    });
    expect(discord.problems).toEqual([]);

    const hidden = { ...data, flags: (1 << 15) | 64 };
    const edit = client.rest.patch(original, { body: hidden, auth: false });
    await expect(edit).rejects.toMatchObject({ code: 50035 });
    expect(discord.problems.join()).toContain("Ephemeral cannot be set");
  });

  test("resumes, and gets the events that it missed", async () => {
    await connect();
    void answer(message([TEXT]));
    discord.drop(4000);
    await discord.send(slashCommand("quote"));
    await discord.ready();
    expect(discord.sessions).toEqual(["READY", "RESUMED"]);
  });

  test("does not reconnect after a final close code", async () => {
    await connect();
    const closed = once(client, Events.ShardDisconnect);
    client.on(Events.ShardError, () => {});
    discord.drop(4004);
    expect(await closed).toMatchObject([{ code: 4004 }, 0]);
  });

  test("gets its commands back as it registered them", async () => {
    await connect();
    const { commands } = client.application;
    await commands.set(MANIFEST);
    const fetched = await commands.fetch({ withLocalizations: true });
    for (const body of MANIFEST) {
      const command = fetched.find(({ name }) => name === body.name);
      expect(command?.equals(body)).toBe(true);
      expect(command?.equals({ ...body, name: "verify" })).toBe(false);
    }
    expect(discord.commands.get("global")?.map(({ name }) => name)).toEqual(["quote", "help"]);
    expect(discord.problems).toEqual([]);
  });

  test("keeps the id of a command that it registers again", async () => {
    await connect({ commandsByScope: { global: MANIFEST } });
    const before = discord.commands.get("global")?.map(({ id }) => id);
    await client.application.commands.set(MANIFEST);
    expect(discord.commands.get("global")?.map(({ id }) => id)).toEqual(before);
  });

  test("gets localizations only on request", async () => {
    await connect({ commandsByScope: { global: MANIFEST } });
    const fetched = await client.application.commands.fetch();
    expect(fetched.every(({ nameLocalizations }) => nameLocalizations === null)).toBe(true);
  });

  test("registers commands in a guild without their contexts", async () => {
    await connect();
    const { commands } = client.application;
    const registered = await commands.set(MANIFEST, GUILD_ID);
    expect(registered.map(({ guildId, contexts }) => [guildId, contexts])).toEqual([
      [GUILD_ID, null],
      [GUILD_ID, null],
    ]);
    expect(discord.requests.at(-1)).toEqual({
      method: "PUT",
      path: `/applications/${APPLICATION_ID}/guilds/${GUILD_ID}/commands`,
    });
  });

  test("learns what is wrong with its commands", async () => {
    await connect();
    const body = [{ name: "Quote", description: "x" }];
    const put = client.rest.put(Routes.applicationCommands(APPLICATION_ID), { body });
    await expect(put).rejects.toMatchObject({ status: 400, code: 50035 });
    expect(discord.problems.join()).toContain("[0].name: “Quote”");
    expect(discord.commands.size).toBe(0);
  });

  test("has no access to the commands of some guilds", async () => {
    await connect({ missingAccess: [GUILD_ID] });
    const { commands } = client.application;
    await expect(commands.set(MANIFEST, GUILD_ID)).rejects.toMatchObject({ code: 50001 });
    await expect(commands.fetch({ guildId: GUILD_ID })).rejects.toMatchObject({ status: 403 });
    expect(discord.problems).toEqual([]);
  });

  test("cannot use routes that the fake lacks", async () => {
    await connect();
    await expect(client.rest.get(Routes.stickerPacks())).rejects.toMatchObject({ status: 404 });
    expect(discord.problems).toEqual(["GET /sticker-packs: 404: Not Found"]);
  });

  test("cannot log in with another token", async () => {
    await connect();
    const stranger = new Client({ intents: [], rest: { api: discord.api } });
    await expect(stranger.login("another.token")).rejects.toMatchObject({ code: "TokenInvalid" });
    await stranger.destroy();
  });

  test("cannot log in while Discord fails", async () => {
    await connect();
    const unlucky = new Client({ intents: [], rest: { api: discord.api, retries: 0 } });
    discord.failNext("gateway", { status: 503, code: 0, message: "Service Unavailable" });
    await expect(unlucky.login(TOKEN)).rejects.toMatchObject({ status: 503 });
    await unlucky.destroy();
  });

  test("gets no privileged intent", async () => {
    await connect();
    const nosy = new Client({ intents: ["MessageContent"], rest: { api: discord.api } });
    const closed = once(nosy, Events.ShardDisconnect);
    nosy.on(Events.ShardError, () => {});
    await Promise.allSettled([nosy.login(TOKEN), closed]);
    expect(await closed).toMatchObject([{ code: 4014 }, 0]);
    expect(discord.problems).toEqual(["IDENTIFY: intents 32768 are privileged"]);
    await nosy.destroy();
  });
});
