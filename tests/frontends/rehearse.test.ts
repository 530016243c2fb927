import { expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { createBot } from "../../src/command/bot.ts";
import { exampleOptions } from "../../src/command/example-lines.ts";
import { rehearse } from "../../src/frontends/rehearse.ts";
import { context, library } from "../library.ts";

test("a rehearsal answers each example of each command once, with turns of others in between", () => {
  const answered: string[] = [];
  const counted = commands.map((command) => ({
    ...command,
    respond(...asked: Parameters<typeof command.respond>) {
      answered.push(command.name);
      return command.respond(...asked);
    },
  }));
  const mostOfStep: number[] = [];
  for (const _ of rehearse(createBot(counted, () => context))) mostOfStep.push(answered.length);
  expect(answered).toEqual(
    commands.flatMap((command) => exampleOptions(command, library).map(() => command.name)),
  );
  expect(answered.length).toBeGreaterThan(commands.length / 2);
  expect(mostOfStep.every((count, at) => count - (mostOfStep[at - 1] ?? 0) <= 1)).toBe(true);
});
