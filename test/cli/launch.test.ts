import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, it, vi } from "vitest";
import { moduleFunction } from "../../src/cli/code-cache.ts";
import { act, run, work } from "../../src/cli/launch.ts";
import { folderOf } from "./folder.ts";

const PROGRAM = moduleFunction('exports.run = () => { process.env.VOICECHECK_RAN = "yes"; };');
const before = process.listeners("exit");

/** The listeners that a run added. */
function added(): readonly NodeJS.ExitListener[] {
  return process.listeners("exit").filter((listener) => !before.includes(listener));
}

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  for (const listener of added()) process.removeListener("exit", listener);
});

it.each([
  ["beside other packages", "node_modules/voicecheck", "node_modules/.cache"],
  ["in a checkout", "checkout", "checkout/node_modules/.cache"],
  ["alone, with a cache folder of the user", "alone", "xdg"],
  ["alone", "alone", "home/.cache", ""],
])("runs the program %s and keeps its code as the process ends", (_, home, cache, xdg?: string) => {
  const root = folderOf({
    [`${home}/dist/cli/core.cjs`]: PROGRAM,
    "checkout/node_modules/": "",
    "home/": "",
  });
  vi.stubEnv("VOICECHECK_RAN", "");
  vi.stubEnv("HOME", join(root, "home"));
  vi.stubEnv("XDG_CACHE_HOME", xdg === undefined ? join(root, "xdg") : undefined);
  run(join(root, home, "dist"));
  expect(process.env.VOICECHECK_RAN).toBe("yes");
  for (const listener of added()) listener(0);
  expect(existsSync(join(root, cache, "voicecheck", "core.cjs.code"))).toBe(true);
});

it("runs the program and keeps no code where nobody is at home", () => {
  const root = folderOf({ "alone/dist/cli/core.cjs": PROGRAM });
  vi.stubEnv("VOICECHECK_RAN", "");
  for (const name of ["HOME", "LOCALAPPDATA"]) vi.stubEnv(name, undefined);
  vi.stubEnv("XDG_CACHE_HOME", "");
  run(join(root, "alone/dist"));
  for (const listener of added()) listener(0);
  expect(process.env.VOICECHECK_RAN).toBe("yes");
  expect(existsSync("voicecheck")).toBe(false);
});

it.each<[readonly string[], string]>([
  [["post.txt", "june/a.csv"], "core.cjs.code"],
  [[], "core.cjs.code"],
  [["posts"], "core.cjs.code"],
  [["rules"], "others/core.cjs.code"],
  [["post.txt", "--fix"], "others/core.cjs.code"],
])("keeps the plain check apart from all other runs: %j", (argv, file) => {
  const root = folderOf({ "node_modules/voicecheck/dist/cli/core.cjs": PROGRAM });
  vi.spyOn(process, "argv", "get").mockReturnValue(["node", "voicecheck", ...argv]);
  run(join(root, "node_modules/voicecheck/dist"));
  for (const listener of added()) listener(0);
  const kept = readdirSync(join(root, "node_modules/.cache/voicecheck"), {
    recursive: true,
    encoding: "utf8",
  });
  expect(kept.filter((name) => name.endsWith(".code"))).toEqual([join(file)]);
});

it.each(["module.exports = 1", "module.exports = null", "", "exports.run = 1"])(
  "says that the built program is not whole: %s",
  (program) => {
    const root = folderOf({ "node_modules/voicecheck/dist/cli/core.cjs": moduleFunction(program) });
    expect(() => run(join(root, "node_modules/voicecheck/dist"))).toThrow("build it again");
  },
);

it.each([
  ["act", act],
  ["work", work],
])("runs the program's %s, and keeps no code", (name, start) => {
  const program = moduleFunction(`exports.${name} = () => { process.env.VOICECHECK_RAN = "${name}"; };`);
  const root = folderOf({ "node_modules/voicecheck/dist/cli/core.cjs": program });
  vi.stubEnv("VOICECHECK_RAN", "");
  start(join(root, "node_modules/voicecheck/dist"));
  expect([process.env.VOICECHECK_RAN, added()]).toEqual([name, []]);
});
