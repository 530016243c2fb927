import { Deserializer, Serializer } from "node:v8";

/**
 * Plain data as bytes: first all but the buffers of its typed arrays, then each of these as it is,
 * without a copy.
 */
export function serializeArrays(data: object): readonly Uint8Array[] {
  const buffers = [...collectBuffers(data, new Set())];
  const serializer = new Serializer();
  serializer.writeHeader();
  buffers.forEach((buffer, id) => {
    serializer.transferArrayBuffer(id, buffer);
  });
  serializer.writeValue(data);
  return [serializer.releaseBuffer(), ...buffers.map((buffer) => new Uint8Array(buffer))];
}

/** The data of which these are the bytes, over the very buffers. Each piece fills its own. */
export function deserializeArrays<T extends object>([
  first = new Uint8Array(),
  ...buffers
]: readonly Uint8Array[]): T {
  const deserializer = new Deserializer(first);
  deserializer.readHeader();
  buffers.forEach(({ buffer }, id) => {
    if (buffer instanceof ArrayBuffer) deserializer.transferArrayBuffer(id, buffer);
  });
  return deserializer.readValue();
}

/** The buffers that hold these bytes alone, so that they can be handed over. Others are copied. */
export function transferableBuffers(all: readonly Uint8Array[]): readonly ArrayBuffer[] {
  return all.flatMap(({ buffer, byteLength }) =>
    buffer instanceof ArrayBuffer && byteLength > 0 && buffer.byteLength === byteLength
      ? [buffer]
      : [],
  );
}

function collectBuffers(value: unknown, found: Set<ArrayBuffer>): Set<ArrayBuffer> {
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer) found.add(value.buffer);
  } else if (typeof value === "object" && value !== null) {
    for (const part of Object.values(value)) collectBuffers(part, found);
  }
  return found;
}
