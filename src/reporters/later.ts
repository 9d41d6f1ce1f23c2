import { type Lazy, lazy } from "../lazy.ts";
import type { Reporter } from "../types.ts";

type Formats = typeof import("./formats.ts");

/** Reporters that most runs don't ask for. */
const formats: Lazy<Formats> = lazy(() => import("./formats.ts"));

/** A reporter that is loaded when it is asked for: await `load` before `render`. */
export function later(name: keyof Formats, summary: string): Reporter {
  return {
    name,
    summary,
    load: async () => void (await formats.load()),
    render: (report, style) => formats.get()[name].render(report, style),
  };
}
