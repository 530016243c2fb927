/** Schedules: what a server has Ibid post, and what came of it. */
export const scheduleMessages = {
  // Commands and their options
  "command.schedule":
    "Let Ibid post passages in this server, on the days and at the time that you choose.",
  "command.schedule-add": "Add a schedule: what Ibid posts, when and where.",
  "command.schedule-edit": "Change a schedule.",
  "command.schedule-pause": "Pause a schedule.",
  "command.schedule-resume": "Let a schedule go on that was paused or held.",
  "command.schedule-post": "Post what a schedule would post, right now.",
  "command.schedule-delete": "Delete a schedule, and what is kept of its posts.",
  "command.schedules": "Show what Ibid posts in this server, and when.",
  "option.when":
    "The days, such as every day, Mondays and Thursdays, or first Sunday of the month.",
  "option.at": "The time of day, such as 08:00 or 8 pm. Without it, 08:00.",
  "option.new-days": "The days, with or without the time, such as Mondays and Thursdays at 8 pm.",
  "option.new-time": "The time of day, such as 08:00 or 8 pm.",
  "option.new-channel": "Another channel.",
  "option.new-zone": "Another time zone, such as Europe/London.",
  "option.channel": "The channel. Without it, this one.",
  "option.what":
    "The passages to post. Without it, those on your topic or with your words, or the daily passage.",
  "option.schedule-zone":
    "The time zone, such as Europe/London. The first one becomes the server’s.",
  "option.thread":
    "Open a thread for each post, or a post in a forum, hidden after so long without a message.",
  "option.tag": "The tag of each post in a forum.",
  "option.schedule-title": "A name for the schedule.",
  "option.schedule": "The schedule, by its name or number.",
  "option.version": "The version of the schedule that you saw.",
  "option.occasion": "The post whose outcome is not known.",
  "option.is-there": "Whether the post is there.",
  "expects.schedule": "a schedule of this server",

  // A schedule
  "schedules.title": "{count, plural, one {# schedule} other {# schedules}} in this server",
  "schedules.none": "Nothing is scheduled in this server.",
  "schedules.how": "/schedule add when:every day at:08:00 adds a schedule.",
  "schedule.form": "Change a schedule",
  "schedule.when": "When",
  "schedule.title": "Name",
  "schedule.zone-server": "{zone} (this server’s)",
  "schedule.zone-schedule": "{zone} (this schedule’s own)",
  "schedule.zone": "Time zone",
  "schedule.where": "Where",
  "schedule.what": "What",
  "schedule.what-day": "the passage of the day",
  "schedule.what-passages": "passages, each once before one comes again",
  "schedule.what-on-this-day": "this day in earlier years",
  "schedule.what-plan": "a plan, step by step",
  "schedule.what-filtered": "{what}: {filters}",
  "schedule.thread": "Thread",
  "schedule.thread-thread":
    "one for each post, hidden after {hours, plural, one {# hour} other {# hours}} without a message",
  "schedule.thread-forum":
    "each post is one, hidden after {hours, plural, one {# hour} other {# hours}} without a message",
  "schedule.tag": "Tag",
  "schedule.state": "State",
  "schedule.state-on": "on",
  "schedule.state-paused": "paused",
  "schedule.state-held": "held: {why}",
  "schedule.next": "Next",
  "schedule.no-next": "There is no further date.",
  "schedule.last": "Last",
  "schedule.at": "{weekday} {day}, {time}",
  "schedule.next-of": "next on {moment}",
  "schedule.late": "This post was due on {moment}.",
  "schedule.deletion":
    "The schedule and what is kept of its posts will be deleted. The posts stay.",
  "schedule.changed-added": "The schedule is set up.",
  "schedule.changed-changed": "The schedule is changed.",
  "schedule.changed-paused": "The schedule is paused. It posts nothing until you resume it.",
  "schedule.changed-resumed": "The schedule goes on.",
  "schedule.changed-posting": "Ibid posts this within a minute.",
  "schedule.changed-resolved": "Thank you. Ibid has noted that.",
  "schedule.changed-moved": "The plan goes on as you chose.",
  "schedule.changed-deleted": "The schedule is deleted.",

  // The outcome of an occasion
  "occasion.due": "being posted",
  "occasion.posting": "being posted",
  "occasion.posted": "posted",
  "occasion.unsure":
    "perhaps posted: Discord did not say. Look in the channel, then press a button below.",
  "occasion.missed": "not posted: {why}",
  "occasion.skipped": "not posted: {why}",
  "occasion.failed": "not posted: {why}",
  "occasion.thread-failed": "without a thread: {why}",
  "occasion.extra": "out of turn",
  "why.removed": "Ibid’s bot is not in this server",
  "why.no-access": "Ibid cannot see the channel",
  "why.no-permission": "Ibid does not have the permission to post there",
  "why.channel-gone": "the channel is gone; choose another one",
  "why.channel-unsuitable": "nothing can be posted like this in that channel",
  "why.channel-locked": "the channel is locked",
  "why.tag-missing": "the forum wants a tag that it has",
  "why.tag-refused": "only moderators may set that tag",
  "why.refused": "Discord refused it",
  "why.blocked": "the server’s AutoMod blocked it",
  "why.too-many-threads": "the server has too many open threads",
  "why.message-gone": "the post was deleted",
  "why.error": "a mistake of Ibid’s, which its log has",
  "why.late": "it would have been too late",
  "why.newer": "the next one was due already",
  "why.paused": "the schedule was paused",
  "why.nothing": "there was nothing to post",
  "why.silent-day": "nothing is known of that day in earlier years",
  "why.no-step": "the plan has no step on that day",
  "why.plan-over": "all steps of the plan are done",
  "why.plan-gone": "this corpus no longer has the plan",

  "why.unanswered": "Discord does not answer; press again later",

  // Actions
  "action.discuss": "Discuss",
  "action.post-now": "Post now",
  "action.pause": "Pause",
  "action.resume": "Resume",
  "action.edit": "Edit",
  "action.delete-schedule": "Delete",
  "action.it-is-there": "It is there",
  "action.post-it": "Post it",
  "action.confirm-schedule-deletion": "Yes, delete it",
  "action.keep-schedule": "Keep it",
  "action.schedules": "All schedules",

  // Threads
  "discussion.opened": "The thread is open:",
  "discussion.opened-without-questions":
    "The thread is open, but Discord has refused the questions to begin with:",
  "discussion.there-already": "This message has its thread already:",

  // Permissions, as Discord names them
  "permission.administrator": "Administrator",
  "permission.manage-server": "Manage Server",
  "permission.manage-events": "Manage Events",
  "permission.view-channel": "View Channel",
  "permission.send-messages": "Send Messages",
  "permission.attach-files": "Attach Files",
  "permission.create-public-threads": "Create Public Threads",
  "permission.send-messages-in-threads": "Send Messages in Threads",

  // Notices
  "notice.not-permitted":
    "This command is for those whom this server lets use it. By default, they are members who may manage events. Ask one of them.",
  "notice.channel-not-chosen":
    "Choose the channel from Discord’s list: of “{typed}”, Ibid does not know who may write there.",
  "notice.channel-not-postable":
    "Ibid posts in text channels, announcement channels and forums only. Choose one of these.",
  "notice.reports-in-forum":
    "A forum takes posts, not messages. Choose a text channel for the reports of failures.",
  "notice.may-not-write":
    "You may not write in that channel, so you cannot have Ibid post there. You lack: {permissions}. Choose another channel.",
  "notice.bot-lacks": "Nothing is saved, because Ibid lacks there: {permissions}.",
  "notice.bot-lacks-link": "Give Ibid these permissions",
  "notice.bot-lacks-channel":
    "Use the link below. If Ibid still lacks them then, allow them for it in the permissions of the channel.",
  "notice.tag-missing": "That forum wants a tag for each post. Repeat the command with `tag:`.",
  "notice.zone-missing":
    "Which time zone does this server go by? Repeat the command with `zone:`, such as `zone:Europe/London`. Ibid asks only once.",
  "notice.cannot-post":
    "This Ibid has no token, so it cannot post: it only answers. Its operator has to set DISCORD_TOKEN.",
  "notice.no-threads-here":
    "There can be no thread here. Threads are opened on messages that everyone sees, in the text and announcement channels of a server.",
  "notice.cannot-open-threads":
    "This Ibid has no token, so it cannot open threads: it only answers. Its operator has to set DISCORD_TOKEN.",
  "notice.may-not-open-threads":
    "You may not open threads in this channel. You lack: {permissions}.",
  "notice.bot-may-not-open-threads":
    "No thread was opened, because Ibid lacks here: {permissions}.",
  "notice.thread-not-opened": "No thread was opened: {why}. Nothing else has changed.",
  "notice.too-many-schedules": "A server can have {max} schedules. Delete one first.",
  "notice.unknown-schedule":
    "There is no schedule “{typed}” in this server. `/schedules` lists its schedules.",
  "notice.already-changed":
    "This schedule is no longer as that message shows it, or you have pressed already. Nothing was changed.",
} as const;
