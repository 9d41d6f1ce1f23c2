/** One program with its arguments, and where its input and output are. */
export interface Call {
  readonly words: readonly string[];
  /** The file that it reads. */
  readonly from?: string;
  /** The file that it writes. */
  readonly to?: string;
}

const TOKEN = /\s*(?:(\|\||&&|[|<>])|((?:"[^"]*"|'[^']*'|[^\s|<>&"']|&(?!&))+))/uy;

/**
 * Reads a command line: calls apart by `|`, in groups apart by `&&`. Knows quotes, `<` and `>`; throws for what it doesn't know.
 */
export function readCommand(line: string): readonly (readonly Call[])[] {
  const groups: Call[][] = [[]];
  let call: { words: string[]; from?: string; to?: string } = { words: [] };
  let target: "from" | "to" | undefined;
  const close = (): void => {
    groups[groups.length - 1].push(call);
    call = { words: [] };
  };
  for (const [sign, word] of tokensOf(line)) {
    if (word !== undefined) {
      if (target === undefined) call.words.push(unquoted(word));
      else call[target] = unquoted(word);
      target = undefined;
    } else if (sign === "<") target = "from";
    else if (sign === ">") target = "to";
    else {
      close();
      if (sign !== "|") groups.push([]);
    }
  }
  close();
  return groups;
}

function* tokensOf(line: string): Iterable<readonly [string | undefined, string | undefined]> {
  const text = line.replace(/\s+#\s.*$/u, "").trimEnd();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (match === null || match[1] === "||") throw new Error(`can't read “${text.slice(at)}” in “${line}”`);
    yield [match[1], match[2]];
  }
}

function unquoted(word: string): string {
  return word.replaceAll(
    /"([^"]*)"|'([^']*)'/gu,
    (_, double?: string, single?: string) => double ?? single ?? "",
  );
}
