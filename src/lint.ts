import { checks } from "./checks/index.ts";
import { createEngine, type Engine } from "./engine.ts";
import { gatesFor } from "./gate.ts";
import { overridesFor } from "./held.ts";
import { lazy } from "./lazy.ts";
import { mergeViews, type View } from "./merge.ts";
import { createPackPatterns } from "./patterns.ts";
import { type PostLike, postFrom } from "./post.ts";
import { isGateFinding, scored } from "./rescore.ts";
import { isGateSelected, type Selection } from "./selection.ts";
import { isSpared, suppress } from "./suppress.ts";
import { attachedTables } from "./tables.ts";
import { createDoc, type Doc } from "./text/doc.ts";
import { segmenter } from "./text/measure.ts";
import { countsOf, platformsOf } from "./text/platforms.ts";
import type { Finding, Gate, Pack, Post, PostResult, SharedUse } from "./types.ts";
import { viewOf } from "./view.ts";

export interface LintOptions extends Selection {
  /** Findings of confidence `maybe` are kept too. */
  readonly all?: boolean;
  /** ISO date by which allowances and ignore comments end; without it only a post's own date ends them. */
  readonly today?: string;
}

/** Checks one post. Pure and sync; throws `NotLoaded` when the post needs a module that is not there yet. */
export interface Lint {
  (post: PostLike | Post): PostResult;
  /** Loads every module that some post may need, after which `lint` never throws `NotLoaded`. */
  readonly load: () => Promise<void>;
}

/** Compiles a pack, once for each set of its overrides that holds for some post, and gives the function that checks posts. */
export function prepare(pack: Pack, options: LintOptions = {}): Lint {
  const engineFor = engines(pack, options);
  const lookup = platformsOf(pack);
  const held = overridesFor(pack);
  const lint = (like: PostLike | Post): PostResult => {
    const post = postFrom(like);
    const doc = createDoc(post);
    const platforms = post.platforms.length === 0 ? [undefined] : post.platforms;
    const sets: (readonly number[])[] = [];
    const views = platforms.map((platform) => {
      const facts = { post, platform, doc };
      const set = held(facts);
      sets.push(set);
      return viewOf(facts, engineFor(set), { pack, ...options });
    });
    const view = mergeViews(views);
    const gates = gatesFor(pack, sets, post.platforms).filter(
      ({ axis }) => view.groups.has(axis) && isGateSelected(axis, options),
    );
    const counts = countsOf(post, doc.entities, lookup);
    return resultOf(doc, { pack, view, gates, counts }, options);
  };
  const load = async (): Promise<void> => {
    const modules = engineFor([]).modules;
    await Promise.all(
      [...modules, segmenter, ...(pack.overrides.length > 0 ? [overriding] : [])].map((module) =>
        module.load(),
      ),
    );
  };
  return Object.assign(lint, { load });
}

/** Folding layers anew is needed only where an override holds. */
const overriding = lazy(() => import("./packs/overrides.ts"));

/** The engine for a set of held overrides (their indices), compiled when first asked for. */
function engines(pack: Pack, options: LintOptions): (held: readonly number[]) => Engine {
  const known = new Map<string, Engine>();
  // Built for all rules of the pack, and for them alone.
  const isWhole = options.only === undefined && (options.skip ?? []).length === 0;
  return (all) => {
    // An override that sets nothing but gates changes no rule.
    const held = all.filter((index) => Object.keys(pack.overrides[index].rules).length > 0);
    const key = held.join();
    const before = known.get(key);
    if (before !== undefined) return before;
    const rules = held.length === 0 ? pack.rules : overriding.get().applyOverrides(pack, held, checks);
    const tables = isWhole && held.length === 0 ? attachedTables(pack) : undefined;
    const engine = createEngine(pack, rules, createPackPatterns(pack, tables), options);
    known.set(key, engine);
    return engine;
  };
}

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
  const result = { post, words, problems, groups, ...(gates.length > 0 && { gates }) };
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
    ...(counts !== undefined && { counts }),
    ...(otherLanguage && { otherLanguage: true as const }),
    ...(shared.length > 0 && { shared }),
  };
}
