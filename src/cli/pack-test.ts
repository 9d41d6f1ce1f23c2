import type { Failure } from "../example-report.ts";
import { testExamples } from "../examples.ts";
import type { FindPlace } from "../packs/pack-places.ts";
import { type PlacedFailure, packTestJson, packTestText } from "../reporters/pack-test.ts";
import { builtinName } from "./builtin.ts";
import type { Io } from "./io.ts";
import { packChooser } from "./lints.ts";
import { loadPlacedPack } from "./load-pack.ts";
import type { Options } from "./options.ts";
import { type Forms, writeForms } from "./output.ts";

/** `voicecheck pack test [PACK]`: 0 all examples hold, 1 one fails; a pack that doesn't load throws `PackError` (2). */
export async function testPack(name: string | undefined, options: Options, io: Io): Promise<0 | 1> {
  const start = io.clock();
  const spec = packChooser({ ...options, config: name ?? options.config }, io)(io.cwd);
  const { pack, places, writers } = await loadPlacedPack(spec, io);
  const report = await testExamples(pack);
  // A rule that the pack leaves as it was built in was tested there, with the markets and names that its examples were written for.
  const isOwn = ({ rule }: Failure): boolean =>
    builtinName(spec) !== undefined || writers(rule).some((file) => builtinName(file) === undefined);
  const failures = report.failures
    .filter(isOwn)
    .map((failure): PlacedFailure => ({ ...failure, place: placeOf(failure, places) }));
  const test = { ...report, pack: pack.name, failures };
  const elapsed = io.clock() - start;
  const forms: Forms = {
    pretty: (style) => packTestText(test, { ...style, elapsed }),
    json: () => packTestJson(test),
  };
  await writeForms("pack test", forms, options, io);
  return failures.length === 0 ? 0 : 1;
}

/** A written example stands in the pack; what was made for an entry does not, but the entry does. */
function placeOf({ rule, entry, kind, example }: Failure, places: FindPlace): PlacedFailure["place"] {
  if (kind === "made") return places({ rule, entry });
  return places({ rule, entry, example, side: kind === "good" ? "good" : "bad" });
}
