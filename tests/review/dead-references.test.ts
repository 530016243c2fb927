import { describe, expect, test } from "vitest";
import { parseReceipt } from "../../src/cite/receipt.ts";
import { adviceOn } from "./advice.ts";

/** A log with an older id, and another document that says something of it. */
function besideLog(text: string): readonly string[] {
  return adviceOn({
    "log.md": "---\nformerly: logbook\ntitle: The log\n---\n\nThe lamp was lit.\n\nNobody slept.\n",
    "letters/a.md": `${text}\n`,
  });
}

const NO_WAY = "Correct it, or let the document that it meant say so under `formerly:`.";

describe("an address", () => {
  test.each(["log¶1", "logbook¶2", "LOG¶2", "log¶1:0-3:00000000 is a receipt"])(
    "that leads to a document is followed: %s",
    (text) => {
      expect(besideLog(`See ${text}.`).filter((one) => one.includes("leads to no"))).toEqual([]);
    },
  );

  test("of no passage is told with the last one there is", () => {
    expect(besideLog("One.\n\nSee log¶3.")).toEqual([
      "letters/a.md:3: `log¶3` leads to no passage of log.md. Its last one is `log¶2`.",
    ]);
  });

  test("of no document is told with the one that is nearly it", () => {
    expect(besideLog("See logg¶1, and nothing-else¶a.")).toEqual([
      "letters/a.md:1: `logg¶1` leads to no document. Write `log` if that is meant.",
      `letters/a.md:1: \`nothing-else¶a\` leads to no document. ${NO_WAY}`,
    ]);
  });

  test("is none where a paragraph sign stands alone", () => {
    expect(besideLog("Compare § 4 ¶3, and ¶ 12 of the act.")).toEqual([]);
  });
});

describe("a receipt", () => {
  // The first digits of SHA-256 over “The lamp” and “Nobody slept”.
  const LAMP = "11ddf461";
  const SLEPT = "b96cc533";

  test("whose words stand there is as it should be", () => {
    expect(parseReceipt(`log¶1:0-8:${LAMP}`)).toBeDefined();
    expect(besideLog(`See log¶1:0-8:${LAMP}.`)).toEqual([]);
  });

  test("whose words have moved is told with the place", () => {
    expect(besideLog(`See log¶1:0-12:${SLEPT}.`)).toEqual([
      `letters/a.md:1: The words of the receipt \`log¶1:0-12:${SLEPT}\` stand in \`log¶2\` now. Write the receipt that \`/cite\` gives for it.`,
    ]);
  });

  test("whose words are gone is told", () => {
    expect(besideLog("See log¶1:0-8:00000000.")).toEqual([
      "letters/a.md:1: The words of the receipt `log¶1:0-8:00000000` no longer stand there. Look at what stands there now, and write the receipt that `/cite` gives for it.",
    ]);
  });
});

describe("a link", () => {
  test.each([
    "[the log](../log.md)",
    "[the log](../log.md#first-night)",
    "[the log](/log.md)",
    "[the log][1]\n\n[1]: ../log.md",
    "[this](a.md)",
    "[the web](https://example.org/none.md)",
    "[a picture](none.png)",
    "[for people](../README.md)",
  ])("that leads somewhere, or elsewhere, is as it should be: %s", (text) => {
    expect(besideLog(text)).toEqual([]);
  });

  test("to a file that is not there is told with the one that is meant", () => {
    expect(besideLog("One.\n\n[the log](log.md) and [more](../none.md)")).toEqual([
      "letters/a.md:3: The link to `log.md` leads to no file of this corpus. Is `log.md` meant?",
      "letters/a.md:3: The link to `../none.md` leads to no file of this corpus. Correct the link, or delete it.",
    ]);
  });

  test("that leads out of the corpus is told", () => {
    const [advice] = besideLog("[out](../../../log-of-old.md)");
    expect(advice).toContain("The link to `../../../log-of-old.md` leads to no file");
  });
});

describe("a link in double brackets", () => {
  test.each(["[[log]]", "[[The log|it]]", "[[logbook#first]]", "[[log.md]]", "![[lamp.png]]"])(
    "that leads somewhere is as it should be: %s",
    (text) => {
      expect(besideLog(`See ${text}.`)).toEqual([]);
    },
  );

  test("that leads nowhere is told where such links are used", () => {
    expect(besideLog("See [[log]] and [[lok]].")).toEqual([
      "letters/a.md:1: The link `[[lok]]` leads to no document. Write `log` if that is meant.",
    ]);
  });

  test("is an editor's remark where they are not", () => {
    expect(besideLog("He wrote [[sic]] this.")).toEqual([]);
  });
});
