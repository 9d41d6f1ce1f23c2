/** A Node that suites run voicecheck with. */
export interface NodeBinary {
  /** As it says itself: v24.1.0. */
  readonly version: string;
  readonly path: string;
}

/** This Node, and those that the variable VOICECHECK_NODES holds as `v24.1.0=/path` with a line for each (scripts/test-nodes.mjs). */
export function nodes(): readonly NodeBinary[] {
  const others = (process.env.VOICECHECK_NODES ?? "").split("\n").filter((line) => line !== "");
  const own = { version: process.version, path: process.execPath };
  return [
    own,
    ...others.map((line) => {
      const at = line.indexOf("=");
      return { version: line.slice(0, at), path: line.slice(at + 1) };
    }),
  ];
}

/** The first number of a Node's version. */
export function majorOf({ version }: Pick<NodeBinary, "version">): number {
  return Number(/^v(\d+)/u.exec(version)?.[1]);
}
