import { InteractionType } from "discord-api-types/v10";
import { describe, expect, test } from "vitest";
import { createMetrics } from "../../src/frontends/http/metrics.ts";
import { messageAfter, offersOf, parseAnswerable } from "../discord/ask.ts";
import {
  ASKER,
  autocomplete,
  buttonInteraction,
  messageCommand,
  selectInteraction,
  slashCommand,
  userMessage,
} from "../discord/payloads.ts";
import { bot, callbackIn, PING, startTestEndpoint } from "./serving.ts";

const message = userMessage("He says that “no changed outcome can be anticipated”.");

/** Parses the number of answers by command, kind and outcome. */
function parseCounts(metrics: string): Readonly<Record<string, number>> {
  const line = /^ibid_answer_seconds_count\{command="(.*)",kind="(.*)",outcome="(.*)"\} (\d+)$/gm;
  return Object.fromEntries(
    [...metrics.matchAll(line)].map(([, command, kind, outcome, count]) => [
      `${command} ${kind} ${outcome}`,
      Number(count),
    ]),
  );
}

describe("metrics", () => {
  test("count answers by command, kind and outcome", async () => {
    const { post, get } = await startTestEndpoint();
    const list = await callbackIn(await post(slashCommand("letter", { date: "2018" })));
    const [first] = offersOf(messageAfter(list, "guild"));
    await post(first?.interaction);
    await post(slashCommand("letter", { date: "2019" }));
    await post(autocomplete("quote", { topic: "dri" }, "topic"));
    await post(messageCommand("Verify quotation", message));
    await post(slashCommand("broken"));
    await post(PING);
    expect(parseCounts(await get("/metrics"))).toEqual({
      "letter command answered": 2,
      "letter press answered": 1,
      "quote completion answered": 1,
      "verify menu answered": 1,
      "broken command failed": 1,
      "unknown ping answered": 1,
    });
  });

  test("contain the duration of answers", async () => {
    const { post, get } = await startTestEndpoint();
    const start = performance.now();
    await post(slashCommand("help"));
    const seconds = (performance.now() - start) / 1000;
    const metrics = await get("/metrics");
    const labels = 'command="help",kind="command",outcome="answered"';
    const [, sum] =
      new RegExp(`^ibid_answer_seconds_sum\\{${labels}\\} (.+)$`, "m").exec(metrics) ?? [];
    expect(Number(sum)).toBeGreaterThan(0);
    expect(Number(sum)).toBeLessThan(seconds);
    expect(metrics).toContain(`ibid_answer_seconds_bucket{le="+Inf",${labels}} 1\n`);
  });

  test("contain the size of the corpus", async () => {
    const { get } = await startTestEndpoint();
    const metrics = await get("/metrics");
    expect(metrics).toMatch(/^ibid_corpus_documents 27$/m);
    expect(metrics).toMatch(/^ibid_corpus_passages 3$/m);
  });

  test("count rejected requests by status", async () => {
    const { post, get } = await startTestEndpoint();
    await post(PING, { at: 0 });
    await post(PING, { at: 0 });
    await post("{");
    await post(PING, { headers: { "content-type": "text/plain" } });
    await post(" ".repeat(300_000));
    const metrics = await get("/metrics");
    for (const [status, count] of [
      [401, 2],
      [400, 1],
      [415, 1],
      [413, 1],
    ]) {
      expect(metrics).toMatch(
        new RegExp(`^ibid_refused_requests_total\\{status="${status}"\\} ${count}$`, "m"),
      );
    }
    expect(parseCounts(metrics)).toEqual({});
  });

  test("have no series for invented names", async () => {
    const { post, get } = await startTestEndpoint();
    for (let name = 0; name < 30; name += 1) {
      await post(slashCommand(`made-up-${name}`));
      await post(autocomplete(`made-up-${name}`, {}, "x"));
      await post(messageCommand(`made-up-${name}`, message));
      await post(buttonInteraction(JSON.stringify([1, `made-up-${name}`, {}, 0, 0]), message));
      await post(selectInteraction(`made-up-${name}`, [`made-up-${name}`], message));
      await post(slashCommand(["__proto__", "constructor", "toString"][name % 3] ?? ""));
      await post({ ...slashCommand("help"), data: [name] });
    }
    const metrics = await get("/metrics");
    expect(Object.keys(parseCounts(metrics)).map((key) => key.split(" ")[0])).toEqual(
      Array(4).fill("unknown"),
    );
    expect(metrics).not.toMatch(/made-up|proto|constructor/);
  });

  test("contain neither what users asked nor who they are", async () => {
    const { post, get } = await startTestEndpoint();
    const typed = "a very private question";
    const asked = [
      slashCommand("search", { query: typed }),
      slashCommand(typed),
      slashCommand("broken", { about: typed }),
      autocomplete("search", { query: typed }, "query"),
      messageCommand("Verify quotation", userMessage(typed)),
      buttonInteraction(`[1,"search",{"query":"${typed}"},0,0]`, message),
    ];
    for (const interaction of asked) await post(interaction);
    const metrics = await get("/metrics");
    for (const secret of [typed, ASKER.id, "private", ...asked.map(({ token }) => token)]) {
      expect(metrics).not.toContain(secret);
    }
  });

  test("are off by default", async () => {
    const { post, origin } = await startTestEndpoint({ showsMetrics: false });
    await post(slashCommand("help"));
    expect((await fetch(`${origin}/metrics`)).status).toBe(404);
  });

  test("count interactions that arrive before the corpus has been read", async () => {
    const metrics = createMetrics(bot.commands, bot.t);
    metrics.countAnswer(parseAnswerable(slashCommand("help")), "early", 0.001);
    const form = { ...slashCommand("help"), type: InteractionType.ModalSubmit };
    metrics.countAnswer(parseAnswerable(form), "early", 0.001);
    expect(parseCounts(await metrics.render())).toEqual({
      "help command early": 1,
      "unknown other early": 1,
    });
  });
});
