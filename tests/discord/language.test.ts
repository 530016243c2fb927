import {
  type APIInteraction,
  type APIMessage,
  InteractionType,
  Locale,
} from "discord-api-types/v10";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { isMessageKey } from "../../src/catalogue/catalogue.ts";
import { createBot } from "../../src/command/bot.ts";
import { apology, busy, notReady, respondTo } from "../../src/discord/interaction.ts";
import { manifestsOf, slashCommandManifests } from "../../src/discord/manifest.ts";
import { resolveLanguage } from "../../src/keeping/answer-language.ts";
import { type Kept, NOTHING_KEPT } from "../../src/keeping/kept.ts";
import { translationInto } from "../../src/language/translation/catalogues.ts";
import { localCommandName, localMenuLabel } from "../../src/language/translation/local-names.ts";
import { contextOf, libraryOf } from "../library.ts";
import { runs } from "../thoroughness.ts";
import { ask, botOf, isPrivate, messageAfter, offersOf, parseAnswerable, textOf } from "./ask.ts";
import { messageCommand, OTHER, slashCommand, userMessage, type Where } from "./payloads.ts";

const korean = translationInto("ko");
if (korean === undefined) throw new Error("There is no Korean.");
/** A corpus without a word of Korean. */
const library = libraryOf({
  "people.yaml": "Ada Quill: {role: Clerk}\nTom Hale: {}\n",
  "topics.yaml": "lamps: {label: Lamps}\n",
  "1.md":
    "---\nfrom: Ada Quill\nto: Tom Hale\ndate: 1851-03-14\ntopics: [lamps]\n---\n\nThe lamps are lit every evening.\n",
  "2.md": "---\nfrom: Tom Hale\nto: Ada Quill\ndate: 1851-03-20\n---\n\nNobody lights them here.\n",
});
const bot = botOf(library);
const koreanBot = createBot(commands, () => contextOf(library), { t: korean });

/** What Discord says of languages: that of the user, and that of the server. */
interface Tongues {
  readonly locale?: string;
  readonly guildLocale?: string;
  readonly isCommunity?: boolean;
}

/** Returns an interaction of a user in a server with these languages. */
function spoken<T extends APIInteraction>(
  interaction: T,
  { locale = "en-US", guildLocale = "en-US", isCommunity = false }: Tongues,
): T {
  if (!("guild_id" in interaction)) return { ...interaction, locale };
  const guild = {
    id: interaction.guild_id,
    features: isCommunity ? ["NEWS", "COMMUNITY"] : [],
    locale: guildLocale,
  };
  return { ...interaction, locale, guild, guild_locale: guildLocale };
}

/** The settings that are kept, by level. */
type Levels = Partial<Record<"user" | "channel" | "server", string>>;

function keptOf(levels: Levels): Kept {
  const settings = Object.fromEntries(
    Object.entries(levels).map(([level, language]) => [
      level,
      { value: { language }, version: "1" },
    ]),
  );
  return { settings };
}

/** Returns the language of a message of ours. */
function languageOf(message: Pick<APIMessage, "components">): string {
  return /[가-힣]/.test(textOf(message).replace(/^\/.*/gm, "")) ? "ko" : "en";
}

/** Answers with what is kept, and returns the message. */
function answer(interaction: APIInteraction, levels: Levels, of = bot): APIMessage {
  const { asker, ...parsed } = parseAnswerable(interaction);
  const situation = { asker, kept: keptOf(levels), problem: undefined };
  const { response } = respondTo({ ...parsed, asker }, of, situation);
  const where: Where = "guild_id" in interaction ? "guild" : "dm";
  return messageAfter({ response: JSON.parse(JSON.stringify(response)), files: [] }, where);
}

const about = (options = {}, where: Where = "guild") => slashCommand("about", options, where);

describe("an answer is in the language", () => {
  test.each<[string, string, Tongues, Levels, Record<string, boolean>, Where]>([
    ["of the asker, if it is private", "ko", { locale: "ko" }, {}, { private: true }, "guild"],
    ["of the server, if it is public", "en", { locale: "ko" }, { server: "en" }, {}, "guild"],
    ["that the server has set", "ko", {}, { server: "ko" }, {}, "guild"],
    ["that the channel has set", "ko", {}, { channel: "ko", server: "en" }, {}, "guild"],
    ["of a community", "ko", { guildLocale: "ko", isCommunity: true }, {}, {}, "guild"],
    ["of no other server’s locale", "en", { guildLocale: "ko" }, {}, {}, "guild"],
    [
      "that the user has set, if it is private",
      "en",
      { locale: "ko" },
      { user: "en" },
      { private: true },
      "guild",
    ],
    ["of the server, whatever the user has set", "en", {}, { user: "ko" }, {}, "guild"],
    ["of the asker in direct messages", "ko", { locale: "ko" }, {}, {}, "dm"],
    ["that the user has set, in direct messages", "ko", {}, { user: "ko" }, {}, "dm"],
    ["of a group message’s asker", "ko", { locale: "ko" }, {}, {}, "user-install"],
    [
      "of the place, if the asker’s has no catalogue",
      "ko",
      { locale: "de" },
      { server: "ko" },
      { private: true },
      "guild",
    ],
  ])("%s", (_, language, tongues, levels, options, where) => {
    expect(languageOf(answer(spoken(about(options, where), tongues), levels))).toBe(language);
  });

  test("of the configuration, where nothing else is known", () => {
    for (const where of ["guild", "dm"] as const) {
      const interaction = spoken(about({}, where), { locale: "de", guildLocale: "ko" });
      expect(languageOf(answer(interaction, {}, koreanBot))).toBe("ko");
      expect(languageOf(answer(interaction, {}))).toBe("en");
    }
  });

  test("that one rule gives, whatever is known", () => {
    const tag = fc.constantFrom(undefined, "ko", "en", "en-GB", "de", "zh-TW", "?", "");
    fc.assert(
      fc.property(
        fc.record({ user: tag, locale: tag, channel: tag, server: tag, serverLocale: tag }),
        fc.boolean(),
        fc.boolean(),
        ({ locale, serverLocale, ...levels }, isPrivate, isInServer) => {
          const known = (one: string | undefined) =>
            one?.startsWith("en") ? "en" : one === "ko" ? "ko" : undefined;
          const own = known(levels.user) ?? known(locale);
          const place = known(levels.channel) ?? known(levels.server) ?? known(serverLocale);
          const expected = isPrivate || !isInServer ? (own ?? place) : place;
          const kept = keptOf(
            Object.fromEntries(Object.entries(levels).filter(([, one]) => one !== undefined)),
          );
          const asker = {
            managesServer: false,
            locale,
            serverLocale,
            server: isInServer ? "1" : undefined,
          };
          const { value, from } = resolveLanguage({ asker, kept }, isPrivate, "x");
          expect(value).toBe(expected ?? "x");
          expect(from === "configuration").toBe(expected === undefined);
        },
      ),
      { numRuns: runs(200) },
    );
  });
});

describe("below a public answer", () => {
  const inEnglishServer = { locale: "ko", guildLocale: "en-US", isCommunity: true };
  const message = answer(spoken(slashCommand("people"), inEnglishServer), {});

  test("a button of its asker keeps the server’s language", () => {
    const updated = offersOf(message).filter(({ label }) => !label.startsWith("Open"));
    for (const { interaction } of updated) {
      const callback = ask(bot, spoken(interaction, inEnglishServer));
      expect(languageOf(messageAfter(callback, "guild", message))).toBe("en");
    }
  });

  test("a private answer to a press is in the language of the user who pressed", () => {
    const presses = offersOf(message, OTHER);
    expect(presses).not.toEqual([]);
    for (const { interaction } of presses) {
      for (const locale of ["ko", "en-US"]) {
        const pressed = messageAfter(
          ask(bot, spoken(interaction, { ...inEnglishServer, locale })),
          "guild",
        );
        expect(isPrivate(pressed)).toBe(true);
        expect(languageOf(pressed)).toBe(locale.slice(0, 2));
      }
    }
  });

  test("a private answer that is shared is in the server’s language", () => {
    const own = answer(spoken(about({ private: true }), inEnglishServer), {});
    expect(languageOf(own)).toBe("ko");
    const share = offersOf(own).find(({ label }) => label === korean("message.share"));
    if (share === undefined) throw new Error("There is no button to share.");
    const shared = messageAfter(ask(bot, spoken(share.interaction, inEnglishServer)), "guild");
    expect([isPrivate(shared), languageOf(shared)]).toEqual([false, "en"]);
  });

  test("options that a button leaves to the message are read in every language", () => {
    const long = "the words that nobody in this corpus has ever written down ".repeat(3).trim();
    const interaction = spoken(slashCommand("verify", { text: long }), { locale: "ko" });
    const inKorean = answer(interaction, { server: "ko" });
    expect(textOf(inKorean)).toContain("/검증 인용문:");
    const details = offersOf(inKorean).find(({ label }) => label === korean("action.details"));
    if (details === undefined) throw new Error("There are no details.");
    expect(details.id).not.toContain("nobody");
    const { t: _, ...rest } = bot;
    const answered = ask({ ...rest, t: korean }, details.interaction);
    expect(textOf(messageAfter(answered, "guild"))).toContain("nobody in this corpus");
  });
});

test("every notice without a command is in the asker’s language", () => {
  const interaction = parseAnswerable(spoken(about(), { locale: "ko" }));
  const notices = [
    notReady(interaction, bot.t),
    busy(interaction, bot.t),
    apology(interaction, "0a1b", bot),
    respondTo(
      { ...interaction, kind: "component", customId: "?", message: { flags: 0, components: [] } },
      bot,
    ),
    respondTo({ ...interaction, kind: "unsupported" }, bot),
    respondTo({ ...interaction, kind: "malformed", path: "data" }, bot),
  ];
  for (const { response } of notices) {
    const message = messageAfter(
      { response: JSON.parse(JSON.stringify(response)), files: [] },
      "guild",
    );
    expect(languageOf(message)).toBe("ko");
  }
  const onMessage = spoken(messageCommand("Verify quotation", userMessage("")), { locale: "ko" });
  expect(languageOf(messageAfter(ask(bot, onMessage), "guild"))).toBe("ko");
});

test("completions are in the asker’s language, and by the names of any language", () => {
  const labels = (typed: string, locale: string) =>
    bot
      .suggest("help", "command", typed, {
        asker: { managesServer: false, locale },
        kept: NOTHING_KEPT,
      })
      .map(({ label, value }) => [label, value]);
  expect(labels("인용", "ko")).toEqual([[`/인용 · ${korean("command.quote")}`, "quote"]]);
  expect(labels("인용", "en-US")).toEqual([[`/quote · ${bot.t("command.quote")}`, "quote"]]);
  expect(labels("quo", "ko")).toEqual([[`/인용 · ${korean("command.quote")}`, "quote"]]);
});

test("every command and option, and every entry of a message’s menu, has a name in each catalogue", () => {
  const keys = commands.flatMap(({ name, options, messageCommand }) => [
    ...name.split(" ").map((word) => `command-name.${word}`),
    ...Object.entries(options).flatMap(([key, { hidden }]) =>
      hidden ? [] : [`option-name.${key}`],
    ),
    ...(messageCommand === undefined ? [] : [`menu-name.${name}`]),
  ]);
  expect(keys.filter((key) => !isMessageKey(key))).toEqual([]);
  for (const { name, messageCommand } of commands) {
    expect(localCommandName(name, bot.t)).toBe(name);
    if (messageCommand !== undefined) {
      expect(localMenuLabel(name, messageCommand.label, bot.t)).toBe(messageCommand.label);
    }
  }
});

describe("Discord’s localizations", () => {
  const manifests = slashCommandManifests(commands, "global");

  test("have a name and a description in Korean for each command and option", () => {
    const parts = manifests.flatMap((command) => [
      command,
      ...command.options,
      ...command.options.flatMap((one) => ("options" in one ? (one.options ?? []) : [])),
    ]);
    for (const { name, name_localizations: names, description_localizations: texts } of parts) {
      expect(names?.[Locale.Korean], name).toMatch(/^[가-힣]{1,32}$/);
      expect(texts?.[Locale.Korean]?.length, name).toBeLessThanOrEqual(100);
      expect(texts?.[Locale.Korean], name).toMatch(/[가-힣]/);
    }
    for (const { options, name } of manifests) {
      const names = options.map((one) => one.name_localizations?.[Locale.Korean]);
      expect(new Set(names).size, name).toBe(names.length);
    }
    const names = manifests.map((one) => one.name_localizations?.[Locale.Korean]);
    expect(new Set(names).size).toBe(names.length);
  });

  test("stay within 8,000 characters a command, counting the longest of each text", () => {
    const longest = (text: string, localizations: Readonly<Record<string, unknown>> = {}) =>
      Math.max(...[text, ...Object.values(localizations)].map((one) => String(one).length));
    interface Part {
      readonly name: string;
      readonly description: string;
      readonly name_localizations?: object | null;
      readonly description_localizations?: object | null;
      readonly options?: readonly Part[];
    }
    const lengthOf = (part: Part): number =>
      longest(part.name, { ...part.name_localizations }) +
      longest(part.description, { ...part.description_localizations }) +
      (part.options ?? []).reduce((sum, one) => sum + lengthOf(one), 0);
    for (const command of manifests) expect(lengthOf(command)).toBeLessThanOrEqual(8000);
  });

  test("give the operator’s language to locales without a catalogue, and names stay the declared ones", () => {
    const [command] = slashCommandManifests(commands, "global", korean);
    expect(command?.name).toBe(manifests[0]?.name);
    expect(command?.description).toMatch(/[가-힣]/);
    expect(command?.description_localizations?.[Locale.EnglishUS]).toBe(manifests[0]?.description);
  });

  test("include the menu of a message", () => {
    const menu = manifestsOf(commands, "guild").find(({ name }) => name === "Verify quotation");
    expect(menu?.name_localizations?.[Locale.Korean]).toBe("인용문 검증");
  });
});

test("an interaction without the documented languages is answered anyway", () => {
  const { locale: _, ...without } = about();
  const interaction = {
    ...without,
    guild_locale: 7,
    guild: "x",
    type: InteractionType.ApplicationCommand,
  };
  const { asker } = parseAnswerable(interaction);
  expect([asker.locale, asker.serverLocale]).toEqual([undefined, undefined]);
});
