import { existsSync, readFileSync } from "node:fs";
import process from "node:process";
import { pathToFileURL } from "node:url";
import * as v from "valibot";

// Lists the licences of the packages that are installed with Ibid: `npm run licences`.

/** A package that is installed. */
export interface InstalledPackage {
  readonly name: string;
  readonly version: string;
  /** As its author states it; empty if not at all. */
  readonly licence: string;
  /** Whether only the development of Ibid needs it. */
  readonly isForDevelopment: boolean;
}

/** Licences that ask for their notice at most. Sources: spdx.org/licenses, opensource.org. */
const PERMISSIVE = [
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  "ISC",
  "MIT",
  "MIT-0",
  "Unlicense",
  "Zlib",
];

const LOCK = v.object({
  packages: v.record(
    v.string(),
    v.object({
      version: v.optional(v.string()),
      license: v.optional(v.string()),
      dev: v.optional(v.boolean(), false),
    }),
  ),
});
const MANIFEST = v.object({ licenses: v.optional(v.array(v.object({ type: v.string() })), []) });

/** Whether a licence is one that a person should read before passing the package on, or none. */
export function needsLook({ licence }: InstalledPackage): boolean {
  const choices = licence.replace(/[()]/g, "").split(" OR ");
  return !choices.some((choice) => choice.split(" AND ").every((one) => PERMISSIVE.includes(one)));
}

/** Returns the packages of the lock file that are installed here, by name. */
export function installedPackages(): readonly InstalledPackage[] {
  const { packages } = v.parse(LOCK, JSON.parse(readFileSync("package-lock.json", "utf8")));
  return Object.entries(packages)
    .filter(([path]) => path !== "" && existsSync(`${path}/package.json`))
    .map(([path, { version = "", license, dev }]) => ({
      name: path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length),
      version,
      licence: license ?? formerLicences(path),
      isForDevelopment: dev,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Returns what a manifest states in the form of before 2014. */
function formerLicences(path: string): string {
  const manifest: unknown = JSON.parse(readFileSync(`${path}/package.json`, "utf8"));
  return v
    .parse(MANIFEST, manifest)
    .licenses.map(({ type }) => type)
    .join(" OR ");
}

function describe({ name, version, licence, isForDevelopment }: InstalledPackage): string {
  const use = isForDevelopment ? " (for development)" : "";
  return `  ${name} ${version}: ${licence === "" ? "no licence stated" : licence}${use}`;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const all = installedPackages();
  const odd = all.filter(needsLook);
  process.stdout.write(
    `${[
      `${all.length} packages are installed. Their licences ask only for their notice:`,
      ...all.filter((one) => !needsLook(one)).map(describe),
      "",
      `These ${odd.length} need a look:`,
      ...odd.map(describe),
    ].join("\n")}\n`,
  );
}
