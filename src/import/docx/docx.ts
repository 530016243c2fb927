import mammoth from "mammoth";
import type { Result } from "../../foundation/result.ts";
import { parseLanguageTag } from "../../language/tags.ts";
import { manuscriptFromHtml } from "../html/html.ts";
import type { ImportedFile, ManuscriptResult, Metadata } from "../manuscript.ts";
import { type ArchiveFiles, unpackArchive } from "../shared/archive.ts";
import {
  decodeXml,
  definesEntities,
  findElements,
  normalizedText,
  parseXml,
  xmlNestsTooDeeply,
} from "../shared/xml.ts";

/** The prefix of mammoth's ids. It distinguishes references to notes from other links. */
const ID_PREFIX = "docx-";

/** Mammoth's style map. Word stores the names of its own styles in English in every language. */
const STYLE_MAP = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name^='toc '] => !",
  "p[style-name='table of figures'] => !",
];

/** Reads a DOCX as if all tracked changes were accepted. */
export async function readDocx({ bytes }: ImportedFile): Promise<ManuscriptResult> {
  const files = await unpackArchive(bytes);
  if ("error" in files) return files;

  const parts = [...files].filter(([path]) => /\.(?:xml|rels)$/i.test(path));
  if (parts.some(([, part]) => definesEntities(decodeXml(part)))) {
    return { error: "This DOCX defines XML entities, as none does. Save it anew in Word." };
  }
  if (parts.some(([, part]) => xmlNestsTooDeeply(decodeXml(part)))) {
    return {
      error:
        "This DOCX nests its parts deeper than any document does. Save it anew in Word, and import that.",
    };
  }
  const converted = await convertToHtml(files);
  if ("error" in converted) return converted;
  const manuscript = manuscriptFromHtml(removeNoteReferences(converted.html));
  if ("error" in manuscript) return manuscript;
  const { content, remarks } = manuscript;
  return {
    manuscripts: [
      {
        content,
        metadata: parseCoreProperties(files),
        remarks: [...remarks, ...describeLosses(files, converted.warnings)],
      },
    ],
  };
}

interface ConvertedDocument {
  readonly html: string;
  /** Mammoth's messages, in English. */
  readonly warnings: readonly string[];
}

async function convertToHtml(files: ArchiveFiles): Promise<Result<ConvertedDocument>> {
  try {
    const { value, messages } = await mammoth.convertToHtml(mammothInput(files), {
      styleMap: STYLE_MAP,
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      idPrefix: ID_PREFIX,
      convertImage: mammoth.images.imgElement(async () => ({ src: "" })),
    });
    return { html: value, warnings: messages.map(({ message }) => message) };
  } catch {
    return {
      error:
        "No Word document can be read in this file: it is damaged, or of another kind. Save it as DOCX anew, and import that.",
    };
  }
}

/**
 * Returns unpacked files as mammoth's input, since mammoth itself would unpack an archive without
 * limits. `file` is undocumented: mammoth 1 reads from it by `exists` and `read` instead of opening an
 * archive. The empty `arrayBuffer` only satisfies the documented type.
 */
function mammothInput(files: ArchiveFiles) {
  const file = {
    exists: (path: string) => files.has(path),
    read: async (path: string, encoding?: string) => {
      const bytes = files.get(path);
      if (bytes === undefined) throw new Error("Mammoth reads a file that it was told is missing.");
      return encoding === undefined ? bytes : decodeXml(bytes);
    },
  };
  return { arrayBuffer: new ArrayBuffer(0), file };
}

const NOTE_REFERENCE = new RegExp(
  `<a href="#${ID_PREFIX}(?:footnote|endnote)-[^"]*" id="${ID_PREFIX}(?:footnote|endnote)-ref-[^"]*">\\[\\d+\\]</a>`,
  "g",
);

const NOTE_BACKLINK = new RegExp(
  ` ?<a href="#${ID_PREFIX}(?:footnote|endnote)-ref-[^"]*">↑</a>`,
  "g",
);

/** Removes mammoth's links to notes and back, which are not the document's words. */
function removeNoteReferences(html: string): string {
  return html.replace(NOTE_REFERENCE, "").replace(NOTE_BACKLINK, "");
}

/** Parses the core properties (ECMA-376, part 2). Their dates are those of the file, not the text. */
function parseCoreProperties(files: ArchiveFiles): Metadata {
  const properties = parseXml(files.get("docProps/core.xml"));
  const property = (name: string) => normalizedText(findElements(properties, name).at(0));
  const title = property("title");
  const author = property("creator");
  const language = parseLanguageTag(property("language"));
  return {
    ...(title !== undefined && { title }),
    ...(language !== undefined && { language }),
    ...(author !== undefined && { more: { author } }),
  };
}

/** Describes what conversion left out or changed, in sentences for the editor. */
function describeLosses(files: ArchiveFiles, warnings: readonly string[]): readonly string[] {
  const parts = (path: RegExp) =>
    [...files].filter(([name]) => path.test(name)).map(([, bytes]) => decodeXml(bytes));
  const contains = (path: RegExp, pattern: RegExp) =>
    parts(path).some((part) => pattern.test(part));

  const document = /^word\/document\d*\.xml$/;
  const notes = parts(/^word\/(?:footnotes|endnotes)\d*\.xml$/).flatMap((part) => [
    ...part.matchAll(/<w:(?:footnote|endnote)\s(?![^>]*w:type="(?:separator|continuation))/g),
  ]).length;
  const ignoredElements = warnings.flatMap(
    (warning) => /^An unrecognised element was ignored: (.+)$/.exec(warning)?.[1] ?? [],
  );
  const symbols = warnings.filter((warning) => warning.includes("unsupported character")).length;
  return [
    ...(notes > 0 ? [`The notes (${notes}) stand at the end; their numbers are left out.`] : []),
    ...(contains(document, /<w:(?:ins|del|moveFrom|moveTo)\s/)
      ? ["Changes are tracked in this file: the text is as if all of them were accepted."]
      : []),
    ...(contains(/^word\/comments\d*\.xml$/, /<w:comment\s/) ? ["Comments are left out."] : []),
    ...(contains(/^word\/(?:header|footer)\d*\.xml$/, /<w:t[ >]/)
      ? ["What stands at the head and the foot of every page is left out."]
      : []),
    ...(contains(document, /<w:instrText[^>]*>\s*TOC\b/)
      ? ["The table of contents is left out."]
      : []),
    ...(contains(document, /<w:vanish\/>/) ? ["Hidden text is read like any other."] : []),
    ...(symbols > 0 ? [`Signs of symbol fonts (${symbols}) are left out.`] : []),
    ...(ignoredElements.length > 0
      ? [`Elements that are not read are left out: ${[...new Set(ignoredElements)].join(", ")}.`]
      : []),
  ];
}
