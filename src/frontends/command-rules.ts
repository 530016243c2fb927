import * as v from "valibot";
import type { Command } from "../command/types.ts";
import { type CommandRules, isAllowedByRules, isNamedByRules } from "../discord/command-rights.ts";
import type { Asker } from "../keeping/kept.ts";
import type { SendRequest } from "./discord-request.ts";

/** Returns what the rules of a server say about an asker: undefined if they are not known. */
export type FindRights = (asker: Asker) => Promise<Pick<Asker, "mayUse" | "namedFor"> | undefined>;

/** How long the answers of Discord are kept, in milliseconds. */
const MEMORY = 60_000;

const COMMANDS = v.array(v.object({ id: v.string(), name: v.string() }));
const RULES = v.array(
  v.object({
    id: v.string(),
    permissions: v.array(v.object({ id: v.string(), type: v.number(), permission: v.boolean() })),
  }),
);

/**
 * Creates the function that asks Discord for the rules that a server has set for `commands`. Where Discord does not
 * answer, there are none, and the permissions of the commands decide.
 */
export function createFindRights(
  send: SendRequest,
  commands: readonly Command[],
  now = () => performance.now(),
): FindRights {
  const guarded = commands
    .filter(({ permission }) => permission !== undefined)
    .map(({ name }) => name.replace(/ .*/, ""));
  const answers = new Map<string, { readonly json: Promise<unknown>; readonly at: number }>();

  function get(path: string): Promise<unknown> {
    const known = answers.get(path);
    if (known !== undefined && now() - known.at < MEMORY) return known.json;
    for (const [old, { at }] of answers) if (now() - at >= MEMORY) answers.delete(old);
    const json = request(path).then((answer) => {
      if (answer === undefined) answers.delete(path);
      return answer;
    });
    answers.set(path, { json, at: now() });
    return json;
  }

  /** Tries again after a connection was reset or Discord had an error of its own. Returns undefined if it has another one. */
  async function request(path: string): Promise<unknown> {
    for (let attempt = 0; attempt < 2; attempt++) {
      const { exchange, json } = await send({ method: "GET", path });
      if (exchange.kind === "answered" && exchange.status < 500) return json;
    }
    return undefined;
  }

  return async ({ application, server, user, channel, roles = [] }) => {
    if (application === undefined || server === undefined) return undefined;
    if (user === undefined || channel === undefined) return undefined;
    const [global, local, ruled] = await Promise.all([
      get(`/applications/${application}/commands`),
      get(`/applications/${application}/guilds/${server}/commands`),
      get(`/applications/${application}/guilds/${server}/commands/permissions`),
    ]);
    const registered = [global, local].flatMap((json) => {
      const parsed = v.safeParse(COMMANDS, json);
      return parsed.success ? parsed.output : [];
    });
    const parsed = v.safeParse(RULES, ruled);
    if (!parsed.success) return undefined;
    const rules: CommandRules = new Map(
      parsed.output.map(({ id, permissions }) => [id, permissions]),
    );
    const member = { server, user, channel, roles };
    const mayUse = Object.fromEntries(
      registered
        .filter(({ name }) => guarded.includes(name))
        .flatMap(({ id, name }) => {
          const isAllowed = isAllowedByRules(rules, id, application, member);
          return isAllowed === undefined ? [] : [[name, isAllowed]];
        }),
    );
    const namedFor = registered
      .filter(({ id }) => isNamedByRules(rules, id, application, member))
      .map(({ name }) => name);
    return { mayUse, namedFor };
  };
}
