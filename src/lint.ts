import type { Sample } from "./calendar/sample.ts";
import { checks, runChecks } from "./checks/index.ts";
import { createEngine, type Engine } from "./engine.ts";
import { gatesFor } from "./gate.ts";
import { overridesFor } from "./held.ts";
import { lazy } from "./lazy.ts";
import { mergeViews, type View } from "./merge.ts";
import { holds, type PostFacts } from "./packs/facts.ts";
import { gatedAxes } from "./packs/gates.ts";
import { rulesOn } from "./packs/rules-on.ts";
import { createPackPatterns } from "./patterns.ts";
import { type PostLike, postFrom } from "./post.ts";
import { isGateFinding, scored } from "./rescore.ts";
import { isGateSelected, type Selection } from "./selection.ts";
import { isSpared, suppress } from "./suppress.ts";
import { attachedTables } from "./tables.ts";
import { createDoc, type Doc } from "./text/doc.ts";
import { countsOf, platformsOf } from "./text/platforms.ts";
import { segmenter } from "./text/signs.ts";
import type { Finding, Gate, Pack, Post, PostResult, Rule, SharedUse } from "./types.ts";
import { type ViewOptions, viewOf } from "./view.ts";

export interface LintOptions extends Selection {
  /** Findings of confidence `maybe` are kept too. */
  readonly all?: boolean;
  /** ISO date by which allowances and ignore comments end; without it only a post's own date ends them. Read only where one does. */
  readonly today?: string;
}

/** Checks one post. Pure and sync; throws `NotLoaded` when the post needs a module that is not there yet. */
export interface Lint {
  (post: PostLike | Post): PostResult;
  /** The same, with what the pack's rules over many posts need of the post. */
  readonly inspect: (post: PostLike | Post) => Inspected;
  readonly pack: Pack;
  /** Loads every module that some post may need, after which `lint` never throws `NotLoaded`. */
  readonly load: () => Promise<void>;
}

/** A post's result, and what is kept of the post to be judged with others. */
export interface Inspected {
  readonly result: PostResult;
  /** The gates of axes that only rules over many posts have. */
  readonly runGates?: readonly Gate[];
  readonly samples: readonly Sample[];
}

/** Compiles a pack, once for each set of its overrides that holds for some post, and gives the function that checks posts. */
export function prepare(pack: Pack, options: LintOptions = {}): Lint {
  const engineFor = engines(pack, options);
  const lookup = platformsOf(pack);
  const held = overridesFor(pack);
  const hasGates = gatedAxes(pack).length > 0;
  const { only, skip } = options;
  const viewOptions = (dropsMaybe: boolean): ViewOptions => ({
    pack,
    only,
    skip,
    dropsMaybe,
    get today() {
      return options.today;
    },
  });
  const allOptions = viewOptions(false);
  const plainOptions = viewOptions(options.all !== true);
  const check = (doc: Doc): Checked => {
    const { post } = doc;
    const platforms = post.platforms.length === 0 ? NO_PLATFORM : post.platforms;
    // Ignore comments are judged by hidden findings too, and platforms may differ in what they hide.
    const isPlain = post.waivers.length === 0 && platforms.length === 1;
    const sets: (readonly number[])[] = [];
    const seen: Seen[] = [];
    const views: View[] = [];
    for (const platform of platforms) {
      const facts = { post, platform, doc };
      const set = held(facts);
      sets.push(set);
      const engine = engineFor(set);
      seen.push({ engine, facts });
      views.push(viewOf(facts, engine, isPlain ? plainOptions : allOptions));
    }
    const view = mergeViews(views);
    const counts = countsOf(post, doc.entities, lookup);
    const resultFor = (gates: readonly Gate[]): PostResult =>
      resultOf(doc, { pack, view, gates, counts }, options);
    if (!hasGates) return { result: resultFor(NO_GATES), seen, runGates: NO_GATES };
    const all = gatesFor(pack, sets, post.platforms).filter(({ axis }) => isGateSelected(axis, options));
    const gates = all.filter(({ axis }) => view.groups.has(axis));
    return { result: resultFor(gates), seen, runGates: all.filter((gate) => !gates.includes(gate)) };
  };
  const lint = (like: PostLike | Post): PostResult => check(createDoc(postFrom(like))).result;
  const inspect = (like: PostLike | Post): Inspected => {
    const doc = createDoc(postFrom(like));
    const { result, seen, runGates } = check(doc);
    return { result, runGates, samples: samplesOf(doc, result, seen) };
  };
  const load = async (): Promise<void> => {
    const modules = engineFor([]).modules;
    await Promise.all(
      [...modules, segmenter, ...(pack.overrides.length > 0 ? [overriding] : [])].map((module) =>
        module.load(),
      ),
    );
  };
  return Object.assign(lint, { inspect, load, pack });
}

const NO_GATES: readonly Gate[] = [];
const NO_PLATFORM: readonly undefined[] = [undefined];

interface Checked {
  readonly result: PostResult;
  readonly runGates: readonly Gate[];
  readonly seen: readonly Seen[];
}

/** An engine, and the facts that it looked at. */
interface Seen {
  readonly engine: Engine;
  readonly facts: PostFacts;
}

/** What the rules over many posts keep of a post; of a rule that holds on several platforms, once. */
function samplesOf(doc: Doc, result: PostResult, seen: readonly Seen[]): readonly Sample[] {
  const kept = new Map<string, Sample>();
  for (const { engine, facts } of seen) {
    const isAwake = (rule: Rule): boolean =>
      !kept.has(rule.id) && holds(rule.when, facts) && engine.guards.holdsText(doc, rule);
    for (const gather of engine.gathers) {
      for (const sample of gather(doc, result, isAwake))
        kept.set(sample.rule.id, unspared(sample, doc, engine));
    }
  }
  return [...kept.values()];
}

/** Without the items that the rule's `unless` spares. */
function unspared(sample: Sample, doc: Doc, { guards }: Engine): Sample {
  const { rule, items } = sample;
  if (rule.unless === undefined) return sample;
  const whole = { rule, span: { start: 0, end: doc.text.length } };
  const units = guards.keep(doc, [whole]).length === 0 ? [] : sample.units;
  const kept = guards.keep(
    doc,
    items.map((span) => ({ rule, span })),
  );
  return { ...sample, units, items: kept.map(({ span }) => span) };
}

/** Folding layers anew is needed only where an override holds. */
const overriding = lazy(() => import("./packs/overrides.ts"));

/** The engine for a set of held overrides (their indices), compiled when first asked for. */
function engines(pack: Pack, options: LintOptions): (held: readonly number[]) => Engine {
  const known = new Map<string, Engine>();
  // Built for all rules of the pack, and for them alone.
  const isWhole = options.only === undefined && (options.skip ?? []).length === 0;
  let plain: Engine | undefined;
  // An override that sets nothing but gates changes no rule.
  const changesRules = (index: number): boolean => Object.keys(pack.overrides[index].rules).length > 0;
  return (all) => {
    if (all.length === 0 && plain !== undefined) return plain;
    const held = all.filter(changesRules);
    const key = held.join();
    const before = known.get(key);
    if (before !== undefined) return before;
    const rules = held.length === 0 ? rulesOn(pack) : overriding.get().applyOverrides(pack, held, allChecks);
    const tables = isWhole && held.length === 0 ? attachedTables(pack) : undefined;
    const engine = createEngine(pack, rules, createPackPatterns(pack, tables), options);
    known.set(key, engine);
    if (held.length === 0) plain = engine;
    return engine;
  };
}

const allChecks = [...checks, ...runChecks];

interface Found {
  readonly pack: Pack;
  readonly view: View;
  readonly gates: readonly Gate[];
  readonly counts: PostResult["counts"];
}

function resultOf(doc: Doc, { pack, view, gates, counts }: Found, options: LintOptions): PostResult {
  const { post, words } = doc;
  const { problems, groups, ran, otherLanguage } = view;
  const isShown = ({ confidence }: Finding): boolean => confidence !== "maybe" || options.all === true;
  const result = { post, words, problems, groups, counts, gates: gates.length > 0 ? gates : undefined };
  if (post.waivers.length === 0 && !otherLanguage) {
    const { findings } = view;
    return scored(result, findings.every(isShown) ? findings : findings.filter(isShown));
  }
  const closed = (kept: readonly Finding[]): readonly Finding[] =>
    gates.length === 0 ? [] : scored(result, kept.filter(isShown)).findings.filter(isGateFinding);
  const judged = gates.length === 0 ? ran : new Set([...ran, ...gates.map(({ axis }) => `gate/${axis}`)]);
  const shared: SharedUse[] = [];
  const tellShared = (use: SharedUse): void => void shared.push(use);
  const context = { ...options, post, pack, today: options.today ?? "", ran: judged, closed, tellShared };
  // `maybe` goes after the ignore comments, so that one which waives a hidden finding is not called unused.
  const findings = suppress(view.findings, context).filter(isShown);
  const open = gates.filter(({ axis }) => !isSpared(`gate/${axis}`, context));
  return {
    ...scored(open.length === gates.length ? result : { ...result, gates: open }, findings),
    ...(otherLanguage && { otherLanguage: true as const }),
    ...(shared.length > 0 && { shared }),
  };
}
