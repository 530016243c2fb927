import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadEnvFile } from "../../src/cli/env-file.ts";
import { VARIABLES } from "../../src/config.ts";
import { createFolder, type Files } from "../corpus/folder.ts";
import { inEnglish } from "../in-english.ts";
import { runs } from "../thoroughness.ts";

const LINE = "DISCORD_TOKEN=a.b.c\n";

/** Loads `.env` from a folder with these files. Returns the problems and the environment. */
async function load(files: Files, environment: Readonly<Record<string, string>> = {}) {
  const folder = await createFolder(files);
  const loaded = { ...environment };
  const problems = await loadEnvFile(folder, loaded);
  return { folder, problems: problems.map(inEnglish), environment: loaded };
}

/** Encodes a text in UTF-16. */
function utf16(text: string, { mark, isBigEndian }: { mark: boolean; isBigEndian: boolean }) {
  const bytes = Buffer.from(`${mark ? "\ufeff" : ""}${text}`, "utf16le");
  return isBigEndian ? bytes.swap16() : bytes;
}

describe("a file .env", () => {
  test.each([
    ["as it should be", LINE],
    ["with a byte order mark", `\ufeff${LINE}`],
    ["with quotation marks, spaces and a comment", "  DISCORD_TOKEN = 'a.b.c' # the bot’s\r\n"],
    ["for a shell", `export ${LINE}`],
    ["with the lines of an old Mac", "PORT=1\rDISCORD_TOKEN=a.b.c\r"],
  ])("is read %s", async (_, text) => {
    const { problems, environment } = await load({ ".env": text });
    expect(problems).toEqual([]);
    expect(environment).toMatchObject({ DISCORD_TOKEN: "a.b.c" });
  });

  test("may be missing, empty, or the copied example", async () => {
    for (const files of [{}, { ".env": "" }, { ".env": readFileSync(".env.example") }]) {
      expect(await load(files)).toMatchObject({ problems: [] });
    }
  });

  test("sets nothing that the environment sets", async () => {
    const { environment } = await load({ ".env": LINE }, { DISCORD_TOKEN: "x.y.z" });
    expect(environment).toEqual({ DISCORD_TOKEN: "x.y.z" });
  });

  test("in UTF-16 is reported, with or without a mark, whatever it contains", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...VARIABLES),
        fc.string({ unit: "grapheme" }),
        fc.record({ mark: fc.boolean(), isBigEndian: fc.boolean() }),
        async (name, value, options) => {
          const { folder, problems } = await load({ ".env": utf16(`${name}=${value}`, options) });
          expect(problems).toEqual([
            `\`.env\` in ${folder} is saved in UTF-16. Save it in UTF-8: in Notepad, choose “Save as” and, under “Encoding”, UTF-8.`,
          ]);
        },
      ),
      { numRuns: runs(20) },
    );
  });

  test.each([
    [
      "in another encoding",
      Buffer.from("IBID_CORPUS=Tagebücher", "latin1"),
      "is not saved in UTF-8.",
    ],
    ["with formatting", "{\\rtf1\\ansi DISCORD_TOKEN=a.b.c}", "is a document with formatting"],
    [
      "with a line for another shell",
      `PORT=1\nset ${LINE}`,
      "Line 2 of `.env` names DISCORD_TOKEN",
    ],
    ["with a line for PowerShell", '$env:IBID_STORE = "off"', "Line 1 of `.env` names IBID_STORE"],
    ["without an equals sign", "# mine\nPORT 80", "Line 2 of `.env` names PORT"],
  ])("%s is reported", async (_, content, said) => {
    const { problems } = await load({ ".env": content });
    expect(problems).toEqual([expect.stringContaining(said)]);
  });

  test("that is a folder is reported", async () => {
    const folder = await createFolder({});
    mkdirSync(join(folder, ".env"));
    const [problem] = await loadEnvFile(folder, {});
    expect(problem && inEnglish(problem)).toMatch(/^`\.env` in .* is a folder/);
  });
});

describe("a file that was meant to be .env", () => {
  test.each([".env.txt", "env.txt", "env", ".env.example", ".ENV.TXT", ".env.rtf", ".env.env"])(
    "is reported: %s",
    async (name) => {
      const { folder, problems } = await load({ [name]: LINE });
      expect(problems).toEqual([
        expect.stringMatching(
          new RegExp(
            `^\`${name}\` in ${folder} sets DISCORD_TOKEN, .* called \`\\.env\`\\. Give it`,
          ),
        ),
      ]);
    },
  );

  test("is reported in UTF-16 as well, and beside an example that was copied", async () => {
    const text = utf16(LINE, { mark: true, isBigEndian: false });
    const files = { ".env.txt": text, ".env": "DISCORD_TOKEN=\n" };
    expect((await load(files)).problems).toEqual([expect.stringContaining("`.env.txt`")]);
  });

  test.each<[string, Files, Readonly<Record<string, string>>]>([
    ["sets nothing of Ibid’s", { ".env.local": "OTHER=1\n" }, {}],
    ["is beside one that does", { ".env.example": LINE, ".env": "PORT=80\n" }, {}],
    ["sets what the environment sets", { ".env.local": LINE }, { DISCORD_TOKEN: "x.y.z" }],
    ["has another name", { "environment.txt": LINE, ".envrc": LINE }, {}],
  ])("is left alone if it %s", async (_, files, environment) => {
    expect((await load(files, environment)).problems).toEqual([]);
  });
});
