import { describe, expect, test } from "vitest";
import * as page from "../../page/payloads.js";
import { ask, botOf } from "../discord/asking.ts";
import {
  ASKER,
  autocomplete,
  messageMenu,
  messageOf,
  pick,
  press,
  slashCommand,
  written,
} from "../discord/payloads.ts";
import { library } from "../library.ts";

const bot = botOf(library);

const QUOTE = { id: page.snowflake(), name: "quote" };
const MENU = { id: page.snowflake(), name: "Verify quotation" };

/** What stays of a payload when only the kinds of its values are looked at. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== "object" || value === null) return value === null ? "null" : typeof value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, inner]): [string, unknown] => [/^\d+$/.test(key) ? "id" : key, shapeOf(inner)])
      .toSorted(([one], [other]) => one.localeCompare(other)),
  );
}

const asked = slashCommand("quote", { topic: "drills" });
const callback = ask(bot, asked);
const { data } = callback.response.type === 4 ? callback.response : { data: undefined };

const shown = messageOf(callback, ASKER);
const pageShown = page.messageOf(
  data ?? {},
  [],
  page.slashCommand(QUOTE, [{ name: "topic", type: 3, value: "drills" }]),
);

const focused = { name: "topic", type: 3, value: "d", focused: true } as const;

describe("the page sends what Discord sends:", () => {
  test.each([
    ["a command", page.slashCommand(QUOTE, [{ name: "topic", type: 3, value: "drills" }]), asked],
    [
      "a completion",
      page.autocomplete(QUOTE, [focused]),
      autocomplete("quote", { topic: "d" }, "topic"),
    ],
    ["a press", page.press(pageShown, "a"), press("a", shown)],
    ["a choice", page.pick(pageShown, "a", ["b"]), pick("a", ["b"], shown)],
    [
      "a menu on what somebody wrote",
      page.messageMenu(MENU, page.written("a")),
      messageMenu("Verify quotation", written("a")),
    ],
    ["a menu on an answer", page.messageMenu(MENU, pageShown), messageMenu(MENU.name, shown)],
  ])("%s", (_, sent, expected) => {
    expect(shapeOf(sent)).toEqual(shapeOf(expected));
    expect(sent.type).toBe(expected.type);
  });

  test("messages with their components, each with an id", () => {
    expect(pageShown.components).toEqual(shown.components);
    expect(pageShown.interaction_metadata?.user).toEqual(page.READER);
  });

  test("ids of which no two are the same", () => {
    const ids = Array.from({ length: 2000 }, page.snowflake);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => /^\d{17,20}$/.test(id))).toBe(true);
  });

  test("and keeps private what is, when an answer changes it", () => {
    const own = { ...pageShown, flags: 64 };
    expect(page.isEphemeral(page.changed(own, { flags: 1 << 15 }, []))).toBe(true);
    expect(page.isEphemeral(page.changed(pageShown, { flags: 1 << 15 }, []))).toBe(false);
  });
});
