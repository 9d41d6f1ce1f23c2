import { tryExample, unmarked } from "./example-trial.ts";
import { type Lint, prepare } from "./lint.ts";
import { entriesOf } from "./packs/entries-of.ts";
import type { Entry, Example, Finding, Pack, Rule } from "./types.ts";

/** Finds out why an example fails. Each question compiles a small pack, so only failures ask. */
export interface Reasons {
  /** Why a rule finds nothing in an example, as far as it can be told: `its “unless” spares it`. */
  readonly ofSilence: (example: Example, rule: Rule) => Promise<string | undefined>;
  /** The entry that takes the words which another would find alone. */
  readonly shadowOf: (entry: Entry, rule: Rule, examples: readonly Example[]) => Promise<string | undefined>;
}

/** Asks about rules of this pack, in which everything is on. */
export function reasonsIn(pack: Pack, lint: Lint): Reasons {
  const lints = new Map<string, Promise<Lint>>();
  const lintOf = (name: string, rule: Rule): Promise<Lint> => {
    const known = lints.get(name) ?? loaded(prepare({ ...pack, rules: [rule] }, { all: true }));
    lints.set(name, known);
    return known;
  };
  const fires = async (name: string, example: Example, rule: Rule): Promise<boolean> =>
    isMarked(example, tryExample(example, rule, await lintOf(`${rule.id} ${name}`, rule)).findings);
  return {
    ofSilence: async (example, rule) => {
      const { lowered } = tryExample(example, rule, lint);
      if (lowered.length > 0) return `“${lowered[0].text}” is ${lowered[0].lowered}, which counts less`;
      const unspared = withoutUnless(rule);
      if (await fires("unspared", example, unspared)) return "“unless” spares it";
      const { when: _, ...always } = unspared;
      if (await fires("always", example, always)) return "“when” does not hold for it";
      return undefined;
    },
    shadowOf: async (entry, rule, examples) => {
      const alone = withEntries(rule, [entry]);
      const own = await lintOf(`${rule.id} ${entry.key}`, alone);
      for (const example of examples) {
        for (const { span } of tryExample(example, alone, own).findings) {
          const { findings } = tryExample(example, rule, lint);
          const winner = findings.find((each) => each.span.start < span.end && span.start < each.span.end);
          if (winner?.entry !== undefined && winner.entry !== entry.slug) return winner.entry;
        }
      }
      return undefined;
    },
  };
}

/** Whether something is flagged where the example marks words; anywhere where it marks none. */
function isMarked({ text }: Example, findings: readonly Finding[]): boolean {
  const { spans } = unmarked(text);
  if (spans.length === 0) return findings.length > 0;
  return findings.some(({ span }) => spans.some(({ start, end }) => span.start < end && start < span.end));
}

async function loaded(lint: Lint): Promise<Lint> {
  await lint.load();
  return lint;
}

function withoutUnless({ unless: _, ...rule }: Rule): Rule {
  return withEntries(
    rule,
    entriesOf(rule).map(({ unless: __, ...entry }) => entry),
  );
}

/** The rule with other entries; as it is where its type holds none. */
export function withEntries(rule: Rule, entries: readonly Entry[]): Rule {
  if (entries.length === 0 || typeof rule.options !== "object") return rule;
  return { ...rule, options: { ...rule.options, entries } };
}
