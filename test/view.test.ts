import { describe, expect, it } from "vitest";
import type { CompiledCheck, Engine } from "../src/engine.ts";
import { createEngine } from "../src/engine.ts";
import { NotLoaded } from "../src/lazy.ts";
import { parsePack } from "../src/parse-pack.ts";
import { createPackPatterns } from "../src/patterns.ts";
import { createDoc } from "../src/text/doc.ts";
import type { Pack, Post } from "../src/types.ts";
import { viewOf } from "../src/view.ts";
import { postOf } from "./text/post.ts";

const pack: Pack = parsePack(
  "voicecheck: 1\nrules: {a/b: {terms: [rye]}, c/d: {limit: {count: exclamations, max: 0}}}",
);

/** The engine of the pack, with one more check, which comes first. */
function engineWith(run: CompiledCheck["run"]): Engine {
  const engine = createEngine(pack, pack.rules, createPackPatterns(pack), {});
  const made: CompiledCheck = { type: "made-up", message: "m", readsWords: false, wholePost: true, run };
  return { ...engine, runs: [made, ...engine.runs] };
}

function view(run: CompiledCheck["run"], post: Post): ReturnType<typeof viewOf> {
  return viewOf({ post, platform: undefined, doc: createDoc(post) }, engineWith(run), { pack });
}

describe("a check that throws", () => {
  const post = postOf("Rye!", { id: "one", source: "june.txt" });

  it("stops only itself, at that post, and is told of as a problem", () => {
    const result = view(() => {
      throw new TypeError("x is undefined");
    }, post);
    expect(result.findings.map(({ rule }) => rule)).toEqual(["a/b", "c/d"]);
    expect(result.problems).toEqual([
      {
        source: "june.txt",
        line: 1,
        code: "check-failed",
        level: "error",
        message:
          "the check “made-up” stopped at post “one” (TypeError: x is undefined), so its rules didn't look at it; all others did. Please report this",
      },
    ]);
  });

  it("may throw anything, and late", () => {
    const result = view(function* () {
      yield { rule: pack.rules[0], span: { start: 0, end: 3 } };
      throw "late";
    }, post);
    expect(result.problems.map(({ message }) => message)).toEqual([expect.stringContaining("(late)")]);
    expect(result.findings).toHaveLength(2);
  });

  it("asks for a module by throwing, which is no failure", () => {
    const asking = (): never => {
      throw new NotLoaded(() => Promise.resolve());
    };
    expect(() => view(asking, post)).toThrow(NotLoaded);
  });

  it("looks at the next post as if nothing had been", () => {
    let times = 0;
    const engine = engineWith(() => {
      if (times++ === 0) throw new Error("once");
      return [];
    });
    const facts = { post, platform: undefined, doc: createDoc(post) };
    expect(viewOf(facts, engine, { pack }).problems).toHaveLength(1);
    expect(viewOf(facts, engine, { pack }).problems).toEqual([]);
  });
});

describe("hits of a made-up check", () => {
  const [rule] = pack.rules;
  const post = postOf("Never the rye, “rye”");
  const found = (more: object): readonly (string | undefined)[] =>
    view(() => [{ rule, span: { start: 10, end: 13 }, ...more }], post)
      .findings.slice(0, 1)
      .map(({ level, lowered, confidence, message, suggestions }) =>
        [level, lowered, confidence, message, suggestions.join()].join(" | "),
      );

  it("keep what they say of themselves", () => {
    expect(found({ lowered: "quoted", confidence: "likely", suggestions: ["oat"] })).toEqual([
      "info | quoted | likely | m Say “oat”. (quoted, so it counts less) | oat",
    ]);
  });

  it("are not lowered by negation where the whole post is looked at", () => {
    expect(found({})).toEqual(["warning |  | sure | m | "]);
  });
});

describe("what ran", () => {
  it("leaves out rules whose facts don't hold", () => {
    const sleepy = parsePack(
      "voicecheck: 1\nrules: {a/b: {terms: [rye], when: {kind: ad}}, c/d: {terms: [oat]}}",
    );
    const engine = createEngine(sleepy, sleepy.rules, createPackPatterns(sleepy), {});
    const post = postOf("rye oat");
    const result = viewOf({ post, platform: undefined, doc: createDoc(post) }, engine, { pack: sleepy });
    expect([...result.ran]).toEqual(["c/d"]);
    expect([...result.groups]).toEqual(["c"]);
    expect(result.findings.map(({ rule: id }) => id)).toEqual(["c/d"]);
  });
});
