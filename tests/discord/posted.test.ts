import { readFileSync } from "node:fs";
import {
  type APIMessage,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
  InteractionResponseType,
  MessageFlags,
} from "discord-api-types/v10";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { apology } from "../../src/discord/interaction.ts";
import { library, libraryOf } from "../library.ts";
import {
  ask,
  botOf,
  isPrivate,
  messageAfter,
  offersOf,
  parseAnswerable,
  quotedIn,
  textOf,
} from "./ask.ts";
import { ASKER, buttonInteraction, postedMessage, slashCommand } from "./payloads.ts";
import { LATER_VOYAGE, VOYAGE } from "./posted/voyage.ts";

// Messages stay in their channels for years, and receipts in people's notes. So every later version must
// answer what an earlier one posted. `posted/version-1.json` contains buttons, receipts and addresses as
// the first version of their format made them. It is never regenerated or edited, only added to. If a
// test of it fails, then the change to the code is wrong.

const CORPUS = v.picklist(["shipped", "voyage", "later voyage"]);
const SHOWN = ["quotation", "entries", "file"] as const;
const POSTED = v.strictObject({
  buttons: v.array(
    v.strictObject({
      corpus: CORPUS,
      label: v.string(),
      component: v.picklist(["button", "select"]),
      custom_id: v.string(),
      /** The text display with the command line in the message of the button, if it has one. */
      shown: v.optional(v.string()),
      /** Whether the message of the button is ephemeral. */
      private: v.optional(v.boolean(), false),
      answer: v.strictObject({
        as: v.picklist(["update", "message"]),
        private: v.optional(v.boolean(), false),
        shows: v.array(v.picklist(SHOWN)),
        contains: v.array(v.string()),
      }),
    }),
  ),
  addresses: v.array(
    v.strictObject({
      corpus: CORPUS,
      typed: v.string(),
      /** The present address of the words. */
      address: v.string(),
      words: v.string(),
      /** Whether the words have moved. Then a notice may offer their present address. */
      moved: v.optional(v.boolean(), false),
    }),
  ),
});
type Button = v.InferOutput<typeof POSTED>["buttons"][number];

const { buttons, addresses } = v.parse(
  POSTED,
  JSON.parse(readFileSync("tests/discord/posted/version-1.json", "utf8")),
);

const bots = {
  shipped: botOf(library),
  voyage: botOf(libraryOf(VOYAGE)),
  "later voyage": botOf(libraryOf(LATER_VOYAGE)),
};

/** Returns a message with a button as Discord has kept it. The id 1000 is a part of the format. */
function postedBy({ component, custom_id, label, shown, private: isEphemeral }: Button) {
  const components: APIMessageTopLevelComponent[] = [
    {
      type: ComponentType.Container,
      components: [
        { type: ComponentType.TextDisplay, content: "The answer of back then." },
        ...(shown === undefined
          ? []
          : [{ type: ComponentType.TextDisplay as const, id: 1000, content: shown }]),
      ],
    },
    {
      type: ComponentType.ActionRow,
      components: [
        component === "select"
          ? {
              type: ComponentType.StringSelect,
              custom_id: "open",
              options: [{ label, value: custom_id }],
            }
          : { type: ComponentType.Button, style: ButtonStyle.Secondary, label, custom_id },
      ],
    },
  ];
  const flags = MessageFlags.IsComponentsV2 | (isEphemeral ? MessageFlags.Ephemeral : 0);
  const type = InteractionResponseType.ChannelMessageWithSource;
  return postedMessage({ response: { type, data: { flags, components } }, files: [] }, ASKER);
}

const accentColourOf = ({ components = [] }: APIMessage) =>
  components.flatMap((one) => (one.type === ComponentType.Container ? [one.accent_color] : []));

const help = slashCommand("help");
const helpMessage = messageAfter(ask(bots.shipped, help), "guild");
const outdated = messageAfter(ask(bots.shipped, buttonInteraction("forged", helpMessage)), "guild");
const { response } = apology(parseAnswerable(help), "c0ffee", bots.shipped);
const sorry = messageAfter({ response, files: [] }, "guild");

/** Whether a message is a notice, which has a colour of its own. */
function isNotice(message: APIMessage): boolean {
  return String(accentColourOf(message)) === String(accentColourOf(outdated));
}

/** Fails the test if a message is a notice, or says that a button is outdated or that Ibid failed. */
function expectAnswer(message: APIMessage): void {
  expect([textOf(outdated), textOf(sorry)]).not.toContain(textOf(message));
  expect(isNotice(message)).toBe(false);
}

/** Returns the things that a message shows besides its text. */
function shownIn(message: APIMessage): readonly string[] {
  const types = (message.components ?? []).flatMap((one) => [
    one.type,
    ...(one.type === ComponentType.ActionRow || one.type === ComponentType.Container
      ? one.components.map(({ type }) => type)
      : []),
  ]);
  return [
    ...(quotedIn(message).length > 0 ? ["quotation"] : []),
    ...(types.includes(ComponentType.Section) ? ["entries"] : []),
    ...(types.includes(ComponentType.File) ? ["file"] : []),
  ];
}

describe("a button that an earlier version posted gives the same kind of answer", () => {
  test.each(buttons)("$label $custom_id", (button) => {
    const message = postedBy(button);
    const [offer] = offersOf(message);
    if (offer === undefined) throw new Error("The message has no button.");
    const callback = ask(bots[button.corpus], offer.interaction);
    const answer = messageAfter(callback, "guild", message);
    expectAnswer(answer);
    expect({
      as: callback.response.type === InteractionResponseType.UpdateMessage ? "update" : "message",
      private: isPrivate(answer),
    }).toEqual({ as: button.answer.as, private: button.answer.private });
    expect(shownIn(answer)).toEqual(expect.arrayContaining(button.answer.shows));
    for (const text of button.answer.contains) expect(textOf(answer)).toContain(text);
  });
});

describe.each(["cite", "quote"])("/%s finds the words of an earlier version’s", (name) => {
  test.each(addresses)("$typed in the corpus $corpus", (posted) => {
    const bot = bots[posted.corpus];
    let answer = messageAfter(ask(bot, slashCommand(name, { passage: posted.typed })), "guild");
    if (posted.moved && isNotice(answer)) {
      const [offer] = offersOf(answer);
      if (offer === undefined) throw new Error("The notice offers no address.");
      answer = messageAfter(ask(bot, offer.interaction), "guild", answer);
    }
    expectAnswer(answer);
    expect(textOf(answer)).toContain(posted.address);
    expect(quotedIn(answer).join("\n")).toContain(posted.words);
  });
});
