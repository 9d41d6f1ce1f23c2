import { dirname, resolve } from "node:path";
import type { Io } from "./io.ts";
import { packChooser } from "./lints.ts";
import { loadWholePack } from "./load-pack.ts";
import type { Options } from "./options.ts";

/** `--print-config FILE`: the pack that checks this file, resolved, as YAML that loads to the same pack. */
export async function printConfig(file: string, options: Options, io: Io): Promise<0> {
  const choose = packChooser(options, io);
  const pack = await loadWholePack(choose(dirname(resolve(io.cwd, file))), io);
  const { printPack } = await import("../packs/print.ts");
  await io.stdout.write(printPack(pack));
  return 0;
}
