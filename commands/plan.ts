import { planReply, planStepReply } from "../src/answers/schedules/plan.ts";
import { defineCommand } from "../src/command/define-command.ts";
import { hidden, integer, optional } from "../src/command/option-types.ts";
import { page } from "../src/options/paging.ts";
import { plan, planOf } from "../src/options/rhythm/plan.ts";
import { notice } from "../src/reply/reply.ts";

/** `/plan show`: the steps of a plan, or one of them. */
export const showPlan = defineCommand({
  name: "plan show",
  alias: "plan",
  group: "command.plan",
  description: "command.plan-show",
  examples: ({ plan }) => [{ plan }],
  isUseful: ({ corpus }) => corpus.plans.size > 0,
  options: {
    plan: optional(plan("option.plan")),
    step: optional(integer("option.step", { min: 1, max: 1e6 })),
    steps: optional(hidden(integer("option.steps", { min: 1, max: 1e6 })), 1),
    page,
  },

  run({ plan: given, step, steps: count, page }, context) {
    const { library } = context;
    const [first] = library.corpus.plans.keys();
    const source =
      given ?? (first === undefined ? undefined : { kind: "plan" as const, id: first });
    const plan = source && planOf(source, library);
    if (source === undefined || plan === undefined) {
      return notice({ kind: "nothing-listed", of: "plans" });
    }
    if (step === undefined || plan.steps.length === 0)
      return planReply(source, plan, page, context);
    const position = Math.min(step, plan.steps.length) - 1;
    return planStepReply(source, plan, { position, count }, context);
  },
});
