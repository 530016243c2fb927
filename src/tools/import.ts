import { formatAnd } from "../foundation/format.ts";
import { FORMATS } from "../import/formats.ts";
import { defineTool } from "./define-tool.ts";
import { IMPORT_OPTIONS, parseImportOptions } from "./import/import-options.ts";
import { runImport } from "./import/run-import.ts";

/** `import`: converts files of other formats to documents of a corpus. */
export const importTool = defineTool({
  name: "import",
  description: `Make documents of ${formatAnd(FORMATS.map(({ name }) => name))} files.`,
  usage: "<files or folders>",
  options: IMPORT_OPTIONS,
  examples: [
    {
      command: "import letter.docx",
      description: "Makes a document of it, and asks for what it does not say.",
    },
    {
      command: "import volume.txt --split heading --into letters --yes",
      description: "Makes a document of each letter in it, in a corpus of their own.",
    },
    {
      command: 'import scans/ --type personal_communication --from "Jane Doe" --dry-run',
      description: "Tells what would be made of a folder’s files, and writes nothing.",
    },
    {
      command: 'import speeches.csv --fields "text=Body,date=Sent on"',
      description: "Makes a document of each row.",
    },
  ],

  async run({ values, positionals: paths }, context) {
    const options = parseImportOptions(values);
    if ("error" in options) {
      context.printErrors(options.error);
      return 2;
    }
    if (paths.length === 0) {
      context.printErrors([
        `Say which files: \`${context.invocation.corpus} import letter.docx\`.`,
      ]);
      return 2;
    }
    return runImport(paths, options, context);
  },
});
