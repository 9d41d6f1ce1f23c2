import { checks } from "./checks/index.ts";
import { createEngine, type Engine } from "./engine.ts";
import { overridesFor } from "./held.ts";
import { lazy } from "./lazy.ts";
import { mergeViews, type View } from "./merge.ts";
import { createPackPatterns } from "./patterns.ts";
import { type PostLike, postFrom } from "./post.ts";
import { scoreOf } from "./score.ts";
import type { Selection } from "./selection.ts";
import { suppress } from "./suppress.ts";
import { attachedTables } from "./tables.ts";
import { createDoc, type Doc } from "./text/doc.ts";
import type { Finding, Pack, Post, PostResult } from "./types.ts";
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
  const held = overridesFor(pack);
  const lint = (like: PostLike | Post): PostResult => {
    const post = postFrom(like);
    const doc = createDoc(post);
    const platforms = post.platforms.length === 0 ? [undefined] : post.platforms;
    const views = platforms.map((platform) => {
      const facts = { post, platform, doc };
      return viewOf(facts, engineFor(held(facts)), { pack, ...options });
    });
    return resultOf(doc, pack, mergeViews(views), options);
  };
  const load = async (): Promise<void> => {
    const modules = engineFor([]).modules;
    await Promise.all(
      [...modules, ...(pack.overrides.length > 0 ? [overriding] : [])].map((module) => module.load()),
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
  return (held) => {
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

function resultOf(doc: Doc, pack: Pack, view: View, options: LintOptions): PostResult {
  const { post } = doc;
  const findings = suppress(view.findings, {
    ...options,
    post,
    pack,
    today: options.today ?? "",
    ran: view.ran,
  })
    // After the ignore comments, so that one which waives a hidden finding is not called unused.
    .filter(({ confidence }) => confidence !== "maybe" || options.all === true)
    .toSorted(byPlace);
  const { score, axes } = scoreOf(findings, view.groups, doc.words);
  const { problems } = view;
  return {
    post,
    findings,
    score,
    axes,
    problems,
    ...(view.otherLanguage && { otherLanguage: true as const }),
  };
}

function byPlace(one: Finding, other: Finding): number {
  return one.span.start - other.span.start || one.span.end - other.span.end;
}
