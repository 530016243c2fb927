import type { Corpus, Document, PassageRef } from "../corpus/document.ts";

/** What addresses lead to. */
export interface Addresses {
  /** The document with this id, or that replaces one with this id. */
  document(id: string): Document | undefined;
  /** The passage at an address such as `2019-08-05-kim-to-trump¶a`; `#` stands for `¶`. */
  passage(address: string): PassageRef | undefined;
}

export function createAddresses({ documents }: Pick<Corpus, "documents">): Addresses {
  const byId = new Map<string, Document>();
  for (const document of documents) {
    for (const id of [...document.formerly, document.id]) byId.set(id, document);
  }
  return {
    document: (id) => byId.get(id.trim().toLowerCase()),
    passage(address) {
      const [id = "", number = ""] = address
        .trim()
        .toLowerCase()
        .split(/\s*[¶#]\s*/);
      const document = byId.get(id);
      const passage = document?.passages.find((one) => one.number === number);
      return document && passage && { document, passage };
    },
  };
}
