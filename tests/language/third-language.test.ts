import { execFile } from "node:child_process";
import { cp, readFile, symlink, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { createFolder } from "../corpus/folder.ts";
import { MADE_UP } from "../made-up-language.ts";
import { isLong } from "../thoroughness.ts";

const run = promisify(execFile);

test.runIf(isLong)("a third language is one file and one line", async () => {
  const folder = await createFolder({ "letters/1.md": "The lamps are lit.\n" });
  for (const part of ["bin", "commands", "src", "styles", "package.json", "package-lock.json"]) {
    await cp(part, join(folder, part), { recursive: true });
  }
  await symlink(resolve("node_modules"), join(folder, "node_modules"));
  await writeFile(
    join(folder, "src/catalogue/eo.ts"),
    `export const eo = ${JSON.stringify(MADE_UP)};\n`,
  );
  const list = join(folder, "src/language/translation/catalogues.ts");
  const text = await readFile(list, "utf8");
  const withLine = text.replace(
    `["en", [en]],`,
    `["en", [en]], ["eo", [(await import("../../catalogue/eo.ts")).eo]],`,
  );
  expect(withLine).not.toBe(text);
  await writeFile(list, withLine);

  const environment = { ...process.env, IBID_LANGUAGE: "eo", IBID_CORPUS: "letters" };
  const ask = (line: string) =>
    run(process.execPath, ["bin/ibid.js", line], { cwd: folder, env: environment });
  const { stdout } = await ask("/ｓｅａｒｃｈ ｑｕｅｒｙ:lamps");
  expect(stdout).toContain("⟦1 result for “lamps” ẍ");
  expect(stdout).toContain("The lamps are lit.");
});
