import process from "node:process";
import { setTimeout as sleep } from "node:timers/promises";
import type { StoreConfig } from "../../src/config.ts";
import { createRequests, type SendRequest } from "../../src/frontends/discord-request.ts";
import type { OccasionStore } from "../../src/store/occasion-store.ts";
import { TOKEN } from "../discord/fake-discord.ts";
import { createTestPoster, openTestStore } from "./posting.ts";

/** The store from which a process posts, and the step at which it ends. */
export interface ProcessOptions {
  readonly config: StoreConfig;
  readonly api: string;
  /** The moment at which the clock is held. Without it, rounds go on until the process is killed. */
  readonly now?: number;
  /** The step before which, or after which, the process kills itself. */
  readonly dies?: Death;
}

export interface Death {
  readonly when: "before" | "after";
  readonly step: Step;
}

/** The steps of posting. */
export const STEPS = [
  "plan",
  "claim",
  "shownIn",
  "begin",
  "send",
  "settle",
  "settleThread",
] as const;
export type Step = (typeof STEPS)[number];

/** Returns the occasions and the requests of a process that ends at one step: `die` ends it. */
export function dying(
  { occasions, send }: { occasions: () => Promise<OccasionStore | undefined>; send: SendRequest },
  { when, step }: Death,
  die: () => Promise<never>,
) {
  const around =
    <A extends readonly unknown[], R>(of: Step, run: (...given: A) => Promise<R>) =>
    async (...given: A): Promise<R> => {
      if (of === step && when === "before") return die();
      const result = await run(...given);
      if (of === step && when === "after") return die();
      return result;
    };
  return {
    send: around("send", send),
    async occasions(): Promise<OccasionStore | undefined> {
      const store = await occasions();
      return (
        store && {
          ...store,
          plan: around("plan", store.plan),
          claim: around("claim", store.claim),
          shownIn: around("shownIn", store.shownIn),
          begin: around("begin", store.begin),
          settle: around("settle", store.settle),
          settleThread: around("settleThread", store.settleThread),
        }
      );
    },
  };
}

async function main({ config, api, now, dies }: ProcessOptions): Promise<void> {
  const clock = now === undefined ? undefined : { now };
  const store = openTestStore(config, clock);
  const whole = { occasions: store.occasions, send: createRequests(TOKEN, api) };
  const die = () => {
    process.kill(process.pid, "SIGKILL");
    return new Promise<never>(() => {});
  };
  const parts = dies === undefined ? whole : dying(whole, dies, die);
  const poster = createTestPoster(parts, { api, ...(clock && { clock }), send: parts.send });
  do {
    const pause = await poster.round();
    process.stdout.write("round\n");
    if (now === undefined) await sleep(Math.min(pause ?? 200, 200));
  } while (now === undefined);
  await store.close();
}

if (process.argv[2] !== undefined && import.meta.filename === process.argv[1]) {
  await main(JSON.parse(process.argv[2]));
}
