import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { describe, expect, onTestFinished, test } from "vitest";
import { createRequests } from "../../src/frontends/discord-request.ts";
import { createDelivery, DeliveryError } from "../../src/frontends/http/callback.ts";
import { parseAnswerable } from "../discord/ask.ts";
import { slashCommand } from "../discord/payloads.ts";

const INTERACTION = parseAnswerable(slashCommand("help"));
const ANSWER = { response: { type: 4, data: { content: "Words" } }, files: [] } as const;
const RESPONSE = { response: { type: 1 }, files: [] } as const;

type Reaction = (outgoing: ServerResponse, incoming: IncomingMessage) => void;

const status =
  (code: number, body = "{}", headers = {}): Reaction =>
  (outgoing) =>
    void outgoing.writeHead(code, headers).end(body);
const accept = status(204, "");
const close: Reaction = (outgoing) => void outgoing.destroy();
const reset: Reaction = (outgoing) => void outgoing.socket?.resetAndDestroy();
const breakOff: Reaction = (outgoing) => {
  outgoing.writeHead(200, { "content-length": "9" }).write("{");
  setImmediate(() => outgoing.socket?.resetAndDestroy());
};
const acknowledged = status(400, JSON.stringify({ code: 40060, message: "Already." }));
const hang: Reaction = () => {};

/** Starts a Discord that reacts to one request after the other, and then in the last way. */
async function startDiscord(...reactions: readonly Reaction[]) {
  const requests: IncomingMessage[] = [];
  const server = createServer((incoming, outgoing) => {
    const reaction = reactions[Math.min(requests.length, reactions.length - 1)];
    requests.push(incoming);
    incoming.resume().on("end", () => reaction?.(outgoing, incoming));
    incoming.on("error", () => {});
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("There is no port.");
  return { port: address.port, api: `http://127.0.0.1:${address.port}/api`, requests };
}

describe("an answer is accepted", () => {
  test.each([
    ["at once", [accept], 1],
    ["after a connection was reset", [reset, accept], 2],
    ["after one was closed, and one was reset within the answer", [close, breakOff, accept], 3],
    ["after several were", [reset, reset, reset, accept], 4],
    ["after a server error", [status(500), status(502), status(503), accept], 4],
    ["if it had arrived before the connection was reset", [reset, acknowledged], 2],
    ["after a short limit of rate", [status(429, "{}", { "retry-after": "0.1" }), accept], 2],
  ] as const)("%s", async (_, reactions, attempts) => {
    const { api, requests } = await startDiscord(...reactions);
    await createDelivery(api).deliver(INTERACTION, RESPONSE);
    expect(requests).toHaveLength(attempts);
  });

  test("with credentials in the address, which are sent as a header", async () => {
    const { port, requests } = await startDiscord(accept);
    await createDelivery(`http://user:p%40ss@127.0.0.1:${port}/api`).deliver(INTERACTION, RESPONSE);
    const [sent] = requests;
    expect(sent?.headers.authorization).toBe(`Basic ${btoa("user:p@ss")}`);
    expect(sent?.url).toMatch(/^\/api\/v10\/interactions\//);
  });
});

test("an answer that comes later replaces the response that said so", async () => {
  const { api, requests } = await startDiscord(reset, accept);
  await createDelivery(api).edit({ ...INTERACTION, applicationId: "42" }, ANSWER);
  const [, sent] = requests;
  expect(sent?.method).toBe("PATCH");
  expect(sent?.url).toBe(`/api/v10/webhooks/42/${INTERACTION.token}/messages/@original`);
});

describe("an answer is given up", () => {
  test.each([
    ["at once if Discord refuses it", [status(400)], 400, 1],
    ["at once if the interaction is unknown", [status(404)], 404, 1],
    ["at once if it is the second one", [acknowledged], 400, 1],
    [
      "at once if Discord wants to wait for an hour",
      [status(429, "{}", { "retry-after": "3600" })],
      429,
      1,
    ],
  ] as const)("%s", async (_, reactions, code, attempts) => {
    const { api, requests } = await startDiscord(...reactions);
    const failure = createDelivery(api).deliver(INTERACTION, RESPONSE);
    await expect(failure).rejects.toMatchObject({ status: code });
    expect(requests).toHaveLength(attempts);
  });

  test.each([
    ["is silent", hang],
    ["resets every connection", reset],
    ["always has an error of its own", status(503)],
    [
      "never ends its answer",
      (outgoing: ServerResponse) => void outgoing.writeHead(200).write("{"),
    ],
  ])("when the interaction is void while Discord %s", async (_, reaction) => {
    const { api } = await startDiscord(reaction);
    const failure = createDelivery(api, 350).deliver(INTERACTION, RESPONSE);
    const error = await failure.catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(DeliveryError);
    expect(JSON.stringify(error)).not.toContain(INTERACTION.token);
  });

  test.each(["0", "0.0001", "Wed, 21 Oct 2015 07:28:00 GMT"])(
    "without a flood of attempts if Discord wants to wait for %j seconds",
    async (seconds) => {
      const { api, requests } = await startDiscord(status(429, "{}", { "retry-after": seconds }));
      const failure = createDelivery(api, 350).deliver(INTERACTION, RESPONSE);
      // The deadline may come during an attempt, which then has no status.
      await expect(failure).rejects.toBeInstanceOf(DeliveryError);
      // With a pause of 100 ms between two.
      expect(requests.length).toBeLessThan(5);
    },
  );
});

test.each([
  ["0.5", 500],
  ["3600", 3_600_000],
  ["99999999999999999999", 86_400_000],
  ["Wed, 21 Oct 2015 07:28:00 GMT", 0],
  ["Sun, 31 Dec 9999 23:59:59 GMT", 86_400_000],
  ["", undefined],
  ["1e999", undefined],
  ["-1", undefined],
  ["soon", undefined],
] as const)("Retry-After: %s asks a request as the bot to wait for %s ms", async (value, wait) => {
  const { api } = await startDiscord(status(429, "{}", { "retry-after": value }));
  const { exchange } = await createRequests("token", api)({ method: "GET", path: "/gateway" });
  expect(exchange).toMatchObject({ kind: "answered", retryAfter: wait });
});
