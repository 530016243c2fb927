import { describe, expect, test } from "vitest";
import { reviewOf } from "./advice.ts";

const NAMELESS =
  "a.md:1: Citations of this document name no author. Write `author:` in the front matter, or give the folder a title and an author under `folders:` in `corpus.yaml`.";
const partNamed = (title: string) =>
  `a.md:1: “${title}” is called a part, and citations do not name its work. Name the work under \`part-of:\` in the front matter, or give the folder a title under \`folders:\` in \`corpus.yaml\`.`;

describe("a citation without a name or a work", () => {
  test.each([
    ["nothing", "", [NAMELESS]],
    ["an author", "author: Ada Quill", []],
    ["a sender", "from: Ada Quill", []],
    ["only a recipient", "to: Ada Quill", [NAMELESS]],
    ["the name of a part", "author: Ada Quill\ntitle: Book II", [partNamed("Book II")]],
    ["a number", "author: Ada Quill\ntitle: To Hale\nnumber: 7", [partNamed("To Hale")]],
    ["a part of a work", "author: Ada Quill\ntitle: Book II\npart-of: Lights", []],
    ["a container", "author: Ada Quill\ntitle: Chapter 2\ncontainer-title: Lights", []],
  ])("is named for a document with %s", (_, front, advice) => {
    expect(reviewOf({ "a.md": `---\n${front}\n---\nWords.` })).toEqual(advice);
  });

  test("is none in a folder with a title and an author", () => {
    const files = { "a.md": "# Chapter 1\n\nOne.", "b/c.md": "# Chapter 2\n\nTwo." };
    expect(
      reviewOf({ ...files, "corpus.yaml": "folders: { .: { title: Lights, author: Ada Quill } }" }),
    ).toEqual([]);
    expect(
      reviewOf({
        ...files,
        "corpus.yaml": "folders: { b/: { title: Lights, author: Ada Quill } }",
      }),
    ).toEqual([NAMELESS, partNamed("Chapter 1")]);
  });
});
