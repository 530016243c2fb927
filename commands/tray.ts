import { keepableReply, keepOptions, prepareKeepable } from "../src/answers/tray/keep.ts";
import {
  emptyReply,
  MAX_TRAY,
  moveReply,
  prepareTrayFile,
  removeReply,
  trayEntryReply,
  trayReply,
} from "../src/answers/tray/tray.ts";
import type { Style } from "../src/cite/style.ts";
import { defineCommand } from "../src/command/define-command.ts";
import { flag, hidden, integer, optional, text } from "../src/command/option-types.ts";
import type { Context } from "../src/command/types.ts";
import { keepable } from "../src/options/keepable.ts";
import { page } from "../src/options/paging.ts";
import { style } from "../src/options/style.ts";
import { trayEntry } from "../src/options/tray-entry.ts";
import { notice } from "../src/reply/reply.ts";

/** `/tray`: the quotations that a user keeps, in an order of their own. */
export const tray = defineCommand({
  name: "tray",
  description: "command.tray",
  examples: ({ passage }) => [{}, { add: passage }],
  isUseful: (library) => library.passageCount > 0,
  options: {
    add: optional(keepable("option.add")),
    entry: optional(trayEntry("option.entry")),
    to: optional(integer("option.tray-place", { min: 1, max: MAX_TRAY })),
    remove: optional(trayEntry("option.remove")),
    empty: optional(flag("option.empty"), false),
    markdown: optional(flag("option.markdown"), false),
    style: optional(style("option.markdown-style")),
    all: optional(hidden(flag("option.keep-all")), false),
    left: optional(hidden(integer("option.left", { min: 0, max: 1e6 })), 0),
    seen: optional(hidden(text("option.seen"))),
    page,
  },
  isPrivate: true,
  needs: ["tray"],
  messageCommand: {
    label: "Keep quotation",
    optionsFrom: (message, { library }) => keepOptions(message, library),
  },

  prepare({ add, markdown, style }, context) {
    if (add !== undefined) return prepareKeepable(add, context.library);
    const file = fileStyle({ markdown, style }, context);
    return file === undefined ? [] : prepareTrayFile(file, context);
  },

  run({ add, entry, to, remove, empty, markdown, style, all, left, seen, page }, context) {
    if (context.asker.user === undefined) return notice({ kind: "no-user" });
    if (add !== undefined) return keepableReply(add, { all, to, page, left }, context);
    if (remove !== undefined) return removeReply(remove, context);
    if (entry !== undefined) {
      return to === undefined ? trayEntryReply(entry, context) : moveReply(entry, to, context);
    }
    if (to !== undefined) {
      return notice({ kind: "missing-value", option: "entry", expects: { kind: "tray-entry" } });
    }
    if (empty) return emptyReply(seen, context);
    return trayReply({ page, file: fileStyle({ markdown, style }, context) }, context);
  },
});

/** Returns the style of the citations in the Markdown file; undefined if none is asked for. */
function fileStyle(
  { markdown, style }: { readonly markdown: boolean; readonly style: Style | undefined },
  { styles }: Context,
): Style | undefined {
  return markdown ? (style ?? styles.preferred) : style;
}
