import { spawn } from "node:child_process";
import { once } from "node:events";
import { Agent, request } from "node:http";
import { fileURLToPath } from "node:url";
import { quantile } from "../src/import/shared/quantile.ts";
import { autocomplete, slashCommand } from "../tests/discord/payloads.ts";
import { createSigner } from "../tests/discord/signing.ts";
import { printTable } from "./report.ts";

const ROUNDS = 20;
const WARM_UP = 4;
const REQUESTS = 250;
/** Concurrent requests. */
const CONNECTIONS = 8;
const INTERACTIONS = [
  ["a ping", { type: 1 }],
  ["/quote topic:drills", slashCommand("quote", { topic: "drills" })],
  ["/letter date:2019-08-05", slashCommand("letter", { date: "2019-08-05" })],
  ["/search query:pompeo summit", slashCommand("search", { query: "pompeo summit" })],
  ["/verify, exact", slashCommand("verify", { text: "no changed outcome can be anticipated" })],
  ["completion of topic:dri", autocomplete("quote", { topic: "dri" }, "topic")],
] as const;

const SCRIPT = fileURLToPath(new URL("./endpoint-one.ts", import.meta.url));
const signer = createSigner();
const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

/** A server in a process of its own. */
interface Server {
  readonly port: number;
  end(): Promise<void>;
}

/** The times of a round: milliseconds for each request, and for all of them together. */
interface Round {
  readonly times: readonly number[];
  readonly whole: number;
}

async function startServer(which: "ibid" | "bare"): Promise<Server> {
  const args = ["--import", "tsx", SCRIPT, which, signer.publicKey];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const [port] = await once(child.stdout, "data");
  return {
    port: Number(port),
    async end() {
      child.kill();
      await once(child, "exit");
    },
  };
}

/** Sends the same question many times, with constant concurrency. */
async function measureRound(port: number, body: string): Promise<Round> {
  const headers = {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(body),
    ...signer.headers(body),
  };
  const times: number[] = [];
  let left = REQUESTS;
  const start = performance.now();
  async function sendInTurn(): Promise<void> {
    while (left > 0) {
      left -= 1;
      times.push(await answerTime(port, headers, body));
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, sendInTurn));
  return { times, whole: performance.now() - start };
}

/** Returns the milliseconds from sending a request to receiving its whole answer. */
async function answerTime(
  port: number,
  headers: Readonly<Record<string, string | number>>,
  body: string,
): Promise<number> {
  const start = performance.now();
  const { promise, resolve, reject } = withResolvers();
  const path = "/interactions";
  request({ agent, host: "127.0.0.1", port, path, method: "POST", headers }, (response) => {
    if (response.statusCode !== 200) reject(new Error(`Status ${response.statusCode}.`));
    response.on("error", reject).on("end", resolve).resume();
  })
    .on("error", reject)
    .end(body);
  await promise;
  return performance.now() - start;
}

function withResolvers() {
  let resolve = () => {};
  let reject: (error: Error) => void = () => {};
  const promise = new Promise<void>((resolved, rejected) => {
    resolve = resolved;
    reject = rejected;
  });
  return { promise, resolve, reject };
}

const ours = await startServer("ibid");
const bareServer = await startServer("bare");
const rows = [];
for (const [name, interaction] of INTERACTIONS) {
  const body = JSON.stringify(interaction);
  const rounds = { ours: [] as Round[], bare: [] as Round[] };
  for (let nth = 0; nth < WARM_UP + ROUNDS; nth += 1) {
    // Alternating, so that other load on the machine affects both alike.
    const own = await measureRound(ours.port, body);
    const other = await measureRound(bareServer.port, body);
    if (nth < WARM_UP) continue;
    rounds.ours.push(own);
    rounds.bare.push(other);
  }
  const perSecond = (all: readonly Round[]) =>
    (REQUESTS * 1000) /
    quantile(
      all.map(({ whole }) => whole),
      0.5,
    );
  const p99 = (all: readonly Round[]) =>
    quantile(
      all.flatMap(({ times }) => times),
      0.99,
    );
  const [own, other] = [perSecond(rounds.ours), perSecond(rounds.bare)];
  const [slow, slowOther] = [p99(rounds.ours), p99(rounds.bare)];
  rows.push([
    name,
    own.toFixed(0),
    other.toFixed(0),
    (own / other).toFixed(2),
    `${slow.toFixed(2)} ms`,
    `${slowOther.toFixed(2)} ms`,
    (slow / slowOther).toFixed(2),
  ]);
}
printTable(
  [
    `signed requests, ${CONNECTIONS} at once`,
    "a second",
    "bare server",
    "ratio",
    "p99",
    "bare server",
    "ratio",
  ],
  rows,
);
agent.destroy();
await Promise.all([ours.end(), bareServer.end()]);
