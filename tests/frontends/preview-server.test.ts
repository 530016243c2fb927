import { readdirSync, readFileSync } from "node:fs";
import { request } from "node:http";
import { Writable } from "node:stream";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { english } from "../../src/catalogue/catalogue.ts";
import { createBot } from "../../src/command/bot.ts";
import { manifestsOf } from "../../src/discord/manifest.ts";
import { type HttpServer, listen } from "../../src/frontends/http/http-server.ts";
import { createPreview } from "../../src/frontends/preview/preview-server.ts";
import { botOf } from "../discord/ask.ts";
import { autocomplete, slashCommand } from "../discord/payloads.ts";
import { inEnglish } from "../in-english.ts";
import { library } from "../library.ts";

const HOME = "http://127.0.0.1:3000";

const app = await createPreview(botOf(library), pino({ level: "silent" }));

function post(body: string, headers: Readonly<Record<string, string>> = { Origin: HOME }) {
  return app.request(`${HOME}/interactions`, { method: "POST", body, headers });
}

describe("the preview page’s server", () => {
  test.each(readdirSync("page").filter((file) => !/^(index\.html|tsconfig\.json)$/.test(file)))(
    "serves %s unchanged",
    async (file) => {
      const response = await app.request(`${HOME}/${file}`);
      expect(response.status).toBe(200);
      expect(await response.text()).toBe(readFileSync(`page/${file}`, "utf8"));
      expect(response.headers.get("Content-Type")).toMatch(
        file.endsWith(".js") ? /^text\/javascript/ : /^(text\/css|image\/svg\+xml)/,
      );
    },
  );

  test("serves the page, with a policy that allows only requests to this server", async () => {
    const response = await app.request(HOME);
    expect(await response.text()).toContain('<html lang="en">');
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

  test("serves the page in the language that is asked for, or that of the browser", async () => {
    const htmlOf = async (path: string, accepted = "") =>
      (await app.request(HOME + path, { headers: { "Accept-Language": accepted } })).text();
    const korean = await htmlOf("/?lang=ko");
    expect(korean).toContain('<html lang="ko">');
    expect(korean).not.toMatch(/\{\{|Welcome|Message #/);
    expect(await htmlOf("/", "de, ko-KR;q=0.9, en;q=0.8")).toBe(korean);
    expect(await htmlOf("/?lang=en", "ko")).toContain('<html lang="en">');
    expect(await htmlOf("/?lang=<script>", "xx, *;q=0")).toContain('<html lang="en">');
    const introduction = await (await app.request(`${HOME}/introduction?lang=ko`)).json();
    expect(introduction).toMatchObject({ documents: "문서 27건", help: "/도움말" });
    const texts = await (await app.request(`${HOME}/texts?lang=ko`)).json();
    expect(texts).toMatchObject({ missing: "{name}: 필수 옵션입니다. 값을 지정하세요." });
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

  test("serves the same manifests that Discord receives", async () => {
    const response = await app.request(`${HOME}/commands`);
    expect(await response.json()).toEqual(manifestsOf(commands, "global"));
  });

  test("answers a command and an autocomplete interaction", async () => {
    const command = await post(JSON.stringify(slashCommand("quote", { topic: "drills" })));
    expect(await command.json()).toMatchObject({ type: 4 });
    const completion = await post(JSON.stringify(autocomplete("quote", { topic: "d" }, "topic")));
    expect(await completion.json()).toMatchObject({ type: 8 });
  });

  test.each([
    ["nothing", ""],
    ["no JSON", "{"],
    ["a string", '"a"'],
    ["an interaction without an id", '{"type":2}'],
    ["an unknown type", '{"id":"1","token":"t","type":99}'],
  ])("refuses %s", async (_, body) => {
    expect((await post(body)).status).toBe(400);
  });

  test.each([
    ["another site", { Origin: "https://example.org" }],
    ["another port", { Origin: "http://127.0.0.1:4000" }],
    ["a page without an origin", { Origin: "null" }],
    ["no origin", {}],
  ])("refuses a request from %s", async (_, headers) => {
    const response = await post(JSON.stringify(slashCommand("about")), headers);
    expect(response.status).toBe(403);
  });

  test("answers an error with an apology, and does not log what was asked", async () => {
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
    expect(log).toContain("preview-server.test.ts");
    expect(log).not.toContain("The lamp has no oil.");
    expect(log).toContain(reference);
    expect(log).not.toContain("a secret");
  });
});

describe("over a connection, the server", () => {
  let server: HttpServer;

  beforeAll(async () => {
    const listening = await listen(app, english, { port: 0, hostname: "127.0.0.1" });
    if ("error" in listening) throw new Error(inEnglish(listening.error));
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

  test.each(["localhost", "127.0.0.1"])("accepts the Host %s", async (name) => {
    expect(await statusFor(`${name}:${server.port}`)).toBe(200);
  });

  test.each(["example.org", "localhost.example.org", "192.0.2.1", "127.0.0.1.example.org"])(
    "refuses the Host %s, which a page could point at this machine",
    async (name) => {
      expect(await statusFor(`${name}:${server.port}`)).toBe(403);
      expect(await statusFor(name, "/commands")).toBe(403);
    },
  );
});
