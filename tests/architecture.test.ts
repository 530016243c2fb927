import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, test } from "vitest";

/** Every module may import from its own layer and from those above it in this list. */
const LAYERS = [
  "src/web-address.ts",
  "src/config.ts",
  "src/corpus/",
  "src/search/",
  "src/opening/",
  "src/cite/",
  "src/verify/",
  "src/reply/",
  "src/command/",
  "commands/",
  "src/discord/",
  "src/import/",
  "src/review/",
  "src/frontends/",
  "src/workbench/",
  "src/corpus-main.ts",
  "src/main.ts",
];

/** Packages that only some layers may know. */
const PACKAGES: Readonly<Record<string, string | readonly string[]>> = {
  "discord.js": "src/frontends/",
  hono: "src/frontends/",
  "@hono/node-server": "src/frontends/",
  "prom-client": "src/frontends/",
  minisearch: "src/search/",
  porter2: "src/search/",
  "@orama/stemmers": "src/search/",
  "@orama/stopwords": "src/search/",
  diff: "src/verify/",
  "discord-api-types/v10": ["src/discord/", "src/frontends/"],
  "mdast-util-to-markdown": ["src/reply/", "src/import/"],
  "tsx/esm/api": ["src/opening/", "src/import/"],
  yaml: ["src/corpus/", "src/import/"],
  chardet: "src/import/",
  "csv-parse": "src/import/",
  "hast-util-from-html": "src/import/",
  "hast-util-to-mdast": "src/import/",
  mammoth: "src/import/",
  unpdf: "src/import/",
  "xast-util-from-xml": "src/import/",
  yauzl: "src/import/",
  chokidar: "src/opening/",
  vega: "src/workbench/",
  "@resvg/resvg-js": "src/workbench/",
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
  "src/opening/",
  "src/cite/read-styles.ts",
  "src/import/",
  "src/frontends/",
  "src/workbench/",
  "src/corpus-main.ts",
  "src/main.ts",
];
const IO_MODULES =
  /^node:(fs|fs\/promises|child_process|http|https|net|readline|process|worker_threads)$/;

const rank = (path: string) => LAYERS.findIndex((layer) => path.startsWith(layer));

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

function importsOf(file: string): readonly string[] {
  const text = readFileSync(file, "utf8");
  return [...text.matchAll(/(?:from |import\(|require\()["`]([^"`]+)["`]/g)].map(
    ([, path = ""]) => path,
  );
}

describe.each(files)("%s", (file) => {
  const imported = importsOf(file);
  const own = imported
    .filter((path) => path.startsWith("."))
    .map((path) => normalize(join(dirname(file), path)));

  test("belongs to a layer and imports only from it or from those above", () => {
    expect(rank(file)).not.toBe(-1);
    expect(own.filter((path) => rank(path) > rank(file) || rank(path) === -1)).toEqual([]);
  });

  test("leaves to other layers the packages that are theirs", () => {
    const foreign = imported.filter((path) => {
      const owners = PACKAGES[path] ?? PACKAGES[packageOf(path)];
      if (owners === undefined || file === "src/main.ts") return false;
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
