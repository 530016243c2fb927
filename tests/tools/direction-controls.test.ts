import fc from "fast-check";
import { expect, test } from "vitest";
import { createFolder, type Files } from "../corpus/folder.ts";
import { controlledTexts, reorderedParts } from "../direction-controls.ts";
import { runs } from "../thoroughness.ts";
import { runCorpusTool, shareReadingThread } from "./run-tool.ts";

const words = "жы ыщ щж жж ыы щщ ыж щы жщ жыщ щыж";

/** Creates a corpus with everything that can be improved, and one with everything that can be wrong. */
function corporaOf(texts: readonly string[]): readonly Files[] {
  const [one = "", other = "", third = ""] = texts;
  const [name, title, label] = texts.map((text) => JSON.stringify(text));
  const front = (text: string) => `---\n${text}\n---\n\n`;
  return [
    {
      "corpus.yaml": `{title: ${title}, description: ${label}, body: notes, folders: {${name}: {title: ${title}, author: ${name}}}}`,
      "sources.yaml": `{s: {title: ${title}, author: [{family: ${name}}]}, t: {title: ${label}}}`,
      "topics.yaml": `{t: {label: ${label}}, u: {label: ${title}, also: [${name}]}}`,
      "people.yaml": `{${name}: {}, ${title}: {role: ${label}}}`,
      [`${one}/ж.md`]: `${front(`{from: ${name}, title: ${title}, ${title}: 7, date: 1848}`)}[[${one}]]\n\n# ${third}\n\n## Text\n\n${other} \u00ad ${words}.\n\n## ${one}\n\n${third}\n`,
      [`${other}.md`]: `${front(`{from: ${name}, to: ${name}, topics: [t]}`)}## Text\n\n${words}. ${one}\n\n\`\`\`\n${other}\n\`\`\`\n`,
      "c.md": `${front(`{title: ${title}}`)}## Text\n\n${words}. ${third}.\n`,
    },
    {
      "corpus.yaml": `{title: ${title}, ${name}: 1, language: ${label}}`,
      "sources.yaml": `{${name}: {titel: ${title}}, s: {title: ${title}, issued: ${label}, URL: ${name}, type: ${name}}}`,
      "topics.yaml": `{t: {label: ${label}, broader: ${title}, related: [${name}]}, u: {label: ${label}}}`,
      "people.yaml": `{${name}: {family: ${title}}, ${title}: {also: ${name}}}`,
      "events.yaml": `[{date: ${name}, title: ${label}, text: ${title}, sources: [${name}]}]`,
      "plans.yaml": `{p: {title: ${label}, steps: [${name}, {read: ${title}}]}}`,
      [`${one}.md`]: `${front(`{id: ${name}, from: ${title}, topics: [${label}], sources: [${name}], part-of: ${title}}`)}${other}\n`,
      [`${other}/${third}.md`]: `${front(`{date: ${title}, language: ${name}, verified: ${label}, type: ${title}}`)}> ${one}\n>\n> — @${one}, ${other} {${third}}\n`,
      "d.md": `---\na: *${one}\n`,
    },
  ];
}

test("controls in files reorder no word of a tool", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(controlledTexts, { minLength: 3, maxLength: 3 }), async (texts) => {
      const [one = "", other = "", third = ""] = texts;
      const sources = await createFolder({
        [`${one}.txt`]: `${other}\n\n${third} ${words}.\n`,
        [`${other}.html`]: `<title>${one}</title><nav>${third}</nav><p hidden>${other}</p><p>${words} <q>${one}</q></p>`,
        [`${third}.csv`]: `text,${one},date\n${words},1,${other}\n,2,\n`,
        [`${one} ${other}.json`]: "{",
        [`${one}.жж`]: other,
        "a.md": `---\ntitle: ${JSON.stringify(one)}\ndate: ${JSON.stringify(other)}\n---\n${words} ![${one}](b.png)[^1]\n\n[^1]: ${third}.\n`,
      });
      for (const files of corporaOf(texts)) {
        const folder = await createFolder(files);
        for (const args of [
          ...[["check"], ["stats"], ["show", one], ["show", other], ["show", "c"], ["show", "c¶9"]],
          ["import", sources, "--dry-run"],
          ["import", sources, "--from", one, "--type", other],
          ["import", sources, "--from", one, "--yes"],
          ["fill", one],
          [one],
          ["check", `--${other}`],
        ]) {
          const { output, errors } = await runCorpusTool(args, folder, {
            createReadingThread: shareReadingThread,
          });
          // The extension is a part of the name of a file.
          const printed = [output, ...errors].join("\n").replace(/\.(?:md|txt|html|csv|json)/g, "");
          expect([args, ...reorderedParts(printed)]).toEqual([args]);
        }
      }
    }),
    { numRuns: runs(1), endOnFailure: true },
  );
});
