import type { Context } from "../command/types.ts";
import { type Day, dateOfDay } from "../corpus/date.ts";
import type { Document } from "../corpus/document.ts";
import { identityOf } from "../corpus/titles.ts";
import type { Place } from "../keeping/kept.ts";
import { inviteUrl, missingPermissions } from "../keeping/permissions.ts";
import {
  type CommandLine,
  type DiscussionReply,
  type NoticeReply,
  notice,
  type Reply,
  type ThreadSubject,
} from "../reply/reply.ts";

/** The subject of a thread, and questions to begin with. */
export interface Subject extends ThreadSubject {
  readonly questions: readonly string[];
}

/** The subject of what is dated to a day of earlier years. */
export function daySubject(day: Day): Subject {
  return { parts: [], date: dateOfDay(day), questions: [] };
}

export function documentSubject(document: Document, day: Day): Subject {
  return {
    parts: [{ kind: "document", document: identityOf(document) }],
    date: dateOfDay(day),
    questions: document.questions,
  };
}

/** The channels with messages on which a thread can be opened. */
const WITH_THREADS: readonly Place["kind"][] = ["text", "announcement"];

/**
 * Offers a thread on the message of a reply, where one can be opened. `line` is the command of the reply, which opens
 * the thread if it has the option `discuss`.
 */
export function offerThread(
  { name, options }: CommandLine,
  { asker: { place }, posts }: Context,
): Pick<Reply, "discuss"> {
  if (!posts || place === undefined || !WITH_THREADS.includes(place.kind)) return {};
  return { discuss: { name, options: { ...options, discuss: true } } };
}

/** Opens a thread on the message whose button was pressed, or says why it cannot be opened. */
export function discussionReply(
  subject: Subject,
  { asker, pressed, posts, thread }: Context,
): DiscussionReply | NoticeReply {
  const { place, server, application } = asker;
  if (
    place === undefined ||
    pressed === undefined ||
    pressed.isPrivate ||
    !WITH_THREADS.includes(place.kind)
  ) {
    return notice({ kind: "no-threads-here" });
  }
  const reply = (state: DiscussionReply["state"]): DiscussionReply => {
    return { kind: "discussion", ...subject, thread: pressed.id, state, actions: [] };
  };
  const userLacks = missingPermissions(place.userPermissions, ["create-public-threads"]);
  if (userLacks.length > 0) {
    return pressed.hasThread
      ? reply("there-already")
      : notice({ kind: "may-not-open-threads", permissions: userLacks });
  }
  if (!posts) return notice({ kind: "cannot-open-threads" });
  const botLacks = missingPermissions(place.botPermissions ?? 0n, [
    "view-channel",
    "create-public-threads",
    ...(subject.questions.length > 0 ? (["send-messages-in-threads"] as const) : []),
  ]);
  if (botLacks.length > 0) {
    if (pressed.hasThread) return reply("there-already");
    return notice({
      ...{ kind: "bot-may-not-open-threads", permissions: botLacks },
      ...(application !== undefined && { invite: inviteUrl(application, server) }),
    });
  }
  switch (thread?.kind) {
    case undefined:
      return {
        ...reply("opened"),
        opens: { channel: place.id, message: pressed.id, ...subject },
      };
    case "opened":
      return reply(thread.isComplete ? "opened" : "opened-without-questions");
    case "there-already":
      return reply("there-already");
    case "failed":
      return notice({ kind: "thread-not-opened", why: thread.why });
    case "impossible":
      return notice({ kind: "cannot-open-threads" });
  }
}
