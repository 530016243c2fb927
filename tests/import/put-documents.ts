import fs from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import process from "node:process";
import { english } from "../../src/catalogue/catalogue.ts";
import { openAtomicFolder } from "../../src/import/writing/atomic-folder.ts";
import { documentFiles } from "./test-documents.ts";

// Puts documents into a folder, in a process of its own that a test can kill, or that kills itself
// before one of its system calls.
const [path = "", words = "", mode = "", count = "", killedBefore = ""] = process.argv.slice(2);
if (killedBefore !== "") killBefore(killedBefore);
// Without a listener, the shell's limit on file sizes would end the process.
process.on("SIGXFSZ", () => {});
process.stdout.write("begins\n");
const folder = await openAtomicFolder(path, path);
if ("error" in folder) {
  process.stdout.write(english.format(folder.error));
} else {
  const files = documentFiles(words, Number(count)).map((file) => ({
    ...file,
    replaces: mode === "replaces",
  }));
  const failure = await folder.put(files, new AbortController().signal, (done) => {
    if (done === files.length / 2) process.stdout.write("moves\n");
  });
  await folder.close();
  process.stdout.write(failure === undefined ? "done" : english.format(failure.error));
}
process.exit();

/** Makes the process kill itself before a system call, such as `link 3`, the third link. */
function killBefore(step: string): void {
  const [name = "", count = ""] = step.split(" ");
  const call: unknown = Reflect.get(fs, name);
  if (typeof call !== "function") throw new Error(`There is no system call ${name}.`);
  let calls = 0;
  const counted = new Proxy(call, {
    apply(target, self, values) {
      calls += 1;
      if (calls === Number(count)) process.kill(process.pid, "SIGKILL");
      return Reflect.apply(target, self, values);
    },
  });
  Reflect.set(fs, name, counted);
  syncBuiltinESMExports();
}
