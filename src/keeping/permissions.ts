/** The permissions of Discord that Ibid deals with, as bits. Source: https://discord.com/developers/docs/topics/permissions */
export const PERMISSIONS = {
  administrator: 1n << 3n,
  "manage-server": 1n << 5n,
  "view-channel": 1n << 10n,
  "send-messages": 1n << 11n,
  "attach-files": 1n << 15n,
  "manage-events": 1n << 33n,
  "create-public-threads": 1n << 35n,
  "send-messages-in-threads": 1n << 38n,
} as const;

export type Permission = keyof typeof PERMISSIONS;

export const PERMISSION_NAMES = [
  "administrator",
  "manage-server",
  "view-channel",
  "send-messages",
  "attach-files",
  "manage-events",
  "create-public-threads",
  "send-messages-in-threads",
] as const satisfies readonly Permission[];

/** The permissions that posting needs, and no more. */
const INVITED: readonly Permission[] = [
  "view-channel",
  "send-messages",
  "attach-files",
  "create-public-threads",
  "send-messages-in-threads",
];

/** Returns those of the needed permissions that are not granted. An administrator has all. */
export function missingPermissions(
  granted: bigint,
  needed: readonly Permission[],
): readonly Permission[] {
  if ((granted & PERMISSIONS.administrator) !== 0n) return [];
  return needed.filter((one) => (granted & PERMISSIONS[one]) === 0n);
}

/** Returns the link that adds the bot to a server, or gives it the permissions that it lacks there. */
export function inviteUrl(application: string, server?: string): string {
  const permissions = INVITED.reduce((sum, one) => sum | PERMISSIONS[one], 0n);
  const query = {
    client_id: application,
    scope: "bot applications.commands",
    permissions: String(permissions),
    ...(server !== undefined && { guild_id: server }),
  };
  return `https://discord.com/oauth2/authorize?${new URLSearchParams(query)}`;
}
