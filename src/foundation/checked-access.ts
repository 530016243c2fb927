// An index that is out of range is a bug. A fallback would turn it into a wrong answer, so these throw.
// There is one function for each kind of array, because V8 optimises an access that sees only one kind.

/** Returns the element at `index`. Throws a RangeError when there is none. */
export function elementAt<T>(array: readonly T[], index: number): T {
  const element = array[index];
  if (element === undefined) throw outOfRange(index, array.length);
  return element;
}

/** Returns the byte at `index`. Throws a RangeError when there is none. */
export function byteAt(array: Uint8Array, index: number): number {
  const byte = array[index];
  if (byte === undefined) throw outOfRange(index, array.length);
  return byte;
}

/** Returns the integer at `index`. Throws a RangeError when there is none. */
export function integerAt(array: Uint32Array | Uint16Array, index: number): number {
  const integer = array[index];
  if (integer === undefined) throw outOfRange(index, array.length);
  return integer;
}

/** Returns the number at `index`. Throws a RangeError when there is none. */
export function floatAt(array: Float64Array | Float32Array, index: number): number {
  const float = array[index];
  if (float === undefined) throw outOfRange(index, array.length);
  return float;
}

function outOfRange(index: number, length: number): RangeError {
  return new RangeError(`Index ${index} is out of range: the array has ${length} elements.`);
}
