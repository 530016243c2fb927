import { ApplicationCommandPermissionType } from "discord-api-types/v10";

/** A rule that a server has set for a command, or for all commands of an application. */
export interface CommandRule {
  /** The id of a role, a user or a channel. */
  readonly id: string;
  readonly type: ApplicationCommandPermissionType;
  readonly permission: boolean;
}

/** The rules of a server, by the id of the command, or of the application for all of its commands. */
export type CommandRules = ReadonlyMap<string, readonly CommandRule[]>;

interface RuledUser {
  readonly server: string;
  readonly user: string;
  readonly roles: readonly string[];
  readonly channel: string;
}

/**
 * Whether the rules of a server let a member use a command in a channel. Undefined if no rule says so: then
 * the command’s own permission decides. Source: https://discord.com/developers/docs/interactions/application-commands#permissions
 */
export function isAllowedByRules(
  rules: CommandRules,
  command: string,
  application: string,
  member: RuledUser,
): boolean | undefined {
  const own = rules.get(command) ?? [];
  const common = rules.get(application) ?? [];
  const inChannel = ruleOfChannel(own, member) ?? ruleOfChannel(common, member) ?? true;
  if (!inChannel) return false;
  const ofMember = ruleOfMember(own, member);
  // A rule for the command itself takes the place of its permission; one for all commands does not.
  return ofMember ?? (ruleOfMember(common, member) === false ? false : undefined);
}

/** Whether a rule for a command itself names a member or one of their roles, and lets them use it here. */
export function isNamedByRules(
  rules: CommandRules,
  command: string,
  application: string,
  member: RuledUser,
): boolean {
  const isAllowed = isAllowedByRules(rules, command, application, member);
  // The role that everyone has names no member in particular.
  const own = (rules.get(command) ?? []).filter(({ id }) => id !== member.server);
  return isAllowed === true && ruleOfMember(own, member) === true;
}

function ruleOfChannel(
  rules: readonly CommandRule[],
  { server, channel }: RuledUser,
): boolean | undefined {
  const ofChannels = rules.filter(({ type }) => type === ApplicationCommandPermissionType.Channel);
  // The id of a server, minus one, stands for all of its channels.
  const all = String(BigInt(server) - 1n);
  return (ofChannels.find(({ id }) => id === channel) ?? ofChannels.find(({ id }) => id === all))
    ?.permission;
}

/** A rule for the user counts first, then those for roles, of which one that allows is enough. */
function ruleOfMember(
  rules: readonly CommandRule[],
  { server, user, roles }: RuledUser,
): boolean | undefined {
  const { User, Role } = ApplicationCommandPermissionType;
  const ofUser = rules.find(({ type, id }) => type === User && id === user);
  if (ofUser !== undefined) return ofUser.permission;
  const ofRoles = rules.filter(({ type, id }) => type === Role && roles.includes(id));
  if (ofRoles.length > 0) return ofRoles.some(({ permission }) => permission);
  // The id of a server is that of the role that everyone has.
  return rules.find(({ type, id }) => type === Role && id === server)?.permission;
}
