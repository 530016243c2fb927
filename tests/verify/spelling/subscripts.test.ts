import { expect, test } from "vitest";
import { search } from "../../../commands/search.ts";
import { verify } from "../../../commands/verify.ts";
import { contextOf, expectKind, libraryOf } from "../../library.ts";

const context = contextOf(
  libraryOf({ "air.md": "The lamp gives off CO₂ all night, and the sum is 10₂ in the log.\n" }),
);

test("a subscript that is typed plainly is found, and its verdict names the difference", () => {
  expect(expectKind("hits", search.respond({ query: "CO2" }, context)).hits).toHaveLength(1);
  const text = "The lamp gives off CO2 all night";
  const { verdict } = expectKind("verification", verify.respond({ text }, context));
  expect(verdict).toMatchObject({ kind: "typography", differences: [{ name: "subscripts" }] });
});

test("a subscript after a number makes no other number", () => {
  const text = "all night, and the sum is 102 in the log";
  const { verdict } = expectKind("verification", verify.respond({ text }, context));
  expect(verdict.kind).not.toBe("typography");
});
