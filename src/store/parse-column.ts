import * as v from "valibot";
import { StoreError } from "./store-problem.ts";

/** Parses columns of a row. Throws if Ibid has not written them. */
export function parseColumn<T>(schema: v.GenericSchema<unknown, T>, value: unknown): T {
  const result = v.safeParse(schema, value);
  if (!result.success) throw new StoreError("damaged");
  return result.output;
}
