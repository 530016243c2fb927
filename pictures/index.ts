import { stat } from "node:fs/promises";
import { pino } from "pino";
import type { BrowserContextOptions, Page } from "playwright-core";
import { commandsFor } from "../commands/index.ts";
import { english } from "../src/catalogue/catalogue.ts";
import { readStyles } from "../src/cite/read-styles.ts";
import { preferStyle } from "../src/cite/style.ts";
import { createBot } from "../src/command/bot.ts";
import { listen } from "../src/frontends/http/http-server.ts";
import { createPreview } from "../src/frontends/preview/preview-server.ts";
import { openLibrary } from "../src/loading/open-library.ts";
import { launchChromium } from "./chromium.ts";

// Draws the README’s pictures of the preview page, as a browser shows it with the shipped corpus.

interface Picture {
  readonly file: string;
  readonly options: BrowserContextOptions;
  /** The steps before the picture is taken. */
  readonly steps: readonly Step[];
}

/** A line that is typed, a message or a command, or a button of the last answer that is pressed. */
type Step = string | { readonly press: string };

/** A proof, a lie and an absence. The signs need a font with emoji, such as Debian's fonts-noto-color-emoji. */
const VERDICTS = [
  "/verify no changed outcome can be anticipated",
  "/verify And until these elements are eliminated, a changed outcome can be anticipated.",
  "/verify the keeper of the lighthouse counted seven ships before midnight",
];

/** Each kind of answer, on a desktop and on a phone, in light and in the dark. */
const ANSWERS: readonly Step[] = [
  "/quote topic:drills",
  { press: "In context" },
  "/letter date:2019-08-05",
  "/search query:drills",
  "/topics",
  "/quote about:zeppelin",
];

const DESKTOP = { width: 1080, height: 800 };
const PHONE = { width: 390, height: 800 };

const PICTURES: readonly Picture[] = [
  {
    file: "docs/preview.png",
    options: { colorScheme: "dark", viewport: { width: 1080, height: 760 } },
    steps: ["Is it “a changed outcome can be anticipated”?", "/quote topic:drills"],
  },
  {
    file: "docs/preview-phone.png",
    options: {
      colorScheme: "light",
      viewport: { width: 390, height: 780 },
      deviceScaleFactor: 1.5,
    },
    steps: ["/quote topic:drills"],
  },
  {
    file: "docs/verdicts.png",
    options: { colorScheme: "light", viewport: { width: 1080, height: 1400 } },
    steps: VERDICTS,
  },
  {
    file: "docs/verdicts-phone.png",
    options: { colorScheme: "dark", viewport: { width: 390, height: 1650 } },
    steps: VERDICTS,
  },
  ...(["light", "dark"] as const).flatMap((colorScheme): readonly Picture[] => [
    {
      file: `docs/answers-${colorScheme}.png`,
      options: { colorScheme, viewport: DESKTOP },
      steps: ANSWERS,
    },
    {
      file: `docs/answers-phone-${colorScheme}.png`,
      options: { colorScheme, viewport: PHONE },
      steps: ANSWERS,
    },
  ]),
];

/** The maximum size of a picture, in bytes. */
const LARGEST = 600_000;

const opened = await openLibrary("corpus");
if ("error" in opened) throw new Error("The corpus does not load: see npm run corpus -- check.");
const styles = preferStyle("chicago", (await readStyles("styles")).styles);
const { library } = opened;
const bot = createBot(commandsFor(library.corpus), () => ({
  library,
  styles,
  day: 20_000,
  now: 20_000 * 86_400_000,
  posts: false,
  seed: 1,
}));
const server = await listen(await createPreview(bot, pino({ level: "error" })), english, {
  port: 0,
  hostname: "127.0.0.1",
});
if ("error" in server) throw new Error(english.format(server.error));
const browser = await launchChromium();
for (const { file, options, steps } of PICTURES) {
  const page = await browser.newPage(options);
  await page.goto(`http://127.0.0.1:${server.port}/`);
  await page.getByRole("button", { name: "/help" }).waitFor();
  for (const [index, step] of steps.entries()) await take(page, step, index + 1);
  if (steps === ANSWERS) await showWhole(page);
  await page.screenshot({ path: file, animations: "disabled" });
  const { size } = await stat(file);
  if (size > LARGEST) throw new Error(`${file} has ${size} bytes, more than ${LARGEST}.`);
}
await browser.close();
await server.close();

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
