import { describe, expect, test } from "vitest";
import { parseReceipt } from "../../src/cite/receipt.ts";
import { adviceOn } from "./advice.ts";

/** Returns the advice on a document with this text beside a log that had another id. */
function adviceBesideLog(text: string): readonly string[] {
  return adviceOn({
    "log.md": "---\nformerly: logbook\ntitle: The log\n---\n\nThe lamp was lit.\n\nNobody slept.\n",
    "letters/a.md": `${text}\n`,
  });
}

const CORRECT_IT =
  "Correct it, or list the old id under `formerly:` in the document that it means.";

describe("an address", () => {
  test.each(["log¶1", "logbook¶2", "LOG¶2", "log¶1:0-3:00000000 is a receipt"])(
    "is accepted if its passage exists: %s",
    (text) => {
      expect(
        adviceBesideLog(`See ${text}.`).filter((line) => line.includes("leads to no")),
      ).toEqual([]);
    },
  );

  test("of a missing passage is reported with the last passage of the document", () => {
    expect(adviceBesideLog("One.\n\nSee log¶3.")).toEqual([
      "letters/a.md:3: `log¶3` leads to no passage of log.md. Its last one is `log¶2`.",
    ]);
  });

  test("of a missing document is reported with the closest id", () => {
    expect(adviceBesideLog("See logg¶1, and nothing-else¶a.")).toEqual([
      "letters/a.md:1: `logg¶1` leads to no document. Write `log` if you mean that.",
      `letters/a.md:1: \`nothing-else¶a\` leads to no document. ${CORRECT_IT}`,
    ]);
  });

  test("is not recognised in a bare paragraph sign", () => {
    expect(adviceBesideLog("Compare § 4 ¶3, and ¶ 12 of the act.")).toEqual([]);
  });
});

describe("a receipt", () => {
  // The first digits of SHA-256 over “The lamp” and “Nobody slept”.
  const LAMP = "11ddf461";
  const SLEPT = "b96cc533";

  test("is accepted if its words are unchanged", () => {
    expect(parseReceipt(`log¶1:0-8:${LAMP}`)).toBeDefined();
    expect(adviceBesideLog(`See log¶1:0-8:${LAMP}.`)).toEqual([]);
  });

  test("is reported with the new address if its words have moved", () => {
    expect(adviceBesideLog(`See log¶1:0-12:${SLEPT}.`)).toEqual([
      `letters/a.md:1: The words of the receipt \`log¶1:0-12:${SLEPT}\` are now in \`log¶2\`. Write the receipt that \`/cite\` shows for it.`,
    ]);
  });

  test("is reported if its words are gone", () => {
    expect(adviceBesideLog("See log¶1:0-8:00000000.")).toEqual([
      "letters/a.md:1: The words of the receipt `log¶1:0-8:00000000` are no longer there. Look at what is there now, and write the receipt that `/cite` shows for it.",
    ]);
  });
});

describe("a Markdown link", () => {
  test.each([
    "[the log](../log.md)",
    "[the log](../log.md#first-night)",
    "[the log](/log.md)",
    "[the log][1]\n\n[1]: ../log.md",
    "[this](a.md)",
    "[the web](https://example.org/none.md)",
    "[a picture](none.png)",
    "[for people](../README.md)",
  ])("is accepted if its target exists or is outside the corpus: %s", (text) => {
    expect(adviceBesideLog(text)).toEqual([]);
  });

  test("to a missing file is reported with the file that is probably meant", () => {
    expect(adviceBesideLog("One.\n\n[the log](log.md) and [more](../none.md)")).toEqual([
      "letters/a.md:3: The link to `log.md` leads to no file of this corpus. Did you mean `log.md`?",
      "letters/a.md:3: The link to `../none.md` leads to no file of this corpus. Correct the link, or delete it.",
    ]);
  });

  test("that leads out of the corpus folder is reported", () => {
    const [advice] = adviceBesideLog("[out](../../../log-of-old.md)");
    expect(advice).toContain("The link to `../../../log-of-old.md` leads to no file");
  });
});

describe("a wiki link", () => {
  test.each(["[[log]]", "[[The log|it]]", "[[logbook#first]]", "[[log.md]]", "![[lamp.png]]"])(
    "is accepted if its target exists: %s",
    (text) => {
      expect(adviceBesideLog(`See ${text}.`)).toEqual([]);
    },
  );

  test("to a missing document is reported if the corpus uses wiki links", () => {
    expect(adviceBesideLog("See [[log]] and [[lok]].")).toEqual([
      "letters/a.md:1: The link `[[lok]]` leads to no document. Write `log` if you mean that.",
    ]);
  });

  test.each([
    ["in a table, with an escaped line", "| [[log\\|L]] |"],
    ["by the end of a path", "[[letters/a]] and [[A]]"],
    ["by another name of its front matter", "[[The diary]]"],
    ["in code, as an example", "Write `[[nothing]]`.\n\n```\n[[nothing]]\n```\n\n[[log]]"],
  ])("is accepted %s", (_, text) => {
    const front = "---\naliases: [The diary]\n---\n";
    const advice = adviceBesideLog(`${front}${text} and [[log]].`);
    expect(advice.filter((line) => line.includes("leads to no"))).toEqual([]);
  });

  test("is taken for an editor's remark if the corpus does not use wiki links", () => {
    expect(adviceBesideLog("He wrote [[sic]] this.")).toEqual([]);
  });
});
