import type { BodyKind } from "../corpus/body.ts";
import { type CorpusFile, parseFile } from "../corpus/corpus.ts";
import type { ParsedDocument } from "../corpus/document-file.ts";
import { trustShape } from "../foundation/trusted-shape.ts";
import { buildCorpusPositions, type IndexedEntry } from "../search/index/build-indexes.ts";
import { type Post, serveTasks } from "./limited-thread.ts";
import { serializeArrays, transferableBuffers } from "./serialize-arrays.ts";

// The worker side of `two-threads.ts`.

/** The work of the second thread. */
export type SharedTask =
  | { readonly kind: "parse"; readonly files: readonly CorpusFile[]; readonly body: BodyKind }
  | { readonly kind: "positions"; readonly entries: readonly IndexedEntry[] };

export interface SharedParsing {
  /** In the order of the files. */
  readonly documents: readonly ParsedDocument[];
}

export interface SharedPositions {
  /** For `deserializeArrays`. */
  readonly positions: readonly Uint8Array[];
}

serveTasks((task, post: Post<number, SharedParsing | SharedPositions>) => {
  const shared = trustShape<SharedTask>(task, ["kind"]);
  switch (shared.kind) {
    case "parse": {
      const documents = shared.files.map((file) => {
        post({ kind: "begin", what: file.path });
        return parseFile(file, shared.body);
      });
      post({ kind: "outcome", outcome: { documents } });
      break;
    }
    case "positions": {
      const report = (progress: number) => post({ kind: "progress", progress });
      const positions = serializeArrays(buildCorpusPositions(shared.entries, report));
      post({ kind: "outcome", outcome: { positions } }, transferableBuffers(positions));
      break;
    }
  }
});
