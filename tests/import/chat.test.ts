import { expect, test } from "vitest";
import { makeDrafts } from "../../src/import/writing/drafts.ts";
import { inEnglish } from "../in-english.ts";
import { textsOf } from "./passages.ts";
import { importManuscripts } from "./read-manuscripts.ts";

async function messagesOf(...file: Parameters<typeof importManuscripts>) {
  const manuscripts = await importManuscripts(...file);
  return manuscripts.map((one) => [
    one.metadata.date,
    one.metadata.from?.join(),
    textsOf(one).join(" / "),
  ]);
}

const ANSWERS = [
  ["2019-08-05T09:15:00", "Ada Quill", "The lamp is out: again."],
  ["2019-08-13T22:16:00", "Tom Hale", "Light it. / Then sleep."],
  ["2019-08-13T22:17:00", "Ada Quill", "Yes."],
];

test.each([
  [
    "with the month first, on a telephone",
    "8/5/19, 9:15 AM - Messages are encrypted.\n8/5/19, 9:15 AM - Ada Quill: The lamp is out: again.\n8/13/19, 10:16 PM - Tom Hale: Light it.\n\nThen sleep.\n8/13/19, 10:17\u202fPM - Ada Quill: Yes.\n",
  ],
  [
    "with the day first, in brackets",
    "\u200e[05.08.19, 09:15:02] Ada Quill: The lamp is out: again.\r\n[13.08.19, 22:16:30] Tom Hale: Light it.\r\n\r\nThen sleep.\r\n[13.08.19, 22:17:00] Ada Quill: Yes.\r\n",
  ],
  [
    "with the year first",
    "2019/08/05, 09:15 - Ada Quill: The lamp is out: again.\n2019/08/13, 22:16 - Tom Hale: Light it.\n\nThen sleep.\n2019/08/13, 22:17 - Ada Quill: Yes.\n",
  ],
])("each message of a chat %s has its author and its time", async (_, chat) => {
  expect(await messagesOf("chat.txt", chat)).toEqual(ANSWERS);
});

test("a diary with times is no chat, even where an entry has a colon", async () => {
  const entries = ["The lamp is out.", "Tom said: light it.", "Nothing.", "Rain."];
  const diary = entries.map((words, index) => `1871-05-1${index} 10:30 - ${words}\n`).join("");
  expect(await messagesOf("diary.txt", diary)).toHaveLength(1);
  const [read] = await importManuscripts("diary.txt", diary);
  for (const words of entries) expect(read && textsOf(read).join(" ")).toContain(words);
});

test("an import says how many lines of a chat have no author", async () => {
  const chat = "Saved.\n8/5/19, 9:15 AM - You left.\nWhy?\n".concat(
    ...[1, 2, 3].map((day) => `8/1${day}/19, 9:15 AM - Ada Quill: The lamp.\n`),
  );
  const [first] = await importManuscripts("chat.txt", chat);
  expect(first?.remarks.map(inEnglish)).toContain("3 lines that have no author were left out.");
});

test.each([
  ["1565000000", "2019-08-05T10:13:20"],
  ["1565000000123", "2019-08-05T10:13:20"],
  ["201908051030", undefined],
])("the time %s is read as %s", async (time, date) => {
  const [read] = await importManuscripts("list.csv", `ts,text\n${time},Words.\n`);
  expect(read?.metadata.date).toBe(date);
});

test("a text that mentions a time is no chat", async () => {
  const text = "8/5/19, 9:15 AM - Ada: a note.\n\nThen he wrote a long letter.\n\nAnd slept.\n";
  expect(await messagesOf("note.txt", text)).toHaveLength(1);
});

test.each([
  [
    "Discord",
    {
      guild: { id: "1" },
      channel: { name: "lamps" },
      messages: [
        {
          id: "7",
          type: "Default",
          timestamp: "2019-08-05T09:15:00.5+00:00",
          content: "Out again.",
          author: { id: "4", name: "ada", nickname: "Ada Quill" },
          attachments: [],
        },
        {
          id: "8",
          type: "Reply",
          timestamp: "2019-08-06T10:00:00+00:00",
          content: "Light it.",
          author: { id: "5", name: "tom", nickname: "Tom Hale" },
          attachments: [{ id: "1" }],
        },
      ],
      messageCount: 2,
    },
  ],
  [
    "Slack",
    [
      {
        type: "message",
        user: "U1",
        ts: "1564996500.000100",
        text: "Out again.",
        user_profile: { real_name: "Ada Quill" },
      },
      {
        type: "message",
        user: "U2",
        ts: "1565085600.000200",
        text: "Light it.",
        user_profile: { real_name: "Tom Hale" },
      },
    ],
  ],
  [
    "Telegram",
    {
      name: "Lamps",
      type: "personal_chat",
      messages: [
        { id: 1, type: "service", date: "2019-08-05T09:00:00", action: "join" },
        {
          id: 2,
          type: "message",
          date: "2019-08-05T09:15:00",
          date_unixtime: "1",
          from: "Ada Quill",
          text: ["Out ", { type: "bold", text: "again." }],
        },
        {
          id: 3,
          type: "message",
          date: "2019-08-06T10:00:00",
          from: "Tom Hale",
          text: "Light it.",
        },
      ],
    },
  ],
])("each message of an export of %s has its author and its time", async (_, chat) => {
  expect(await messagesOf("chat.json", JSON.stringify(chat))).toEqual([
    ["2019-08-05T09:15:00", "Ada Quill", "Out again."],
    ["2019-08-06T10:00:00", "Tom Hale", "Light it."],
  ]);
});

test("`--fields` names fields of objects in objects", async () => {
  const rows = [{ who: { name: { full: "Ada Quill" } }, said: { at: "1871", words: "Out." } }];
  const fields = { "who.name.full": "from", "said.at": "date", "said.words": "text" };
  expect(await messagesOf("a.json", JSON.stringify(rows), fields)).toEqual([
    ["1871", "Ada Quill", "Out."],
  ]);
});

test.each([
  [
    "Lamps.txt",
    "2019/08/05, 09:15 - Ada: Out.\n2019/08/06, 22:16 - Tom: In.\n2019/08/06, 22:17 - Ada: So.\n",
    {},
    ["Ada, 09:15", "Tom, 22:16", "Ada, 22:17"],
    "Lamps",
  ],
  [
    "list.csv",
    "from,date,text\nAda,2019-08-05T09:15:00,Out.\nTom,1871,In.\n",
    { title: "Talks" },
    ["Ada, 09:15", "Tom"],
    "Talks",
  ],
  [
    "list.csv",
    "title,from,date,text\nOil,Ada,1871,Out.\nWicks,Tom,1871,In.\n",
    {},
    ["Oil", "Wicks"],
    undefined,
  ],
])(
  "messages are called by author and time, and are parts of the chat: %s",
  async (name, file, metadata, titles, work) => {
    const made = makeDrafts(name, await importManuscripts(name, file), { metadata });
    if ("error" in made) throw new Error(inEnglish(made.error));
    expect(made.drafts.map((draft) => draft.metadata.title)).toEqual(titles);
    for (const { metadata } of made.drafts) expect(metadata.more?.["part-of"]).toBe(work);
  },
);

test("A notice that the program writes in the name of an author is none of the author’s words", async () => {
  const chat = [
    "Ada Quill: <Medien ausgeschlossen>",
    "Ada Quill: \u200eBild weggelassen",
    "Ada Quill: IMG-0012.jpg (Datei angehängt)\nThe pier.",
    "Ada Quill: Diese Nachricht wurde gelöscht.",
    "Ada Quill: Three boats. <This message was edited>",
    "Ada Quill: Two boats. \u200e<Edité>",
    "Ada Quill: I <3 the lamp <and the bell>",
  ].map((line, at) => `0${at + 1}.08.2019, 09:15 - ${line}`);
  expect(await messagesOf("chat.txt", chat.join("\n"))).toEqual([
    ["2019-08-03T09:15:00", "Ada Quill", "The pier."],
    ["2019-08-05T09:15:00", "Ada Quill", "Three boats."],
    ["2019-08-06T09:15:00", "Ada Quill", "Two boats."],
    ["2019-08-07T09:15:00", "Ada Quill", "I <3 the lamp <and the bell>"],
  ]);
  const [first] = await importManuscripts("chat.txt", chat.join("\n"));
  expect(first?.remarks.map(inEnglish).join()).toContain(
    "Words of the program in 6 messages were left out: “<Medien ausgeschlossen>”",
  );
});
