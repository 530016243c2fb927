import { readdirSync, readFileSync } from "node:fs";
import { request } from "node:http";
import { Writable } from "node:stream";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { createBot } from "../../src/command/bot.ts";
import { manifestsOf } from "../../src/discord/manifest.ts";
import { type HttpServer, listen } from "../../src/frontends/http/http-server.ts";
import { createPreview } from "../../src/frontends/preview/preview-server.ts";
import { botOf } from "../discord/asking.ts";
import { autocomplete, slashCommand } from "../discord/payloads.ts";
import { library } from "../library.ts";

const HOME = "http://127.0.0.1:3000";

const app = await createPreview(botOf(library), pino({ level: "silent" }));

function asked(body: string, headers: Readonly<Record<string, string>> = { Origin: HOME }) {
  return app.request(`${HOME}/interactions`, { method: "POST", body, headers });
}

describe("the preview page’s server", () => {
  test.each(readdirSync("page").filter((file) => !/^(index\.html|tsconfig\.json)$/.test(file)))(
    "serves %s as it is",
    async (file) => {
      const response = await app.request(`${HOME}/${file}`);
      expect(response.status).toBe(200);
      expect(await response.text()).toBe(readFileSync(`page/${file}`, "utf8"));
      expect(response.headers.get("Content-Type")).toMatch(
        file.endsWith(".js") ? /^text\/javascript/ : /^(text\/css|image\/svg\+xml)/,
      );
    },
  );

  test("serves the page, and lets it load and ask nothing but what is here", async () => {
    const response = await app.request(HOME);
    expect(await response.text()).toBe(readFileSync("page/index.html", "utf8"));
    const policy = (response.headers.get("Content-Security-Policy") ?? "").split("; ");
    expect(policy).toEqual([
      "default-src 'none'",
      expect.stringMatching(/^script-src 'self' 'sha256-[\w+/=]+'$/),
      "style-src 'self'",
      "img-src 'self' blob:",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]);
    expect(response.headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(response.headers.get("Referrer-Policy")).toBe("no-referrer");
    expect(response.headers.has("Access-Control-Allow-Origin")).toBe(false);
  });

  test.each([
    "/package.json",
    "/page.css/",
    "/tsconfig.json",
    "/../package.json",
    "/..%2fpackage.json",
    "/page/index.html",
    "/.env",
    "/interactions",
  ])("has nothing at %s", async (path) => {
    expect((await app.request(`${HOME}${path}`)).status).toBe(404);
  });

  test("tells of the commands as Discord is told of them", async () => {
    const response = await app.request(`${HOME}/commands`);
    expect(await response.json()).toEqual(manifestsOf(commands, "global"));
  });

  test("answers a command and a completion", async () => {
    const command = await asked(JSON.stringify(slashCommand("quote", { topic: "drills" })));
    expect(await command.json()).toMatchObject({ type: 4 });
    const completion = await asked(JSON.stringify(autocomplete("quote", { topic: "d" }, "topic")));
    expect(await completion.json()).toMatchObject({ type: 8 });
  });

  test.each([
    ["nothing", ""],
    ["no JSON", "{"],
    ["no interaction", '"a"'],
    ["nobody to answer", '{"type":2}'],
    ["a type that there is not", '{"id":"1","token":"t","type":99}'],
  ])("refuses %s", async (_, body) => {
    expect((await asked(body)).status).toBe(400);
  });

  test("refuses what is too large", async () => {
    const command = slashCommand("quote", { about: "x".repeat(256 * 1024) });
    expect((await asked(JSON.stringify(command))).status).toBe(413);
  });

  test.each([
    ["another site", { Origin: "https://example.org" }],
    ["another port", { Origin: "http://127.0.0.1:4000" }],
    ["a page without an origin", { Origin: "null" }],
    ["nobody", {}],
  ])("answers nothing that comes from %s", async (_, headers) => {
    const response = await asked(JSON.stringify(slashCommand("about")), headers);
    expect(response.status).toBe(403);
  });

  test("answers with an apology what goes wrong, and logs no query", async () => {
    let log = "";
    const stream = new Writable({
      write(chunk, _, done) {
        log += String(chunk);
        done();
      },
    });
    const broken = createBot(commands, () => {
      throw new Error("The lamp has no oil.");
    });
    const page = await createPreview(broken, pino({}, stream));
    const body = JSON.stringify(slashCommand("quote", { about: "a secret" }));
    const headers = { Origin: HOME };
    const response = await page.request(`${HOME}/interactions`, { method: "POST", body, headers });
    const [reference] = /(?<=in the log as )\w+/.exec(await response.text()) ?? [];
    expect(log).toContain("The lamp has no oil.");
    expect(log).toContain(reference);
    expect(log).not.toContain("a secret");
  });
});

describe("over a connection", () => {
  let server: HttpServer;

  beforeAll(async () => {
    const listening = await listen(app, { port: 0, hostname: "127.0.0.1" });
    if ("error" in listening) throw new Error(listening.error);
    server = listening;
  });

  afterAll(() => server.close());

  function statusFor(host: string, path = "/"): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      request({ port: server.port, host: "127.0.0.1", path, headers: { Host: host } }, (response) =>
        resolve(response.resume().statusCode),
      )
        .once("error", reject)
        .end();
    });
  }

  test.each(["localhost", "127.0.0.1"])("serves those who call it %s", async (name) => {
    expect(await statusFor(`${name}:${server.port}`)).toBe(200);
  });

  test.each(["example.org", "localhost.example.org", "192.0.2.1", "127.0.0.1.example.org"])(
    "serves nobody who calls it %s, as a page would that has its own name lead here",
    async (name) => {
      expect(await statusFor(`${name}:${server.port}`)).toBe(403);
      expect(await statusFor(name, "/commands")).toBe(403);
    },
  );
});
