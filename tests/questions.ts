import { commands } from "../commands/index.ts";
import { quotationOf } from "../src/cite/quotation.ts";
import { receiptOf } from "../src/cite/receipt.ts";
import { addressOf } from "../src/corpus/document.ts";
import type { CommandLine } from "../src/reply/reply.ts";
import type { Library } from "../src/search/library.ts";
import { styles } from "./library.ts";
import { inTurn } from "./thoroughness.ts";

/** Cuts a text to a maximum length at the end of a word. */
export function cutAtWord(text: string, characters: number): string {
  return text.length <= characters ? text : text.slice(0, characters).replace(/\s+\S*$/, "");
}

/** Lists commands for every document, passage, topic, person and date of a corpus. */
export function questions({ corpus, passages }: Library): readonly CommandLine[] {
  const ask = (name: string, ...options: readonly CommandLine["options"][]) =>
    options.map((one) => ({ name, options: one }));
  const { documents } = corpus;
  const topics = [...corpus.topics.values()];
  const people = [...corpus.people.values()];
  const dates = documents.flatMap(({ date }) => date ?? []);
  const [other = ""] = passages({}).map(({ passage }) => cutAtWord(passage.text, 60));
  const stylesInTurn = (index: number) => inTurn(styles.all, index).map(({ name }) => name);
  /** Stitches the beginning of a passage to that of another. */
  const stitch = (text: string) => `${cutAtWord(text, 60)} ${other}`;
  return [
    ...commands
      .filter(({ options }) => Object.values(options).every(({ required }) => !required))
      .flatMap(({ name }) => ask(name, {})),
    ...documents.flatMap(({ id, title, formerly }, index) => [
      ...ask("letter", { date: id }, { date: title }, ...formerly.map((date) => ({ date }))),
      ...ask("search", { query: title }, { query: id }),
      ...ask("cite", ...[id, title, ...formerly].map((one) => ({ passage: one }))),
      ...ask("cite", ...stylesInTurn(index).map((style) => ({ passage: id, style }))),
    ]),
    ...passages({}).flatMap(({ document, passage }, index) => {
      const address = addressOf(document, passage);
      const words = passage.text.slice(0, 90);
      const receipt = receiptOf(quotationOf(document, passage, 0, 90), passage);
      const part = cutAtWord(passage.text, 2000);
      return [
        ...ask("verify", { text: part }, { text: part, letter: document.id }),
        ...ask("verify", { text: cutAtWord(part, 60) }, { text: part.slice(-60).trim() }),
        ...ask("verify", {
          text: part.replace(/\p{L}+/u, "zeppelin"),
          from: people[0]?.name ?? "x",
        }),
        ...ask("verify", { text: `“${cutAtWord(part, 90)}” and “${stitch(part)}”`, each: true }),
        ...ask("verify", { text: stitch(part) }, { text: stitch(part), date: "2018" }),
        ...ask("quote", { passage: receipt }),
        ...ask("cite", { passage: receipt }, { passage: receipt.replace(/.$/, "_") }),
        ...ask("cite", ...stylesInTurn(index).map((style) => ({ passage: address, style }))),
        ...ask("quote", { passage: address }, { passage: address, around: 2 }, { about: words }),
        ...ask("search", { query: words }, { query: `"${words}"` }),
      ];
    }),
    ...topics.flatMap(({ id, label, synonyms }) => [
      ...ask("topics", { topic: id }),
      ...ask("timeline", { topic: id }),
      ...ask("quote", { topic: id }, { topic: id, random: true }, { topic: id, page: 2 }),
      ...ask("search", ...[label, ...synonyms].map((query) => ({ query }))),
    ]),
    ...people.flatMap(({ name, forms }) => [
      ...ask("people", ...[name, ...forms].map((person) => ({ person }))),
      ...ask("timeline", { person: name }),
      ...ask("quote", { from: name }, { to: name }),
      ...ask("letter", { from: name }, { to: name }),
      ...ask("search", { query: name, from: name }),
    ]),
    ...dates.flatMap(({ edtf, label }) => [
      ...ask("letter", { date: edtf }, { date: label }),
      ...ask("timeline", { after: edtf }, { before: edtf }, { after: edtf, before: edtf }),
      ...ask("quote", { after: edtf }, { before: edtf }, { before: edtf, random: true }),
    ]),
    ...[...corpus.plans.values()].flatMap(({ id: plan, steps }) =>
      ask("plan show", { plan }, ...steps.map((_, index) => ({ plan, step: index + 1 }))),
    ),
    ...commands.flatMap(({ name }) => ask("help", { command: name })),
  ];
}
