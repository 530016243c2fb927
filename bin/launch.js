"use strict";

const { resolve, sep } = require("node:path");
const { pathToFileURL } = require("node:url");

const ROOT = resolve(__dirname, "..");
const MAINS = new Map([
  ["corpus", () => require.resolve("../src/cli/corpus-main.ts")],
  ["store", () => require.resolve("../src/cli/store-main.ts")],
]);

const resolveMain = MAINS.get(process.argv[2]);
// The first process of a container ignores a signal without a listener. Loading takes a second or more, and tools have no
// listener until they write; any other process ends by the signal at once, however busy it is.
const isTool = resolveMain !== undefined;
if (!isTool || process.pid === 1) endAt("SIGTERM", isTool ? 143 : 0);
if (process.pid === 1) endAt("SIGINT", isTool ? 130 : 0);
void launch(resolveMain ?? (() => require.resolve("../src/cli/start.ts")));

/** Ends the process with a code at a signal, until something else listens to the signal. */
function endAt(signal, code) {
  process.on(signal, () => {
    if (process.listenerCount(signal) === 1) process.exit(code);
  });
}

/** Imports an entry point. A package that is missing is reported in a sentence, because its messages need packages. */
async function launch(resolveMain) {
  try {
    const { importTypeScript } = await import("../src/loading/import-typescript.mjs");
    await importTypeScript(pathToFileURL(resolveMain()));
  } catch (error) {
    const missing = missingPackage(error);
    if (missing === undefined) throw error;
    const remedy = ROOT.includes(`${sep}node_modules${sep}`)
      ? "Install the package ibid again"
      : `Open a terminal in the folder ${ROOT}, run npm ci, and start Ibid again`;
    process.stderr.write(`Ibid’s packages are not installed: ${missing} is missing. ${remedy}.\n`);
    process.exitCode = 1;
  }
}

/** Returns the name of the package that an error misses, or that is for another kind of machine. */
function missingPackage({ code, message = "" }) {
  if (/esbuild for another platform/.test(message)) return "esbuild for this kind of machine";
  if (code !== "ERR_MODULE_NOT_FOUND" && code !== "MODULE_NOT_FOUND") return undefined;
  const [, path] = /'([^']+)'/.exec(message) ?? [];
  const name = path?.split(/[\\/]node_modules[\\/]/).at(-1);
  const isOwn = /^(?:\.|\/|\w:|file:)/.test(name ?? ".");
  return isOwn ? undefined : name?.match(/^(?:@[^\\/]+[\\/])?[^\\/]+/)?.[0];
}
