import type { Translate } from "../../catalogue/catalogue.ts";
import { formatPeriod } from "../../corpus/date.ts";
import type { Permission } from "../../keeping/permissions.ts";
import { quoteUnlessQuoted } from "../../language/quotation-marks.ts";
import {
  localCommandName,
  localOptionName,
  localValueName,
} from "../../language/translation/local-names.ts";
import { translateCadence } from "../../rhythm/cadence-wording.ts";
import type { Expected, NoticeReason, SearchCriteria } from "../notice-reason.ts";
import { localDateLabel, localDocumentName } from "./document-names.ts";
import { describeSoughtDocument, joinCriteria } from "./sought-document.ts";

/** Explains in sentences, one line each, why there is nothing to show, and what to do. */
export function describeReason(reason: NoticeReason, t: Translate): readonly string[] {
  switch (reason.kind) {
    case "unknown-command":
      return [describeUnknownCommand(reason, t)];
    case "unknown-option": {
      const { option, closest, options } = reason;
      const command = localCommandName(reason.command, t);
      return [
        closest === undefined
          ? t("notice.unknown-option", {
              command,
              option,
              options: options.map((name) => localOptionName(name, t, reason.command)).join(", "),
            })
          : t("notice.unknown-option-closest", {
              command,
              option,
              closest: localOptionName(closest, t, reason.command),
            }),
      ];
    }
    case "invalid-value":
    case "missing-value": {
      const option = localOptionName(reason.option, t);
      return [
        t(`notice.${reason.kind}`, { option, expected: describeExpected(reason.expects, t) }),
      ];
    }
    case "unknown-name": {
      const { of, typed, closest } = reason;
      return [
        closest === undefined
          ? t(`notice.unknown-${of}`, { typed })
          : t(`notice.unknown-${of}-closest`, { typed, closest: t.nameOf(closest) }),
      ];
    }
    case "several-names":
      return [
        t("notice.several-names", { typed: reason.typed, names: t.or(reason.names.map(t.nameOf)) }),
      ];
    case "unknown-style": {
      const { typed, styles } = reason;
      return [t("notice.unknown-style", { typed, styles: styles.join(", ") })];
    }
    case "several-documents":
      return [t("notice.several-documents", { typed: reason.typed, count: reason.documents })];
    case "date-for-person":
    case "person-for-date": {
      const { typed } = reason;
      const options = reason.options.map((name) => localOptionName(name, t));
      const names = t.and(options.map((name) => `\`${name}\``));
      return [t(`notice.${reason.kind}`, { typed, names, option: options[0] ?? "" })];
    }
    case "unreadable-date":
    case "no-such-date":
    case "year-unclear":
      return [
        `${t(`notice.${reason.kind}`, { typed: reason.typed })} ${t("notice.how-to-write-a-date")}`,
      ];
    case "year-missing":
    case "unreadable-cadence":
    case "unreadable-time":
    case "no-date-left":
      return [t(`notice.${reason.kind}`, { typed: reason.typed })];
    case "ambiguous-cadence":
      return [
        t("notice.ambiguous-cadence", {
          typed: reason.typed,
          readings: t.or(reason.readings.map((one) => translateCadence(one, t))),
        }),
      ];
    case "ambiguous-date": {
      const { typed, readings } = reason;
      const dayFirst = localDateLabel(readings[0], t);
      const monthFirst = localDateLabel(readings[1], t);
      return [t("notice.ambiguous-date", { typed, dayFirst, monthFirst })];
    }
    case "neither-date-nor-title": {
      const { typed, closest } = reason;
      return [
        closest === undefined
          ? `${t("notice.neither-date-nor-title", { typed })} ${t("notice.how-to-write-a-date")}`
          : t("notice.neither-date-nor-title-closest", { typed, closest }),
      ];
    }
    case "none-dated":
      return describeNoneDated(reason, t);
    case "no-such-address":
      return [describeUnknownAddress(reason, t)];
    case "no-such-passage":
      return describeUnknownPassage(reason, t);
    case "receipt-moved":
    case "receipt-broken":
    case "receipt-in-note":
      return [t(`notice.${reason.kind}`, { address: reason.address })];
    case "nothing-found":
      return describeNothingFound(reason, t);
    case "nothing-listed":
      return [t(`notice.no-${reason.of}`)];
    case "failed":
      return [
        reason.where === "log"
          ? t("notice.failed-log", { reference: reason.reference })
          : t("notice.failed-standard-error"),
      ];
    case "unknown-zone":
      return [t("notice.unknown-zone", { typed: reason.typed })];
    case "no-user":
    case "no-server":
    case "not-allowed":
    case "changed-meanwhile":
      return [t(`notice.${reason.kind}`)];
    case "no-such-entry": {
      const { typed, entries } = reason;
      return [t("notice.no-such-entry", { typed, count: entries })];
    }
    case "tray-full": {
      const { max, room } = reason;
      return [
        room === 0 ? t("notice.tray-full", { max }) : t("notice.tray-nearly-full", { max, room }),
      ];
    }
    case "nothing-to-keep": {
      const { why, quotations } = reason;
      return [
        quotations > 1
          ? t("notice.none-to-keep", { count: quotations })
          : t(`notice.nothing-to-keep-${why}`),
      ];
    }
    case "not-permitted":
    case "channel-not-postable":
    case "reports-in-forum":
    case "tag-missing":
    case "zone-missing":
    case "cannot-post":
    case "already-changed":
    case "no-started-plan":
      return [t(`notice.${reason.kind}`)];
    case "channel-not-chosen":
    case "unknown-schedule":
      return [t(`notice.${reason.kind}`, { typed: reason.typed })];
    case "may-not-write":
      return [t("notice.may-not-write", { permissions: describePermissions(reason, t) })];
    case "bot-lacks":
      return [
        t("notice.bot-lacks", { permissions: describePermissions(reason, t) }),
        t("notice.bot-lacks-channel"),
      ];
    case "empty-plan":
      return [t("notice.empty-plan", { title: reason.title })];
    case "no-threads-here":
      return [t("notice.no-threads-here")];
    case "cannot-open-threads":
      return [t("notice.cannot-open-threads")];
    case "may-not-open-threads":
      return [t("notice.may-not-open-threads", { permissions: describePermissions(reason, t) })];
    case "bot-may-not-open-threads":
      return [
        t("notice.bot-may-not-open-threads", { permissions: describePermissions(reason, t) }),
        t("notice.bot-lacks-channel"),
      ];
    case "thread-not-opened":
      return [t("notice.thread-not-opened", { why: t(`why.${reason.why}`) })];
    case "too-many-schedules":
      return [t("notice.too-many-schedules", { max: t.number(reason.max) })];
    case "setting-of-other-level":
      return [t(`notice.setting-of-${reason.level}`, { option: reason.option })];
    case "store-problem":
      return [t(`store.${reason.problem}`)];
    case "not-ready":
    case "busy":
    case "malformed-interaction":
    case "not-offered":
    case "outdated-button":
    case "message-without-text":
      return [t(`notice.${reason.kind}`)];
    case "number-not-offered": {
      const { offered } = reason;
      return [
        offered === 0
          ? t("notice.no-number-offered")
          : t("notice.number-not-offered", { offered: t.number(offered) }),
      ];
    }
  }
}

function describePermissions(
  { permissions }: { readonly permissions: readonly Permission[] },
  t: Translate,
): string {
  return t.and(permissions.map((one) => t(`permission.${one}`)));
}

type ReasonOf<K extends NoticeReason["kind"]> = Extract<NoticeReason, { kind: K }>;

/** Returns a phrase that completes “`option` should be …”. */
function describeExpected(expected: Expected, t: Translate): string {
  switch (expected.kind) {
    case "text":
      return t("expects.text", { max: t.number(expected.max) });
    case "integer":
      return t("expects.integer", { min: t.number(expected.min), max: t.number(expected.max) });
    case "quotation": {
      const { words, max } = expected;
      return t("expects.quotation", { words: t.number(words), max: t.number(max) });
    }
    case "one-of":
      return t("expects.one-of", {
        values: expected.values.map((value) => localValueName(value, t)).join(", "),
      });
    case "zone":
    case "day":
    case "channel":
    case "schedule":
    case "cadence":
    case "plan":
    case "time":
    case "keepable":
    case "tray-entry":
    case "flag":
    case "person":
    case "topic":
    case "date":
    case "document":
    case "passage":
    case "citable":
    case "scope":
    case "style":
    case "command":
      return t(`expects.${expected.kind}`);
  }
}

function describeUnknownCommand(
  { typed, commands }: ReasonOf<"unknown-command">,
  t: Translate,
): string {
  return commands.length === 0
    ? t("notice.unknown-command", { typed })
    : t("notice.unknown-command-of", {
        typed,
        commands: commands.map((name) => `/${localCommandName(name, t)}`).join(", "),
      });
}

function describeNoneDated(
  { date, documents, undated, hasNearest }: ReasonOf<"none-dated">,
  t: Translate,
): readonly string[] {
  return [
    t("notice.none-dated", { date: localDateLabel(date, t), count: documents }),
    ...(undated > 0 ? [t("notice.undated-documents", { count: undated })] : []),
    hasNearest ? t("notice.nearest") : t("notice.timeline-lists"),
  ];
}

function describeUnknownAddress(
  { typed, completions, example }: ReasonOf<"no-such-address">,
  t: Translate,
): string {
  if (completions.length > 0) {
    return t("notice.no-such-address-closest", { typed, closest: t.or(completions) });
  }
  return example === undefined
    ? t("notice.no-address-at-all", { typed })
    : t("notice.no-such-address", { typed, example });
}

function describeUnknownPassage(
  { typed, document, ends, isOfReceipt }: ReasonOf<"no-such-passage">,
  t: Translate,
): readonly string[] {
  const name = localDocumentName(document, t);
  const [first, last] = ends;
  return [
    first === undefined
      ? t("notice.document-without-passages", { typed, name })
      : last === undefined
        ? t("notice.no-such-passage-but-one", { typed, name, first })
        : t("notice.no-such-passage", { typed, name, first, last }),
    ...(isOfReceipt ? [t("notice.receipt-words-gone")] : []),
  ];
}

function describeNothingFound(
  { sought, criteria, searched, hasNearest, list }: ReasonOf<"nothing-found">,
  t: Translate,
): readonly string[] {
  const { period } = criteria;
  return [
    t(`notice.nothing-${sought}`, { criteria: describeCriteria(criteria, t) }),
    ...(period !== undefined && period.last < period.first ? [t("notice.period-reversed")] : []),
    describeScope(searched, t),
    hasNearest
      ? t("notice.nearest")
      : t("notice.nothing-near", { command: localCommandName(list, t) }),
  ];
}

/** Describes the criteria as a predicate: “matches “lamp” and is from Ada Lantern”. */
function describeCriteria(
  { query, address, document, person, from, to, topic, period, in: scope }: SearchCriteria,
  t: Translate,
): string {
  const properties = [
    ...(address === undefined ? [] : [address]),
    ...(document === undefined ? [] : [describeSoughtDocument(document, t)]),
    ...(person === undefined ? [] : [t("criteria.person", { person: t.nameOf(person) })]),
    ...(from === undefined ? [] : [t("criteria.from", { person: t.nameOf(from) })]),
    ...(to === undefined ? [] : [t("criteria.to", { person: t.nameOf(to) })]),
    ...(topic === undefined ? [] : [t("criteria.topic", { topic: t.nameOf(topic) })]),
    ...(period === undefined ? [] : [t("criteria.dated", { period: formatPeriod(period, t) })]),
    ...(scope === undefined ? [] : [t("criteria.in", { scope })]),
  ];
  const matches =
    query === undefined ? undefined : t("criteria.matches", { query: quoteUnlessQuoted(query) });
  if (properties.length === 0) return matches ?? t("criteria.none");
  const is = t("criteria.is", { properties: joinCriteria(properties, t) });
  return matches === undefined ? is : t("criteria.both", { matches, is });
}

function describeScope(
  { documents, passages, events, allDocuments }: ReasonOf<"nothing-found">["searched"],
  t: Translate,
): string {
  const content =
    events === undefined
      ? t("counts.passages", { count: passages })
      : t("counts.events", { count: events });
  return documents === allDocuments
    ? t("notice.searched-all", { documents, content })
    : t("notice.searched-part", { documents, all: allDocuments, content });
}
