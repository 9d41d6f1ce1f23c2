import { type Lazy, lazy } from "../lazy.ts";
import type { Reporter } from "../types.ts";

type Formats = typeof import("./formats.ts");

/** A reporter that most runs don't ask for; `importer` loads it when it is asked for: await `load` before `render`. */
export function later(name: string, summary: string, importer: () => Promise<Reporter>): Reporter {
  const reporter: Lazy<Reporter> = lazy(importer);
  return {
    name,
    summary,
    load: async () => void (await reporter.load()),
    render: (report, style) => reporter.get().render(report, style),
  };
}

/** One of the formats that stand in one file. */
export function laterFormat(name: keyof Formats, summary: string): Reporter {
  return later(name, summary, async () => (await import("./formats.ts"))[name]);
}
