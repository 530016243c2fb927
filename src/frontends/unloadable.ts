import { type Problem, problemLine } from "../corpus/problem.ts";
import { counted } from "../reply/wording.ts";

/** Every problem of the corpus in `folder`, and that it does not load, a line each. */
export function unloadable(folder: string, problems: readonly Problem[]): readonly string[] {
  return [
    ...problems.map(problemLine),
    `The corpus in ${folder} does not load: ${counted(problems.length, "problem")}.`,
  ];
}
