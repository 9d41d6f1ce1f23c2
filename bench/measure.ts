import { spawnSync } from "node:child_process";

/** CPU milliseconds (user and system) of one whole process, as the shell's `time` accounts for it. */
export function cpuOf(command: readonly string[]): number {
  const env = { ...process.env };
  // Node 20 parses the whole bundle at start: 40 ms that are not ours.
  delete env.NODE_EXTRA_CA_CERTS;
  const script = 'TIMEFORMAT="%3U %3S"; time "$@" >/dev/null 2>&1';
  const { stderr, error } = spawnSync("bash", ["-c", script, "bash", ...command], { encoding: "utf8", env });
  if (error !== undefined) throw error;
  const [user, system] = stderr.trim().split(" ").map(Number);
  return (user + system) * 1000;
}

/** CPU milliseconds of a Node that does nothing: what other figures are measured in, since machines differ. */
export function nodeAlone(): number {
  return cpuOf(["node", "-e", "0"]);
}

/** CPU milliseconds of this process while `work` runs. */
export function cpuHere(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[sorted.length >>> 1];
}

/** The median of the ratios of paired runs: A B A B …, so that a drift of the machine's speed falls out. */
export function pairedRatio(runs: number, one: () => number, other: () => number): number {
  one();
  other();
  const ratios = Array.from({ length: runs }, () => {
    const first = one();
    return first / other();
  });
  return median(ratios);
}
