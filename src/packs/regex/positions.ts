import type { AST } from "@eslint-community/regexpp";
import type { CharElement } from "./alphabet.ts";

/**
 * The position automaton of an expression (Glushkov 1961): a state for each character of it, and `follow[p]` lists what may come
 * next. A state stands in a list once for each *way* to it, so that a doubled one shows that the expression is ambiguous there.
 */
export interface Positions {
  readonly elements: readonly CharElement[];
  readonly follow: readonly (readonly number[])[];
  readonly nullable: boolean;
}

/** How repetitions are read. */
export interface Reading {
  /** Repetitions up to this often are bounded; beyond they count as endless. */
  readonly bounded: number;
  /** Whatever is optional or has alternatives is read as if it could be repeated, which shows all of its ambiguity. */
  readonly starAll: boolean;
}

interface Fragment {
  readonly nullable: boolean;
  readonly first: readonly number[];
  readonly last: readonly number[];
}

const EMPTY: Fragment = { nullable: true, first: [], last: [] };

/** Reads the alternatives of a pattern, a group or a lookaround. Assertions and lookarounds count as nothing. */
export function positionsOf(alternatives: readonly AST.Alternative[], reading: Reading): Positions {
  const elements: CharElement[] = [];
  const follow: number[][] = [];

  const join = (last: readonly number[], first: readonly number[]): void => {
    for (const from of last) follow[from].push(...first);
  };
  const concat = (one: Fragment, two: Fragment): Fragment => {
    join(one.last, two.first);
    return {
      nullable: one.nullable && two.nullable,
      first: one.nullable ? [...one.first, ...two.first] : one.first,
      last: two.nullable ? [...one.last, ...two.last] : two.last,
    };
  };
  const repeat = (body: Fragment): Fragment => {
    join(body.last, body.first);
    return body;
  };
  const optional = (body: Fragment): Fragment => ({ ...body, nullable: true });

  const either = (branches: readonly AST.Alternative[]): Fragment => {
    const parts = branches.map((branch) => branch.elements.map(element).reduce(concat, EMPTY));
    const whole: Fragment = {
      nullable: parts.some(({ nullable }) => nullable),
      first: parts.flatMap(({ first }) => first),
      last: parts.flatMap(({ last }) => last),
    };
    return reading.starAll && branches.length > 1 ? repeat(whole) : whole;
  };
  const quantified = ({ element: body, min, max }: AST.Quantifier): Fragment => {
    if (max === 0) return EMPTY;
    const endless = max > reading.bounded || (max > 1 && !isCharElement(body)) || reading.starAll;
    const once = element(body);
    if (endless && max > 1) return min === 0 ? optional(repeat(once)) : repeat(once);
    if (max === 1) return min === 0 ? optional(reading.starAll ? repeat(once) : once) : once;
    const again = element(body);
    const twice = concat(once, min === max ? again : optional(again));
    return min === 0 ? optional(twice) : twice;
  };
  const element = (node: AST.Element): Fragment => {
    if (isCharElement(node)) {
      const position = elements.push(node) - 1;
      follow.push([]);
      return { nullable: false, first: [position], last: [position] };
    }
    if (node.type === "Group" || node.type === "CapturingGroup") return either(node.alternatives);
    return node.type === "Quantifier" ? quantified(node) : EMPTY;
  };

  const { nullable } = either(alternatives);
  return { elements, follow, nullable };
}

/** Whether a node matches exactly one character. */
export function isCharElement(node: AST.Node): node is CharElement {
  return (
    node.type === "Character" ||
    node.type === "CharacterClass" ||
    node.type === "CharacterSet" ||
    node.type === "ExpressionCharacterClass"
  );
}
