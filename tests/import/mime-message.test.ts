import fc from "fast-check";
import { expect, test } from "vitest";
import { inEnglish } from "../in-english.ts";
import { runs } from "../thoroughness.ts";
import { textsOf } from "./passages.ts";
import { importFile, importManuscript, importManuscripts } from "./read-manuscripts.ts";

const SENTENCES = [
  "The café of the harbour closes in winter, and its lamp = the oldest one on the coast, burns on.",
  "Ängstlich läuft der Wärter über die Brücke, während die Nacht älter wird.",
  "Where the sea ends nobody knows; the keeper’s daughter says that it does not.",
] as const;

/** Writes bytes as quoted-printable text (RFC 2045, 6.7). */
function toQuotedPrintable(bytes: Buffer): string {
  const lines = bytes.toString("latin1").split("\n");
  return lines
    .map((line) => line.replace(/[^\x20-\x3c\x3e-\x7e]/g, (one) => `=${toHex(one)}`))
    .map((line) => line.replace(/(.{60}[^=]{3})(?=.)/g, "$1=\r\n"))
    .join("\r\n");
}

const toHex = (character: string) =>
  character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0");

const ENCODINGS = {
  base64: (bytes: Buffer) => bytes.toString("base64").replace(/.{76}/g, "$&\r\n"),
  "quoted-printable": toQuotedPrintable,
  "8bit": (bytes: Buffer) => bytes.toString("latin1"),
} as const;

const mail = fc.record({
  sentences: fc.subarray([...SENTENCES], { minLength: 1 }),
  encoding: fc.constantFrom<keyof typeof ENCODINGS>("base64", "quoted-printable", "8bit"),
  charset: fc.constantFrom("utf-8", "iso-8859-1"),
  form: fc.constantFrom("plain", "html", "alternative"),
  repeats: fc.boolean(),
  hasAttachment: fc.boolean(),
});

test("The words of an e-mail come in as its author wrote them, whatever encodes them", async () => {
  await fc.assert(
    fc.asyncProperty(
      mail,
      async ({ sentences, encoding, charset, form, repeats, hasAttachment }) => {
        const own = sentences.map((one) => (charset === "utf-8" ? one : one.replace("’", "'")));
        const toBytes = (text: string) =>
          Buffer.from(text, charset === "utf-8" ? "utf8" : "latin1");
        const part = (type: string, text: string) =>
          [
            `Content-Type: ${type}; charset=${charset}`,
            `Content-Transfer-Encoding: ${encoding}`,
            `\r\n${ENCODINGS[encoding](toBytes(text))}`,
          ].join("\r\n");
        const introduction = "On 1 March 2007, Ben Roe wrote:";
        const plain = part(
          "text/plain",
          `${own.join("\n\n")}${repeats ? `\n\n${introduction}\n> I saw no ship.` : ""}`,
        );
        const html = part(
          "text/html",
          `${own.map((one) => `<p>${one}</p>`).join("")}${repeats ? `<p>${introduction}</p><blockquote>I saw no ship.</blockquote>` : ""}`,
        );
        const multipart = (kind: string, parts: readonly string[]) =>
          [
            `Content-Type: multipart/${kind}; boundary="=_${kind}"\r\n`,
            ...parts.map((one) => `--=_${kind}\r\n${one}`),
            `--=_${kind}--`,
          ].join("\r\n");
        const text =
          form === "alternative"
            ? multipart("alternative", [plain, html])
            : form === "html"
              ? html
              : plain;
        const plan = `Content-Type: image/png; name="plan.png"\r\nContent-Disposition: attachment\r\n\r\nx`;
        const message = [
          "Received: from a\r\n\tby b",
          "From: =?UTF-8?Q?Andr=C3=A9_Quill?= <quill@harl.example>",
          "To: Ruth Kale <ruth@harl.example>, tom@harl.example",
          "Date: Fri, 2 Mar 2007 23:30:00 -0500",
          `Subject: =?utf-8?B?${Buffer.from("Die Brücke").toString("base64")}?=`,
          "MIME-Version: 1.0",
          hasAttachment ? multipart("mixed", [text, plan]) : text,
        ].join("\r\n");
        const manuscript = await importManuscript("a.eml", Buffer.from(message, "latin1"));
        expect(textsOf(manuscript)).toEqual(own);
        expect(manuscript.metadata).toMatchObject({
          title: "Die Brücke",
          date: "2007-03-02",
          from: ["André Quill"],
          to: ["Ruth Kale", "tom@harl.example"],
        });
        const remarks = manuscript.remarks.map(inEnglish).join("\n");
        expect(remarks.includes("that the e-mail repeats")).toBe(repeats);
        expect(remarks.includes("“plan.png”")).toBe(hasAttachment);
      },
    ),
    { numRuns: runs(40) },
  );
});

test("An e-mail without the name of its author, or with a damaged body, is read or refused with a sentence", async () => {
  const fields = fc.subarray([
    "From: Ada <ada@harl.example>",
    "Date: 2 March 2007",
    "Content-Type: multipart/mixed; boundary=x",
    "Content-Transfer-Encoding: base64",
    "Content-Type: text/plain; charset=none",
  ]);
  const body = fc.array(fc.constantFrom("--x", "--x--", "VGhlIGxhbXA=", "=E9=", "The lamp.", ""));
  await fc.assert(
    fc.asyncProperty(fields, body, async (header, lines) => {
      const text = [...header, "MIME-Version: 1.0", "", ...lines].join("\n");
      const result = await importFile("a.eml", text);
      if ("error" in result) expect(inEnglish(result.error)).toMatch(/\.$/);
      else expect(result.manuscripts).toHaveLength(1);
    }),
    { numRuns: runs(100) },
  );
});

test("Each e-mail of a file of several is a document by its own author", async () => {
  const people = fc.uniqueArray(fc.constantFrom("Ada", "Ben", "Cleo", "Dan"), { minLength: 2 });
  await fc.assert(
    fc.asyncProperty(people, async (people) => {
      const messages = people.map((name) =>
        [
          `From ${name.toLowerCase()}@harl.example Mon Aug  5 10:00:00 2019`,
          `From: ${name} <${name.toLowerCase()}@harl.example>`,
          `Subject: The lamp of ${name}`,
          "Date: Mon, 5 Aug 2019 10:00:00 +0000",
          "MIME-Version: 1.0",
          "Content-Transfer-Encoding: quoted-printable",
          `\nThe lamp of ${name} =3D the old one.\n`,
        ].join("\n"),
      );
      const manuscripts = await importManuscripts("a.mbox", messages.join("\n"));
      expect(manuscripts.map(({ metadata }) => metadata.from)).toEqual(people.map((one) => [one]));
      expect(manuscripts.map(textsOf)).toEqual(
        people.map((name) => [`The lamp of ${name} = the old one.`]),
      );
    }),
    { numRuns: runs(20) },
  );
});
