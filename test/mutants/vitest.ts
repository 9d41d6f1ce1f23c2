import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
} from "@vitest/expect";

/**
 * What the tests of the pure middle import as `vitest` when mutants are run: tests are kept, to be run again and again where they
 * are. Loading a file anew for each mutant costs twenty times what its tests do.
 */

type Work = (...values: unknown[]) => unknown;

export interface KeptTest {
  /** The file, its names and its number in the file: the same in each process. */
  readonly id: string;
  readonly file: string;
  readonly run: () => unknown;
}

export const tests: KeptTest[] = [];
/** What is to be done once, before any test. */
export const preparations: (() => unknown)[] = [];
let file = "";
let inFile = 0;
let names: readonly string[] = [];

/** What is imported from now on belongs to this file. */
export function beginFile(path: string): void {
  file = path;
  inFile = 0;
}

interface Each {
  readonly each: (rows: readonly unknown[]) => (name: string, work: Work) => void;
}

type Describe = ((name: string, work: Work) => void) & Each;

export const describe: Describe = withEach((name, work) => {
  const outer = names;
  names = [...outer, name];
  work();
  names = outer;
});

export const it: Describe = withEach((name, work) => {
  tests.push({ id: `${file}#${++inFile} ${[...names, name].join(" ")}`, file, run: work });
});

function withEach(one: (name: string, work: Work) => void): Describe {
  const each: Each["each"] = (rows) => (name, work) => {
    for (const row of rows) one(name, () => work(...(Array.isArray(row) ? row : [row])));
  };
  return Object.assign(one, { each });
}

export function beforeAll(work: () => unknown): void {
  preparations.push(work);
}

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

export const expect: typeof chai.expect = Object.assign(
  (value: unknown, message?: string) => chai.expect(value, message),
  chai.expect,
  Reflect.get(globalThis, ASYMMETRIC_MATCHERS_OBJECT),
);
