import type { APIInteraction, APIInteractionResponse } from "discord-api-types/v10";
import { pino } from "pino";
import type {
  Browser,
  BrowserContextOptions,
  Page,
  Response as PageResponse,
} from "playwright-core";
import { describe } from "vitest";
import { CHROMIUM, launchChromium } from "../../pictures/chromium.ts";
import { english } from "../../src/catalogue/catalogue.ts";
import type { Bot } from "../../src/command/bot.ts";
import { listen } from "../../src/frontends/http/http-server.ts";
import { createPreview } from "../../src/frontends/preview/preview-server.ts";
import type { Simulation } from "../../src/frontends/preview/simulation.ts";
import { problemsWithCallback, type SentFile } from "../discord/spec.ts";
import { inEnglish } from "../in-english.ts";

if (CHROMIUM === undefined && process.env["CI_BROWSER"] === "required") {
  throw new Error("CI_BROWSER requires a browser, but there is no Chromium.");
}

/** Declares tests that are skipped without a browser. */
export function describeInBrowser(name: string, tests: () => void): void {
  const reason =
    CHROMIUM === undefined ? " (skipped: there is no Chromium, see CHROMIUM_PATH)" : "";
  describe.skipIf(CHROMIUM === undefined)(`${name}${reason}`, tests);
}

/** The server of a preview page, and a browser to open it in. */
export interface Preview {
  readonly address: string;
  /** Loads the page: in a new window if there are options, otherwise in one that is used again. */
  open(options?: BrowserContextOptions): Promise<OpenPage>;
  close(): Promise<void>;
}

/** The page in a window of the browser. */
export interface OpenPage {
  readonly page: Page;
  /** The interactions that the page has sent, in order. */
  readonly sent: readonly APIInteraction[];
  /**
   * Ends the use of the page. Returns the problems: messages on the console, requests to other
   * servers and answers that Discord would refuse.
   */
  problems(): Promise<readonly string[]>;
}

export async function openPreview(
  bot: Bot,
  simulation: Partial<Simulation> = {},
): Promise<Preview> {
  const app = await createPreview(bot, pino({ level: "silent" }), simulation);
  const server = await listen(app, english, { port: 0, hostname: "127.0.0.1" });
  if ("error" in server) throw new Error(inEnglish(server.error));
  const address = `http://127.0.0.1:${server.port}/`;
  const browser = await launchChromium();
  // To load the page again is much cheaper than to open a window.
  let usual: Promise<PreviewWindow> | undefined;
  return {
    address,
    async open(options) {
      if (options !== undefined) return (await openWindow(browser, address, options)).load();
      usual ??= openWindow(browser, address, {});
      return (await usual).load();
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** A window of the browser for one test after another. */
interface PreviewWindow {
  /** Loads the page, which forgets the test before. */
  load(): Promise<OpenPage>;
}

async function openWindow(
  browser: Browser,
  address: string,
  options: BrowserContextOptions,
): Promise<PreviewWindow> {
  const window = await browser.newContext(options);
  // The timeout of the test is enough.
  window.setDefaultTimeout(0);
  const page = await window.newPage();
  let problems: string[] = [];
  let sent: APIInteraction[] = [];
  let checks: Promise<void>[] = [];
  page.on("console", (message) => problems.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => problems.push(String(error)));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !url.startsWith("blob:")) problems.push(`asks ${url}`);
    if (url === `${address}interactions`) sent.push(request.postDataJSON());
  });
  page.on("response", (response) => {
    if (response.url() !== `${address}interactions` || !response.ok()) return;
    const found = problems;
    const check = problemsWith(response).then((more) => {
      found.push(...more);
    });
    // If the page aborts a request because of further typing, the browser discards the answer.
    checks.push(check.catch(() => {}));
  });
  return {
    async load() {
      problems = [];
      sent = [];
      checks = [];
      await page.goto(address);
      await page.getByRole("button", { name: "/help" }).waitFor();
      return {
        page,
        sent,
        async problems() {
          await Promise.all(checks);
          await page.unrouteAll();
          return problems;
        },
      };
    },
  };
}

async function problemsWith(answer: PageResponse): Promise<readonly string[]> {
  const interaction: APIInteraction = answer.request().postDataJSON();
  const { response, files } = await callbackIn(answer);
  return problemsWithCallback(response, files, interaction);
}

async function callbackIn(answer: PageResponse) {
  const type = answer.headers()["content-type"] ?? "";
  const whole = new Response(await answer.body(), { headers: { "Content-Type": type } });
  const files: SentFile[] = [];
  if (!type.startsWith("multipart/")) {
    const response: APIInteractionResponse = JSON.parse(await whole.text());
    return { response, files };
  }
  const form = await whole.formData();
  for (const [part, value] of form) {
    const id = /^files\[(\d+)\]$/.exec(part)?.[1];
    if (id === undefined || typeof value === "string") continue;
    files.push({ id, name: value.name, bytes: Buffer.from(await value.arrayBuffer()) });
  }
  const json = form.get("payload_json");
  const response: APIInteractionResponse = JSON.parse(
    json instanceof Blob ? await json.text() : String(json),
  );
  return { response, files };
}
