import type { Translate } from "../../catalogue/catalogue.ts";
import type { NoticeReason } from "../notice-reason.ts";
import type { CommandLine, DiscussionReply, Reply } from "../reply.ts";
import { describeAction } from "./action-label.ts";
import { articleBlocks } from "./article.ts";
import { finePrint, type LayoutBlock, linkRun, sentenceBlock, type Tone } from "./blocks.ts";
import { citationBlocks } from "./citation.ts";
import { documentBlocks } from "./document.ts";
import { formBlocks } from "./form.ts";
import { hitsBlocks } from "./hits.ts";
import { listBlocks } from "./list.ts";
import { describeReason } from "./notice.ts";
import { planBlocks, planMoveBlocks, planStepBlocks, threadName } from "./plan.ts";
import { contextBlocks, quotationReplyBlocks } from "./quotation.ts";
import { momentInZone, scheduleBlocks, schedulesBlocks } from "./schedule.ts";
import { privacyBlocks, settingsBlocks } from "./settings.ts";
import { keepableBlocks, trayBlocks, trayEntryBlocks } from "./tray.ts";
import { describeVerification } from "./verdict.ts";
import { verificationBlocks } from "./verification.ts";

/** A follow-up with its label in words. */
export interface LabelledLine {
  readonly label: string;
  readonly line: CommandLine;
  /** Whether the answer leaves the present one in its place. */
  readonly isAside?: true;
}

/** A reply as every front end renders it: its blocks in reading order, and its actions. */
export interface Layout {
  readonly tone: Tone;
  readonly blocks: readonly LayoutBlock[];
  readonly actions: readonly LabelledLine[];
}

/**
 * Puts a reply into the words of a language, the same for every front end. A kind of reply, verdict, reason or label
 * without words does not compile.
 */
export function layoutOf(reply: Reply, t: Translate): Layout {
  return {
    tone: toneOf(reply, t),
    blocks: withLateNote(blocksOf(reply, t), reply, t),
    actions: reply.actions.map(({ label, ...action }) => ({
      label: describeAction(label, t),
      ...action,
    })),
  };
}

/** Adds to a post that is late when it fell due: below its title if it has one, since it may be long. */
function withLateNote(
  blocks: readonly LayoutBlock[],
  { late }: Pick<Reply, "late">,
  t: Translate,
): readonly LayoutBlock[] {
  if (late === undefined) return blocks;
  const note = finePrint(t("schedule.late", { moment: momentInZone(late.zone, late.due, t) }));
  const place = blocks[0]?.kind === "heading" ? 1 : blocks.length;
  return blocks.toSpliced(place, 0, ...note);
}

function toneOf(reply: Reply, t: Translate): Tone {
  switch (reply.kind) {
    case "verification":
      return describeVerification(reply, t).tone;
    case "citation":
      return reply.check === undefined ? "plain" : CHECK_TONES[reply.check.outcome];
    case "notice":
      return "notice";
    default:
      return "plain";
  }
}

const CHECK_TONES = { unchanged: "good", moved: "caution", changed: "bad", cut: "bad" } as const;

function blocksOf(reply: Reply, t: Translate): readonly LayoutBlock[] {
  switch (reply.kind) {
    case "quotation":
      return quotationReplyBlocks(reply, t);
    case "context":
      return contextBlocks(reply, t);
    case "document":
      return documentBlocks(reply, t);
    case "hits":
      return hitsBlocks(reply, t);
    case "documents":
    case "timeline":
    case "summaries":
    case "topics":
    case "people":
    case "verifications":
      return listBlocks(reply, t);
    case "plan":
      return planBlocks(reply, t);
    case "plan-move":
      return planMoveBlocks(reply, t);
    case "plan-step":
      return planStepBlocks(reply, t);
    case "topic":
    case "person":
    case "corpus":
    case "commands":
    case "command":
      return articleBlocks(reply, t);
    case "citation":
      return citationBlocks(reply, t);
    case "verification":
      return verificationBlocks(reply, t);
    case "settings":
      return settingsBlocks(reply, t);
    case "schedule":
      return scheduleBlocks(reply, t);
    case "schedules":
      return schedulesBlocks(reply, t);
    case "privacy":
      return privacyBlocks(reply, t);
    case "tray":
      return trayBlocks(reply, t);
    case "tray-entry":
      return trayEntryBlocks(reply, t);
    case "keepable":
      return keepableBlocks(reply, t);
    case "discussion":
      return discussionBlocks(reply, t);
    case "form":
      return formBlocks(reply, t);
    case "notice":
      return [
        ...describeReason(reply.reason, t).map(sentenceBlock),
        ...inviteBlocks(reply.reason, t),
      ];
  }
}

/** The link that gives the bot what it lacks in a server. */
function inviteBlocks(reason: NoticeReason, t: Translate): readonly LayoutBlock[] {
  if (reason.kind !== "bot-lacks" && reason.kind !== "bot-may-not-open-threads") return [];
  if (reason.invite === undefined) return [];
  return [{ kind: "text", runs: [linkRun(t("notice.bot-lacks-link"), reason.invite)] }];
}

/** Lays out what has become of a thread, with a link to it. */
function discussionBlocks(
  { thread, state, ...subject }: DiscussionReply,
  t: Translate,
): readonly LayoutBlock[] {
  return [
    sentenceBlock(t(`discussion.${state}`)),
    { kind: "text", runs: [{ text: threadName(subject, t), isMatch: false, channel: thread }] },
  ];
}
