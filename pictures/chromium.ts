import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Returns the browser that `CHROMIUM_PATH` names, or an installed one; undefined if there is none. */
export const CHROMIUM = process.env["CHROMIUM_PATH"] || PLACES.find((place) => existsSync(place));

/** Starts it without a window, and without connections other than the page's. */
const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export function launchChromium(): Promise<Browser> {
  if (CHROMIUM === undefined) {
    throw new Error("There is no Chromium here. Install one, or set CHROMIUM_PATH to where it is.");
  }
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
}
