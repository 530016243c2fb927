import { describe, expect, test } from "vitest";
import * as page from "../../page/payloads.js";
import { ask, botOf } from "../discord/ask.ts";
import {
  ASKER,
  autocomplete,
  buttonInteraction,
  messageCommand,
  postedMessage,
  selectInteraction,
  slashCommand,
  userMessage,
} from "../discord/payloads.ts";
import { library } from "../library.ts";

const bot = botOf(library);

const QUOTE = { id: page.snowflake(), name: "quote" };
const MENU = { id: page.snowflake(), name: "Verify quotation" };

/** Replaces each value of a payload by its type. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== "object" || value === null) return value === null ? "null" : typeof value;
  return Object.fromEntries(
    Object.entries(value)
      // Only the page’s server is a community.
      .filter(([key]) => key !== "features")
      .map(([key, inner]): [string, unknown] => [/^\d+$/.test(key) ? "id" : key, shapeOf(inner)])
      .toSorted(([one], [other]) => one.localeCompare(other)),
  );
}

const asked = slashCommand("quote", { topic: "drills" });
const callback = ask(bot, asked);
const { data } = callback.response.type === 4 ? callback.response : { data: undefined };

const shown = postedMessage(callback, ASKER);
const pageShown = page.postedMessage(
  data ?? {},
  [],
  page.slashCommand(QUOTE, [{ name: "topic", type: 3, value: "drills" }]),
);

const focused = { name: "topic", type: 3, value: "d", focused: true } as const;

describe("the page sends the same payloads as Discord:", () => {
  test.each([
    ["a command", page.slashCommand(QUOTE, [{ name: "topic", type: 3, value: "drills" }]), asked],
    [
      "an autocomplete interaction",
      page.autocomplete(QUOTE, [focused]),
      autocomplete("quote", { topic: "d" }, "topic"),
    ],
    ["a button click", page.buttonInteraction(pageShown, "a"), buttonInteraction("a", shown)],
    [
      "a choice in a select menu",
      page.selectInteraction(pageShown, "a", ["b"]),
      selectInteraction("a", ["b"], shown),
    ],
    [
      "a message command on a user’s message",
      page.messageCommand(MENU, page.userMessage("a")),
      messageCommand("Verify quotation", userMessage("a")),
    ],
    [
      "a message command on an answer",
      page.messageCommand(MENU, pageShown),
      messageCommand(MENU.name, shown),
    ],
  ])("%s", (_, sent, expected) => {
    expect(shapeOf(sent)).toEqual(shapeOf(expected));
    expect(sent.type).toBe(expected.type);
  });

  test("messages whose components all have an id", () => {
    expect(pageShown.components).toEqual(shown.components);
    expect(pageShown.interaction_metadata?.user).toEqual(page.READER);
  });

  test("unique ids", () => {
    const ids = Array.from({ length: 2000 }, page.snowflake);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => /^\d{17,20}$/.test(id))).toBe(true);
  });

  test("and keeps an ephemeral message ephemeral when it is updated", () => {
    const own = { ...pageShown, flags: 64 };
    expect(page.isEphemeral(page.updatedMessage(own, { flags: 1 << 15 }, []))).toBe(true);
    expect(page.isEphemeral(page.updatedMessage(pageShown, { flags: 1 << 15 }, []))).toBe(false);
  });
});
