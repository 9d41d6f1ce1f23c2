import { PackError, UsageError } from "../errors.ts";
import { VERSION } from "../generated/version.ts";
import { harmless, harmlessLines } from "../reporters/harmless.ts";
import { Interrupted, type Io, interruptedCode } from "./io.ts";

/** Says on stderr why the program could not do its work, and gives the exit code: 2, or 130 when it was interrupted (143 by the system). */
export async function complain(error: unknown, io: Io): Promise<number> {
  if (error instanceof Interrupted || io.signal.aborted) return interruptedCode(io.signal);
  // Where stderr itself is the trouble, the exit code is all that is left to say.
  await io.stderr.write(harmlessLines(linesOf(error).map(harmless))).catch(() => {});
  return 2;
}

function linesOf(error: unknown): readonly string[] {
  if (error instanceof PackError) return error.message.split("\n");
  if (error instanceof UsageError) return `voicecheck: ${error.message}`.split("\n");
  if (isOutputError(error)) return [`voicecheck: the output can't be written (${error.message})`];
  const stack = error instanceof Error ? error.stack : undefined;
  return [
    ...(stack ?? String(error)).split("\n"),
    "",
    `This is a mistake in voicecheck ${VERSION} (Node ${process.version}, ${process.platform}), not in your files.`,
    "Please report it with the lines above and, if you may share it, the file that led to it.",
  ];
}

function isOutputError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error && error.syscall === "write";
}
