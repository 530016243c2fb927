import { stat } from "node:fs/promises";
import { pino } from "pino";
import type { Page } from "playwright-core";
import { commandsFor } from "../commands/index.ts";
import { english } from "../src/catalogue/catalogue.ts";
import { readStyles } from "../src/cite/read-styles.ts";
import { preferStyle } from "../src/cite/style.ts";
import { createBot } from "../src/command/bot.ts";
import { listen } from "../src/frontends/http/http-server.ts";
import { createPreview } from "../src/frontends/preview/preview-server.ts";
import { createSimulation } from "../src/frontends/preview/simulation.ts";
import { openLibrary } from "../src/loading/open-library.ts";
import { launchChromium } from "./chromium.ts";
import { DESKTOP, PICTURES, type Step } from "./pictures.ts";

// Draws the pictures of the documentation: the preview page, as a browser shows it with the shipped corpus.

/** The maximum size of a picture, in bytes. */
const LARGEST = 600_000;

const opened = await openLibrary("corpus");
if ("error" in opened) throw new Error("The corpus does not load: see npm run corpus -- check.");
const styles = preferStyle("chicago", (await readStyles("styles")).styles);
const { library } = opened;
const log = pino({ level: "error" });
const day = 20_000;
const now = day * 86_400_000;
const bot = createBot(commandsFor(library.corpus), () => ({
  ...{ library, styles, day, now },
  ...{ posts: true, seed: 1 },
}));
// The clock never moves, and shows UTC wherever the pictures are drawn.
process.env["TZ"] = "UTC";
const simulation = createSimulation({ botAt: () => bot, log, realTime: () => now });
const preview = await createPreview(bot, log, simulation);
const server = await listen(preview, english, {
  port: 0,
  hostname: "127.0.0.1",
});
if ("error" in server) throw new Error(english.format(server.error));
const browser = await launchChromium();
for (const picture of PICTURES) {
  const { file, options, steps } = picture;
  const page = await browser.newPage(options);
  await page.goto(`http://127.0.0.1:${server.port}/`);
  await page.getByRole("button", { name: "/help" }).waitFor();
  for (const [index, step] of steps.entries()) await take(page, step, index + 1);
  if (picture.isWhole) await showWhole(page);
  await page.screenshot({ path: file, animations: "disabled" });
  const { size } = await stat(file);
  if (size > LARGEST) throw new Error(`${file} has ${size} bytes, more than ${LARGEST}.`);
}
await browser.close();
await server.close();
await simulation.close();

/** Makes the window as high as all messages, unless it is higher already. */
async function showWhole(page: Page): Promise<void> {
  const hidden = await page
    .getByRole("log")
    .evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight);
  const { width, height } = page.viewportSize() ?? DESKTOP;
  await page.setViewportSize({ width, height: height + hidden });
}

/** Takes a step, and waits until there are `count` messages. */
async function take(page: Page, step: Step, messages: number): Promise<void> {
  if (typeof step === "string") {
    await page.getByRole("textbox").fill(step);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Enter");
  } else {
    await page.getByRole("article").last().getByRole("button", { name: step.press }).click();
  }
  await page
    .getByRole("article")
    .nth(messages - 1)
    .waitFor();
  await page.getByText("Sending command…").waitFor({ state: "detached" });
}
