import { type ExampleReport, type Failure, testExamples } from "../examples.ts";
import { counted } from "../reporters/counts.ts";
import { harmless, harmlessLines } from "../reporters/harmless.ts";
import type { Style } from "../types.ts";
import type { Io } from "./io.ts";
import { loadChosenPack } from "./lints.ts";
import type { Options } from "./options.ts";
import { styleFor } from "./style.ts";

/** `voicecheck pack test [PACK]`: 0 all examples hold, 1 one fails; a pack that doesn't load throws `PackError` (2). */
export async function testPack(name: string | undefined, options: Options, io: Io): Promise<0 | 1> {
  const pack = await loadChosenPack({ ...options, config: name ?? options.config }, io);
  const style = await styleFor(io.stdout, io, options);
  const report = await testExamples(pack);
  await io.stdout.write(harmlessLines(linesOf(pack.name, report, style)));
  return report.failures.length === 0 ? 0 : 1;
}

function linesOf(
  name: string,
  { rules, examples, failures }: ExampleReport,
  style: Style,
): readonly string[] {
  const tested = `${counted(examples, "example")} of ${counted(rules, "rule")} in ${harmless(name)}`;
  if (failures.length === 0) return [`${style.paint("good", "✔")} ${tested} hold`];
  const lines = failures.flatMap((failure) => failureLines(failure, style));
  return [...lines, `${style.paint("error", "✖")} ${counted(failures.length, "failure")} in ${tested}`];
}

function failureLines({ rule, entry, example, message }: Failure, style: Style): readonly string[] {
  const name = style.paint("bold", harmless(entry === undefined ? rule : `${rule}/${entry}`));
  if (example === undefined) return [`${name}  ${harmless(message)}`, ""];
  return [`${name}  this example ${harmless(message)}`, `  ${harmless(example)}`, ""];
}
