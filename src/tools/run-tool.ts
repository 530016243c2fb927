import { closestSpelling } from "../foundation/spelling.ts";
import type { ExitCode, Tool, ToolContext } from "./define-tool.ts";

/** Runs the tool that `args` begin with. */
export async function runTool(
  tools: readonly Tool[],
  args: readonly string[],
  desk: ToolContext,
): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === undefined || name === "--help" || name === "-h") {
    desk.say(formatOverview(tools));
    return name === undefined ? 2 : 0;
  }
  const tool = tools.find((one) => one.name === name);
  if (tool === undefined) {
    const names = tools.map((one) => one.name);
    const near = closestSpelling(name, names);
    desk.complain([
      `There is no \`${name}\` here, but ${near ? `\`${near}\`` : names.map((one) => `\`${one}\``).join(", ")}.`,
    ]);
    return 2;
  }
  if (rest.includes("--help") || rest.includes("-h")) {
    desk.say(formatHelp(tool));
    return 0;
  }
  try {
    return await tool.run(rest, desk);
  } catch (error) {
    if (!(error instanceof TypeError && "code" in error)) throw error;
    // Of what parseArgs says only the first sentence is for people.
    const [sentence] = error.message.split(". ");
    desk.complain([`${sentence}. \`npm run corpus -- ${name} --help\` tells what can be asked.`]);
    return 2;
  }
}

function formatOverview(tools: readonly Tool[]): string {
  return [
    "Usage: npm run corpus -- <command>",
    "",
    ...table(tools.map(({ name, usage, description }) => [`${name} ${usage}`.trim(), description])),
    "",
    "`npm run corpus -- <command> --help` tells more.",
  ].join("\n");
}

function formatHelp({ name, usage, description, options, examples }: Tool): string {
  const rows = Object.entries(options).map(([option, one]) => {
    const short = one.short === undefined ? "" : `-${one.short}, `;
    return [`${short}--${option}${one.type === "string" ? " …" : ""}`, one.description] as const;
  });
  return [
    `Usage: npm run corpus -- ${`${name} ${usage}`.trim()}`,
    "",
    description,
    ...(rows.length === 0 ? [] : ["", "Options:", ...table(rows)]),
    "",
    "Examples:",
    ...examples.flatMap(({ line, does }) => [`  npm run corpus -- ${line}`, `      ${does}`]),
  ].join("\n");
}

function table(rows: readonly (readonly [string, string])[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
