import { setImmediate } from "node:timers/promises";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createInteractionHandler } from "../../src/frontends/handle-interaction.ts";
import { createTurns } from "../../src/frontends/turns.ts";
import { botOf, parseAnswerable } from "../discord/ask.ts";
import { messageCommand, OTHER, slashCommand, userMessage } from "../discord/payloads.ts";
import { library } from "../library.ts";
import { createLog } from "./serving.ts";

test("one user’s flood delays another by one task, in any order of arrival", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(4), { minLength: 1, maxLength: 200 }),
      async (usersInOrder) => {
        const turns = createTurns();
        const ran: number[] = [];
        const outcomes = usersInOrder.map((user) =>
          turns.take(String(user), () => {
            ran.push(user);
            return user;
          }),
        );
        const settled = await Promise.all(outcomes);
        expect(settled.filter((one) => one !== "busy")).toHaveLength(ran.length);
        // Between two tasks of one user, each other user has at most one.
        const users = new Set(usersInOrder).size;
        for (const user of new Set(ran)) {
          const places = ran.flatMap((one, place) => (one === user ? [place] : []));
          for (const [index, place] of places.entries()) {
            expect(place).toBeLessThan((index + 1) * users);
          }
        }
      },
    ),
    { numRuns: 50 },
  );
});

test("a user who arrives later has the next turn but one", async () => {
  const turns = createTurns();
  const ran: string[] = [];
  const run = (user: string) => turns.take(user, () => ran.push(user));
  const flood = Array.from({ length: 40 }, () => run("flood"));
  await setImmediate();
  const before = ran.length;
  await run("other");
  expect(ran.length - before).toBeLessThanOrEqual(2);
  await Promise.all(flood);
  expect(ran).toHaveLength(41);
});

test("beyond fifty waiting tasks of one user, or a thousand of all, there is no place", async () => {
  const turns = createTurns();
  const asked = Array.from({ length: 25 * 60 }, (_, index) =>
    turns.take(String(index % 25), () => "done"),
  );
  const outcomes = await Promise.all(asked);
  expect(outcomes.filter((one) => one === "done")).toHaveLength(1000);
  expect(await turns.take("0", () => "done")).toBe("done");
  const own = await Promise.all(Array.from({ length: 60 }, () => turns.take("1", () => "done")));
  expect(own.indexOf("busy")).toBe(50);
});

test("a task that throws rejects, and the next one runs", async () => {
  const turns = createTurns();
  const failing = turns.take("a", () => {
    throw new Error("The lamp has no oil.");
  });
  const next = turns.take("a", () => "done");
  await expect(failing).rejects.toThrow("no oil");
  expect(await next).toBe("done");
});

/** A message that quotes the beginnings of passages of the corpus. */
const QUOTED = library
  .passages({})
  .slice(0, 3)
  .map(({ passage }) => `“${passage.text.slice(0, 80)}”`)
  .join(" and ");

test.each([
  ["a search", slashCommand("search", { query: "summit" })],
  ["the verdicts on several quotations", slashCommand("verify", { text: QUOTED, each: true })],
  ["the verdicts on a message", messageCommand("Verify quotation", userMessage(QUOTED))],
  ["the quotations to keep of a message", messageCommand("Keep quotation", userMessage(QUOTED))],
])("%s takes several turns, and others are answered between them", async (_, asked) => {
  const handler = createInteractionHandler(botOf(library));
  const { log } = createLog();
  const order: string[] = [];
  const answers = [asked, { ...slashCommand("about"), user: OTHER }].map(async (payload, index) => {
    const { hasFailed } = await handler.answer(parseAnswerable(payload), log);
    expect(hasFailed).toBe(false);
    order.push(index === 0 ? "long" : "other");
  });
  await Promise.all(answers);
  expect(order).toEqual(["other", "long"]);
});
