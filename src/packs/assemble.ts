import type { Mistake } from "../errors.ts";
import type { Pack, Step } from "../types.ts";
import { checkGates } from "./check-gates.ts";
import { checkPatterns, patternsOfWhen } from "./check-patterns.ts";
import { checkedRule, type RuleContext } from "./check-rule.ts";
import { checkTop } from "./check-top.ts";
import type { RuleTypes } from "./finish-rule.ts";
import { type FoldComplaint, wordingOf } from "./fold-complaints.ts";
import { mistakeAt } from "./mistakes.ts";
import type { Order } from "./order.ts";
import { type Origin, spotOf } from "./origins.ts";
import { foldTouched, touchedIn, touchOf } from "./overrides.ts";
import { consequencesOf, type IsConsequence, type Reporting, reportingInto } from "./reporting.ts";
import { foldRules, type RuleStates } from "./rule-state.ts";
import { type PlacedStep, stepsOf } from "./steps.ts";
import { EMPTY_TOP, foldTop, packOf, type Top } from "./top.ts";

/** What is shared while layers are put together. */
interface Assembly extends Order {
  readonly typeNames: readonly string[];
  readonly steps: readonly PlacedStep[];
  readonly isConsequence: IsConsequence;
  readonly report: (mistake: Mistake) => void;
  /** Reports into the layers, and into the rules of these steps. */
  readonly into: (steps: readonly PlacedStep[]) => Reporting;
}

/** Folds layers into a pack and checks the result (PACK-FORMAT sections 6.4 and 6.5). All mistakes are reported. */
export function assemble(order: Order, types: RuleTypes, report: (mistake: Mistake) => void): Pack {
  const isConsequence = consequencesOf(order);
  const roots = order.layers.map(({ file, tree }): Origin => ({ file, tree, base: [] }));
  const assembly: Assembly = {
    ...order,
    typeNames: [...types.checks.map(({ type }) => type), ...types.later],
    steps: stepsOf(order.layers),
    isConsequence,
    report,
    into: (steps) => {
      const origins = steps.map(({ origin }) => origin);
      return reportingInto(roots, origins, isConsequence, report);
    },
  };
  const { steps, into } = assembly;
  const known = foldedWithComplaints(assembly);
  const top = foldedTop(assembly);
  const names = checkTop(packOf(top, [], []), known, into(steps));
  const context: RuleContext = { types, names, known };
  const always = steps.filter(({ when }) => when === undefined);
  const rules = [...foldedQuietly(always, assembly).values()].flatMap(
    (state) => checkedRule(state, context, into(always)) ?? [],
  );
  checkOverrides(assembly, context);
  checkGates(assembly, known, report);
  return packOf(top, rules, always.length < steps.length ? neededSteps(steps, known) : []);
}

/** What is folded again where an override holds: of the layers nothing but the rules that some override touches. */
function neededSteps(steps: readonly PlacedStep[], known: RuleStates): readonly Step[] {
  const touch = touchOf(
    steps.filter(({ when }) => when !== undefined),
    [...known.keys()],
  );
  return steps.map(({ origin: _, ...step }) => ({ ...step, rules: touchedIn(step.rules, touch) }));
}

function foldedQuietly(steps: readonly PlacedStep[], { typeNames }: Assembly): RuleStates {
  let states: RuleStates = new Map();
  for (const { rules } of steps) states = foldRules(states, rules, typeNames, () => {});
  return states;
}

/** Folds everything with all overrides; what it complains of is worded with all names known. */
function foldedWithComplaints({ steps, typeNames, isConsequence, report }: Assembly): RuleStates {
  const complaints: FoldComplaint[] = [];
  let states: RuleStates = new Map();
  for (const [step, { rules }] of steps.entries()) {
    states = foldRules(states, rules, typeNames, (path, code, message) => {
      complaints.push({ step, path, code, message });
    });
  }
  const origins = steps.map(({ origin }) => origin);
  for (const complaint of complaints) {
    const { step, path, code } = complaint;
    if (isConsequence(code, ["rules", ...path])) continue;
    const { file, stretch } = spotOf([origins[step]], path, true);
    const wording = wordingOf(complaint, states, origins);
    report({ ...mistakeAt(file, stretch, code, wording.message), ...wording });
  }
  return states;
}

function foldedTop({ layers, isConsequence, report }: Assembly): Top {
  return layers.reduce<Top>((top, layer) => {
    const { file, tree } = layer;
    const origins = [{ file, tree, base: [] }];
    const { say } = reportingInto(origins, origins, isConsequence, report);
    return foldTop(top, layer, (path, code, message) => say(path, code, message, true));
  }, EMPTY_TOP);
}

/** Checks the texts that overrides ask for, and what overrides make of rules: each alone, and all together. */
function checkOverrides(assembly: Assembly, context: RuleContext): void {
  const { steps, report, isConsequence } = assembly;
  const all: number[] = [];
  for (const [index, { when, origin }] of steps.entries()) {
    if (when === undefined) continue;
    all.push(index);
    const origins = [{ ...origin, base: origin.base.slice(0, -1) }];
    const { sayInText } = reportingInto(origins, origins, isConsequence, report);
    checkPatterns(patternsOfWhen(when, ["when"]), context.names, sayInText);
    checkHeld([index], assembly, context);
  }
  if (all.length > 1) checkHeld(all, assembly, context);
}

function checkHeld(
  held: readonly number[],
  { steps, typeNames, into }: Assembly,
  context: RuleContext,
): void {
  const { known, types } = context;
  const touch = touchOf(held.map((index) => steps[index]));
  const reporting = into(steps.filter(({ when }, index) => when === undefined || held.includes(index)));
  for (const state of foldTouched(steps, held, touch, typeNames).values()) {
    if (touch.get(state.id) === "more") checkedRule(state, context, reporting);
    else if (!state.off) {
      // Rules that are off but for some posts would be ignored there.
      const type = known.get(state.id)?.type;
      if (type !== undefined && types.later.includes(type))
        checkedRule({ ...state, type }, context, reporting);
    }
  }
}
