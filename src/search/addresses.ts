import type { Corpus, Document, PassageRef } from "../corpus/document.ts";

/** Finds documents and passages by their addresses. */
export interface Addresses {
  /** Returns the document with this id, or the one whose former id it is. */
  document(id: string): Document | undefined;
  /** Returns the passage at an address such as `1851-03-14-ada-to-tom¶a`; `#` stands for `¶`. */
  passage(address: string): PassageRef | undefined;
}

export function createAddresses({ documents }: Pick<Corpus, "documents">): Addresses {
  const documentsById = new Map<string, Document>();
  for (const document of documents) {
    for (const id of [...document.formerly, document.id]) documentsById.set(id, document);
  }
  return {
    document: (id) => documentsById.get(id.trim().toLowerCase()),
    passage(address) {
      const [id = "", number] = address
        .trim()
        .toLowerCase()
        .split(/\s*[¶#]\s*/);
      const document = documentsById.get(id);
      const passage = document?.passages.find((candidate) => candidate.number === number);
      return document && passage && { document, passage };
    },
  };
}
