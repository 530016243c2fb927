import { ZipFile } from "yazl";

/** Creates a ZIP archive of files, by path. */
export async function zipOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(files)) {
    zip.addBuffer(Buffer.from(content), name, { compress: name !== "mimetype" });
  }
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

export interface Book {
  /** The content of the `metadata` element. */
  readonly metadata?: string;
  /** XHTML pages by file name, in reading order. */
  readonly pages: Readonly<Record<string, string>>;
  /** The content of the table of contents: `li` elements. */
  readonly nav?: string;
  /** Attributes of the spine's `itemref` elements, by file name. */
  readonly spine?: Readonly<Record<string, string>>;
  /** The content of the guide: `reference` elements. */
  readonly guide?: string;
  /** Additional files, by path. */
  readonly more?: Readonly<Record<string, string>>;
}

/** Creates a valid EPUB 3. */
export function epubOf({
  metadata = "",
  pages,
  nav = "",
  spine = {},
  guide = "",
  more = {},
}: Book) {
  const names = Object.keys(pages);
  return zipOf({
    mimetype: "application/epub+zip",
    "META-INF/container.xml": `<?xml version="1.0"?>
      <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
      <rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`,
    "OEBPS/book.opf": `<?xml version="1.0" encoding="UTF-8"?>
      <package xmlns="http://www.idpf.org/2007/opf" version="3.0">
      <metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">${metadata}</metadata>
      <manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
      ${names.map((name, index) => `<item id="p${index}" href="text/${name}" media-type="application/xhtml+xml"/>`).join("")}</manifest>
      <spine><itemref idref="nav"/>${names.map((name, index) => `<itemref idref="p${index}" ${spine[name] ?? ""}/>`).join("")}</spine><guide>${guide}</guide></package>`,
    "OEBPS/nav.xhtml": `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">
      <head><title>Contents</title></head><body><nav epub:type="toc"><ol>${nav}</ol></nav></body></html>`,
    ...Object.fromEntries(
      Object.entries(pages).map(([name, content]) => [`OEBPS/text/${name}`, content]),
    ),
    ...more,
  });
}

/** Returns an XHTML page with this body. */
export function xhtmlPage(body: string): string {
  return `<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html>
    <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/><script src="x.js"/></head><body>${body}</body></html>`;
}
