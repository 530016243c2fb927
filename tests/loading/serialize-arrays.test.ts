import { describe, expect, test } from "vitest";
import { deserializeArrays, serializeArrays } from "../../src/loading/serialize-arrays.ts";

describe("Serialized data", () => {
  const bits = new Uint32Array([1, 2, 3]);
  const data = {
    name: "a",
    bits,
    parts: [{ first: bits.subarray(0, 1), numbers: new Float64Array(2) }],
  };

  test("is restored, typed arrays included", () => {
    expect(deserializeArrays(serializeArrays(data))).toEqual(data);
  });

  test("shares the memory of its typed arrays, each buffer once", () => {
    const [, ...buffers] = serializeArrays(data);
    expect(buffers.map(({ buffer }) => buffer)).toEqual([
      bits.buffer,
      data.parts[0]?.numbers.buffer,
    ]);
    expect(buffers[0]?.buffer).toBe(bits.buffer);
  });
});
