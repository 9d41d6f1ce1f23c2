import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { folderOf } from "./folder.ts";
import { PACK, run } from "./run.ts";

/** A real repository in a temporary folder. */
export interface Repository {
  readonly cwd: string;
  readonly git: (...args: readonly string[]) => string;
  readonly write: (name: string, text: string | Uint8Array) => void;
  /** Adds all there is and commits it. */
  readonly commit: () => void;
  /** What is reported, as `source text`. */
  readonly reported: (...flags: readonly string[]) => Promise<readonly string[]>;
  /** What is said of a run that could not do its work. */
  readonly refused: (...flags: readonly string[]) => Promise<string>;
}

const IDENTITY = ["-c", "user.name=Ana", "-c", "user.email=ana@example.com", "-c", "commit.gpgsign=false"];

/** A repository without a commit, with these files in its work tree and a small pack. */
export function repository(files: Readonly<Record<string, string>> = {}): Repository {
  const cwd = folderOf({ "voicecheck.yaml": PACK, ...files });
  const made = repositoryAt(cwd);
  made.git("init", "-q", "-b", "main");
  return made;
}

/** A repository that is there already. */
export function repositoryAt(cwd: string): Repository {
  const git = (...args: readonly string[]): string =>
    execFileSync("git", [...IDENTITY, ...args], { cwd, encoding: "utf8", stdio: "pipe" });
  const write: Repository["write"] = (name, text) => {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), text);
  };
  const commit = (): void => {
    git("add", "-A");
    git("commit", "-qm", "more");
  };
  const reported: Repository["reported"] = async (...flags) => {
    const { stdout, stderr, code } = await run(["-f", "json", ...flags], { cwd });
    if (code === 2) throw new Error(stderr);
    const { posts } = JSON.parse(stdout);
    return posts.flatMap(({ source, findings }: { source: string; findings: readonly { text: string }[] }) =>
      findings.map(({ text }) => `${source} ${text}`),
    );
  };
  const refused: Repository["refused"] = async (...flags) => {
    const { stderr, stdout, code } = await run(flags, { cwd });
    if (code !== 2) throw new Error(`${code} and no refusal: ${stdout}`);
    return stderr;
  };
  return { cwd, git, write, commit, reported, refused };
}

/** The same after a first commit. */
export function committed(files: Readonly<Record<string, string>>): Repository {
  const made = repository(files);
  made.commit();
  return made;
}
