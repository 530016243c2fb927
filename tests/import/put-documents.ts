import process from "node:process";
import { openAtomicFolder } from "../../src/import/writing/atomic-folder.ts";
import { documentFiles } from "./test-documents.ts";

// Puts documents into a folder, in a process of its own that a test can kill.
const [path = "", words = "", mode = "", count = ""] = process.argv.slice(2);
// Without a listener, the shell's limit on file sizes would end the process.
process.on("SIGXFSZ", () => {});
process.stdout.write("begins\n");
const folder = await openAtomicFolder(path, path);
if ("error" in folder) {
  process.stdout.write(folder.error);
} else {
  const files = documentFiles(words, Number(count)).map((file) => ({
    ...file,
    replaces: mode === "replaces",
  }));
  const failure = await folder.put(files, new AbortController().signal, (done) => {
    if (done === files.length / 2) process.stdout.write("moves\n");
  });
  await folder.close();
  process.stdout.write(failure?.error ?? "done");
}
process.exit();
