import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { emptyFolder, type Ran, run } from "./shell.ts";

/** A run of the action, as the runner starts it. */
export interface ActionRun {
  /** Where the action is checked out: a release, with no node_modules. */
  readonly action: string;
  /** What `actions/checkout` left. */
  readonly workspace: string;
  /** The event's own words. */
  readonly event: unknown;
  /** By the names of action.yml; the others are there and empty, as the runner sets them. */
  readonly inputs?: Readonly<Record<string, string>>;
}

/** What the action wrote beside its log. */
export interface ActionRan extends Ran {
  readonly outputs: string;
  readonly summary: string;
}

const INPUTS = ["paths", "config", "fail-on", "since", "baseline", "sarif", "html"];

/** Starts the action's main file with the runner's environment. */
export function runAction({ action, workspace, event, inputs = {} }: ActionRun): ActionRan {
  const home = emptyFolder();
  const file = (name: string): string => join(home, name);
  writeFileSync(file("event.json"), JSON.stringify(event));
  for (const name of ["output", "summary"]) writeFileSync(file(name), "");
  mkdirSync(file("temp"));
  const given = INPUTS.map((name) => [`INPUT_${name.toUpperCase()}`, inputs[name] ?? ""]);
  const env = {
    ...{ CI: "true", GITHUB_ACTIONS: "true", GITHUB_EVENT_NAME: "pull_request", GITHUB_BASE_REF: "main" },
    ...{ GITHUB_EVENT_PATH: file("event.json"), GITHUB_WORKSPACE: workspace, RUNNER_TEMP: file("temp") },
    ...{ GITHUB_OUTPUT: file("output"), GITHUB_STEP_SUMMARY: file("summary"), XDG_CACHE_HOME: file("cache") },
    ...Object.fromEntries(given),
  };
  const ran = run(process.execPath, [join(action, "bin/action.js")], { cwd: workspace, env });
  const read = (name: string): string => readFileSync(file(name), "utf8");
  return { ...ran, outputs: read("output"), summary: read("summary") };
}
