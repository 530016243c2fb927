import type { ApplicationCommand, Client, Collection } from "discord.js";
import type { Command } from "../command/command.ts";
import { type Manifest, manifestsOf } from "../discord/manifest.ts";

/**
 * Registers the commands where they belong, if Discord has others there, and takes them away where
 * they would show a second time: everywhere, or in the server `guildId` alone.
 */
export async function register(
  client: Client<true>,
  commands: readonly Command[],
  guildId: string | undefined,
): Promise<void> {
  const manager = client.application.commands;
  const scope = guildId === undefined ? "global" : "guild";
  const manifests = manifestsOf(commands, scope);
  const registered = await manager.fetch(guildId === undefined ? {} : { guildId });
  if (!sameCommands(registered, manifests)) {
    if (guildId === undefined) await manager.set(manifests);
    else await manager.set(manifests, guildId);
  }

  if (guildId !== undefined) {
    const elsewhere = await manager.fetch();
    if (elsewhere.size > 0) await manager.set([]);
    return;
  }
  for (const id of client.guilds.cache.keys()) {
    // A server that grants no commands of its own has none to take away.
    const own = await manager.fetch({ guildId: id }).catch(() => undefined);
    if (own !== undefined && own.size > 0) await manager.set([], id);
  }
}

function sameCommands(
  registered: Collection<string, ApplicationCommand>,
  manifests: readonly Manifest[],
): boolean {
  const isRegistered = (manifest: Manifest): boolean => {
    const command = registered.find(
      ({ name, type }) => name === manifest.name && type === manifest.type,
    );
    if (command === undefined) return false;
    const { id, applicationId: application_id, version } = command;
    const permissions = { default_member_permissions: null };
    return command.equals({ ...manifest, ...permissions, id, application_id, version }, true);
  };
  return registered.size === manifests.length && manifests.every(isRegistered);
}
