/** A change rests on a version that has gone. Thrown to roll back all changes. */
export class Conflict extends Error {}

/** Executes a statement that returns a part of what it changes. Throws a `Conflict` unless that is one row. */
export async function expectOneRow(statement: {
  execute(): Promise<readonly object[]>;
}): Promise<void> {
  if ((await statement.execute()).length !== 1) throw new Conflict();
}
