import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import { createFolder } from "../corpus/folder.ts";
import { createFigures } from "../figures.ts";
import { runs } from "../thoroughness.ts";
import { PING, signer, startTestEndpoint } from "./serving.ts";

const note = createFigures();

interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string | number>>;
  readonly body: Buffer;
}

const unsigned = (size: number, others: Partial<Sent> = {}): Sent => ({
  body: Buffer.alloc(size, "x"),
  ...others,
});
const chunked = { "transfer-encoding": "chunked" };
const KIB = 1024;

/** Requests that anyone can send, and the status that each gets. */
const STRANGERS = [
  ["a body just over the limit", 413, unsigned(256 * KIB + 1)],
  ["a body of 300 KiB", 413, unsigned(300 * KIB)],
  ["a body of 3 MiB", 413, unsigned(3 * KIB * KIB)],
  ["chunks of 300 KiB", 413, unsigned(300 * KIB, { headers: chunked })],
  ["an unsigned body of 200 KiB", 401, unsigned(200 * KIB)],
  ["an unsigned empty body", 401, unsigned(0)],
  ["a large body to another path", 404, unsigned(200 * KIB, { path: "/" })],
  ["a large body by another method", 405, unsigned(200 * KIB, { method: "PUT" })],
  ["a large body with a GET", 200, unsigned(200 * KIB, { method: "GET", path: "/healthz" })],
] as const;

/** Sends a request with `agent`. Resolves with its status, or with the code of its error. */
function send(
  origin: string,
  agent: Agent,
  { method = "POST", path = "/interactions", headers = {}, body }: Sent,
): Promise<number | string> {
  const length = "transfer-encoding" in headers ? {} : { "content-length": body.length };
  return new Promise((resolve) => {
    const outgoing = request(`${origin}${path}`, {
      agent,
      method,
      headers: { ...length, ...headers },
    });
    outgoing.on("error", (error) => resolve("code" in error ? String(error.code) : error.message));
    outgoing.on("response", (response) => {
      response.resume().once("close", () => resolve(response.statusCode ?? 0));
    });
    outgoing.end(body);
  });
}

function signedPing(): Sent {
  const body = JSON.stringify(PING);
  const headers = { "content-type": "application/json", ...signer.headers(body) };
  return { headers, body: Buffer.from(body) };
}

describe("after a stranger’s request in the same connections,", () => {
  test("Discord’s are all answered", async () => {
    const { origin } = await startTestEndpoint();
    const statuses = STRANGERS.map(async ([name, , stranger]) => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      onTestFinished(() => agent.destroy());
      const all = [await send(origin, agent, stranger)];
      // Some servers wait for half a second before they cut a connection with an unread body.
      for (const pause of [0, 450, 50, 50, 100]) {
        await setTimeout(pause);
        all.push(await send(origin, agent, signedPing()));
      }
      return [name, ...all];
    });
    expect(await Promise.all(statuses)).toEqual(
      STRANGERS.map(([name, status]) => [name, status, 200, 200, 200, 200, 200]),
    );
  });

  test("fetch loses none", async () => {
    const { origin, post } = await startTestEndpoint();
    const large = new Uint8Array(300 * KIB);
    const strangers = Array.from({ length: 4 }, async () => {
      for (let round = 0; round < runs(5); round++) {
        const { status } = await fetch(`${origin}/interactions`, { method: "POST", body: large });
        expect(status).toBe(413);
      }
    });
    const statuses: number[] = [];
    for (let round = 0; round < runs(40); round++) statuses.push((await post(PING)).status);
    await Promise.all(strangers);
    expect(statuses.filter((status) => status !== 200)).toEqual([]);
    note("requests beside those of strangers, all answered", statuses.length);
  });

  test("a body that is too large is refused on a connection that then closes", async () => {
    const { origin } = await startTestEndpoint();
    for (const size of [300 * KIB, 3 * KIB * KIB]) {
      const body = new Uint8Array(size);
      const response = await fetch(`${origin}/interactions`, { method: "POST", body });
      expect([response.status, response.headers.get("connection")]).toEqual([413, "close"]);
      expect(await response.text()).toBe("The request is larger than 256 KiB.\n");
    }
  });
});

test("none of the requests in pooled connections is lost when Ibid ends", async () => {
  const { origin, server } = await startTestEndpoint();
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  onTestFinished(() => agent.destroy());
  let answered = 0;
  const ends = Array.from({ length: 4 }, async () => {
    for (;;) {
      const outcome = await send(origin, agent, signedPing());
      if (outcome !== 200) return outcome;
      answered += 1;
    }
  });
  while (answered < 20) await setTimeout(1);
  await server.close();
  expect(await Promise.all(ends)).toEqual(Array(4).fill("ECONNREFUSED"));
});

const hasCaddy = spawnSync("caddy", ["version"]).status === 0;

describe.runIf(hasCaddy)("with the Caddyfile that ships, and two replicas,", () => {
  test("a stranger’s large bodies cost Discord no request", async () => {
    const replicas = await Promise.all([startTestEndpoint(), startTestEndpoint()]);
    const port = await freePort();
    await startCaddy(
      port,
      replicas.map(({ server }) => server.port),
    );
    const origin = `http://127.0.0.1:${port}`;
    const discord = new Agent({ keepAlive: true, maxSockets: 8 });
    const strangers = new Agent({ keepAlive: true, maxSockets: 4 });
    onTestFinished(() => {
      discord.destroy();
      strangers.destroy();
    });
    while ((await send(origin, discord, signedPing())) !== 200) await setTimeout(100);

    let isOver = false;
    const flood = Array.from({ length: 4 }, async () => {
      while (!isOver) {
        await send(origin, strangers, unsigned(300 * KIB));
        await setTimeout(20);
      }
    });
    const statuses = new Map<number | string, number>();
    const workers = Array.from({ length: 8 }, async () => {
      for (let round = 0; round < runs(10); round++) {
        const status = await send(origin, discord, signedPing());
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        await setTimeout(10);
      }
    });
    await Promise.all(workers);
    isOver = true;
    await Promise.all(flood);
    expect(statuses).toEqual(new Map([[200, 8 * runs(10)]]));
    note("requests beside those of strangers behind Caddy, all answered", 8 * runs(10));
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("There is no port.");
  return address.port;
}

/** Starts Caddy with the Caddyfile that ships, but on this machine alone and without certificates. */
async function startCaddy(port: number, replicas: readonly number[]): Promise<void> {
  const shipped = readFileSync("Caddyfile", "utf8");
  const own = replicas.reduce(
    (text, replica, index) => text.replace(`ibid-${index + 1}:3000`, `127.0.0.1:${replica}`),
    shipped,
  );
  const folder = await createFolder({});
  const config = join(folder, "Caddyfile");
  writeFileSync(config, `{\n\tadmin off\n\tauto_https off\n}\n\n${own}`);
  const { PATH = "" } = process.env;
  const env = {
    PATH,
    HOME: folder,
    XDG_DATA_HOME: folder,
    XDG_CONFIG_HOME: folder,
    SITE: `http://127.0.0.1:${port}`,
  };
  const args = ["run", "--config", config, "--adapter", "caddyfile"];
  const caddy = spawn("caddy", args, { env, stdio: "ignore" });
  const ended = once(caddy, "exit");
  onTestFinished(async () => {
    caddy.kill();
    await ended;
  });
}
