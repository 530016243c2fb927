import { closestSpelling } from "../foundation/spelling.ts";
import type { Invocation } from "../frontends/terminal/invocation.ts";
import type { ExitCode, Tool, ToolContext } from "./define-tool.ts";

/** Runs the tool that the first argument names. */
export async function runTool(
  tools: readonly Tool[],
  args: readonly string[],
  context: ToolContext,
): Promise<ExitCode> {
  const [name, ...toolArgs] = args;
  if (name === undefined || isHelpOption(name)) {
    context.print(formatOverview(tools, context.invocation));
    return name === undefined ? 2 : 0;
  }
  const tool = tools.find((one) => one.name === name);
  if (tool === undefined) {
    context.printErrors([describeUnknownTool(name, tools)]);
    return 2;
  }
  if (toolArgs.some(isHelpOption)) {
    context.print(formatHelp(tool, context.invocation));
    return 0;
  }
  try {
    return await tool.run(toolArgs, context);
  } catch (error) {
    if (!(error instanceof TypeError && "code" in error)) throw error;
    // The other sentences of parseArgs are advice for programmers.
    const [sentence] = error.message.split(". ");
    context.printErrors([
      `${sentence}. \`${context.invocation.corpus} ${name} --help\` tells what can be asked.`,
    ]);
    return 2;
  }
}

function isHelpOption(argument: string): boolean {
  return argument === "--help" || argument === "-h";
}

function describeUnknownTool(name: string, tools: readonly Tool[]): string {
  const names = tools.map((tool) => tool.name);
  const closest = closestSpelling(name, names);
  const suggestions = closest === undefined ? names : [closest];
  return `There is no \`${name}\` here, but ${suggestions.map((one) => `\`${one}\``).join(", ")}.`;
}

function formatOverview(tools: readonly Tool[], { corpus }: Invocation): string {
  return [
    `Usage: ${corpus} <command>`,
    "",
    ...formatTable(tools.map((tool) => [formatUsage(tool), tool.description])),
    "",
    `\`${corpus} <command> --help\` tells more.`,
  ].join("\n");
}

function formatHelp(tool: Tool, { corpus }: Invocation): string {
  const options = Object.entries(tool.options).map(([name, { short, type, description }]) => {
    const shortForm = short === undefined ? "" : `-${short}, `;
    return [`${shortForm}--${name}${type === "string" ? " …" : ""}`, description] as const;
  });
  return [
    `Usage: ${corpus} ${formatUsage(tool)}`,
    "",
    tool.description,
    ...(options.length === 0 ? [] : ["", "Options:", ...formatTable(options)]),
    "",
    "Examples:",
    ...tool.examples.flatMap(({ command, description }) => [
      `  ${corpus} ${command}`,
      `      ${description}`,
    ]),
  ].join("\n");
}

function formatUsage({ name, usage }: Tool): string {
  return `${name} ${usage}`.trim();
}

function formatTable(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
