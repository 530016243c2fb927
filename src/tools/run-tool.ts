import { type Message, message, type Translate } from "../catalogue/catalogue.ts";
import { expandHome } from "../foundation/home-folder.ts";
import { closestSpelling } from "../foundation/spelling.ts";
import { columnWidth, padToColumns } from "../language/columns.ts";
import type { ExitCode, Tool, ToolContext } from "./define-tool.ts";

/** Runs the tool that the first argument names. */
export async function runTool(
  tools: readonly Tool[],
  args: readonly string[],
  context: ToolContext,
): Promise<ExitCode> {
  const [name, ...toolArgs] = args;
  if (name === undefined || isHelpOption(name)) {
    context.print(formatOverview(tools, context));
    return name === undefined ? 2 : 0;
  }
  const tool = tools.find((one) => one.name === name);
  if (tool === undefined) {
    context.printErrors([describeUnknownTool(name, tools)]);
    return 2;
  }
  if (toolArgs.some(isHelpOption)) {
    context.print(formatHelp(tool, context));
    return 0;
  }
  try {
    return await tool.run(toolArgs.map(expandHomeIn), context);
  } catch (error) {
    if (!(error instanceof TypeError && "code" in error)) throw error;
    context.printErrors([
      message("tools.wrong-arguments", {
        reason: describeOptionError(error),
        corpus: context.invocation.corpus,
        tool: name,
      }),
    ]);
    return 2;
  }
}

/** Describes what parseArgs refuses: an option that does not exist, lacks its value, or has one that it does not take. */
function describeOptionError(error: TypeError & { readonly code: unknown }): Message {
  const [, option = ""] = /'(?:-\w, )?(-[^'\s]+)/.exec(error.message) ?? [];
  if (error.code === "ERR_PARSE_ARGS_UNKNOWN_OPTION")
    return message("tools.unknown-option", { option });
  return /missing|ambiguous/.test(error.message)
    ? message("tools.option-without-value", { option })
    : message("tools.valueless-option", { option });
}

/** Expands `~` in an argument that is a path, or an option with a path: `--into=~/letters`. */
function expandHomeIn(argument: string): string {
  const [option = ""] = /^--[\w-]+=/.exec(argument) ?? [];
  return option + expandHome(argument.slice(option.length));
}

function isHelpOption(argument: string): boolean {
  return argument === "--help" || argument === "-h";
}

function describeUnknownTool(name: string, tools: readonly Tool[]): Message {
  const names = tools.map((tool) => tool.name);
  const closest = closestSpelling(name, names);
  return closest === undefined
    ? message("tools.unknown", {
        name,
        tools: names.map((one) => message("tools.name", { name: one })),
      })
    : message("tools.unknown-closest", { name, closest });
}

function formatOverview(
  tools: readonly Tool[],
  { invocation: { corpus }, t }: ToolContext,
): string {
  return [
    t("tools.usage", { command: `${corpus} <${t("tools.command")}>` }),
    "",
    ...formatTable(tools.map((tool) => [formatUsage(tool, t), t.format(tool.description)])),
    "",
    t("tools.more", { corpus }),
  ].join("\n");
}

function formatHelp(tool: Tool, { invocation: { corpus }, t }: ToolContext): string {
  const options = Object.entries(tool.options).map(([name, { short, type, description }]) => {
    const shortForm = short === undefined ? "" : `-${short}, `;
    return [`${shortForm}--${name}${type === "string" ? " …" : ""}`, t(description)] as const;
  });
  return [
    t("tools.usage", { command: `${corpus} ${formatUsage(tool, t)}` }),
    "",
    t.format(tool.description),
    ...(options.length === 0 ? [] : ["", t("tools.options"), ...formatTable(options)]),
    "",
    t("tools.examples"),
    ...tool.examples.flatMap(({ command, description }) => [
      `  ${corpus} ${command}`,
      `      ${t(description)}`,
    ]),
  ].join("\n");
}

function formatUsage({ name, usage }: Tool, t: Translate): string {
  return `${name} ${t(usage)}`;
}

function formatTable(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => columnWidth(left)));
  return rows.map(([left, right]) => `  ${padToColumns(width, left)}  ${right}`);
}
