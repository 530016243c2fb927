import fc from "fast-check";
import { expect, test } from "vitest";
import { inEnglish } from "../in-english.ts";
import { runs } from "../thoroughness.ts";
import { textsOf } from "./passages.ts";
import { importManuscript } from "./read-manuscripts.ts";

const HEADERS = [
  ["From", "To", "Date", "Subject"],
  ["Von", "An", "Gesendet", "Betreff"],
  ["De", "À", "Envoyé", "Objet"],
  ["보낸 사람", "받는 사람", "날짜", "제목"],
  ["差出人", "宛先", "日時", "件名"],
] as const;

const email = fc.record({
  header: fc.constantFrom(...HEADERS),
  hasMore: fc.boolean(),
  quoted: fc.integer({ min: 0, max: 3 }),
  introduction: fc.constantFrom(
    "",
    "On Fri, 1 Mar 2007, Ben wrote:",
    "Ben <b@harl.example>\nschrieb am 1.3.2007:",
  ),
  ending: fc.constantFrom(
    "",
    "-- \nAda Quill, Keeper",
    "-----Original Message-----\nFrom: Ben\n\nI saw none.",
  ),
});

test("Of an e-mail, only the words of its author are passages, and its header describes it", async () => {
  await fc.assert(
    fc.asyncProperty(email, async ({ header, hasMore, quoted, introduction, ending }) => {
      const [from, to, date, subject] = header;
      const repeated = Array.from({ length: quoted }, (_, at) => `> I saw ship ${at}.`).join(
        "\n>\n",
      );
      const text = [
        `${from}: Ada Quill <ada@harl.example>`,
        `${to}: "Roe, Ben" <b@harl.example>, tom@harl.example`,
        `${date}: 2007-03-02 13:27`,
        ...(hasMore ? ["Message-ID: <1@harl.example>", "X-Note: a\n  b"] : []),
        `${subject}: The lamp`,
        "\nThe lamp was lit.",
        ...(quoted > 0 ? [`\n${introduction}\n${repeated}`.replace("\n\n", "\n")] : []),
        "\nNobody saw them:",
        "\nthe ships.",
        `\n${ending}`,
      ].join("\n");
      const manuscript = await importManuscript("a.txt", text);
      expect(textsOf(manuscript)).toEqual(["The lamp was lit.", "Nobody saw them:", "the ships."]);
      expect(manuscript.metadata).toMatchObject({
        title: "The lamp",
        date: "2007-03-02",
        from: ["Ada Quill"],
        to: ["Roe, Ben", "tom@harl.example"],
      });
      const remarks = manuscript.remarks.map(inEnglish).join("\n");
      expect(remarks.includes("that the e-mail repeats")).toBe(quoted > 0 || ending !== "");
    }),
    { numRuns: runs(60) },
  );
});

test.each([
  "From: the pier\nTo: the cape\n\nThe lamp was lit.",
  "Date: 2007-03-02\nSubject: The lamp\n\nThe lamp was lit.",
  "He wrote:\n\n> Nobody saw them.\n\n-- \nAda",
  "From: Ada\nDate: 2 March\nhe went there\nSubject: a\n\nThe lamp.",
  "From: Ada\nTo: Ben\nDate: 2 March 2007\nContent-Transfer-Encoding: base64\n\nVGhlIGxhbXA=",
])(
  "A text without the header of an e-mail, or in an encoding of its own, keeps its lines: %j",
  async (text) => {
    const manuscript = await importManuscript("a.txt", text);
    expect(manuscript.metadata.from).toBeUndefined();
    expect(textsOf(manuscript).join("\n").replace(/\s+/g, " ")).toBe(
      text.replace(/\s+/g, " ").trim(),
    );
  },
);
