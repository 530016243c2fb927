import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, test } from "vitest";

/** The rooms in order: a module imports from its own room and from the rooms before it. */
const ROOMS = [
  "src/catalogue/",
  "src/foundation/",
  "src/language/",
  "src/config.ts",
  "src/corpus/",
  "src/rhythm/",
  "src/keeping/",
  "src/search/",
  "src/loading/",
  "src/cite/",
  "src/verify/",
  "src/reply/",
  "src/command/",
  "src/options/",
  "src/answers/",
  "commands/",
  "src/discord/",
  "src/store/",
  "src/import/",
  "src/review/",
  "src/frontends/",
  "src/tools/",
  "src/cli/",
];

/** Packages that only some rooms may import. */
const PACKAGES: Readonly<Record<string, string | readonly string[]>> = {
  "discord.js": "src/frontends/",
  "@discordjs/ws": "src/frontends/gateway/",
  hono: "src/frontends/",
  "@hono/node-server": "src/frontends/",
  "prom-client": "src/frontends/",
  "@modelcontextprotocol/sdk": "src/frontends/mcp/",
  minisearch: "src/search/",
  porter2: "src/language/",
  "@orama/stemmers": "src/language/",
  "@orama/stopwords": "src/language/",
  diff: "src/verify/",
  "discord-api-types/v10": ["src/discord/", "src/frontends/"],
  "mdast-util-to-markdown": ["src/reply/", "src/import/"],
  "tsx/esm/api": "src/loading/",
  yaml: ["src/corpus/", "src/import/"],
  chardet: "src/import/",
  "csv-parse": "src/import/",
  "hast-util-from-html": ["src/corpus/foreign/", "src/import/"],
  "hast-util-to-mdast": "src/import/",
  mammoth: "src/import/",
  unpdf: "src/import/",
  "xast-util-from-xml": ["src/cite/", "src/import/"],
  yauzl: "src/import/",
  yazl: "src/import/",
  "temporal-polyfill": "src/rhythm/",
  "ical-generator": "src/rhythm/",
  kysely: "src/store/",
  libsql: "src/store/",
  pg: "src/store/",
  vega: "src/tools/",
  "@resvg/resvg-js": "src/tools/",
  edtf: "src/corpus/",
  pino: "src/frontends/",
  "intl-messageformat": "src/catalogue/",
  "@citation-js/core": "src/cite/",
  "@citation-js/plugin-bibtex": "src/cite/",
  "@citation-js/plugin-csl": "src/cite/",
  "@citation-js/plugin-ris": "src/cite/",
};

/** The places that do I/O; every other module is a function of its arguments. */
const IO = [
  "src/corpus/read.ts",
  "src/loading/",
  "src/cite/read-styles.ts",
  "src/store/",
  "src/import/",
  "src/frontends/",
  "src/tools/",
  "src/cli/",
];
const IO_MODULES =
  /^node:(fs|fs\/promises|child_process|http|https|net|readline|process|worker_threads)$/;

/** Folders with one file for each entry of a list. */
const LISTS: readonly string[] = ["src/language/languages", "src/options"];

const rank = (path: string) => ROOMS.findIndex((room) => path.startsWith(room));

const files = ["src", "commands"].flatMap(modulesIn);

/** Returns the modules in a folder and its sub-folders, as paths from the top. */
function modulesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.(ts|mjs)$/.test(file) && !file.endsWith(".d.ts"))
    .map((file) => join(folder, file));
}

/** Returns the package of an import, which may be of a part of it: `hono/body-limit`. */
function packageOf(path: string): string {
  return path
    .split("/")
    .slice(0, path.startsWith("@") ? 2 : 1)
    .join("/");
}

const IMPORT = /(?:from |import |[iI]mport\(|require\()["`]([^"`]+)["`]/g;
/** The address of a module that is started as a worker or loaded later. */
const MODULE_ADDRESS = /new URL\("([^"]+\.m?[jt]s)", import\.meta\.url\)/g;

/** Returns everything that a module imports, types and the modules of its workers included. */
function importsOf(file: string): readonly string[] {
  const text = readFileSync(file, "utf8");
  return [IMPORT, MODULE_ADDRESS].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(([, path = ""]) => path),
  );
}

/** Returns the project's own modules that a module imports, as paths from the top. */
function ownImportsOf(file: string): readonly string[] {
  return importsOf(file)
    .filter((path) => path.startsWith("."))
    .map((path) => normalize(join(dirname(file), path)));
}

/** Returns the names that a module exports. The overloads of a function are one name. */
function exportsOf(file: string): ReadonlySet<string> {
  const declarations = readFileSync(file, "utf8").matchAll(
    /^export (?:async )?(?:function\*?|const|let|class|interface|type) (\w+)/gm,
  );
  return new Set([...declarations].map(([, name = ""]) => name));
}

/** Returns the sub-folder of a room that contains a file, or the file itself if it lies directly in its room. */
function unitOf(file: string): string {
  const room = ROOMS.find((one) => file.startsWith(one)) ?? "";
  const [first = "", ...rest] = file.slice(room.length).split("/");
  return rest.length === 0 ? file : `${room}${first}/`;
}

/** Returns the edges of a graph that are part of a circle. */
function circlesIn(graph: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  const reaches = (from: string, target: string): boolean => {
    const seen = new Set<string>();
    const waiting = [from];
    for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
      for (const next of graph.get(node) ?? []) {
        if (next === target) return true;
        if (!seen.has(next)) waiting.push(next);
        seen.add(next);
      }
    }
    return false;
  };
  return [...graph].flatMap(([node, nexts]) =>
    [...nexts].filter((next) => reaches(next, node)).map((next) => `${node} → ${next}`),
  );
}

function graphOf(nodeOf: (file: string) => string): ReadonlyMap<string, ReadonlySet<string>> {
  const graph = new Map<string, Set<string>>();
  for (const file of files) {
    const node = nodeOf(file);
    const nexts = graph.get(node) ?? new Set();
    for (const path of ownImportsOf(file)) if (nodeOf(path) !== node) nexts.add(nodeOf(path));
    graph.set(node, nexts);
  }
  return graph;
}

test("no modules import each other in a circle, not even for types", () => {
  expect(circlesIn(graphOf((file) => file))).toEqual([]);
});

test("no sub-folders of a room import each other in a circle", () => {
  expect(circlesIn(graphOf(unitOf))).toEqual([]);
});

test("a circle is found by its edges", () => {
  const graph = new Map([
    ["a", new Set(["b"])],
    ["b", new Set(["c"])],
    ["c", new Set(["b"])],
  ]);
  expect(circlesIn(graph)).toEqual(["b → c", "c → b"]);
});

test("the front ends and their packages are imported on demand", () => {
  const seen = new Set<string>();
  const packages = new Set<string>();
  const waiting = ["src/cli/start.ts"];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    const imports = readFileSync(file, "utf8").matchAll(
      /^(?:import|export) (?!type )[^;]*?"([^"]+)";/gm,
    );
    for (const [, path = ""] of imports) {
      if (path.startsWith(".")) waiting.push(normalize(join(dirname(file), path)));
      else packages.add(packageOf(path));
    }
  }
  expect(seen).toContain("src/cli/main.ts");
  expect(packages).toContain("minisearch");
  const onDemand = Object.keys(PACKAGES).filter((name) =>
    [PACKAGES[name]].flat().some((owner) => owner?.startsWith("src/frontends/")),
  );
  expect([...packages].filter((name) => onDemand.includes(name))).toEqual([]);
});

test("a thread's module is followed like an import", () => {
  const starter = "src/loading/index-in-worker.ts";
  expect(ownImportsOf(starter)).toContain("src/loading/index-worker.mjs");
  expect(ownImportsOf("src/loading/index-worker.mjs")).toContain("src/loading/index-worker.ts");
});

test("no two modules export the same name, those of the tests included", () => {
  const exporters = new Map<string, string[]>();
  for (const file of ["src", "commands", "tests"].flatMap(modulesIn)) {
    for (const name of exportsOf(file)) {
      exporters.set(name, [...(exporters.get(name) ?? []), file]);
    }
  }
  expect(exporters.size).toBeGreaterThan(0);
  expect([...exporters].filter(([, modules]) => modules.length > 1)).toEqual([]);
});

test("a folder holds at most twenty files beside its sub-folders, unless it is a list of declarations", () => {
  const counts = new Map<string, number>();
  for (const file of files) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
  const crowded = [...counts].filter(([, count]) => count > 20).map(([folder]) => folder);
  expect(crowded.filter((folder) => !LISTS.includes(folder))).toEqual([]);
});

describe.each(files)("%s", (file) => {
  const imported = importsOf(file);
  const own = ownImportsOf(file);

  test("belongs to a room, and imports only from it or from the rooms before it", () => {
    expect(rank(file)).not.toBe(-1);
    expect(own.filter((path) => rank(path) > rank(file) || rank(path) === -1)).toEqual([]);
  });

  test("imports no package that belongs to another room", () => {
    const foreign = imported.filter((path) => {
      const owners = PACKAGES[path] ?? PACKAGES[packageOf(path)];
      if (owners === undefined || file.startsWith("src/cli/")) return false;
      return ![owners].flat().some((owner) => file.startsWith(owner));
    });
    expect(foreign).toEqual([]);
  });

  test("does no I/O unless that is its purpose", () => {
    const isAllowed = IO.some((place) => file.startsWith(place));
    expect(imported.filter((path) => IO_MODULES.test(path) && !isAllowed)).toEqual([]);
  });
});

test("the import spreads no array into a call, because files may make it too long", () => {
  const calls = files
    .filter((file) => file.startsWith("src/import/"))
    .filter((file) =>
      /(?:Math\.(?:max|min)|\.(?:push|unshift|concat)|\bString\.\w+)\((?:[^(){}]*, )?\.\.\./.test(
        readFileSync(file, "utf8"),
      ),
    );
  expect(calls).toEqual([]);
});

test("the preview page is a client of its own, and shares no code with src", () => {
  const modules = readdirSync("page").filter((file) => file.endsWith(".js"));
  const foreign = modules
    .flatMap((file) => importsOf(join("page", file)))
    .filter((path) => !/^\.\/[\w-]+\.js$/.test(path));
  expect(modules).not.toEqual([]);
  expect([...new Set(foreign)].toSorted()).toEqual(["discord-api-types/v10", "marked"]);
});
