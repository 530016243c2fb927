import * as v from "valibot";
import type { LabelKey, Translate } from "../../catalogue/catalogue.ts";
import { optionError, parsedText } from "../../command/option-types.ts";
import type { Context, Option, Suggestion } from "../../command/types.ts";
import {
  addressOf,
  type Document,
  distinctPassagesOf,
  type PassageRef,
  type Plan,
  type PlanStep,
  type Topic,
} from "../../corpus/document.ts";
import { elementAt } from "../../foundation/checked-access.ts";
import { lazy } from "../../foundation/lazy.ts";
import { createLazyList, itemAt, type LazyList } from "../../foundation/lazy-list.ts";
import { CATALOGUE_LANGUAGES, translationInto } from "../../language/translation/catalogues.ts";
import type { Library } from "../../search/library.ts";
import { memoizeByLibrary } from "../../search/memoize-by-library.ts";
import { createNameIndex, type NameIndex } from "../../search/suggest/name-index.ts";
import { topicCounts, topicCountsIn } from "../../search/topic-counts.ts";
import { MAX_OFFERED_VALUES, MAX_SUGGESTIONS } from "../choices.ts";
import { documentIndex } from "../document.ts";
import { topicIndex } from "../topic.ts";

/** A plan that a group can read. */
export type PlanSource =
  /** A plan of the corpus, by its id. */
  | { readonly kind: "plan"; readonly id: string }
  /** A document, or a topic in order of time, of which `each` passages make a step. */
  | {
      readonly kind: "document" | "topic";
      readonly id: string;
      readonly each: number;
      /** The addresses of each step, as they were when the group started. */
      readonly steps: LazyList<readonly string[]>;
    };

/** The steps of a plan, of which an answer shows a part. */
export interface PlanContent extends Pick<Plan, "title" | "holidays"> {
  readonly steps: LazyList<PlanStep>;
}

/** How many passages of a document or of a topic make a step, unless the user says otherwise, and at most. */
const DEFAULT_EACH = 3;
const MAX_EACH = 20;

/** Declares an option for a plan: one of the corpus, or a document or a topic, “3 passages at a time”. */
export function plan(description: LabelKey): Option<PlanSource> {
  return parsedText<PlanSource>(description, {
    expects: { kind: "plan" },
    suggest: (typed, { library }, t) => suggestPlans(typed, library, t),
    parse(typed, { library }) {
      const { name, each } = splitEach(typed);
      const plans = planIndex(library);
      const indexes: readonly NameIndex<Plan | Document | Topic>[] = [
        plans,
        documentIndex(library),
        topicIndex(library),
      ];
      const index = indexes.find((one) => one.hasName(name)) ?? plans;
      const result = index.resolve(name);
      switch (result.kind) {
        case "one":
          return { value: sourceOf(result.value, each, library) };
        case "several": {
          const values = result.values.slice(0, MAX_OFFERED_VALUES).map(({ id }) => id);
          return optionError({ kind: "several-names", typed, names: values }, values);
        }
        case "none": {
          const closest = result.near?.id;
          return optionError(
            { kind: "unknown-name", of: "plan", typed, ...(closest !== undefined && { closest }) },
            closest === undefined ? [] : [closest],
          );
        }
      }
    },
  });
}

/** Returns the text that names exactly this plan: its id, or that of a document or a topic with the passages at a time. */
export function planValue(source: PlanSource): string {
  return source.kind === "plan" ? source.id : inTimeValue(source, source.each);
}

function inTimeValue({ id }: { readonly id: string }, each: number): string {
  return `${id}/${each}`;
}

/** Returns the plan of a schedule, whose options have its value, and the steps that it had at the start. */
export function planFrom(
  { plan: value, steps }: Readonly<Record<string, string>>,
  context: Context,
): PlanSource | undefined {
  const parsed = value === undefined ? undefined : PLAN.parse(value, context);
  if (parsed === undefined || !("value" in parsed)) return undefined;
  const source = parsed.value;
  const started = v.safeParse(STEPS, steps);
  return source.kind === "plan" || !started.success ? source : { ...source, steps: started.output };
}

const PLAN = plan("option.plan");
const STEPS = v.pipe(v.string(), v.parseJson(), v.array(v.array(v.string())));

/** Splits “Letters, 3 passages at a time”, in the words of any language, and “letters/3”. */
function splitEach(typed: string): { readonly name: string; readonly each: number } {
  const text = typed.trim();
  for (const pattern of eachPatterns()) {
    const [, name, digits] = pattern.exec(text) ?? [];
    if (name === undefined) continue;
    return { name, each: Math.min(Math.max(Number(digits), 1), MAX_EACH) };
  }
  return { name: typed, each: DEFAULT_EACH };
}

/** The patterns of a title with the number of its passages at a time, after `plan.each` of each catalogue. */
const eachPatterns = lazy((): readonly RegExp[] => {
  const title = "\u0000";
  const described = CATALOGUE_LANGUAGES.flatMap((language) =>
    [1, 2, 5].map((count) => {
      const words = translationInto(language)?.("plan.each", { title, count }) ?? title;
      return words
        .replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
        .replace(/,? /g, ",? *")
        .replace(String(count), String.raw`(\d+)`)
        .replace(title, "(.+?)");
    }),
  );
  return [
    ...[...new Set(described)].map((source) => new RegExp(`^${source}$`, "iu")),
    /^(.+?),? +(\d+) passages? a time$/i,
    /^(.+?)\/(\d+)$/,
  ];
});

const planIndex = memoizeByLibrary(({ corpus }) =>
  createNameIndex(() =>
    [...corpus.plans.values()].map((value) => ({ value, names: [value.title, value.id] })),
  ),
);

function suggestPlans(typed: string, library: Library, t: Translate): readonly Suggestion[] {
  const { name, each } = splitEach(typed);
  const inTime = (one: Document | Topic, title: string) => ({
    label: t("plan.each", { title, count: each }),
    value: inTimeValue(one, each),
  });
  return [
    ...planIndex(library)
      .complete(name, MAX_SUGGESTIONS)
      .map(({ id, title, steps }) => ({
        label: t("plan.title", { title, count: steps.length }),
        value: id,
      })),
    ...documentIndex(library)
      .complete(name, MAX_SUGGESTIONS)
      .filter(({ passages }) => passages.length > 0)
      .map((one) => inTime(one, one.title)),
    ...topicIndex(library)
      .complete(name, MAX_SUGGESTIONS)
      .filter((topic) => topicCounts(topic, topicCountsIn(library)).passages > 0)
      .map((one) => inTime(one, one.label)),
  ].slice(0, MAX_SUGGESTIONS);
}

function sourceOf(named: Plan | Document | Topic, each: number, library: Library): PlanSource {
  if ("steps" in named) return { kind: "plan", id: named.id };
  return "passages" in named ? planOfDocument(named, each) : planOfTopic(named, each, library);
}

/** Returns the first plan of the corpus. */
export function firstPlan({ corpus }: Library): PlanSource | undefined {
  const [id] = corpus.plans.keys();
  return id === undefined ? undefined : { kind: "plan", id };
}

/** Returns the plan of a source; undefined if the corpus no longer has it. */
export function planOf(source: PlanSource, library: Library): PlanContent | undefined {
  if (source.kind === "plan") return library.corpus.plans.get(source.id);
  const title =
    source.kind === "document"
      ? library.document(source.id)?.title
      : library.corpus.topics.get(source.id)?.label;
  if (title === undefined) return undefined;
  const steps = createLazyList(source.steps.length, (index) => ({
    ...{ addresses: itemAt(source.steps, index), topics: [], questions: [] },
  }));
  return { title, steps, holidays: [] };
}

/** Returns a plan that reads a document, `each` passages at a time. */
function planOfDocument(document: Document, each: number): PlanSource {
  const passages = distinctPassagesOf(document);
  const parts = createLazyList(passages.length, (index) => ({
    ...{ document, passage: elementAt(passages, index) },
  }));
  return { kind: "document", id: document.id, each, steps: stepsOf(parts, each) };
}

/** Returns a plan that reads the passages on a topic in order of time, `each` of them at a time. */
function planOfTopic(topic: Topic, each: number, library: Library): PlanSource {
  const steps = stepsOf(library.passageList({ topic }), each);
  return { kind: "topic", id: topic.id, each, steps };
}

/** Returns the addresses of each step. */
function stepsOf(passages: LazyList<PassageRef>, each: number): LazyList<readonly string[]> {
  return createLazyList(Math.ceil(passages.length / each), (index) =>
    passages
      .slice(index * each, (index + 1) * each)
      .map(({ document, passage }) => addressOf(document, passage)),
  );
}
