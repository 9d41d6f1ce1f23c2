import { existsSync, mkdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { VERSION } from "../generated/version.ts";
import { gitRootOf } from "./parents.ts";
import { writeFileSafely } from "./write-file.ts";

/** Something beside the pack that init offers: a file that is written where none is. */
export interface Extra {
  readonly name: string;
  readonly label: string;
  readonly file: string;
  readonly text: string;
}

const HOOK = `repos:
  - repo: local
    hooks:
      - id: voicecheck
        name: voicecheck
        language: node
        entry: voicecheck --staged
        additional_dependencies: [voicecheck@${VERSION}]
        pass_filenames: false
`;

const ACTION = `name: posts
on: [pull_request]
permissions: { contents: read }
jobs:
  voice:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
        with: { fetch-depth: 0 }
      - uses: actions/setup-node@v4
        with: { node-version: 24 }
      - run: npx --yes voicecheck@${VERSION} --since "origin/$GITHUB_BASE_REF" -f github
`;

const EDITOR = `{
  "yaml.schemas": { "./node_modules/voicecheck/schema/pack.v1.json": ["voicecheck.yaml", "voicecheck.yml"] }
}
`;

/** All extras, by the names that `--with` takes. */
export const extras: readonly Extra[] = [
  { name: "hook", label: "a pre-commit hook", file: ".pre-commit-config.yaml", text: HOOK },
  { name: "action", label: "a GitHub workflow", file: ".github/workflows/voicecheck.yml", text: ACTION },
  { name: "editor", label: "settings for VS Code", file: ".vscode/settings.json", text: EDITOR },
];

/**
 * Writes an extra where no such file is: at the root of the repository, where git and GitHub look for it, else in `folder`. Says in a line
 * what was done, or what to add by hand.
 */
export function writeExtra({ file, text }: Extra, folder: string): string {
  const path = join(gitRootOf(folder) ?? folder, file);
  const shown = relative(folder, path).replaceAll("\\", "/");
  if (existsSync(path))
    return `${shown} is there already; add to it:\n${text.replace(/^/gmu, "  ").trimEnd()}`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSafely(path, text);
  return `wrote ${shown}`;
}
