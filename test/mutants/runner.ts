import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { performance } from "node:perf_hooks";
import { pathToFileURL } from "node:url";
import type { InstrumenterContext } from "@stryker-mutator/api/core";
import { type ClassPlugin, declareClassPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import {
  type DryRunResult,
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type MutantRunResult,
  MutantRunStatus,
  type TestResult,
  type TestRunner,
  type TestRunnerCapabilities,
  TestStatus,
} from "@stryker-mutator/api/test-runner";
import { beginFile, type KeptTest, preparations, tests } from "./vitest.ts";

declare global {
  /** How code with mutants in it is told which one is meant, and tells what was reached. */
  var __stryker__: InstrumenterContext | undefined;
}

const FOLDERS = ["calendar", "checks", "packs", "retext", "text"];
const FILES = ["allow", "context", "exact", "fix", "gate", "held", "lint-run", "suggest"];
/** What these compute once they keep, and their tests would ask for it in vain: what is not noticed there is judged in a process of its own. */
const KEEPING: Readonly<Record<string, readonly string[]>> = {
  "packs/glob.ts": ["packs/glob.test.ts"],
  "text/letters.ts": ["text/letters.test.ts", "text/fold.test.ts"],
  "text/parse-units.ts": ["text/parse-units.test.ts"],
  "text/run-together.ts": ["text/run-together.test.ts"],
  "text/token-words.ts": ["text/sentences.test.ts"],
  "text/top-level.ts": ["text/scan.test.ts"],
  "text/units.ts": ["text/units.test.ts", "text/letters.test.ts"],
};
/** Milliseconds that such a process may take; Stryker waits for ten seconds. */
const PATIENCE = 8000;
/** It prints and reads the built-in packs, in seconds; `print.test.ts` does the same in short. */
const SLOW = ["packs/print-built-in.test.ts"];
/** Names the mutant that a new process is to begin with, before anything was computed and kept. */
const FIRST = "first-mutant";
/** How long each test takes, for the next processes. */
const TIMES = "test-times.json";
/** Tests up to so many milliseconds compute what is computed once. */
const QUICK = 20;

interface Outcome {
  readonly result: MutantRunResult;
  readonly last?: KeptTest;
}

/** Runs the tests of the pure middle in this process, again and again, without loading them anew. */
class KeptTests implements TestRunner {
  private readonly context: InstrumenterContext = {};
  private readonly milliseconds = new Map<string, number>(
    Object.entries(JSON.parse(contentOf(TIMES) ?? "{}")),
  );
  private readonly files = testFiles();
  private isSpent = false;

  /** A mutant that is reached while code is loaded, too, is judged by what tests reach. */
  capabilities(): TestRunnerCapabilities {
    return { reloadEnvironment: true };
  }

  async init(): Promise<void> {
    globalThis.__stryker__ = this.context;
    await load("runs.ts");
    for (const file of this.files) await load(file);
    for (const prepare of preparations) await prepare();
    if (contentOf(FIRST) !== undefined) return;
    for (const test of tests) if ((this.milliseconds.get(test.id) ?? QUICK) < QUICK) await test.run();
  }

  async dryRun(): Promise<DryRunResult> {
    const results: TestResult[] = [];
    for (const test of tests) {
      this.context.currentTestId = test.id;
      const failureMessage = await this.failureOf(test);
      const told = { id: test.id, name: test.id, timeSpentMs: this.milliseconds.get(test.id) ?? 0 };
      results.push(
        failureMessage === undefined
          ? { ...told, status: TestStatus.Success }
          : { ...told, status: TestStatus.Failed, failureMessage },
      );
    }
    this.context.currentTestId = undefined;
    writeFileSync(TIMES, JSON.stringify(Object.fromEntries(this.milliseconds)));
    return { status: DryRunStatus.Complete, tests: results, mutantCoverage: this.context.mutantCoverage };
  }

  /**
   * What a mutant computed may be kept, and make the next ones look noticed. So one whose test then fails without it too gets a new
   * process; Stryker starts one when this throws. (What was kept before hides mutants, which then count as not noticed.)
   */
  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    if (this.isSpent) throw new Error("this process has kept what a mutant computed");
    const { id } = options.activeMutant;
    const isFirst = contentOf(FIRST) === id;
    rmSync(FIRST, { force: true });
    const { result, last } = await this.runWith(options);
    if (isFirst) {
      this.isSpent = true;
      return result;
    }
    const kept = tests.find((test) => test.id === last?.id);
    if (kept === undefined || (await this.failureOf(kept)) === undefined) return result;
    writeFileSync(FIRST, id);
    throw new Error("what a mutant computed may have been kept");
  }

  /** What comes of a mutant, and the test that decided it. */
  private async runWith(options: MutantRunOptions): Promise<Outcome> {
    const { activeMutant, hitLimit } = options;
    Object.assign(this.context, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
    let nrOfTests = 0;
    try {
      for await (const test of this.testsFor(options)) {
        nrOfTests++;
        const failureMessage = await this.failureOf(test);
        const timeout = determineHitLimitReached(this.context.hitCount, hitLimit);
        if (timeout !== undefined)
          return { result: { ...timeout, status: MutantRunStatus.Timeout }, last: test };
        if (failureMessage === undefined) continue;
        const status = MutantRunStatus.Killed;
        return { result: { status, failureMessage, killedBy: [test.id], nrOfTests }, last: test };
      }
      return { result: judgedAlone(options, nrOfTests) };
    } catch (error) {
      const failureMessage = `a test file can't be loaded: ${error}`;
      return { result: { status: MutantRunStatus.Killed, failureMessage, killedBy: [], nrOfTests } };
    } finally {
      Object.assign(this.context, { activeMutant: undefined, hitLimit: undefined });
    }
  }

  /**
   * The tests that reach the mutant, the quick ones first: the first that fails ends the run. Where none does, those of the mutant's own
   * file, loaded anew: what a test file compiles once is compiled with the mutant then.
   */
  private async *testsFor({ testFilter, ...options }: MutantRunOptions): AsyncGenerator<KeptTest> {
    const wanted = new Set(testFilter);
    const rank = ({ id }: KeptTest): number => this.milliseconds.get(id) ?? 0;
    yield* tests
      .filter(({ id }) => testFilter === undefined || wanted.has(id))
      .sort((one, other) => rank(one) - rank(other));
    const own = relative("src", options.sandboxFileName).replace(/\.ts$/u, ".test.ts");
    if (this.files.includes(own)) yield* await loadAgain(own, options.activeMutant.id);
  }

  private async failureOf(test: KeptTest): Promise<string | undefined> {
    const start = performance.now();
    try {
      await test.run();
      return undefined;
    } catch (error) {
      return String(error);
    } finally {
      if (!this.milliseconds.has(test.id)) this.milliseconds.set(test.id, performance.now() - start);
    }
  }
}

/** What comes of a mutant that the tests of this process don't notice. */
function judgedAlone(
  { activeMutant: { id }, sandboxFileName }: MutantRunOptions,
  nrOfTests: number,
): MutantRunResult {
  const survived = { status: MutantRunStatus.Survived, nrOfTests } as const;
  const files = KEEPING[relative("src", sandboxFileName)];
  if (files === undefined) return survived;
  const script = join("test", "mutants", "alone.ts");
  const { status, error } = spawnSync(process.execPath, ["--import", "tsx", script, id, ...files], {
    stdio: "ignore",
    timeout: PATIENCE,
  });
  if (error !== undefined) return { status: MutantRunStatus.Timeout };
  if (status === 0) return survived;
  return {
    status: MutantRunStatus.Killed,
    failureMessage: "in a process of its own",
    killedBy: [],
    nrOfTests,
  };
}

function testFiles(): readonly string[] {
  const inFolders = FOLDERS.flatMap((folder) =>
    readdirSync(join("test", folder)).map((name) => `${folder}/${name}`),
  );
  return [...FILES.map((name) => `${name}.test.ts`), ...inFolders]
    .filter((file) => file.endsWith(".test.ts") && !SLOW.includes(file))
    .sort();
}

async function load(file: string, again = ""): Promise<void> {
  beginFile(file);
  await import(pathToFileURL(join(process.cwd(), "test", file)).href + again);
}

/** The tests of a file, which is loaded anew; what it imports is not. */
async function loadAgain(file: string, id: string): Promise<readonly KeptTest[]> {
  const [count, prepared] = [tests.length, preparations.length];
  await load(file, `?${id}`);
  for (const prepare of preparations.splice(prepared)) await prepare();
  return tests.splice(count);
}

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

export const strykerPlugins: readonly ClassPlugin<PluginKind.TestRunner, []>[] = [
  declareClassPlugin(PluginKind.TestRunner, "kept", KeptTests),
];
