import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { mustRun, root } from "./shell.ts";

/** What `npm pack` says of the tarball that it made. */
export interface Packed {
  readonly filename: string;
  readonly files: readonly { readonly path: string }[];
}

/** Packs the package as npm would publish it, and installs it without a network into a folder, which is made. */
export function installPacked(folder: string): Packed {
  mkdirSync(folder, { recursive: true });
  const pack = ["pack", "--ignore-scripts", "--json", "--pack-destination", folder];
  const [packed] = JSON.parse(mustRun("npm", pack, { cwd: root }).stdout);
  writeFileSync(join(folder, "package.json"), '{"name":"empty","private":true}');
  const install = ["install", "--offline", "--no-audit", "--no-fund", join(folder, packed.filename)];
  mustRun("npm", install, { cwd: folder });
  return packed;
}
