import process from "node:process";
import { openAtomicFolder } from "../../src/import/writing/atomic-folder.ts";
import { filesOf } from "./place-files.ts";

// Puts documents into a folder, in a process of its own that can be killed.
const [folder = "", words = "", kind = "", count = ""] = process.argv.slice(2);
// Without this, a limit of the shell's on the size of files would end the process.
process.on("SIGXFSZ", () => {});
process.stdout.write("begins\n");
const place = await openAtomicFolder(folder, folder);
if ("error" in place) {
  process.stdout.write(place.error);
} else {
  const files = filesOf(words, Number(count)).map((file) => ({
    ...file,
    replaces: kind === "replaces",
  }));
  const failed = await place.put(files, new AbortController().signal, (done) => {
    if (done === files.length / 2) process.stdout.write("moves\n");
  });
  await place.end();
  process.stdout.write(failed?.error ?? "done");
}
process.exit();
