import { Counter, Gauge, Histogram, Registry } from "prom-client";
import type { Translate } from "../../catalogue/catalogue.ts";
import type { Command } from "../../command/types.ts";
import { parseCustomId } from "../../discord/custom-id.ts";
import type { Interaction } from "../../discord/interaction-payload.ts";
import type { Reload } from "../../loading/hot-reload.ts";
import type { Library } from "../../search/library.ts";

/** Metrics for Prometheus. None of them contains what a user asked, or who the user is. */
export interface Metrics {
  countAnswer(interaction: Interaction, outcome: InteractionOutcome, seconds: number): void;
  /** Counts a request that was rejected with this HTTP status. */
  countRejection(status: number): void;
  /** Sets the size of the corpus. */
  setCorpus(library: Library): void;
  countReload(reload: Reload): void;
  /** Counts an interaction that the gateway dispatched to this shard. */
  countShardInteraction(shard: number): void;
  /** Counts that this shard is ready again after its connection closed. */
  countReconnection(shard: number): void;
  setShardReady(shard: number, isReady: boolean): void;
  /** Renders all metrics in Prometheus's text format. */
  render(): Promise<string>;
  readonly contentType: string;
}

/** The outcome of an interaction: `early` means that it arrived before the corpus was read. */
export type InteractionOutcome = "answered" | "failed" | "early";

/** The label of any command that is not ours, so that no caller can create a series. */
const UNKNOWN_COMMAND = "unknown";

/** Seconds, up to the three that Discord waits. */
const SECONDS_BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 3];

export function createMetrics(commands: readonly Command[], t: Translate): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const answers = new Histogram({
    name: "ibid_answer_seconds",
    help: t("metrics.answers"),
    labelNames: ["command", "kind", "outcome"],
    buckets: SECONDS_BUCKETS,
    registers,
  });
  const rejections = new Counter({
    name: "ibid_refused_requests_total",
    help: t("metrics.rejections"),
    labelNames: ["status"],
    registers,
  });
  const documents = new Gauge({
    name: "ibid_corpus_documents",
    help: t("metrics.documents"),
    registers,
  });
  const passages = new Gauge({
    name: "ibid_corpus_passages",
    help: t("metrics.passages"),
    registers,
  });
  const reloads = new Counter({
    name: "ibid_corpus_reloads_total",
    help: t("metrics.reloads"),
    labelNames: ["outcome"],
    registers,
  });
  // Answers are not counted by shard: each shard would multiply the series of every command.
  const shardInteractions = new Counter({
    name: "ibid_shard_interactions_total",
    help: t("metrics.shard-interactions"),
    labelNames: ["shard"],
    registers,
  });
  const reconnections = new Counter({
    name: "ibid_shard_reconnections_total",
    help: t("metrics.reconnections"),
    labelNames: ["shard"],
    registers,
  });
  const readyShards = new Gauge({
    name: "ibid_shard_ready",
    help: t("metrics.ready"),
    labelNames: ["shard"],
    registers,
  });
  /** The names of commands by their own names and by the labels of their message commands. */
  const commandNames = new Map(
    commands.flatMap(({ name, alias, messageCommand }) => [
      [name, name],
      ...(alias === undefined ? [] : [[alias, alias] as const]),
      ...(messageCommand === undefined ? [] : [[messageCommand.label, name] as const]),
    ]),
  );

  function setCorpus(library: Library): void {
    documents.set(library.corpus.documents.length);
    passages.set(library.passageCount);
  }

  return {
    countAnswer(interaction, outcome, seconds) {
      const name = commandNameIn(interaction);
      const own = name === undefined ? undefined : commandNames.get(name);
      const command = own ?? UNKNOWN_COMMAND;
      answers.observe({ command, kind: interactionKind(interaction), outcome }, seconds);
    },
    countRejection: (status) => rejections.inc({ status }),
    setCorpus,
    countReload(reload) {
      reloads.inc({ outcome: reload.kind });
      if (reload.kind === "replaced") setCorpus(reload.library);
    },
    countShardInteraction: (shard) => shardInteractions.inc({ shard }),
    countReconnection: (shard) => reconnections.inc({ shard }),
    setShardReady: (shard, isReady) => readyShards.set({ shard }, isReady ? 1 : 0),
    render: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

/** Returns the name of the command or message command. */
function commandNameIn(interaction: Interaction): string | undefined {
  switch (interaction.kind) {
    case "command":
    case "message-command":
    case "autocomplete":
      return interaction.name;
    case "component":
    case "form":
      return interaction.customId && parseCustomId(interaction.customId)?.line.name;
    case "ping":
    case "unsupported":
    case "malformed":
      return undefined;
  }
}

function interactionKind({ kind }: Interaction): string {
  switch (kind) {
    case "ping":
    case "command":
      return kind;
    case "message-command":
      return "menu";
    case "autocomplete":
      return "completion";
    case "component":
      return "press";
    case "form":
      return kind;
    case "unsupported":
    case "malformed":
      return "other";
  }
}
