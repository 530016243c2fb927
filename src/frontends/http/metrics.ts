import {
  type APIInteraction,
  ApplicationCommandType,
  InteractionType,
} from "discord-api-types/v10";
import { Counter, Gauge, Histogram, Registry } from "prom-client";
import * as v from "valibot";
import type { Command } from "../../command/types.ts";
import { parseCustomId } from "../../discord/custom-id.ts";
import type { Reload } from "../../loading/hot-reload.ts";
import type { Library } from "../../search/library.ts";

/** Counts of what is answered, for Prometheus. None holds what somebody asked, or who did. */
export interface Metrics {
  answered(interaction: APIInteraction, outcome: InteractionOutcome, seconds: number): void;
  /** Counts a request that got this status instead of an answer. */
  refused(status: number): void;
  /** Tells the size of the corpus that is answered from. */
  opened(library: Library): void;
  /** Counts what came of reading the corpus again. */
  reloaded(reload: Reload): void;
  /** Everything, in Prometheus’s text format. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** What became of an interaction: `early` is one that came before the corpus was read. */
export type InteractionOutcome = "answered" | "failed" | "early";

/** Where a command is not one of ours: nobody but us makes names of series. */
const UNKNOWN_COMMAND = "unknown";

/** Seconds, up to those after which Discord waits no longer. */
const SECONDS_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 3];

export function createMetrics(commands: readonly Command[]): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const answers = new Histogram({
    name: "ibid_answer_seconds",
    help: "Interactions, and how long each took from its request to its answer.",
    labelNames: ["command", "kind", "outcome"],
    buckets: SECONDS_BUCKETS,
    registers,
  });
  const refusals = new Counter({
    name: "ibid_refused_requests_total",
    help: "Requests that were no interactions from Discord, by the status that they got.",
    labelNames: ["status"],
    registers,
  });
  const documents = new Gauge({
    name: "ibid_corpus_documents",
    help: "Documents of the corpus.",
    registers,
  });
  const passages = new Gauge({
    name: "ibid_corpus_passages",
    help: "Passages of the corpus that can be quoted.",
    registers,
  });
  const reloads = new Counter({
    name: "ibid_corpus_reloads_total",
    help: "Readings of the corpus after a change, by what came of them.",
    labelNames: ["outcome"],
    registers,
  });
  const names = new Map(
    commands.flatMap(({ name, messageCommand: menu }) => [
      [name, name],
      ...(menu === undefined ? [] : [[menu.label, name] as const]),
    ]),
  );

  function opened(library: Library): void {
    documents.set(library.corpus.documents.length);
    passages.set(library.passages({}).length);
  }

  return {
    answered(interaction, outcome, seconds) {
      const command = names.get(commandNameIn(interaction) ?? "") ?? UNKNOWN_COMMAND;
      answers.observe({ command, kind: interactionKind(interaction), outcome }, seconds);
    },
    refused: (status) => refusals.inc({ status }),
    opened,
    reloaded(reload) {
      reloads.inc({ outcome: reload.kind });
      if (reload.kind === "replaced") opened(reload.library);
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

const NAMED = v.looseObject({ data: v.looseObject({ name: v.string() }) });
const PRESSED = v.looseObject({
  data: v.looseObject({ custom_id: v.string(), values: v.optional(v.array(v.string())) }),
});

/** The name of the command or menu that an interaction of any shape stands for. */
function commandNameIn(interaction: unknown): string | undefined {
  if (v.is(NAMED, interaction)) return interaction.data.name;
  if (!v.is(PRESSED, interaction)) return undefined;
  const { custom_id, values: [chosen = custom_id] = [] } = interaction.data;
  return parseCustomId(chosen)?.line.name;
}

function interactionKind(interaction: APIInteraction): string {
  switch (interaction.type) {
    case InteractionType.Ping:
      return "ping";
    case InteractionType.ApplicationCommand:
      return interaction.data?.type === ApplicationCommandType.ChatInput ? "command" : "menu";
    case InteractionType.ApplicationCommandAutocomplete:
      return "completion";
    case InteractionType.MessageComponent:
      return "press";
    case InteractionType.ModalSubmit:
      return "form";
  }
}
