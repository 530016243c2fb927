import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, test } from "vitest";

/** The rooms in order: a module imports from its own room and from those above it in this list. */
const ROOMS = [
  "src/foundation/",
  "src/config.ts",
  "src/language/",
  "src/corpus/",
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
  "src/import/",
  "src/review/",
  "src/frontends/",
  "src/tools/",
  "src/cli/",
];

/** Packages that only some rooms may import. */
const PACKAGES: Readonly<Record<string, string | readonly string[]>> = {
  "discord.js": "src/frontends/",
  hono: "src/frontends/",
  "@hono/node-server": "src/frontends/",
  "prom-client": "src/frontends/",
  minisearch: "src/search/",
  porter2: "src/language/",
  "@orama/stemmers": "src/language/",
  "@orama/stopwords": "src/language/",
  diff: "src/verify/",
  "discord-api-types/v10": ["src/discord/", "src/frontends/"],
  "mdast-util-to-markdown": ["src/reply/", "src/import/"],
  "tsx/esm/api": ["src/loading/", "src/import/"],
  yaml: ["src/corpus/", "src/import/"],
  chardet: "src/import/",
  "csv-parse": "src/import/",
  "hast-util-from-html": "src/import/",
  "hast-util-to-mdast": "src/import/",
  mammoth: "src/import/",
  unpdf: "src/import/",
  "xast-util-from-xml": "src/import/",
  yauzl: "src/import/",
  chokidar: "src/loading/",
  vega: "src/tools/",
  "@resvg/resvg-js": "src/tools/",
  edtf: "src/corpus/",
  pino: "src/frontends/",
  "@citation-js/core": "src/cite/",
  "@citation-js/plugin-bibtex": "src/cite/",
  "@citation-js/plugin-csl": "src/cite/",
  "@citation-js/plugin-ris": "src/cite/",
};

/** Where files are read and processes spoken to; everything else is a function of its arguments. */
const IO = [
  "src/corpus/read.ts",
  "src/loading/",
  "src/cite/read-styles.ts",
  "src/import/",
  "src/frontends/",
  "src/tools/",
  "src/cli/",
];
const IO_MODULES =
  /^node:(fs|fs\/promises|child_process|http|https|net|readline|process|worker_threads)$/;

const rank = (path: string) => ROOMS.findIndex((room) => path.startsWith(room));

const files = ["src", "commands"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"))
    .map((file) => join(folder, file)),
);

/** The package that an import is from, of which it may be a part: `hono/body-limit`. */
function packageOf(path: string): string {
  return path
    .split("/")
    .slice(0, path.startsWith("@") ? 2 : 1)
    .join("/");
}

/** Everything a module imports, types included. */
function importsOf(file: string): readonly string[] {
  const text = readFileSync(file, "utf8");
  return [...text.matchAll(/(?:from |import\(|require\()["`]([^"`]+)["`]/g)].map(
    ([, path = ""]) => path,
  );
}

/** The project's own modules that a module imports, as paths from the top. */
function ownImportsOf(file: string): readonly string[] {
  return importsOf(file)
    .filter((path) => path.startsWith("."))
    .map((path) => normalize(join(dirname(file), path)));
}

/** A file that lies directly in its room, or the sub-folder of the room in which it lies. */
function unitOf(file: string): string {
  const room = ROOMS.find((one) => file.startsWith(one)) ?? "";
  const [first = "", ...rest] = file.slice(room.length).split("/");
  return rest.length === 0 ? file : `${room}${first}/`;
}

/** The nodes of a graph that lead back to themselves, each with one way on. */
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

test("circles are found", () => {
  const graph = new Map([
    ["a", new Set(["b"])],
    ["b", new Set(["c"])],
    ["c", new Set(["b"])],
  ]);
  expect(circlesIn(graph)).toEqual(["b → c", "c → b"]);
});

test("no folder holds more than twenty files beside its sub-folders", () => {
  const counts = new Map<string, number>();
  for (const file of files) counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
  expect([...counts].filter(([, count]) => count > 20)).toEqual([]);
});

describe.each(files)("%s", (file) => {
  const imported = importsOf(file);
  const own = ownImportsOf(file);

  test("belongs to a room and imports only from it or from those above", () => {
    expect(rank(file)).not.toBe(-1);
    expect(own.filter((path) => rank(path) > rank(file) || rank(path) === -1)).toEqual([]);
  });

  test("leaves to other rooms the packages that are theirs", () => {
    const foreign = imported.filter((path) => {
      const owners = PACKAGES[path] ?? PACKAGES[packageOf(path)];
      if (owners === undefined || file === "src/cli/main.ts") return false;
      return ![owners].flat().some((owner) => file.startsWith(owner));
    });
    expect(foreign).toEqual([]);
  });

  test("does no input or output unless that is what it is for", () => {
    const isAllowed = IO.some((place) => file.startsWith(place));
    expect(imported.filter((path) => IO_MODULES.test(path) && !isAllowed)).toEqual([]);
  });
});

test("the preview page is a client of its own, and shares no code with what it asks", () => {
  const modules = readdirSync("page").filter((file) => file.endsWith(".js"));
  const foreign = modules
    .flatMap((file) => importsOf(join("page", file)))
    .filter((path) => !/^\.\/[\w-]+\.js$/.test(path));
  expect(modules).not.toEqual([]);
  expect([...new Set(foreign)].toSorted()).toEqual(["discord-api-types/v10", "marked"]);
});
