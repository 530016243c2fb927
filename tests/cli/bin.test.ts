import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { createFolder } from "../corpus/folder.ts";

describe("bin/ibid.js", () => {
  test("reports a Node that is too old, and ends with 1", () => {
    const versions = "{ value: { ...process.versions, node: '20.18.3' } }";
    const old = `Object.defineProperty(process, 'versions', ${versions})`;
    const fake = `--import=data:text/javascript,${encodeURIComponent(old)}`;
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [fake, "bin/ibid.js", "/about"],
      {
        encoding: "utf8",
      },
    );
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toBe(
      "Ibid needs Node.js 20.19 or later, and this is Node.js 20.18.3. Install a newer one from https://nodejs.org, open a new terminal, and start Ibid again.\n",
    );
  });

  test("has no syntax that an old Node cannot read", () => {
    const code = readFileSync("bin/ibid.js", "utf8").replace(/^\s*\/\/.*$/gm, "");
    expect(code).not.toMatch(
      /\b(?:import|export|async|await|class)\b|\?[.?]|\*\*|\.\.\.|,\s*\)|node:/,
    );
  });

  test("ends with 0 at SIGTERM from the first moment, while nothing of Ibid has been loaded", () => {
    const end = "setImmediate(() => process.kill(process.pid, 'SIGTERM'))";
    const signalled = `--import=data:text/javascript,${encodeURIComponent(end)}`;
    const { status, signal } = spawnSync(process.execPath, [signalled, "bin/ibid.js", "/about"]);
    expect([status, signal]).toEqual([0, null]);
  });

  const inContainer = ["--pid", "--fork", process.execPath];
  const hasContainers =
    spawnSync("unshare", [...inContainer, "--eval", "process.exit(7)"]).status === 7;
  test.runIf(hasContainers).each([
    ["/about", "SIGTERM", 0],
    ["/about", "SIGINT", 0],
    ["corpus", "SIGTERM", 143],
    ["corpus", "SIGINT", 130],
  ])("as the first process of a container, %s ends at %s with %i", (first, sent, code) => {
    const end = `setImmediate(() => process.kill(process.pid, '${sent}'))`;
    const signalled = `--import=data:text/javascript,${encodeURIComponent(end)}`;
    const args = [...inContainer, signalled, "bin/ibid.js", first, "stats"];
    const { status, stdout } = spawnSync("unshare", args, { encoding: "utf8" });
    expect([status, stdout]).toEqual([code, ""]);
  });

  test.each([
    [".", "run npm ci, and start Ibid again."],
    ["node_modules/ibid", "Install the package ibid again."],
  ])("reports that packages are missing, and ends with 1: in %s", async (place, remedy) => {
    const main = { [`${place}/src/cli/start.ts`]: 'import "intl-messageformat";\n' };
    const root = join(realpathSync(await createFolder(main)), place);
    for (const part of ["bin", "package.json", "src/loading/import-typescript.mjs"]) {
      cpSync(part, join(root, part), { recursive: true });
    }
    const ibid = join(root, "bin/ibid.js");
    const { status, stdout, stderr } = spawnSync(process.execPath, [ibid, "/about"], {
      encoding: "utf8",
    });
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(/^Ibid’s packages are not installed: [\w@/-]+ is missing\. .*\n$/);
    expect(stderr).toContain(remedy);
  });
});
