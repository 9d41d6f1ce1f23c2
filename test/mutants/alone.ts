import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beginFile, preparations, tests } from "./vitest.ts";

/**
 * `alone.ts MUTANT FILE…` runs the tests of some files with a mutant, in a process that has computed nothing before; ends with 1 where
 * one fails.
 */
const [mutant, ...files] = process.argv.slice(2);
globalThis.__stryker__ = { activeMutant: mutant };
for (const file of ["runs.ts", ...files]) {
  beginFile(file);
  await import(pathToFileURL(join(process.cwd(), "test", file)).href);
}
for (const prepare of preparations) await prepare();
for (const test of tests) await test.run();
