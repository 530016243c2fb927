import type { CallToolResult, Tool } from "@modelcontextprotocol/sdk/types.js";
import { english, type Translate } from "../../catalogue/catalogue.ts";
import type { Command, Option } from "../../command/types.ts";
import { replyToJson } from "../../reply/json.ts";
import type { NoticeReason } from "../../reply/notice-reason.ts";
import { renderText } from "../../reply/plain-text.ts";
import type { CommandLine, Reply } from "../../reply/reply.ts";

/**
 * Returns a command as a tool. Its arguments include the options that only actions set, so that an
 * assistant can follow them. There is no choice of who sees an answer, and no message on which to open a thread.
 */
export function toolOf({ name, description, options }: Command, t: Translate): Tool {
  const listed = Object.entries(options).filter(([key]) => key !== "private" && key !== "discuss");
  return {
    name: toolName(name),
    description: t(description),
    inputSchema: {
      type: "object",
      properties: Object.fromEntries(listed.map(([key, option]) => [key, schemaOf(option, t)])),
      required: listed.filter(([, { required }]) => required).map(([key]) => key),
      additionalProperties: false,
    },
    annotations: { readOnlyHint: true, openWorldHint: false },
  };
}

/** Returns the name of a command as a tool: many clients accept only letters, digits, `_` and `-` there. */
export function toolName(command: string): string {
  return command.replaceAll(" ", "_");
}

/** Returns the JSON Schema of an option’s value. */
function schemaOf({ type, description, bounds }: Option<unknown>, t: Translate): object {
  switch (type) {
    case "channel":
    case "text":
      return {
        type: "string",
        description: t(description),
        ...(bounds && { minLength: bounds.min, maxLength: bounds.max }),
      };
    case "integer":
      return {
        type: "integer",
        description: t(description),
        ...(bounds && { minimum: bounds.min, maximum: bounds.max }),
      };
    case "flag":
      return { type: "boolean", description: t(description) };
  }
}

/**
 * Returns the result of a tool: the text of the terminal, what each number in it calls, and the data of
 * `--json`. An error is in English, as the names of tools and
 * arguments are: it is for the assistant to correct its call. `isTool` is whether a command is a tool.
 */
export function resultOf(
  reply: Reply,
  t: Translate,
  isTool: (command: string) => boolean,
): CallToolResult {
  const isError = reply.kind === "notice" && !FINDINGS.includes(reply.reason.kind);
  const { text, numbered } = renderText(reply, isError ? english : t);
  const calls = numbered.flatMap((line, index) =>
    isTool(line.name) ? [formatCall(index + 1, line)] : [],
  );
  return {
    content: [text, calls.join("\n")]
      .filter((part) => part !== "")
      .map((part) => ({ type: "text", text: part })),
    structuredContent: { ...replyToJson(reply) },
    isError,
  };
}

/** The notices that are answers: the arguments were understood, and the corpus has nothing to show for them. */
const FINDINGS: readonly NoticeReason["kind"][] = [
  "nothing-found",
  "nothing-listed",
  "none-dated",
  "receipt-moved",
  "receipt-broken",
  "receipt-in-note",
];

function formatCall(number: number, { name, options }: CommandLine): string {
  return `[${number}] ${toolName(name)} ${JSON.stringify(options)}`;
}
