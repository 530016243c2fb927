import mammoth from "mammoth";
import { parseLanguageTag } from "../../language/tags.ts";
import { htmlManuscript, TOO_MUCH } from "../html/html.ts";
import type { ImportedFile, ManuscriptResult, Metadata } from "../manuscript.ts";
import { unpackArchive } from "../shared/archive.ts";
import {
  decodeXml,
  definesEntities,
  findElements,
  nestsTooDeeply,
  parseXml,
  textIn,
} from "../shared/xml.ts";

/** What mammoth's ids begin with: by it a reference to a note is told from any other link. */
const ID_PREFIX = "docx-";

/** Word names its own styles in English, whatever language it speaks. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name^='toc '] => !",
  "p[style-name='table of figures'] => !",
];

/** Reads the document of a DOCX as it stands when all tracked changes are accepted. */
export async function readDocx({ bytes }: ImportedFile): Promise<ManuscriptResult> {
  const archive = await unpackArchive(bytes);
  if ("error" in archive) return archive;

  const { files } = archive;
  const parts = [...files].filter(([name]) => /\.(?:xml|rels)$/i.test(name));
  if (parts.some(([, part]) => definesEntities(decodeXml(part)))) {
    return { error: "This DOCX defines XML entities, as none does. Save it anew in Word." };
  }
  if (parts.some(([, part]) => nestsTooDeeply(decodeXml(part)))) {
    return {
      error:
        "This DOCX nests its parts deeper than any document does. Save it anew in Word, and import that.",
    };
  }
  const converted = await convert(files);
  if (converted === undefined) {
    return {
      error:
        "No Word document can be read in this file: it is damaged, or of another kind. Save it as DOCX anew, and import that.",
    };
  }
  const manuscript = htmlManuscript(removeNoteReferences(converted.html));
  if (manuscript === undefined) return { error: TOO_MUCH };
  const { content, remarks } = manuscript;
  return {
    manuscripts: [
      {
        content,
        metadata: metadataOf(files),
        remarks: [...remarks, ...remarksOn(files, converted.messages)],
      },
    ],
  };
}

interface Converted {
  readonly html: string;
  readonly messages: readonly string[];
}

type Files = ReadonlyMap<string, Uint8Array>;

/** Undefined if mammoth makes nothing of the files. */
async function convert(files: Files): Promise<Converted | undefined> {
  // Mammoth would unpack the bytes itself, without a limit: it is handed what is unpacked.
  const input = { arrayBuffer: new ArrayBuffer(0), file: unpackedFile(files) };
  try {
    const { value, messages } = await mammoth.convertToHtml(input, {
      styleMap: STYLES,
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      idPrefix: ID_PREFIX,
      convertImage: mammoth.images.imgElement(async () => ({ src: "" })),
    });
    return { html: value, messages: messages.map(({ message }) => message) };
  } catch {
    return undefined;
  }
}

/** What mammoth asks an archive. */
function unpackedFile(files: Files): object {
  return {
    exists: (name: string) => files.has(name),
    read: async (name: string, encoding?: string) => {
      const bytes = files.get(name) ?? new Uint8Array();
      return encoding === undefined ? bytes : decodeXml(bytes);
    },
  };
}

/** Takes out the marks by which mammoth leads to notes and back: the document's words do not have them. */
function removeNoteReferences(html: string): string {
  return html
    .replace(
      /<a href="#docx-(?:footnote|endnote)-[^"]*" id="docx-(?:footnote|endnote)-ref-[^"]*">\[\d+\]<\/a>/g,
      "",
    )
    .replace(/ ?<a href="#docx-(?:footnote|endnote)-ref-[^"]*">↑<\/a>/g, "");
}

function metadataOf(files: Files): Metadata {
  const core = parseXml(files.get("docProps/core.xml"));
  const of = (name: string) => textIn(findElements(name, core)[0]);
  const title = of("title");
  const author = of("creator");
  const language = parseLanguageTag(of("language"));
  return {
    ...(title !== undefined && { title }),
    ...(language !== undefined && { language }),
    ...(author !== undefined && { more: { author } }),
  };
}

function remarksOn(files: Files, messages: readonly string[]): readonly string[] {
  const parts = (pattern: RegExp) =>
    [...files].filter(([name]) => pattern.test(name)).map(([, bytes]) => decodeXml(bytes));
  const stands = (pattern: RegExp, inParts: RegExp) =>
    parts(inParts).some((part) => pattern.test(part));

  const document = /^word\/document\d*\.xml$/;
  const notes = parts(/^word\/(?:footnotes|endnotes)\d*\.xml$/).flatMap((part) => [
    ...part.matchAll(/<w:(?:footnote|endnote)\s(?![^>]*w:type="(?:separator|continuation))/g),
  ]).length;
  const unread = messages.flatMap(
    (message) => /^An unrecognised element was ignored: (.+)$/.exec(message)?.[1] ?? [],
  );
  const signs = messages.filter((message) => message.includes("unsupported character")).length;
  return [
    ...(notes > 0 ? [`The notes (${notes}) stand at the end; their numbers are left out.`] : []),
    ...(stands(/<w:(?:ins|del|moveFrom|moveTo)\s/, document)
      ? ["Changes are tracked in this file: the text is as if all of them were accepted."]
      : []),
    ...(stands(/<w:comment\s/, /^word\/comments\d*\.xml$/) ? ["Comments are left out."] : []),
    ...(stands(/<w:t[ >]/, /^word\/(?:header|footer)\d*\.xml$/)
      ? ["What stands at the head and the foot of every page is left out."]
      : []),
    ...(stands(/<w:instrText[^>]*>\s*TOC\b/, document)
      ? ["The table of contents is left out."]
      : []),
    ...(stands(/<w:vanish\/>/, document) ? ["Hidden text is read like any other."] : []),
    ...(signs > 0 ? [`Signs of symbol fonts (${signs}) are left out.`] : []),
    ...(unread.length > 0
      ? [`Elements that are not read are left out: ${[...new Set(unread)].join(", ")}.`]
      : []),
  ];
}
