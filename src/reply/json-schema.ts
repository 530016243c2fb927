import * as v from "valibot";
import { UNQUOTABLE_KINDS } from "../corpus/document.ts";
import { PERMISSION_NAMES } from "../keeping/permissions.ts";
import { SETTING_KEYS } from "../keeping/settings.ts";
import { CADENCE, type Cadence } from "../rhythm/cadence.ts";
import { FAILED_REASONS, HELD_REASONS } from "../rhythm/outcome.ts";
import { PACES } from "../rhythm/plan-progress.ts";
import {
  ARCHIVE_TIMES,
  OCCASION_REASONS,
  OCCASION_STATES,
  SELECTION_KINDS,
  THREAD_STATES,
} from "../rhythm/schedule.ts";
import { GRAVE_KINDS } from "../verify/changes.ts";
import { MARK_KINDS } from "../verify/marks/editorial-mark.ts";
import { GAP_INTERRUPTIONS, HIDDEN_KINDS } from "../verify/verdict.ts";
import { DISCUSSION_STATES, JSON_FORMAT, SCHEDULE_CHANGES } from "./reply.ts";

const object = v.strictObject;
const list = <T extends v.GenericSchema>(item: T) => v.pipe(v.array(item), v.readonly());
const text = v.string();
const texts = list(text);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const { optional } = v;
const level = v.picklist(["user", "channel", "server"]);
/** A date or an interval in EDTF. */
const edtf = text;

const commandLine = object({
  name: text,
  options: v.record(text, v.union([text, v.number(), v.boolean()])),
});

const person = object({ name: text });
const documentIdentity = object({
  id: text,
  /** A CSL item type. */
  type: text,
  title: text,
  date: optional(edtf),
  from: list(person),
  to: list(person),
  authors: texts,
  work: optional(object({ id: text, title: text, authors: texts })),
  number: optional(text),
  isAmbiguous: v.boolean(),
});

const unquotable = list(
  object({ kind: v.picklist(UNQUOTABLE_KINDS), text, before: optional(text) }),
);

const actionLabel = v.union([
  v.picklist([
    "another",
    "in-context",
    "back",
    "cite",
    "quote",
    "search",
    "timeline",
    "topics",
    "help",
    "earlier",
    "later",
    "previous-step",
    "next-step",
    "all-steps",
    "move-plan",
    "go-on",
    "pace-catch-up",
    "pace-keep-end",
    "pace-move-end",
    "previous-page",
    "next-page",
    "all-commands",
    "all-quotations",
    "details",
    "everywhere",
    "fill-in",
    "copy",
    "delete-all",
    "confirm-deletion",
    "keep-all",
    "keep",
    "tray",
    "move-up",
    "move-down",
    "remove",
    "put-back",
    "empty",
    "confirm-emptying",
    "markdown",
    "post-now",
    "pause",
    "resume",
    "edit",
    "delete-schedule",
    "confirm-schedule-deletion",
    "keep-schedule",
    "it-is-there",
    "post-it",
    "schedules",
  ]),
  object({ kind: v.literal("open"), address: text }),
  object({
    kind: v.picklist(["whole", "previous", "next"]),
    documentKind: v.picklist(["letter", "document"]),
  }),
  object({
    kind: v.literal("document"),
    document: documentIdentity,
    nearest: optional(v.picklist(["before", "after"])),
  }),
  object({ kind: v.literal("event"), date: edtf, title: text }),
  object({ kind: v.literal("quotation"), number: count }),
  object({ kind: v.literal("keep-quotations"), count }),
  object({ kind: v.literal("search-for"), query: text }),
  object({ kind: v.literal("command"), name: text }),
  object({ kind: v.literal("correct"), option: optional(text) }),
  object({ kind: v.literal("change-settings"), level }),
  object({ kind: v.literal("value"), value: text }),
  object({ kind: v.literal("date"), date: text }),
  object({ kind: v.literal("cadence"), cadence: text }),
  object({ kind: v.literal("option"), option: text, value: text }),
]);

const action = object({
  label: actionLabel,
  line: commandLine,
  isAside: optional(v.literal(true)),
});
const reference = object({ line: text, label: optional(text), url: optional(text) });
const references = list(reference);
const permissions = list(v.picklist(PERMISSION_NAMES));
const page = object({ number: count, of: count });
const counts = { documents: count, passages: count };

const source = object({
  id: text,
  type: text,
  title: text,
  author: list(
    object({ family: text, given: optional(text), isFamilyFirst: optional(v.literal(true)) }),
  ),
  "container-title": optional(text),
  issued: optional(edtf),
  URL: optional(text),
  language: optional(text),
  note: optional(text),
  more: v.record(text, text),
});

const quotation = object({
  text,
  start: count,
  end: count,
  address: text,
  documentId: text,
  citation: text,
  url: optional(text),
  printedIn: optional(source),
});
const quotations = list(quotation);

const schedule = {
  id: text,
  title: optional(text),
  channel: text,
  cadence: v.custom<Cadence>((value) => v.is(CADENCE, value)),
  time: text,
  zone: text,
  state: v.picklist(["on", "paused", "held"]),
  why: optional(v.picklist(HELD_REASONS)),
};

const spans = list(object({ start: count, end: count }));
const marks = object({
  matches: spans,
  more: object({ before: v.boolean(), after: v.boolean() }),
});

const expansion = object({
  synonyms: texts,
  narrower: texts,
  missing: texts,
  isAllMissing: v.boolean(),
  corrections: texts,
});
const searchedTopic = object({ id: text, label: text, synonyms: texts, narrower: texts });

const understanding = object({
  kind: v.picklist(["address", "title", "date", "topic"]),
  label: text,
});

const hit = v.variant("kind", [
  object({ kind: v.literal("passage"), quotation, marks, open: action }),
  object({
    kind: v.picklist(["note", "document"]),
    document: documentIdentity,
    text,
    marks,
    open: action,
  }),
  object({ kind: v.literal("event"), date: edtf, title: text, text, marks, open: action }),
]);

const documentEntry = { document: documentIdentity, summary: optional(text), open: action };
const documents = list(object(documentEntry));
const timelineEntry = { references, yearsAgo: optional(count) };

const differences = list(object({ name: text, quoted: text, printed: text, count }));
const editorialMarks = list(object({ kind: v.picklist(MARK_KINDS), text }));
const interruptions = list(v.picklist(GAP_INTERRUPTIONS));
const verdict = v.variant("kind", [
  object({
    kind: v.picklist(["exact", "typography"]),
    places: count,
    exactPlaces: count,
    differences,
    marks: editorialMarks,
  }),
  object({
    kind: v.literal("shortened"),
    omissions: list(
      v.variant("kind", [
        object({ kind: v.picklist(["unknown", "nothing"]), interruptions }),
        object({ kind: v.literal("ellipsis"), text, interruptions }),
        object({
          kind: v.literal("words"),
          count,
          paragraphs: count,
          text: optional(text),
          interruptions,
          hidden: list(object({ kind: v.picklist(HIDDEN_KINDS), text })),
          at: optional(v.picklist(["start", "end"])),
        }),
      ]),
    ),
    lightParts: texts,
    differences,
    marks: editorialMarks,
  }),
  object({
    kind: v.literal("altered"),
    changes: list(
      object({
        printed: text,
        start: optional(count),
        quoted: text,
        isSame: v.boolean(),
        gap: text,
        grave: optional(v.picklist(GRAVE_KINDS)),
      }),
    ),
    isProbable: v.boolean(),
    marks: editorialMarks,
  }),
  object({ kind: v.literal("stitched"), differences, marks: editorialMarks }),
  object({ kind: v.literal("common"), places: count, documents: count }),
  object({
    kind: v.literal("unjudged"),
    reason: v.picklist(["too-many-parts", "light-parts", "heading", "note", "receipt"]),
  }),
  object({ kind: v.literal("none"), isTraceable: v.boolean(), hasClosest: v.boolean() }),
]);

const soughtDocument = v.variant("kind", [
  object({ kind: v.literal("document"), id: text }),
  object({ kind: v.literal("dated"), date: text }),
  object({ kind: v.literal("titled"), words: text }),
  object({ kind: v.literal("numbered"), number: text }),
  object({ kind: v.literal("undated") }),
]);

const comparison = {
  claimed: object({
    from: optional(text),
    date: optional(text),
    letter: optional(soughtDocument),
    in: optional(text),
  }),
  meeting: count,
  places: count,
};
const claim = v.variant("status", [
  object({ status: v.literal("none") }),
  object({ status: v.picklist(["met", "elsewhere", "unknown"]), ...comparison }),
  object({
    status: v.literal("possible"),
    ...comparison,
    date: text,
    unknown: v.picklist(["day", "month", "exact-date"]),
  }),
]);
const verification = { quoted: text, verdict, claim };

const storeProblem = v.picklist([
  ...(["off", "unreachable", "locked", "full", "newer", "damaged", "contended"] as const),
]);

const expected = v.variant("kind", [
  object({ kind: v.literal("one-of"), values: texts }),
  object({ kind: v.literal("text"), max: count }),
  object({ kind: v.literal("integer"), min: count, max: count }),
  object({ kind: v.literal("quotation"), words: count, max: count }),
  object({
    kind: v.picklist([
      "zone",
      "day",
      "channel",
      "schedule",
      "cadence",
      "plan",
      "time",
      "keepable",
      "tray-entry",
      "channel",
      "flag",
      "person",
      "topic",
      "date",
      "document",
      "passage",
      "citable",
      "scope",
      "style",
      "command",
    ]),
  }),
]);

const reason = v.variant("kind", [
  object({ kind: v.literal("unknown-command"), typed: text, commands: texts }),
  object({
    kind: v.literal("unknown-option"),
    command: text,
    option: text,
    closest: optional(text),
    options: texts,
  }),
  object({ kind: v.picklist(["invalid-value", "missing-value"]), option: text, expects: expected }),
  object({
    kind: v.literal("unknown-name"),
    of: v.picklist(["person", "topic", "scope", "plan"]),
    typed: text,
    closest: optional(text),
  }),
  object({ kind: v.literal("several-names"), typed: text, names: texts }),
  object({ kind: v.literal("unknown-style"), typed: text, styles: texts }),
  object({ kind: v.literal("several-documents"), typed: text, documents: count }),
  object({
    kind: v.picklist(["date-for-person", "person-for-date"]),
    typed: text,
    options: texts,
  }),
  object({
    kind: v.picklist(["unreadable-date", "no-such-date", "year-unclear", "year-missing"]),
    typed: text,
  }),
  object({ kind: v.literal("ambiguous-date"), typed: text, readings: texts }),
  object({ kind: v.literal("neither-date-nor-title"), typed: text, closest: optional(text) }),
  object({
    kind: v.literal("none-dated"),
    date: text,
    documents: count,
    undated: count,
    hasNearest: v.boolean(),
  }),
  object({
    kind: v.literal("no-such-address"),
    typed: text,
    completions: texts,
    example: optional(text),
  }),
  object({
    kind: v.literal("no-such-passage"),
    typed: text,
    document: documentIdentity,
    ends: texts,
    isOfReceipt: v.boolean(),
  }),
  object({
    kind: v.picklist(["receipt-moved", "receipt-broken", "receipt-in-note"]),
    address: text,
  }),
  object({
    kind: v.literal("nothing-found"),
    sought: v.picklist(["anything", "passage", "document", "timeline-entry"]),
    criteria: object({
      query: optional(text),
      address: optional(text),
      document: optional(soughtDocument),
      person: optional(text),
      from: optional(text),
      to: optional(text),
      topic: optional(text),
      period: optional(edtf),
      in: optional(text),
    }),
    searched: object({ ...counts, events: optional(count), allDocuments: count }),
    hasNearest: v.boolean(),
    list: text,
  }),
  object({
    kind: v.literal("nothing-listed"),
    of: v.picklist(["people", "topics", "dates", "plans"]),
  }),
  object({
    kind: v.literal("failed"),
    where: v.picklist(["log", "standard-error"]),
    reference: optional(text),
  }),
  object({
    kind: v.picklist([
      "not-ready",
      "busy",
      "not-offered",
      "malformed-interaction",
      "outdated-button",
      "message-without-text",
    ]),
  }),
  object({ kind: v.literal("number-not-offered"), offered: count }),
  object({ kind: v.literal("store-problem"), problem: storeProblem }),
  object({ kind: v.literal("unknown-zone"), typed: text }),
  object({
    kind: v.picklist(["unreadable-cadence", "unreadable-time", "no-date-left"]),
    typed: text,
  }),
  object({ kind: v.literal("ambiguous-cadence"), typed: text, readings: texts }),
  object({ kind: v.picklist(["no-user", "no-server", "not-allowed"]) }),
  object({ kind: v.literal("no-such-entry"), typed: text, entries: count }),
  object({ kind: v.literal("tray-full"), max: count, room: count }),
  object({
    kind: v.literal("nothing-to-keep"),
    why: v.picklist(["no-passages", "altered", "stitched", "common", "unjudged", "none"]),
    quotations: count,
  }),
  object({
    kind: v.picklist([
      "not-permitted",
      "channel-not-postable",
      "reports-in-forum",
      "tag-missing",
      "zone-missing",
      "cannot-post",
      "already-changed",
      "no-started-plan",
      "no-threads-here",
      "cannot-open-threads",
    ]),
  }),
  object({ kind: v.picklist(["channel-not-chosen", "unknown-schedule"]), typed: text }),
  object({ kind: v.picklist(["may-not-write", "may-not-open-threads"]), permissions }),
  object({
    kind: v.picklist(["bot-lacks", "bot-may-not-open-threads"]),
    permissions,
    invite: optional(text),
  }),
  object({
    kind: v.literal("thread-not-opened"),
    why: v.picklist([...HELD_REASONS, ...FAILED_REASONS, "unanswered"]),
  }),
  object({ kind: v.literal("too-many-schedules"), max: count }),
  object({ kind: v.literal("empty-plan"), title: text }),
  object({
    kind: v.literal("setting-of-other-level"),
    option: text,
    level: v.picklist(["channel", "server"]),
  }),
  object({ kind: v.literal("changed-meanwhile") }),
]);

const trayEntry = {
  number: count,
  receipt: text,
  address: text,
  state: v.picklist(["unchanged", "moved", "changed", "gone"]),
  quotation: optional(quotation),
};

const base = {
  format: v.literal(JSON_FORMAT),
  actions: list(action),
  file: optional(object({ name: text, text, goes: v.picklist(["always", "when-long"]) })),
  line: optional(commandLine),
  discuss: optional(commandLine),
};

const stepParts = {
  title: optional(text),
  parts: list(
    v.variant("kind", [
      object({ kind: v.literal("document"), document: documentIdentity }),
      object({ kind: v.literal("topic"), label: text }),
      object({ kind: v.literal("address"), address: text }),
    ]),
  ),
};

const stepName = { number: count, ...stepParts };

const planState = {
  title: text,
  next: optional(object({ ...stepName, date: optional(edtf) })),
  left: count,
  of: count,
  end: optional(edtf),
};

/** The JSON form of every kind of reply. `docs/json.md` describes it to those who read it. */
export const replyJson = v.variant("kind", [
  object({
    kind: v.literal("quotation"),
    ...base,
    quotation,
    rank: page,
    day: optional(edtf),
    understoodAs: optional(understanding),
    topic: optional(searchedTopic),
    expansion: optional(expansion),
    hasDetails: v.boolean(),
  }),
  object({
    kind: v.literal("context"),
    ...base,
    document: documentIdentity,
    window: object({ from: count, to: count, of: count }),
    before: quotations,
    quotation,
    after: quotations,
    unquotable,
  }),
  object({
    kind: v.literal("document"),
    ...base,
    document: documentIdentity,
    metadata: object({
      authors: texts,
      "container-title": optional(text),
      publisher: optional(text),
      verified: v.boolean(),
      delivered: optional(text),
      topics: texts,
      rights: optional(text),
    }),
    summary: texts,
    quotations,
    unquotable,
    remarks: texts,
    footnotes: texts,
    references,
    page,
    hasDetails: v.boolean(),
  }),
  object({
    kind: v.literal("hits"),
    ...base,
    query: text,
    hits: list(hit),
    quotations: count,
    total: count,
    page,
    expansion,
    hasDetails: v.boolean(),
  }),
  object({ kind: v.literal("documents"), ...base, documents, total: count, page }),
  object({
    kind: v.literal("timeline"),
    ...base,
    entries: list(
      v.variant("kind", [
        object({ kind: v.literal("document"), ...documentEntry, ...timelineEntry }),
        object({ kind: v.literal("event"), date: edtf, title: text, text, ...timelineEntry }),
      ]),
    ),
    total: count,
    undated: count,
    formerOptions: list(v.picklist(["from", "to"])),
    on: optional(object({ date: edtf, isAround: v.boolean() })),
    page,
  }),
  object({
    kind: v.literal("plan"),
    ...base,
    title: text,
    steps: list(object({ ...stepName, date: optional(edtf), open: action })),
    total: count,
    page,
  }),
  object({
    kind: v.literal("plan-move"),
    ...base,
    plan: object(planState),
    isOtherStep: v.boolean(),
    hasOwnDates: v.boolean(),
    until: optional(object({ end: edtf, dates: count })),
    choices: list(
      object({
        pace: v.picklist(PACES),
        next: object({ date: edtf, from: count, to: count, ...counts }),
        later: optional(object({ steps: count, ...counts })),
        end: optional(edtf),
      }),
    ),
  }),
  object({
    kind: v.literal("plan-step"),
    ...base,
    plan: text,
    steps: list(
      object({
        number: count,
        title: optional(text),
        quotations,
        documents,
        questions: texts,
        missing: texts,
      }),
    ),
    of: count,
  }),
  object({
    kind: v.literal("summaries"),
    ...base,
    topic: searchedTopic,
    documents,
    total: count,
    page,
  }),
  object({
    kind: v.literal("topics"),
    ...base,
    topics: list(object({ ...counts, id: text, label: text, open: action })),
    total: count,
    page,
  }),
  object({
    kind: v.literal("topic"),
    ...base,
    id: text,
    label: text,
    synonyms: texts,
    broader: texts,
    narrower: texts,
    related: texts,
    counts: object(counts),
    documents,
    page,
  }),
  object({
    kind: v.literal("people"),
    ...base,
    people: list(object({ ...counts, name: text, role: optional(text), open: action })),
    total: count,
    page,
  }),
  object({
    kind: v.literal("person"),
    ...base,
    name: text,
    role: optional(text),
    forms: texts,
    counts: object(counts),
    wrote: count,
    received: count,
    documents,
    page,
  }),
  object({
    kind: v.literal("corpus"),
    ...base,
    title: optional(text),
    description: optional(text),
    counts: object({
      ...counts,
      undated: count,
      notes: count,
      sources: count,
      topics: count,
      people: count,
      events: count,
    }),
    period: optional(edtf),
    language: text,
    rights: optional(text),
    hash: text,
    readAt: text,
    failedReload: optional(object({ at: text, problems: count })),
  }),
  object({
    kind: v.literal("commands"),
    ...base,
    commands: list(object({ name: text, description: text, example: text, open: action })),
  }),
  object({
    kind: v.literal("command"),
    ...base,
    name: text,
    description: text,
    examples: texts,
    messageCommand: optional(text),
    options: list(object({ name: text, description: text, required: v.boolean() })),
  }),
  object({
    kind: v.literal("citation"),
    ...base,
    style: object({ name: text, title: text }),
    document: documentIdentity,
    quotation: optional(quotation),
    check: optional(
      object({ outcome: v.picklist(["unchanged", "moved", "changed", "cut"]), address: text }),
    ),
    forms: list(object({ label: text, text })),
    receipt: optional(text),
    remarks: list(
      v.picklist([
        "second-hand",
        "no-form",
        "document-unnamed",
        "no-italics",
        "record-of-printing-work",
      ]),
    ),
  }),
  object({
    kind: v.literal("verification"),
    ...base,
    ...verification,
    hasDetails: v.boolean(),
    words: count,
    places: texts,
    evidence: list(object({ quotation, marks, changed: spans, receipts: texts, open: action })),
    ellipses: list(object({ text, setBy: optional(text) })),
    scope: object(counts),
    page,
  }),
  object({
    kind: v.literal("verifications"),
    ...base,
    verifications: list(object({ ...verification, citation: optional(text), open: action })),
    total: count,
    left: count,
    page,
  }),
  object({
    kind: v.literal("settings"),
    ...base,
    settings: list(
      object({
        setting: v.picklist([...SETTING_KEYS, "publicLanguage"]),
        value: optional(v.union([text, v.boolean()])),
        label: optional(text),
        from: v.picklist(["user", "channel", "server", "discord", "configuration"]),
        ignored: optional(object({ value: v.union([text, v.boolean()]), from: level })),
      }),
    ),
    changed: optional(level),
    problem: optional(storeProblem),
  }),
  object({
    kind: v.literal("schedule"),
    ...base,
    ...schedule,
    zoneFrom: v.picklist(["schedule", "server"]),
    what: object({
      kind: v.picklist(SELECTION_KINDS),
      options: v.record(text, text),
    }),
    thread: optional(
      object({
        kind: v.picklist(["thread", "forum"]),
        archiveAfter: v.picklist(ARCHIVE_TIMES),
        tag: optional(text),
      }),
    ),
    next: list(v.number()),
    last: list(
      object({
        date: text,
        slot: v.number(),
        due: v.number(),
        state: v.picklist(OCCASION_STATES),
        why: optional(v.picklist(OCCASION_REASONS)),
        url: optional(text),
        threadState: optional(v.picklist(THREAD_STATES)),
        threadWhy: optional(v.picklist(OCCASION_REASONS)),
      }),
    ),
    planTitle: optional(text),
    plan: optional(object(planState)),
    changed: optional(v.picklist(SCHEDULE_CHANGES)),
    posts: v.boolean(),
  }),
  object({
    kind: v.literal("schedules"),
    ...base,
    schedules: list(object({ ...schedule, next: optional(v.number()), open: action })),
    posts: v.boolean(),
  }),
  object({
    kind: v.literal("privacy"),
    ...base,
    user: text,
    settings: object({
      language: optional(text),
      style: optional(text),
      isPrivate: optional(v.boolean()),
      zone: optional(text),
      about: optional(text),
      reports: optional(text),
    }),
    tray: texts,
    schedules: list(
      object({
        id: text,
        server: text,
        title: optional(text),
        channel: text,
        cadence: schedule.cadence,
        time: text,
      }),
    ),
    deletion: optional(v.picklist(["to-confirm", "done"])),
  }),
  object({
    kind: v.literal("tray"),
    ...base,
    entries: list(object({ ...trayEntry, open: action })),
    total: count,
    page,
    change: optional(
      v.variant("kind", [
        object({ kind: v.literal("kept"), count, already: count, missing: count }),
        object({ kind: v.picklist(["removed", "to-empty"]) }),
        object({ kind: v.literal("emptied"), count }),
      ]),
    ),
    style: optional(text),
  }),
  object({
    kind: v.literal("tray-entry"),
    ...base,
    entry: object(trayEntry),
    total: count,
    change: optional(v.picklist(["kept", "already-kept", "moved"])),
    present: optional(quotation),
  }),
  object({
    kind: v.literal("keepable"),
    ...base,
    quotations: list(object({ quotation, isKept: v.boolean(), open: action })),
    total: count,
    missing: count,
    left: count,
    page,
  }),
  object({
    kind: v.literal("discussion"),
    ...base,
    ...stepParts,
    date: edtf,
    questions: texts,
    thread: text,
    state: v.picklist(DISCUSSION_STATES),
  }),
  object({
    kind: v.literal("form"),
    ...base,
    title: text,
    submits: commandLine,
    fields: list(
      object({
        option: text,
        label: text,
        description: text,
        isRequired: v.boolean(),
        control: v.variant("kind", [
          object({
            kind: v.literal("text"),
            min: count,
            max: count,
            isCadence: optional(v.literal(true)),
          }),
          object({
            kind: v.literal("choice"),
            choices: list(object({ value: text, label: text })),
          }),
          object({ kind: v.literal("channel") }),
        ]),
        value: optional(text),
        whenEmpty: optional(text),
      }),
    ),
  }),
  object({ kind: v.literal("notice"), ...base, reason }),
]);
