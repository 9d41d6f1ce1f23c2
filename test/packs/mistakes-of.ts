import { PackError } from "../../src/errors.ts";
import { parsePack } from "../../src/parse-pack.ts";

/**
 * All that is wrong with a pack (`own`) and the layers that it extends, each as `file:line:column code message`, and the second place.
 * The texts are written without their first line.
 */
export function mistakesOf(own: string, layers: Readonly<Record<string, string>> = {}): readonly string[] {
  const head = "voicecheck: 1\n";
  try {
    parsePack(head + own, {
      file: "own",
      read: (name) =>
        layers[name] === undefined ? `there is no ${name}` : { name, text: head + layers[name] },
    });
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    return error.mistakes.map(
      ({ file, line, column, code, message, see }) =>
        `${file}:${line}:${column} ${code} ${message}${see === undefined ? "" : ` [${see}]`}`,
    );
  }
  return [];
}
