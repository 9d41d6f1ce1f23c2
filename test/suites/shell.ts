import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, onTestFinished } from "vitest";

/** This repository. */
export const root: string = join(import.meta.dirname, "..", "..");

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface ShellOptions {
  readonly cwd: string;
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a command to its end, without colour; never through a shell. */
export function run(command: string, args: readonly string[], { cwd, input, env }: ShellOptions): Ran {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    cwd,
    input: input ?? "",
    encoding: "utf8",
    maxBuffer: 1 << 28,
    env: { ...cleanEnv(), ...env },
  });
  if (error !== undefined) throw error;
  return { code: status, stdout, stderr };
}

/** Runs a command that must succeed; shows what it printed when it doesn't. */
export function mustRun(command: string, args: readonly string[], options: ShellOptions): Ran {
  const ran = run(command, args, options);
  if (ran.code === 0) return ran;
  throw new Error(`${command} ${args.join(" ")} ended with ${ran.code}\n${ran.stdout}\n${ran.stderr}`);
}

/** An empty folder that goes when the test ends. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "voicecheck-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** An empty folder that goes when the suite ends. */
export function keptFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "voicecheck-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The environment without what npm, the test runner or a git hook put there. */
function cleanEnv(): Record<string, string> {
  const kept: Record<string, string> = { NO_COLOR: "1" };
  for (const [name, value] of Object.entries(process.env)) {
    if (value === undefined || /^(npm_|GIT_|FORCE_COLOR|VITEST|NODE_OPTIONS|CI$|GITHUB_)/u.test(name))
      continue;
    kept[name] = value;
  }
  return kept;
}
