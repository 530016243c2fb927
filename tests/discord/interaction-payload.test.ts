import { InteractionType } from "discord-api-types/v10";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseInteraction } from "../../src/discord/interaction-payload.ts";
import { runs } from "../thoroughness.ts";
import {
  autocomplete,
  buttonInteraction,
  messageCommand,
  slashCommand,
  userMessage,
} from "./payloads.ts";

const message = userMessage("The lamp was lit.");
const PAYLOADS = [
  slashCommand("search", { query: "lamp", private: true }),
  autocomplete("quote", { topic: "dri" }, "topic"),
  messageCommand("Verify quotation", message),
  buttonInteraction('[1,"help",{},0,0]', message),
];

/** Returns components nested this deep. */
function nested(depth: number): object {
  return depth === 0
    ? { type: 10, id: 1, content: "The lamp was lit." }
    : { type: 17, components: [nested(depth - 1)] };
}

const onMessage = (parts: object) => {
  const command = messageCommand("Verify quotation", message);
  const messages = { [message.id]: { ...message, ...parts } };
  return { ...command, data: { ...command.data, resolved: { messages } } };
};
const withOptions = (options: unknown) => {
  const command = slashCommand("search");
  return { ...command, data: { ...command.data, options } };
};

/** Returns the payload of submitting a form with these fields. */
function submission(fields: readonly unknown[], data: object = {}) {
  return {
    ...slashCommand("help"),
    type: InteractionType.ModalSubmit,
    data: {
      custom_id: '[1,"settings change",{},0,0]',
      components: fields.map((component) => ({ type: 18, component })),
      ...data,
    },
  };
}

describe("a payload", () => {
  test("of any shape is parsed, or refused by a path without a value of it", () => {
    const value = fc.oneof(fc.jsonValue(), fc.constantFrom(null, -1, "canary", { canary: 1 }));
    fc.assert(
      fc.property(
        fc.constantFrom(...PAYLOADS),
        fc.array(
          fc.tuple(fc.constantFrom("id", "token", "type", "data", "message", "user"), value),
        ),
        (payload, changes) => {
          const changed = { ...payload, ...Object.fromEntries(changes) };
          const interaction = parseInteraction(changed);
          if ("error" in interaction) expect(interaction.error).toMatch(/^[a-z_.]*$/);
          else if (interaction.kind === "malformed") {
            expect(interaction.path).toMatch(/^[a-z_.0-9]+$/);
          }
        },
      ),
      { numRuns: runs(300) },
    );
  });

  test.each([
    ["a nesting of three", onMessage({ content: "", components: [nested(3)] }), "message-command"],
    ["a nesting of a hundred", onMessage({ components: [nested(100)] }), "malformed"],
    ["a nesting of ten thousand", onMessage({ components: [nested(3000)] }), "malformed"],
    ["a thousand components", onMessage({ components: Array(1000).fill(nested(0)) }), "malformed"],
    ["a long content", onMessage({ content: "x".repeat(4000) }), "message-command"],
    ["an endless content", onMessage({ content: "x".repeat(226_000) }), "malformed"],
    [
      "much text in all",
      onMessage({ embeds: Array(10).fill({ description: "x".repeat(10_000) }) }),
      "malformed",
    ],
    ["a long option", withOptions([{ name: "query", value: "x".repeat(6000) }]), "command"],
    ["an endless option", withOptions([{ name: "query", value: "x".repeat(60_000) }]), "malformed"],
    ["an option of a list", withOptions([{ name: "query", value: [] }]), "malformed"],
    ["many options", withOptions(Array(101).fill({ name: "query" })), "malformed"],
    [
      "an infinite number",
      withOptions([{ name: "page", value: Number.POSITIVE_INFINITY }]),
      "malformed",
    ],
    ["a form", submission([{ custom_id: "zone", value: "UTC" }]), "form"],
    ["a form without a name", submission([], { custom_id: undefined }), "malformed"],
    ["a field without a name", submission([{ value: "UTC" }]), "malformed"],
    [
      "an endless value",
      submission([{ custom_id: "zone", value: "x".repeat(60_000) }]),
      "malformed",
    ],
    ["a value of a list", submission([{ custom_id: "zone", value: ["UTC"] }]), "malformed"],
    ["an empty choice", submission([{ custom_id: "zone", value: null }]), "form"],
    ["a choice", submission([{ custom_id: "style", values: ["apa"] }]), "form"],
    ["a flag", submission([{ custom_id: "random", value: true }]), "form"],
    ["many fields", submission(Array(11).fill({ custom_id: "zone", value: "UTC" })), "malformed"],
    ["a text beside the fields", submission([undefined]), "form"],
    ["many values", submission([{ custom_id: "a", values: Array(26).fill("x") }]), "malformed"],
  ])("with %s is %3$s", (_, payload, kind) => {
    expect(parseInteraction(payload)).toMatchObject({ kind });
  });

  test.each(["../../../users/@me", "a b", "", "x".repeat(2000), "%2e%2e"])(
    "with the token %j cannot be answered, because it would be a part of a path",
    (token) => {
      expect(parseInteraction({ ...slashCommand("help"), token })).toHaveProperty("error");
    },
  );

  test("has no half characters and no zero bytes, wherever they were", () => {
    const odd = "a\ud800b\0c\udc00";
    const options = parseInteraction(withOptions([{ name: odd, value: odd }]));
    const target = parseInteraction(
      onMessage({
        content: odd,
        components: [{ type: 10, content: odd }],
        embeds: [{ description: odd }],
      }),
    );
    for (const parsed of [options, target]) {
      const json = JSON.stringify(parsed, (_, value) =>
        typeof value === "bigint" ? String(value) : value,
      );
      expect(json).not.toMatch(/\\ud8|\\udc|\\u0000/);
      expect(json).toContain("a\ufffdb\ufffdc\ufffd");
    }
  });
});
