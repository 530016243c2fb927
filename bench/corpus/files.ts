import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Document } from "../../src/corpus/document.ts";
import { createCoiner } from "../coiner.ts";
import type { Draw } from "../draw.ts";
import { fillerOf } from "../filler.ts";

/** A letter as an editor receives it. */
interface Letter {
  readonly title: string;
  readonly date: string;
  readonly from: string;
  readonly paragraphs: readonly string[];
}

const PARAGRAPHS = { least: 2, most: 8 };
const WRITERS = ["John Adams", "Mary Shelley", "Thomas Paine", "Jane Austen", "Noah Webster"];
const YEARS = { least: 1770, most: 1829 };
/** The number of each kind in twenty documents; the others are rows of tables. */
const OF_TWENTY = { txt: 10, md: 5, html: 3 };
const ROWS_IN_A_TABLE = 100;
/** The line length of plain text, in characters. */
const LINE = /(.{1,72})(?: |$)/g;

/** Writes files of several formats that give `count` documents, in the words of these texts. */
export async function writeFiles(
  folder: string,
  texts: readonly Document[],
  count: number,
  draw: Draw,
): Promise<void> {
  const rows: Letter[] = [];
  for (const [index, letter] of lettersOf(texts, count, draw).entries()) {
    const place = index % 20;
    const name = join(folder, `letter-${index + 1}`);
    if (place < OF_TWENTY.txt) await writeFile(`${name}.txt`, plainOf(letter));
    else if (place < OF_TWENTY.txt + OF_TWENTY.md)
      await writeFile(`${name}.md`, markdownOf(letter));
    else if (place < OF_TWENTY.txt + OF_TWENTY.md + OF_TWENTY.html) {
      await writeFile(`${name}.html`, htmlOf(letter));
    } else rows.push(letter);
  }
  for (let done = 0; done < rows.length; done += ROWS_IN_A_TABLE) {
    const name = `letters-${done / ROWS_IN_A_TABLE + 1}.csv`;
    await writeFile(join(folder, name), tableOf(rows.slice(done, done + ROWS_IN_A_TABLE)));
  }
}

function lettersOf(texts: readonly Document[], count: number, draw: Draw): readonly Letter[] {
  const sizes = Array.from({ length: count }, () =>
    draw.between(PARAGRAPHS.least, PARAGRAPHS.most),
  );
  const coin = createCoiner(draw);
  const all = fillerOf(
    texts,
    sizes.reduce((a, b) => a + b, 0),
    draw,
  )
    .flatMap(({ passages }) => passages)
    .map(({ text }) => coin(text));
  let taken = 0;
  return sizes.map((size, index) => {
    taken += size;
    const [month, day] = [draw.between(1, 12), draw.between(1, 28)];
    return {
      title: `Letter ${index + 1}`,
      date: `${draw.between(YEARS.least, YEARS.most)}-${twoDigits(month)}-${twoDigits(day)}`,
      from: draw.oneOf(WRITERS),
      paragraphs: all.slice(taken - size, taken),
    };
  });
}

const twoDigits = (number: number) => String(number).padStart(2, "0");

function plainOf({ title, date, from, paragraphs }: Letter): string {
  const blocks = [title, `${from}, ${date}`, ...paragraphs];
  return `${blocks.map((block) => block.replace(LINE, "$1\n")).join("\n")}`;
}

function markdownOf({ title, date, from, paragraphs }: Letter): string {
  return `---\ntitle: ${title}\ndate: ${date}\nfrom: ${from}\n---\n\n${paragraphs.join("\n\n")}\n`;
}

function htmlOf({ title, date, from, paragraphs }: Letter): string {
  const meta = `<meta name="author" content="${from}"><meta name="date" content="${date}">`;
  const body = paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`).join("\n");
  return `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>${title}</title>${meta}</head>\n<body>\n<h1>${title}</h1>\n${body}\n</body></html>\n`;
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

function tableOf(letters: readonly Letter[]): string {
  const rows = letters.map(({ title, date, from, paragraphs }) => [
    title,
    date,
    from,
    paragraphs.join("\n\n"),
  ]);
  return [["title", "date", "from", "text"], ...rows]
    .map((cells) => `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")}\n`)
    .join("");
}
