import { readFile } from "node:fs/promises";
import axe from "axe-core";
import { InteractionType } from "discord-api-types/v10";
import { pino } from "pino";
import type { Page, Route } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { commands } from "../../commands/index.ts";
import { createBot } from "../../src/command/bot.ts";
import { dayInZone, dayOf } from "../../src/corpus/date.ts";
import { addressOf } from "../../src/corpus/document.ts";
import { createSimulation } from "../../src/frontends/preview/simulation.ts";
import { contextOf, library } from "../library.ts";
import { inTurn, isLong, sample } from "../thoroughness.ts";
import { describeInBrowser, type OpenPage, openPreview, type Preview } from "./preview.ts";

const PASSAGE =
  "The most important cause of what your side considers the headache of ‘missile threats’ and nuclear problem is the military actions of your side and the South Korean military that threatens our safety";

const AXE = axe.source;

const PHONE = { viewport: { width: 390, height: 780 }, hasTouch: true };

/** Each colour scheme on one of the screens; in the long tests, on both. */
const LOOKS = [
  ["on a phone, in light", { width: 390, height: 780 }, "light"],
  ["in the dark", { width: 1280, height: 720 }, "dark"],
  ...(isLong
    ? ([
        ["in light", { width: 1280, height: 720 }, "light"],
        ["on a phone, in the dark", { width: 390, height: 780 }, "dark"],
      ] as const)
    : []),
] as const;

const SELECT_ROW = {
  type: 1,
  components: [
    {
      type: 3,
      custom_id: "several",
      placeholder: "Choose two",
      max_values: 2,
      options: [
        { label: "One", value: "1" },
        { label: "Two", value: "2", description: "The second" },
      ],
    },
  ],
};

const SELECT_MENU = {
  flags: 1 << 15,
  allowed_mentions: { parse: [] },
  components: [{ type: 10, content: "A message with a select menu" }, SELECT_ROW],
};

/** A message with every kind of component. */
const ALL_COMPONENTS = {
  flags: 1 << 15,
  allowed_mentions: { parse: [] },
  components: [
    {
      type: 17,
      accent_color: 0xff0000,
      components: [
        { type: 14, divider: false, spacing: 2 },
        {
          type: 9,
          components: [{ type: 10, content: "Beside a button" }],
          accessory: { type: 2, style: 1, label: "Primary", custom_id: "1" },
        },
        { type: 12, items: [{ media: { url: "https://example.org/a.png" } }] },
      ],
    },
    {
      type: 1,
      components: [
        { type: 2, style: 3, label: "Success", custom_id: "2" },
        { type: 2, style: 4, label: "Danger", custom_id: "3" },
        { type: 2, style: 2, label: "Off", emoji: { name: "🔔" }, custom_id: "4", disabled: true },
      ],
    },
    SELECT_ROW,
    { type: 1, components: [{ type: 5, custom_id: "user" }] },
  ],
};

describeInBrowser("the preview page", () => {
  const moment = 20_000 * 86_400_000;
  const simulation = createSimulation({
    botAt: (now) =>
      createBot(commands, () => ({
        ...contextOf(library),
        ...{ now: now(), day: dayOf(now()) },
        dayIn: (zone: string) => dayInZone(now(), zone),
      })),
    log: pino({ level: "silent" }),
    realTime: () => moment,
  });
  const { bot } = simulation;
  let preview: Preview;
  let opened: OpenPage;
  /** The console messages of a test that makes a request fail. */
  let expected: readonly unknown[] = [];

  beforeAll(async () => {
    preview = await openPreview(bot, simulation);
  });

  afterEach(async () => {
    expect(await opened.problems()).toEqual(expected);
    expected = [];
  });

  afterAll(async () => {
    await preview.close();
    await simulation.close();
  });

  async function open(options?: Parameters<Preview["open"]>[0]): Promise<Page> {
    opened = await preview.open(options);
    return opened.page;
  }

  const box = (page: Page) => page.getByRole("textbox", { name: "Message #study-group" });
  const messages = (page: Page) => page.getByRole("log").getByRole("article");
  const lastMessage = (page: Page) => messages(page).last();
  const option = (page: Page, name: string | RegExp) => page.getByRole("option", { name });

  /** Types a line and sends it, without choosing a completion. */
  async function send(page: Page, line: string): Promise<void> {
    await box(page).fill(line);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Enter");
    await page.getByText("Sending command…").waitFor({ state: "detached" });
  }

  /** Resolves when the message box contains `text`. */
  async function waitForText(page: Page, text: string): Promise<void> {
    while ((await box(page).inputValue()) !== text) await page.waitForTimeout(10);
  }

  test("speaks Korean, with a channel and a user who are called so", async () => {
    const page = await open();
    await page.getByRole("link", { name: "한국어" }).click();
    await page.getByRole("button", { name: "/도움말" }).waitFor();
    await page
      .getByRole("textbox", { name: "#스터디에 메시지 보내기" })
      .fill("/일정 추가 언제:평일 시각:08:00 시간대:Europe/Berlin 채널:#스터디");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Enter");
    await lastMessage(page).getByText("#스터디", { exact: true }).waitFor();
    await lastMessage(page).getByRole("button", { name: "삭제" }).click();
    await lastMessage(page).getByRole("button", { name: "네, 삭제합니다" }).click();
    await lastMessage(page).getByText("일정을 삭제했습니다.").waitFor();
    await lastMessage(page).getByText("(수정됨)").waitFor();
  });

  test("shows what schedules post, with their threads, when its clock is put forward", async () => {
    const page = await open();
    const clock = page.getByRole("region", { name: "Clock" });
    await send(
      page,
      "/schedule add when:weekdays at:08:00 zone:Europe/Berlin thread:1 day title:Mornings",
    );
    await lastMessage(page).getByText("The schedule is set up.").waitFor();
    await clock.getByRole("button", { name: "+ 1 week" }).click();
    await page.getByText("5 posts until Friday 11 October 2024, 02:00.").waitFor();
    const posts = messages(page).filter({ hasText: "Mornings · " });
    expect(await posts.locator(".origin").allTextContents()).toEqual(
      ["Friday 4", "Monday 7", "Tuesday 8", "Wednesday 9", "Thursday 10"].map(
        (day) => `Mornings · ${day} October 2024, 08:00 (Europe/Berlin)`,
      ),
    );
    // In the zone of the clock, whatever that of this machine is.
    for (const time of await posts.locator("time").allTextContents())
      expect(time).toMatch(/^0?8:00/);
    expect(await posts.locator(".thread-name").count()).toBe(5);
    expect(await clock.getByRole("status").textContent()).toContain("Friday 11 October 2024");
    await send(page, "/quote topic:drills");
    expect(await lastMessage(page).locator("time").textContent()).toMatch(/^0?2:0\d AM|^02:0\d/);
    await lastMessage(page).getByRole("button", { name: "Discuss" }).click();
    await lastMessage(page).getByText("The thread is open:").waitFor();
    await messages(page).nth(-2).locator(".thread-name").waitFor();
    // A completion of what was typed before may come later.
    const answered = opened.sent.filter(
      ({ type }) => type !== InteractionType.ApplicationCommandAutocomplete,
    );
    expect(answered.at(-1)?.type).toBe(InteractionType.MessageComponent);
    await send(page, "/schedules");
    await lastMessage(page).getByRole("button", { name: "Delete" }).click();
    await lastMessage(page).getByRole("button", { name: "Yes, delete it" }).click();
  });

  test("answers a command that is typed with the keyboard only", async () => {
    const page = await open();
    await page.keyboard.type("/quo");
    await option(page, /\/quote/).waitFor();
    await page.keyboard.press("Tab");
    await waitForText(page, "/quote ");
    await page.keyboard.type("top");
    await option(page, /^topic:/).waitFor();
    await page.keyboard.press("Tab");
    await waitForText(page, "/quote topic:");
    await page.keyboard.type("dril");
    await page.keyboard.press("Tab");
    await waitForText(page, "/quote topic:drills ");
    await page.keyboard.press("Enter");
    await page.getByRole("blockquote").waitFor();
    expect(await page.getByRole("blockquote").textContent()).toBe(PASSAGE);
    expect(await box(page).inputValue()).toBe("");
    expect(await lastMessage(page).textContent()).toMatch(/^You used \/quoteIbidAPP/);
    const commands = opened.sent.filter(({ type }) => type === InteractionType.ApplicationCommand);
    expect(commands).toMatchObject([
      { data: { name: "quote", options: [{ name: "topic", value: "drills" }] } },
    ]);
  });

  test("completes by mouse, with the bot’s choices for the typed text", async () => {
    const page = await open();
    await box(page).fill("/letter date:2019-08");
    await option(page, /5 August 2019/).waitFor();
    expect(opened.sent.at(-1)).toMatchObject({
      type: InteractionType.ApplicationCommandAutocomplete,
      data: { name: "letter", options: [{ name: "date", value: "2019-08", focused: true }] },
    });
    await option(page, /5 August 2019/).click();
    await waitForText(page, "/letter date:2019-08-05-kim-to-trump ");
    await option(page, /^private:/).click();
    await option(page, "True").click();
    await page.keyboard.press("Enter");
    await lastMessage(page).getByText("Only you can see this").waitFor();
  });

  test("offers required options first, and does not send a command without them", async () => {
    const page = await open();
    await page.keyboard.type("/sear");
    await option(page, /\/search/).waitFor();
    await page.keyboard.press("Enter");
    await waitForText(page, "/search query:");
    await box(page).fill("/search topic:drills");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").getByText("query: This option is required.").waitFor();
    expect(await messages(page).count()).toBe(0);
  });

  test("moves in the list of completions by arrow keys, and closes it by Escape", async () => {
    const page = await open();
    await page.keyboard.type("/");
    await option(page, /^\/letter/).waitFor();
    await page.keyboard.press("ArrowDown");
    const active = await box(page).getAttribute("aria-activedescendant");
    expect(await page.locator(`#${active}`).textContent()).toMatch(/^\/quote/);
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    expect(await option(page, /^\/help/).getAttribute("aria-selected")).toBe("true");
    await page.keyboard.press("Escape");
    await page.getByRole("option").first().waitFor({ state: "detached" });
  });

  test("shows no completions of an earlier text", async () => {
    const page = await open();
    const held: Route[] = [];
    await page.route("**/interactions", async (route) => {
      const { data } = route.request().postDataJSON();
      if (data.options[0].value === "d") held.push(route);
      else await route.continue();
    });
    await page.keyboard.type("/topics topic:d");
    while (held.length === 0) await page.waitForTimeout(10);
    await page.keyboard.type("rill");
    await option(page, "Joint military exercises").waitFor();
    // The page has aborted these requests.
    await Promise.allSettled(held.map((route) => route.continue()));
    expect(await option(page, /./).count()).toBe(1);
  });

  test("sends the text as typed if there are no completions yet", async () => {
    const page = await open();
    await box(page).fill("/topics topic:drills");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Joint military exercises" }).waitFor();
  });

  test("shows passages character for character", async () => {
    const page = await open();
    for (const { document, passage } of sample(library.passages({}), 15)) {
      await send(page, `/quote passage:${addressOf(document, passage)}`);
      const shown = await lastMessage(page).getByRole("blockquote").allInnerTexts();
      expect(shown).toEqual([passage.text]);
    }
  });

  test("turns a page within the message, and keeps the focus there", async () => {
    const page = await open();
    await send(page, "/timeline");
    const first = await lastMessage(page).textContent();
    await page.getByRole("button", { name: "Next page" }).press("Enter");
    await page.getByText("Page 2 of").waitFor();
    expect(await messages(page).count()).toBe(1);
    expect(await lastMessage(page).textContent()).not.toBe(first);
    expect(await lastMessage(page).evaluate((article) => article.matches(":focus-within"))).toBe(
      true,
    );
    await lastMessage(page).getByText("(edited)").waitFor();
  });

  test("opens an entry beside its list, by mouse and by keyboard", async () => {
    const page = await open();
    await send(page, "/help");
    const list = await lastMessage(page).textContent();
    const opener = messages(page).first().getByRole("button", { name: "Open" }).nth(1);
    await opener.click();
    await page.getByRole("heading", { name: "/quote" }).waitFor();
    await lastMessage(page).getByText("Only you can see this").waitFor();
    expect(await messages(page).first().textContent()).toBe(list);

    await opener.press("Enter");
    while ((await page.getByRole("heading", { name: "/quote" }).count()) < 2) {
      await page.waitForTimeout(10);
    }
    expect(await messages(page).count()).toBe(3);
  });

  test("marks an ephemeral message, and dismisses it", async () => {
    const page = await open();
    await send(page, "/quote topic:drills");
    await page.getByRole("button", { name: "Cite", exact: true }).click();
    await lastMessage(page).getByText("Only you can see this").waitFor();
    expect(await messages(page).count()).toBe(2);
    await page.getByRole("button", { name: "Dismiss message" }).click();
    expect(await messages(page).count()).toBe(1);
  });

  test("shares a private answer as a message of its own", async () => {
    const page = await open();
    await send(page, "/quote topic:drills private:true");
    await page.getByRole("button", { name: "Share" }).click();
    while ((await messages(page).count()) < 2) await page.waitForTimeout(10);
    expect(await lastMessage(page).textContent()).not.toContain("Only you can see this");
    expect(await lastMessage(page).textContent()).toContain(PASSAGE);
  });

  test("shows a notice", async () => {
    const page = await open();
    await send(page, "/letter date:2018-06-20");
    await lastMessage(page)
      .getByText("None of the 27 documents searched is dated 20 June 2018")
      .waitFor();
    await lastMessage(page).getByText("Only you can see this").waitFor();
  });

  test("offers a file for download, byte for byte", async () => {
    const page = await open();
    await send(page, "/cite passage:2019-08-05-kim-to-trump¶b style:bibtex");
    const link = lastMessage(page).getByRole("link", { name: ".bib" });
    const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
    expect(download.suggestedFilename()).toMatch(/\.bib$/);
    const text = await readFile(await download.path(), "utf8");
    expect(text).toMatch(/^@\w+\{/);
    const size = await lastMessage(page)
      .getByText(/^\d+ bytes$|KB$/)
      .textContent();
    expect(size).toBe(`${Buffer.byteLength(text)} bytes`);
  });

  test("uses a message command by mouse", async () => {
    const page = await open();
    await send(page, "He wrote: “no changed outcome can be anticipated”");
    await page.getByText("He wrote").click({ button: "right" });
    await page.getByRole("menuitem", { name: "Verify quotation" }).click();
    await page.getByRole("heading", { name: "✅ Exact" }).waitFor();
    expect(await lastMessage(page).textContent()).toMatch(/^You used Verify quotation/);
  });

  test("uses a message command by the keyboard", async () => {
    const page = await open();
    await send(page, "“these elements are eliminated, a changed outcome can be anticipated”");
    await page.getByRole("button", { name: "More" }).focus();
    for (const key of ["Shift+F10", "ContextMenu", "Enter"]) {
      await page.keyboard.press(key);
      await page.getByRole("menu").waitFor();
      await page.keyboard.press("Escape");
      expect(await page.getByRole("menu").count()).toBe(0);
    }
    await page.keyboard.press("Enter");
    await page.getByRole("menuitem", { name: "Verify quotation" }).press("Enter");
    await page.getByRole("heading", { name: /^⚠️ One word changed/ }).waitFor();
  });

  test("shows that an interaction failed if there is no answer", async () => {
    const page = await open();
    await send(page, "/quote");
    await page.route("**/interactions", (route) => route.abort());
    await page.getByRole("button", { name: "Cite", exact: true }).click();
    await messages(page).first().getByText("This interaction failed").waitFor();
    await send(page, "/about");
    await lastMessage(page).getByText("This interaction failed").waitFor();
    expected = Array(2).fill(expect.stringContaining("net::ERR_FAILED"));
  });

  test("introduces Ibid and the corpus in two lines, with examples of the corpus to click", async () => {
    const page = await open();
    const welcome = page.getByRole("region", { name: "Welcome" });
    await welcome.getByText("own words and their sources").waitFor();
    await welcome.getByText("Here it answers from “The letters of Kim Jong Un").waitFor();
    const examples = welcome.getByRole("button");
    expect(await examples.allInnerTexts()).toEqual([
      ...bot.introduce().examples.map(({ line }) => expect.stringContaining(line)),
      "/help",
    ]);
    for (const example of await examples.all()) {
      const before = await messages(page).count();
      await example.click();
      while ((await messages(page).count()) === before) await page.waitForTimeout(10);
      await page.getByText("Sending command…").waitFor({ state: "detached" });
      expect(await lastMessage(page).textContent()).not.toContain("failed");
    }
  });

  test("opens links in another tab, without a reference to the page", async () => {
    const page = await open();
    await send(page, "/quote topic:drills");
    const link = page.getByRole("link", { name: "Hankyoreh, 26 September 2022" });
    expect(await link.getAttribute("target")).toBe("_blank");
    expect(await link.getAttribute("rel")).toContain("noopener");
    expect(await link.getAttribute("href")).toContain("#:~:text=");
  });

  test("shows HTML in a message as text", async () => {
    const page = await open();
    await send(page, "<img src=x onerror=alert(1)> **bold** ||hidden||");
    expect(await lastMessage(page).locator("img").count()).toBe(0);
    expect(await lastMessage(page).locator("strong").textContent()).toBe("bold");
    await page.getByRole("button", { name: "Spoiler" }).click();
    await page.getByText("hidden").waitFor();
  });

  test("renders every kind of component, or says that it cannot", async () => {
    const page = await open();
    const body = JSON.stringify({ type: 4, data: ALL_COMPONENTS });
    await page.route("**/interactions", (route) =>
      route.fulfill({ contentType: "application/json", body }),
    );
    await send(page, "/about");
    const message = lastMessage(page);
    for (const name of ["Primary", "Success", "Danger", "🔔 Off"]) {
      await message.getByRole("button", { name }).waitFor();
    }
    expect(await message.getByRole("button", { name: "Off" }).isDisabled()).toBe(true);
    await message.getByText("Beside a button").waitFor();
    await message.getByText("This page cannot draw a component of type 12.").waitFor();
    await message.getByText("This page cannot draw a component of type 5.").waitFor();

    await page.getByRole("button", { name: "Choose two" }).click();
    await page.getByRole("option", { name: "One" }).click();
    await page.getByRole("option", { name: "Two" }).click();
    await page.keyboard.press("Escape");
    while (opened.sent.length < 2) await page.waitForTimeout(10);
    expect(opened.sent.at(-1)?.data).toEqual({
      component_type: 3,
      custom_id: "several",
      values: ["1", "2"],
    });
  });

  test("sends a message by touch", async () => {
    const page = await open(PHONE);
    await box(page).fill("A message");
    await page.getByRole("button", { name: "Send" }).tap();
    await lastMessage(page).getByText("A message").waitFor();
    expect(await box(page).inputValue()).toBe("");
  });

  test("is accessible, and no wider than its window, in every state", async () => {
    const page = await open(PHONE);
    await page.evaluate(AXE);
    let turn = 0;
    const check = async (state: string) => {
      for (const [look, size, colorScheme] of inTurn(LOOKS, turn++)) {
        await page.setViewportSize(size);
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        const { violations }: AxeResults = await page.evaluate(
          "axe.run({ resultTypes: ['violations'] })",
        );
        const found = violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
        const width = await page.evaluate(
          "document.documentElement.scrollWidth - window.innerWidth",
        );
        const log = await page.evaluate("log.scrollWidth - log.clientWidth");
        expect([state, look, found, width, log]).toEqual([state, look, [], 0, 0]);
      }
    };
    // The state with completions contains the first one, and a list or menu opens above answers.
    if (isLong) await check("at first");
    await page.keyboard.type("/quote topic:d");
    await option(page, "Joint military exercises").waitFor();
    await check("with completions");
    const lines = [
      "/quote topic:drills",
      "/cite 2019-08-05-kim-to-trump#b",
      "/help",
      "/nope",
      "/search",
    ];
    for (const line of lines) await send(page, line);
    await box(page).fill("/settings change");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor();
    await check("with a form");
    await page.keyboard.press("Escape");
    await send(page, "/verify a changed outcome can be anticipated, they say");
    if (isLong) await check("with answers");
    const body = JSON.stringify({ type: 4, data: SELECT_MENU });
    await page.route("**/interactions", (route) =>
      route.fulfill({ contentType: "application/json", body }),
    );
    await send(page, "/about");
    await page.getByRole("button", { name: "Choose two" }).click();
    await check("with a list open");
    expect(await page.getByRole("option").count()).toBeGreaterThan(0);
    await page.keyboard.press("Escape");
    await lastMessage(page).click({ button: "right", position: { x: 80, y: 10 } });
    await page.getByRole("menu").waitFor();
    await check("with a menu");
    expect(await page.getByRole("menu").count()).toBe(1);
  });

  test("fills in a form, which opens again with what was typed", async () => {
    const page = await open();
    const form = page.getByRole("dialog");
    const submit = form.getByRole("button", { name: "Submit" });
    await send(page, "/settings show");
    await page.getByRole("button", { name: "Change this channel’s" }).click();
    await form.getByRole("textbox", { name: "Time zone" }).fill("Mars/Olympus");
    await form.getByRole("radio", { name: "private" }).check();
    await submit.click();
    await page.getByRole("button", { name: "Correct it in the form" }).click();
    const zone = form.getByRole("textbox", { name: "Time zone" });
    expect(await zone.inputValue()).toBe("Mars/Olympus");
    expect(await form.getByRole("radio", { name: "private" }).isChecked()).toBe(true);
    await zone.fill("Asia/Seoul");
    await submit.click();
    await lastMessage(page).getByText("Asia/Seoul · this channel’s").waitFor();
    await lastMessage(page).getByRole("button", { name: "Change this server’s" }).click();
    const reports = form.getByRole("combobox", { name: "Failures are reported in" });
    await reports.selectOption("#study-group");
    await submit.click();
    await lastMessage(page).getByText("#study-group · this server’s").waitFor();
    // A form that is dismissed sends nothing.
    const before = opened.sent.length;
    await lastMessage(page).getByRole("button", { name: "Change yours" }).click();
    await form.waitFor();
    await page.keyboard.press("Escape");
    await form.waitFor({ state: "detached" });
    expect(opened.sent.length).toBe(before + 1);
  });

  test("is dark if the user prefers dark", async () => {
    const page = await open();
    const brightness = async (colorScheme: "dark" | "light") => {
      await page.emulateMedia({ colorScheme });
      const colour = await page.evaluate("getComputedStyle(document.body).backgroundColor");
      return Number(/\d+/.exec(String(colour))?.[0]);
    };
    expect(await brightness("dark")).toBeLessThan(80);
    expect(await brightness("light")).toBeGreaterThan(200);
    await page.emulateMedia({ colorScheme: null });
  });
});

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}
