import type { Document, Work } from "./document.ts";
import { slugOf, slugOfTitle } from "./document-file.ts";

/** The titles and authors of folders, by their paths. */
export type FolderTitles = Readonly<
  Record<string, { readonly title: string; readonly author: readonly string[] }>
>;

/** The path of the corpus folder itself, all of which can be one work. */
const ROOT = ".";

type UnassignedDocument = Omit<Document, "isAmbiguous">;

/** A document whose work is not known yet, with the value of `part-of` in its front matter. */
interface Part {
  readonly document: UnassignedDocument;
  readonly partOf?: string;
}

/**
 * Gives documents the works of which they are parts: the one that `part-of` names by its id or its title,
 * otherwise the nearest folder that has a title. A document that describes a work is not a part of it.
 */
export function assignWorks(
  parts: readonly Part[],
  folders: FolderTitles,
): readonly UnassignedDocument[] {
  const works = new Map<string, Work>();
  const add = (work: Work) => {
    for (const name of [work.id, work.title]) if (!works.has(name)) works.set(name, work);
  };
  const named = new Set(parts.flatMap(({ partOf }) => partOf ?? []));
  for (const { document } of parts) {
    const { id, title, from, authors } = document;
    if (!named.has(id) && !named.has(title)) continue;
    add({ id, title, authors: [...from.map(({ name }) => name), ...authors] });
  }
  const byFolder = new Map(
    Object.entries(folders).map(([path, { title, author }]) => {
      const folder = path.replace(/^\.\/(?=.)|(?<=.)\/$/g, "");
      const id = folder === ROOT ? slugOfTitle(title) : slugOf(folder);
      const work = works.get(title) ?? { id, title, authors: author };
      return [folder, work];
    }),
  );
  for (const work of byFolder.values()) add(work);

  function workOf({ document, partOf }: Part): Work | undefined {
    if (partOf === undefined) return nearestFolder(document.path, byFolder);
    const work = works.get(partOf) ?? { id: slugOf(partOf), title: partOf, authors: [] };
    add(work);
    return work;
  }

  return parts.map((part) => {
    const work = workOf(part);
    return work === undefined || work.id === part.document.id
      ? part.document
      : { ...part.document, work };
  });
}

function nearestFolder(path: string, folders: ReadonlyMap<string, Work>): Work | undefined {
  const parents = path.split("/").slice(0, -1);
  for (let length = parents.length; length > 0; length--) {
    const work = folders.get(parents.slice(0, length).join("/"));
    if (work !== undefined) return work;
  }
  return folders.get(ROOT);
}
