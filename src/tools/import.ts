import { message } from "../catalogue/catalogue.ts";
import { FORMATS } from "../import/formats.ts";
import { defineTool } from "./define-tool.ts";
import { IMPORT_OPTIONS, parseImportOptions } from "./import/import-options.ts";
import { runImport } from "./import/run-import.ts";

/** `import`: converts files of other formats to documents of a corpus. */
export const importTool = defineTool({
  name: "import",
  description: message("import.help", { formats: FORMATS.map(({ name }) => name) }),
  usage: "import.usage",
  options: IMPORT_OPTIONS,
  examples: [
    {
      command: "import letter.docx",
      description: "import.example-letter",
    },
    {
      command: "import volume.txt --split heading --into letters --yes",
      description: "import.example-volume",
    },
    {
      command: 'import scans/ --type personal_communication --from "Jane Doe" --dry-run',
      description: "import.example-scans",
    },
    {
      command: 'import speeches.csv --fields "text=Body,date=Sent on"',
      description: "import.example-table",
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
        message("import.no-files", {
          example: `${context.invocation.corpus} import letter.docx`,
        }),
      ]);
      return 2;
    }
    return runImport(paths, options, context);
  },
});
