import { homedir } from "node:os";

/**
 * Replaces `~` at the beginning of a path by the user's home folder, as shells do. No shell reads a
 * configuration, and those of Windows leave arguments as they are.
 */
export function expandHome(path: string): string {
  return path.replace(/^~(?=$|[\\/])/, () => homedir());
}
