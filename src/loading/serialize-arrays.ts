import { Deserializer, Serializer } from "node:v8";

/**
 * Serializes plain data that contains typed arrays. The first piece is the data without the buffers of
 * its typed arrays; each further piece is one of these buffers, which is not copied.
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

/**
 * Restores what `serializeArrays` made these pieces of. The typed arrays share memory with the pieces,
 * so each piece must fill its own buffer. Throws if there is no piece.
 */
export function deserializeArrays([first, ...buffers]: readonly Uint8Array[]): unknown {
  if (first === undefined) throw new RangeError("Serialized data has at least one piece.");
  const deserializer = new Deserializer(first);
  deserializer.readHeader();
  buffers.forEach(({ buffer }, id) => {
    if (buffer instanceof ArrayBuffer) deserializer.transferArrayBuffer(id, buffer);
  });
  const data: unknown = deserializer.readValue();
  return data;
}

/** Returns the buffers that can be transferred: those that the given bytes fill. Others are copied. */
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
