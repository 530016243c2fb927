import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { installedPackages, needsLook } from "../../lint/licences.ts";

const page = readFileSync("docs/licences.md", "utf8");

describe("the licences of what is installed", () => {
  test("are permissive, or the documentation explains them", () => {
    const optional = ["@resvg/resvg-js", "dejavu-fonts-ttf"];
    const odd = installedPackages().filter(needsLook);
    const shipped = odd.filter(({ name, isForDevelopment }) => {
      return !isForDevelopment || optional.includes(name);
    });
    expect(shipped.map(({ name }) => name)).toContain("citeproc");
    expect(shipped.filter(({ name }) => !page.includes(`\`${name}\``))).toEqual([]);
  });

  test.each([
    ["MIT", false],
    ["(MIT OR GPL-3.0-or-later)", false],
    ["(MIT AND Zlib)", false],
    ["MIT AND GPL-3.0-only", true],
    ["CPAL-1.0 OR AGPL-1.0", true],
    ["BSD", true],
    ["SEE LICENSE IN LICENSE", true],
    ["", true],
  ])("need a look only where more than a notice may be asked: %s", (licence, expected) => {
    const one = { name: "lamp", version: "1.0.0", licence, isForDevelopment: false };
    expect(needsLook(one)).toBe(expected);
  });
});

test("the image holds the licence", () => {
  expect(readFileSync("Dockerfile", "utf8")).toMatch(/^COPY .*\bLICENSE\b/m);
});
