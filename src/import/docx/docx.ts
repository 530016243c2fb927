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
import { convertDocx, isXmlPart, type MammothConversion } from "./mammoth.ts";

/** Reads a DOCX as if all tracked changes were accepted. */
export async function readDocx({ bytes }: ImportedFile): Promise<ManuscriptResult> {
  const files = await unpackArchive(bytes);
  if ("error" in files) return files;

  const parts = [...files].filter(([path]) => isXmlPart(path));
  if (parts.some(([, part]) => definesEntities(decodeXml(part)))) {
    return { error: "This DOCX defines XML entities, as none does. Save it anew in Word." };
  }
  if (parts.some(([, part]) => xmlNestsTooDeeply(decodeXml(part)))) {
    return {
      error:
        "This DOCX nests its parts deeper than any document does. Save it anew in Word, and import that.",
    };
  }
  const converted = await convertSafely(files);
  if ("error" in converted) return converted;
  const manuscript = manuscriptFromHtml(converted.html);
  if ("error" in manuscript) return manuscript;
  const { content, remarks } = manuscript;
  return {
    manuscripts: [
      {
        content,
        metadata: parseCoreProperties(files),
        remarks: [...remarks, ...describeLosses(files, converted)],
      },
    ],
  };
}

async function convertSafely(files: ArchiveFiles): Promise<Result<MammothConversion>> {
  try {
    return await convertDocx(files);
  } catch {
    return {
      error:
        "No Word document can be read in this file: it is damaged, or of another kind. Save it as DOCX anew, and import that.",
    };
  }
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
function describeLosses(
  files: ArchiveFiles,
  { ignoredElements, symbols }: MammothConversion,
): readonly string[] {
  const parts = (path: RegExp) =>
    [...files].filter(([name]) => path.test(name)).map(([, bytes]) => decodeXml(bytes));
  const contains = (path: RegExp, pattern: RegExp) =>
    parts(path).some((part) => pattern.test(part));

  const document = /^word\/document\d*\.xml$/;
  const notes = parts(/^word\/(?:footnotes|endnotes)\d*\.xml$/).flatMap((part) => [
    ...part.matchAll(/<w:(?:footnote|endnote)\s(?![^>]*w:type="(?:separator|continuation))/g),
  ]).length;
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
      ? [`Elements that are not read are left out: ${ignoredElements.join(", ")}.`]
      : []),
  ];
}
