import { once } from "node:events";
import { PassThrough, Writable } from "node:stream";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { commands } from "../../commands/index.ts";
import { type Bot, createBot } from "../../src/command/bot.ts";
import { defineCommand } from "../../src/command/define-command.ts";
import { optional, text } from "../../src/command/option-types.ts";
import {
  createConversation,
  runTerminal,
  textStyleOf,
  type WriteAbovePrompt,
} from "../../src/frontends/terminal/terminal.ts";
import { PLAIN } from "../../src/reply/plain-text.ts";
import { context, contextOf, papers } from "../library.ts";

const bot = createBot(commands, () => context);

/** A command that fails because of an error of ours, and so does its autocomplete. */
const broken = defineCommand({
  name: "broken",
  description: "command.help",
  examples: () => [{}],
  options: { about: optional({ ...text("option.query"), suggest: fail }) },
  run: fail,
});

function fail(): never {
  throw new Error("The lamp has no oil.");
}

const failed = (error: unknown) => expect.unreachable(String(error));

/** Creates a stream that collects what is written. It is a terminal if it has columns. */
function createOutput(columns?: number) {
  let written = "";
  const stream = new Writable({
    write(chunk, _, done) {
      written += String(chunk);
      done();
    },
  });
  const output = columns === undefined ? stream : Object.assign(stream, { isTTY: true, columns });
  return { output, written: () => written };
}

/** Pipes lines in. Returns the output and the reported errors. */
async function pipeLines(
  lines: readonly string[],
  { json = false, of = bot }: { readonly json?: boolean; readonly of?: Bot } = {},
) {
  const input = new PassThrough();
  const { output, written } = createOutput();
  const reports: unknown[] = [];
  input.end(lines.join("\n"));
  await runTerminal(of, { input, output, json, report: (error) => reports.push(error) });
  return { text: written(), lines: written().trimEnd().split("\n"), reports };
}

/** Returns the rows of a terminal to which `written` has been written. */
function screenOf(written: string, columns: number): readonly string[] {
  const rows: string[] = [""];
  let row = 0;
  let column = 0;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: an escape sequence begins with one.
  for (const [part, count, code] of written.matchAll(/\u001b\[(\d*)([A-Z])|[\s\S]/g)) {
    if (code === "A") row -= Number(count);
    else if (code === "G") column = Number(count) - 1;
    else if (code === "J") {
      rows.splice(row + 1);
      rows[row] = rows[row]?.slice(0, column) ?? "";
    } else if (part === "\r") column = 0;
    else if (part === "\n") {
      row += 1;
      column = 0;
    } else if (code === undefined) {
      if (column === columns) {
        row += 1;
        column = 0;
      }
      const before = (rows[row] ?? "").slice(0, column).padEnd(column);
      rows[row] = before + part + (rows[row] ?? "").slice(column + 1);
      column += 1;
    }
  }
  return rows;
}

function startConversation(of = bot) {
  const { answer } = createConversation(of, {
    json: false,
    style: () => PLAIN,
    report: failed,
  });
  return async (line: string) => (await answer(line))?.text;
}

describe("lines on standard input", () => {
  test("are answered one by one", async () => {
    const { text } = await pipeLines(["/quote topic:drills", "", "  ", "/nope", "/about"]);
    const places = ["no changed outcome", "called `/nope`", "Content hash"].map((part) =>
      text.replace("headache", "no changed outcome").indexOf(part),
    );
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
    expect(text).not.toContain("ibid>");
  });

  test.each([
    ["without a slash", "quote topic:drills"],
    ["with capitals", "/QUOTE Topic:Drills"],
  ])("are commands even %s", async (_, line) => {
    expect((await pipeLines([line])).text).toBe((await pipeLines(["/quote topic:drills"])).text);
  });

  test("may end without a line break or with those of Windows", async () => {
    const { text } = await pipeLines(["/topics topic:drills\r", "/people person:Kim\r"]);
    expect(text).toContain("Joint military exercises");
    expect(text).toContain("Kim Jong Un");
  });

  test("are not answered if they are empty", async () => {
    expect((await pipeLines([])).text).toBe("");
    expect((await pipeLines(["", " ", "\t"])).text).toBe("");
  });

  test("are answered immediately, before the next one arrives", async () => {
    const input = new PassThrough();
    const output = new PassThrough();
    const ended = runTerminal(bot, { input, output, json: false, report: failed });
    for (const topic of ["drills", "summits"]) {
      input.write(`/topics topic:${topic}\n`);
      const [answer] = await once(output, "data");
      expect(String(answer)).toContain(`Id: ${topic}`);
    }
    input.end();
    await ended;
  });

  test("that arrive at once leave a turn of the event loop between two answers", async () => {
    let turns = 0;
    const count = () => {
      turns += 1;
      counting = setImmediate(count);
    };
    let counting = setImmediate(count);
    onTestFinished(() => clearImmediate(counting));
    const { lines } = await pipeLines(
      Array.from({ length: 50 }, () => "/help"),
      { json: true },
    );
    expect(lines).toHaveLength(50);
    expect(turns).toBeGreaterThanOrEqual(50);
  });

  test("are answered as lines of JSON on request", async () => {
    const { lines } = await pipeLines(["/quote topic:drills", "", "/nope", "2"], { json: true });
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      {
        kind: "quotation",
        quotation: {
          address: "2019-08-05-kim-to-trump¶a",
          citation: expect.stringContaining("as printed in Hankyoreh"),
        },
      },
      { kind: "notice", reason: { kind: "unknown-command", typed: "nope" } },
      { kind: expect.any(String) },
    ]);
    expect(lines).toHaveLength(3);
  });
});

describe("a quotation", () => {
  const PLACE = "Kim Jong Un to Donald J. Trump, 5 August 2019, ¶b\n";

  test.each([
    ["no changed outcome can be anticipated", "✅ Exact", PLACE],
    [
      "“No changed outcome” can be anticipated!",
      "✅ The same words, written differently",
      "• Capitals: quoted",
    ],
    [
      "no changed outcome from:Trump",
      "↪️ These words, but not from Donald J. Trump",
      "No document from Donald J. Trump has them.",
    ],
    [
      "And until these elements … no changed outcome",
      "⚠️ Shortened: 2 words left out",
      "“are eliminated” was left out.",
    ],
    [
      "And until these elements are eliminated, a changed outcome can be anticipated",
      "⚠️ One word changed: “no” → “a”",
      "Quoted\nAnd until these elements are eliminated, a changed outcome can be anticipated\n",
    ],
    [
      "the military actions of your side no changed outcome can be anticipated",
      "⚠️ Stitched together",
      PLACE,
    ],
    ["your side", "ℹ️ A common phrase", "[1] Search"],
    ["zeppelins fly over Berlin", "❌ Not in this corpus", "or similar ones."],
    ["?!", "`text` should be words to compare: at most 300 words and 2,000 characters.", ""],
  ])("is verified in the terminal: %s", async (typed, verdict, detail) => {
    const { lines, text } = await pipeLines([`/verify ${typed}`]);
    expect(lines[0]).toBe(verdict);
    expect(text).toContain(detail);
  });

  test("is verified in JSON, with the evidence", async () => {
    const { lines } = await pipeLines(["/verify no changed outcome can be anticipated"], {
      json: true,
    });
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      {
        kind: "verification",
        verdict: { kind: "exact", places: 1 },
        evidence: [
          {
            quotation: { address: "2019-08-05-kim-to-trump¶b", citation: expect.any(String) },
            marks: { matches: [{ start: 41, end: 78 }] },
            receipts: ["2019-08-05-kim-to-trump¶b:41-78:c4cf31f964ae3b"],
          },
        ],
      },
    ]);
  });
});

describe("a number", () => {
  test("runs the action with that number in the last answer", async () => {
    const say = startConversation();
    expect(await say("/quote topic:drills")).toContain("[1] Another");
    const another = await say("1");
    expect(another).toContain("2019-08-05-kim-to-trump¶b");
    expect(await say("[1]")).toContain("2019-08-05-kim-to-trump¶a");
    expect(await say(" 5 ")).toContain("Quotation 1 of 2");
    await say("/quote topic:drills");
    expect(await say("4")).toContain("Letter from Kim Jong Un");
  });

  test("that is 0 leads back through the answers that numbers opened", async () => {
    const say = startConversation();
    const list = await say("/letter date:2018");
    expect(list).not.toContain("[0]");
    const letter = await say("1");
    expect(letter).toContain("[0] Back");
    expect(await say("2")).toContain("Id: 2018-04-01-kim-to-trump");
    expect(await say("0")).toBe(letter);
    expect(await say("[0]")).toBe(list);
    expect(await say("0")).toBe("The last answer offers the numbers 1 to 9.");
    expect(await say("1")).toBe(letter);
    await say("/about");
    expect(await say("0")).toBe("The last answer offers the numbers 1 to 3.");
  });

  test("leads from a quotation to the passages around it, and to the whole document", async () => {
    const say = startConversation(createBot(commands, () => contextOf(papers)));
    expect(await say("/quote passage:log¶1")).toContain("[1] In context");
    /** Runs the last answer's action with this label. */
    const follow = (answer: string | undefined, label: string) =>
      say(new RegExp(`\\[([1-9])\\] ${label}`).exec(answer ?? "")?.[1] ?? label);
    const context = await say("1");
    expect(context).toContain("Passages 1 to 2 of 3");
    const later = await follow(context, "Later");
    expect(later).toMatch(/Young Tom[\s\S]*Passage 3 of 3[\s\S]*Earlier/);
    expect(await follow(later, "The whole document")).toMatch(
      /The lamp was lit[\s\S]*I counted three[\s\S]*Young Tom/,
    );
  });

  test("opens the evidence of a verdict, or one of several verdicts", async () => {
    const say = startConversation();
    expect(await say("/verify no changed outcome can be anticipated")).toMatch(
      /^✅ Exact\n[\s\S]*\[1\] Kim Jong Un to [\s\S]*\[2\] In context {2}\[3\] Cite/,
    );
    expect(await say("1")).toContain("And until these elements are eliminated, no changed outcome");
    await say("/verify “no changed outcome can be anticipated” «a zeppelin over Berlin» each:true");
    expect(await say("2")).toMatch(/^❌ Not in this corpus\n/);
  });

  test("opens an entry of a list", async () => {
    const say = startConversation();
    expect(await say("/topics")).toMatch(/^\[2\] /m);
    expect(await say("2")).toContain("on this topic");
  });

  test("still works after a typo", async () => {
    const say = startConversation();
    await say("/quote topic:drills");
    expect(await say("9")).toBe("The last answer offers the numbers 1 to 5.");
    expect(await say("0")).toBe("The last answer offers the numbers 1 to 5.");
    expect(await say("/letter date:0000-99-99")).toBeDefined();
    expect(await say("1")).toContain("2019-08-05-kim-to-trump¶b");
  });

  test("chooses one of a notice’s suggestions", async () => {
    const say = startConversation();
    expect(await say("/letter date:5/8/2019")).toMatch(/\[1\] 5 August 2019 {2}\[2\] 8 May/);
    expect(await say("1")).toContain("5 August 2019");
  });

  test("has no meaning before the first answer", async () => {
    expect(await startConversation()("1")).toBe(
      "There is nothing to choose by number yet. Ask with a command; `/help` lists them.",
    );
  });

  test("too large to parse exactly is out of range", async () => {
    const say = startConversation();
    await say("/quote topic:drills");
    expect(await say("9".repeat(400))).toContain("numbers 1 to 5");
  });
});

describe("when a command fails", () => {
  const fragile = createBot([...commands, broken], () => context);

  test("the error is reported in full, the answer is one sentence, and the next line is answered", async () => {
    const { text, reports } = await pipeLines(["/broken", "/topics topic:drills"], {
      of: fragile,
    });
    expect(text).toMatch(/^Something went wrong in Ibid, through no fault of yours\./);
    expect(text).toContain("Joint military exercises");
    expect(text).not.toContain("oil");
    expect(reports).toEqual([new Error("The lamp has no oil.")]);
  });

  test("the answer is a notice in JSON as well", async () => {
    const { lines } = await pipeLines(["/broken"], { of: fragile, json: true });
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ kind: "notice" }]);
  });
});

describe("at a terminal", () => {
  /** Types at a terminal. Returns the output and the reported errors. */
  async function typeKeys(text: string, { of = bot, columns = 80 } = {}) {
    const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input });
    const { output, written } = createOutput(columns);
    const reports: unknown[] = [];
    const ended = runTerminal(of, {
      input,
      output,
      json: false,
      report: (error) => reports.push(error),
    });
    for (const key of text) {
      input.write(key);
      // As from a keyboard, each key arrives by itself.
      await new Promise((resolve) => setImmediate(resolve));
    }
    input.end();
    await ended;
    return { text: written(), reports };
  }

  const CTRL_C = "\u0003";
  const TAB = "\t";
  const UP = "\u001b[A";

  test("Ctrl-C clears what is typed, wherever the cursor is, and the next line is answered", async () => {
    const { text, reports } = await typeKeys(`/nope and more\u001b[D\u001b[D${CTRL_C}/about\r`);
    expect(text).toContain("Content hash");
    expect(text).not.toContain("There is no command");
    expect(reports).toEqual([]);
  });

  test("Ctrl-C on an empty line ends the conversation", async () => {
    const { text } = await typeKeys(`/nope${CTRL_C}${CTRL_C}/about\r`);
    expect(text).not.toContain("Content hash");
  });

  test("sources are links where the terminal shows links, and are listed where it does not", async () => {
    const url = "https://english.hani.co.kr/arti/english_edition/e_northkorea/1060192.html";
    const LINK = "\u001b]8;;";
    vi.stubEnv("FORCE_HYPERLINK", "1");
    const linked = (await typeKeys("/quote topic:drills\r", { columns: 400 })).text;
    vi.stubEnv("FORCE_HYPERLINK", "0");
    const listed = (await typeKeys("/quote topic:drills\r", { columns: 400 })).text;
    vi.unstubAllEnvs();
    const [address = "", text] = linked.split(LINK)[1]?.split("\u0007") ?? [];
    expect(text).toBe("Hankyoreh, 26 September 2022");
    expect(address.startsWith(`${url}#:~:text=The%20most%20important`)).toBe(true);
    expect(listed).not.toContain(LINK);
    // Short: without the words to which a browser would scroll.
    expect(listed).toContain(`${url}\u001b`);
  });

  test("there is a prompt before each line", async () => {
    const { text } = await typeKeys("/nope\r/about\r");
    expect(text.match(/ibid> /g)?.length).toBeGreaterThanOrEqual(3);
    expect(text).toContain("Content hash");
  });

  test("Tab completes a command, an option and a value", async () => {
    const { text } = await typeKeys(`/quo${TAB}topic:dril${TAB}fro${TAB}Kim Jo${TAB}\r`);
    expect(text).toContain("/quote topic:drills from:Kim Jong Un");
    expect(text).toContain("headache");
  });

  test("the up arrow recalls the last line", async () => {
    const { text } = await typeKeys(`/topics topic:drills\r${UP}\r`);
    expect(text.match(/Id:\S* drills/g)).toHaveLength(2);
  });

  test.each([
    ["short", "/about"],
    ["longer than a row", `/search query:${"storm".repeat(25)}`],
  ])(
    "output in the background appears above the prompt, and a line that is %s stays",
    async (_, line) => {
      const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => input });
      const { output, written } = createOutput(40);
      let writeAbove: WriteAbovePrompt = () => {};
      const ended = runTerminal(bot, {
        input,
        output,
        json: false,
        report: failed,
        onStart: (writeAbovePrompt) => {
          writeAbove = writeAbovePrompt;
        },
      });
      for (const key of line) {
        input.write(key);
        await new Promise((resolve) => setImmediate(resolve));
      }
      for (const above of [["Changed."], ["Changed.", "Changed."]]) {
        writeAbove(() => output.write("Changed.\n"));
        const [rows, prompt] = [screenOf(written(), 40).slice(0, above.length), `ibid> ${line}`];
        expect(rows).toEqual(above);
        expect(screenOf(written(), 40).slice(above.length).join("")).toBe(prompt);
      }
      input.end("\r");
      await ended;
      writeAbove(() => output.write("Ended.\n"));
      expect(written().endsWith("Ended.\n")).toBe(true);
    },
  );

  test("an error in completion is reported, and typing continues", async () => {
    const fragile = createBot([...commands, broken], () => context);
    const { text, reports } = await typeKeys(`/broken about:x${TAB}\r/about\r`, { of: fragile });
    expect(reports).toContainEqual(new Error("The lamp has no oil."));
    expect(text).toContain("Content hash");
  });

  test.each([40, 80, 120])("lines fit into %i columns", async (columns) => {
    const korean = createBot(commands, () => contextOf(papers));
    const { text } = await typeKeys("/search query:훈련\r/letter date:diary\r/letter date:log\r", {
      of: korean,
      columns,
    });
    const printed = text.split("\r/").join("\n").split(/\r?\n/);
    for (const line of printed.filter((one) => !/ibid> |https?:/.test(one))) {
      expect(columnsOf(line)).toBeLessThanOrEqual(columns);
    }
  });

  /** Counts two columns for a Korean letter and none for an escape sequence. */
  function columnsOf(line: string): number {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: an escape sequence begins with one.
    const bare = line.replace(/\u001b\[[\d;?]*[A-Za-z]/g, "");
    return bare.length + (bare.match(/\p{Script=Hangul}/gu)?.length ?? 0);
  }
});

describe("the style of a terminal", () => {
  test.each([
    ["none for a pipe", createOutput().output, Number.POSITIVE_INFINITY],
    ["its columns", createOutput(33).output, 33],
    ["80 if it reports 0 columns", createOutput(0).output, 80],
  ])("has the width: %s", (_, output, width) => {
    expect(textStyleOf(output).width).toBe(width);
  });

  test("has no colours for a pipe", () => {
    expect(textStyleOf(createOutput().output).paint("bold", "x")).toBe("x");
  });

  test.each([
    ["colours by default", undefined, "\u001b[1mx\u001b[22m"],
    ["colours if NO_COLOR is empty", "", "\u001b[1mx\u001b[22m"],
    ["none with NO_COLOR", "1", "x"],
  ])("has %s", (_, value, painted) => {
    const before = process.env["NO_COLOR"];
    if (value === undefined) delete process.env["NO_COLOR"];
    else process.env["NO_COLOR"] = value;
    try {
      expect(textStyleOf(createOutput(80).output).paint("bold", "x")).toBe(painted);
    } finally {
      if (before === undefined) delete process.env["NO_COLOR"];
      else process.env["NO_COLOR"] = before;
    }
  });
});

test("half characters and zero bytes of a line are replaced, so that no answer repeats them", async () => {
  const answer = await startConversation()("/topics topic:lamp\0 \ud800oil\udc00");
  expect(answer).toContain("\ufffd");
  expect(answer).not.toMatch(/[\p{Cs}\0]/u);
});
