import { createRequire } from "node:module";
import { describe, expect, test } from "vitest";
import { PROBE_ITEM } from "../../src/cite/processor.ts";

// Loaded as `src/cite/processor.ts` loads it, but used directly: if one of these tests fails after an
// upgrade, then the package has changed, and its name says what.
const require = createRequire(import.meta.url);
const { plugins }: typeof import("@citation-js/core") = require("@citation-js/core");
require("@citation-js/plugin-csl");

describe("The package citation-js, whose README describes `entry` only as a list of ids,", () => {
  const csl = `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
    <info><title>T</title><id>t</id><updated>2025-01-01T00:00:00+00:00</updated></info>
    <citation><layout delimiter="; "><group delimiter=" | ">
      <names variable="author"><name form="short"/></names><text variable="title"/>
      <group delimiter=" "><label variable="locator" form="short"/><text variable="locator"/></group>
    </group></layout></citation></style>`;
  plugins.config.get("@csl").templates.add(csl, csl);
  const cite = (options: object) =>
    plugins.output.format("citation", [PROBE_ITEM], {
      template: csl,
      entry: { citationItems: [{ id: PROBE_ITEM.id, ...options }], properties: { noteIndex: 1 } },
    });

  test.each([
    ["a citation of citeproc-js", {}, "Family | Title"],
    ["its locator", { locator: "p. 4" }, "Family | Title | p. 4"],
    ["the label of its locator", { locator: "4", label: "paragraph" }, "Family | Title | para. 4"],
    ["its prefix", { prefix: "as in " }, "as in Family | Title"],
    ["its suffix", { suffix: ", ¶ 4" }, "Family | Title, ¶ 4"],
    ["the flag for only the author", { "author-only": 1 }, "Family"],
  ])("passes on %s", (_, options, citation) => {
    expect(cite(options)).toBe(citation);
  });
});
