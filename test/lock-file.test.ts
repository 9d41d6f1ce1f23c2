import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
}

const file = join(import.meta.dirname, "../package-lock.json");
const lock: { readonly packages: Readonly<Record<string, Locked>> } = JSON.parse(readFileSync(file, "utf8"));
const packages = Object.entries(lock.packages).filter(([path]) => path !== "");

function pathsWhere(is: (locked: Locked) => boolean): readonly string[] {
  return packages.flatMap(([path, locked]) => (is(locked) ? [path] : []));
}

it("says of every package which bytes it is", () => {
  expect(packages.length).toBeGreaterThan(400);
  expect(pathsWhere(({ integrity }) => !/^sha512-[\w+/]{86}==$/u.test(integrity ?? ""))).toEqual([]);
});

it("holds no address, so that every registry and mirror will do", () => {
  expect(pathsWhere(({ resolved }) => resolved !== undefined)).toEqual([]);
});

it("holds nothing that a user would install", () => {
  expect(pathsWhere(({ dev }) => dev !== true)).toEqual([]);
});

it("knows which packages run something when they are installed", () => {
  expect(pathsWhere(({ hasInstallScript }) => hasInstallScript === true)).toEqual([
    "node_modules/core-js",
    "node_modules/esbuild",
  ]);
});
