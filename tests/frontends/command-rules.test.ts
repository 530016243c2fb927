import { expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { createFindRights } from "../../src/frontends/command-rules.ts";
import { APPLICATION_ID, GUILD_ID } from "../discord/payloads.ts";

const COMMAND = "500000000000000001";
const [READER, LEADER] = ["600000000000000001", "600000000000000002"];
const ALL_CHANNELS = String(BigInt(GUILD_ID) - 1n);
const [ROLE, USER, CHANNEL] = [1, 2, 3];

/** Answers as Discord does, with the rules of a command and those of the whole application. */
function rightsWith(
  ofCommand: readonly (readonly [id: string, type: number | undefined, permission: boolean])[],
  ofApplication: typeof ofCommand = [],
) {
  const requests: string[] = [];
  const rules = (id: string, list: typeof ofCommand) => ({
    id,
    permissions: list.map(([one, type, permission]) => ({ id: one, type, permission })),
  });
  const find = createFindRights(async ({ path }) => {
    requests.push(path);
    const json = path.endsWith("/permissions")
      ? [rules(COMMAND, ofCommand), rules(APPLICATION_ID, ofApplication)]
      : path.includes("/guilds/")
        ? []
        : [{ id: COMMAND, name: "schedule" }];
    return { exchange: { kind: "answered", status: 200 }, json };
  }, commands);
  return { find, requests };
}

const ASKER = {
  ...{ application: APPLICATION_ID, server: GUILD_ID, user: "11", channel: "22" },
  ...{ roles: [READER], managesServer: false },
};

test.each([
  ["without any rule, its permission decides", [], [], {}],
  ["a rule for a role allows it", [[READER, ROLE, true]], [], { schedule: true }],
  ["a rule for another role says nothing", [[LEADER, ROLE, true]], [], {}],
  ["a rule for everyone denies it", [[GUILD_ID, ROLE, false]], [], { schedule: false }],
  [
    "a role that is allowed outweighs everyone",
    [
      [GUILD_ID, ROLE, false],
      [READER, ROLE, true],
    ],
    [],
    { schedule: true },
  ],
  [
    "a rule for the user outweighs those for roles",
    [
      [READER, ROLE, true],
      ["11", USER, false],
    ],
    [],
    { schedule: false },
  ],
  ["a channel can be closed to it", [["22", CHANNEL, false]], [], { schedule: false }],
  [
    "all channels but one can be closed to it",
    [
      [ALL_CHANNELS, CHANNEL, false],
      ["22", CHANNEL, true],
    ],
    [],
    {},
  ],
  ["a rule for all commands denies it", [], [[READER, ROLE, false]], { schedule: false }],
  ["a rule for all commands leaves its permission", [], [[READER, ROLE, true]], {}],
  [
    "its own rule outweighs one for all commands",
    [[READER, ROLE, true]],
    [[READER, ROLE, false]],
    { schedule: true },
  ],
] as const)("Of who may use a command, %s", async (_, own, common, expected) => {
  const { find } = rightsWith(own, common);
  expect((await find(ASKER))?.mayUse).toEqual(expected);
});

test.each([
  ["a rule for a role", [[READER, ROLE, true]], ["schedule"]],
  ["a rule for the user", [["11", USER, true]], ["schedule"]],
  ["a rule for another role", [[LEADER, ROLE, true]], []],
  ["a rule for everyone", [[GUILD_ID, ROLE, true]], []],
  [
    "a rule that another one outweighs",
    [
      [READER, ROLE, true],
      ["11", USER, false],
    ],
    [],
  ],
  [
    "a rule of a command that is closed here",
    [
      [READER, ROLE, true],
      ["22", CHANNEL, false],
    ],
    [],
  ],
] as const)("Whether %s names someone for a command", async (_, own, named) => {
  const { find } = rightsWith(own);
  expect((await find(ASKER))?.namedFor).toEqual(named);
});

test("The rules of a server are asked for once a minute at most", async () => {
  const { find, requests } = rightsWith([]);
  await Promise.all([find(ASKER), find(ASKER)]);
  await find({ ...ASKER, user: "12" });
  expect(requests.length).toBe(3);
  await find({ ...ASKER, server: "77" });
  expect(requests.length).toBe(5);
});

test("Where Discord does not answer, the permission of a command decides", async () => {
  const find = createFindRights(async () => ({ exchange: { kind: "cut" } }), commands);
  expect(await find(ASKER)).toBeUndefined();
  expect(await find({ managesServer: false })).toBeUndefined();
});

test("A request is tried again after a reset or an error of Discord’s, and no failure is remembered", async () => {
  const cut = { exchange: { kind: "cut" } } as const;
  const failed = { exchange: { kind: "answered", status: 503 }, json: {} } as const;
  const rules = { exchange: { kind: "answered", status: 200 }, json: [] } as const;
  for (const [outcomes, isFirstKnown] of [
    [[cut, rules], true],
    [[failed, rules], true],
    [[cut, failed, rules], false],
  ] as const) {
    const attempts = new Map<string, number>();
    const find = createFindRights(async ({ path }) => {
      const attempt = attempts.get(path) ?? 0;
      attempts.set(path, attempt + 1);
      return outcomes[attempt] ?? rules;
    }, commands);
    expect((await find(ASKER)) !== undefined).toBe(isFirstKnown);
    expect(await find(ASKER)).toEqual({ mayUse: {}, namedFor: [] });
    expect([...attempts.values()]).toEqual(Array(3).fill(outcomes.length));
  }
});
