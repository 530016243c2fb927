import { isUtf8 } from "node:buffer";
import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parse, populate } from "dotenv";
import { type Message, message } from "../catalogue/catalogue.ts";
import { VARIABLES } from "../config.ts";
import { errorCode, errorMessage } from "../foundation/errors.ts";

type Variables = Readonly<Record<string, string | undefined>>;

const NAME = ".env";

/** The names that editors and systems make of `.env`, and the files that people fill in instead. */
const SIMILAR_NAME = /^\.?env(?:\..+)?$/i;

/**
 * Adds the variables of the file `.env` in `folder` to `environment`, where those that are set already
 * stay. Returns the reasons for which the file, or one that was meant to be it, would be ignored.
 */
export async function loadEnvFile(
  folder: string,
  environment: NodeJS.ProcessEnv,
): Promise<readonly Message[]> {
  const place = resolve(folder);
  const bytes = await readFile(join(folder, NAME)).catch((error: unknown) =>
    errorCode(error) === "ENOENT" ? Buffer.of() : describeReadError(error, place),
  );
  if (!Buffer.isBuffer(bytes)) return [bytes];
  const fault = findFault(bytes, place);
  if (fault !== undefined) return [fault];
  const text = bytes.toString("utf8");
  const variables = parse(text);
  const unread = unreadLines(text, variables);
  if (unread.length > 0) return unread;
  populate(environment, variables);
  return isConfigured(variables) ? [] : findSimilarFiles(folder, environment);
}

function describeReadError(error: unknown, folder: string): Message {
  return errorCode(error) === "EISDIR"
    ? message("env.folder", { folder })
    : message("env.unreadable", { folder, reason: errorMessage(error) });
}

/** Returns the reason for which the bytes of a file are not text as Ibid reads it. */
function findFault(bytes: Buffer, folder: string): Message | undefined {
  const text = bytes.toString("latin1");
  if (/^(?:\xff\xfe|\xfe\xff)|\0/.test(text)) {
    return message("env.utf-16", { folder });
  }
  if (text.startsWith("{\\rtf")) return message("env.rich-text", { folder });
  return isUtf8(bytes) ? undefined : message("env.not-utf-8", { folder });
}

/** Returns a problem for each line that names a variable of Ibid and does not set it. */
function unreadLines(text: string, variables: Variables): readonly Message[] {
  return text.split(/\r\n|\r|\n/).flatMap((content, index) => {
    const name = /^(?!\s*#).*?\b([A-Z]+(?:_[A-Z]+)*)\b/.exec(content)?.[1] ?? "";
    const isRead = !isVariable(name) || Object.hasOwn(variables, name);
    return isRead ? [] : [message("env.line", { line: index + 1, name })];
  });
}

/** Returns a problem for each file with a name similar to `.env` that would set what nothing sets. */
async function findSimilarFiles(
  folder: string,
  environment: Variables,
): Promise<readonly Message[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const files = entries.filter(
    (entry) => entry.isFile() && entry.name !== NAME && SIMILAR_NAME.test(entry.name),
  );
  const problems = files.map(async ({ name }) => {
    const bytes = await readFile(join(folder, name)).catch(() => Buffer.of());
    // UTF-16 without its zero bytes is enough to find names of variables.
    const variables = parse(bytes.toString("latin1").replace(/[^\n\r\t\x20-\x7e]/g, ""));
    const variable = VARIABLES.find((one) => variables[one] && !environment[one]);
    if (variable === undefined) return [];
    const key = /\.txt$/i.test(name) ? "env.misnamed-txt" : "env.misnamed";
    return [message(key, { name, folder: resolve(folder), variable })];
  });
  return (await Promise.all(problems)).flat();
}

function isConfigured(variables: Variables): boolean {
  return VARIABLES.some((name) => variables[name]);
}

function isVariable(name: string): boolean {
  return VARIABLES.some((one) => one === name);
}
