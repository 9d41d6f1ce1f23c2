import type { Command, Option } from "commander";

/** A shell that can complete. */
export type Shell = "bash" | "zsh" | "fish";

/** What can be completed, as the program's own commands and flags say. */
interface Words {
  readonly commands: readonly { readonly name: string; readonly about: string }[];
  readonly flags: readonly {
    readonly names: readonly string[];
    readonly about: string;
    readonly values: readonly string[];
  }[];
}

/** A script for a shell: commands, flags, and the values of flags that have a list of them; else files. */
export function completionFor(shell: Shell, program: Command): string {
  const words = wordsOf(program);
  if (shell === "bash") return bash(words);
  return shell === "zsh" ? zsh(words) : fish(words);
}

function wordsOf(program: Command): Words {
  const { commands } = program;
  const options = [program, ...commands].flatMap((command) => command.options);
  return {
    commands: commands.map((command) => ({ name: command.name(), about: command.description() })),
    flags: [
      ...options.map((option) => ({
        names: [option.short, option.long].filter((name) => name !== undefined && name !== null),
        about: option.description,
        values: valuesOf(option),
      })),
      { names: ["-h", "--help"], about: "show help", values: [] },
    ],
  };
}

/** The values that a flag takes; formats are told in its description. */
function valuesOf({ argChoices, long, description }: Option): readonly string[] {
  if (argChoices !== undefined) return argChoices;
  return long === "--format" ? (description.split(": ")[1]?.split(", ") ?? []) : [];
}

function bash({ commands, flags }: Words): string {
  const first = [...commands.map(({ name }) => name), ...flags.flatMap(({ names }) => names)];
  const cases = flags
    .filter(({ values }) => values.length > 0)
    .map(
      ({ names, values }) =>
        `    ${names.join("|")}) COMPREPLY=($(compgen -W "${values.join(" ")}" -- "$word")); return;;`,
    );
  return `# voicecheck completion bash > ~/.local/share/bash-completion/completions/voicecheck
_voicecheck() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}"
  case "$before" in
${cases.join("\n")}
  esac
  if [[ "$word" == -* || $COMP_CWORD -eq 1 ]]; then
    COMPREPLY=($(compgen -W "${first.join(" ")}" -- "$word"))
  fi
}
complete -o default -F _voicecheck voicecheck
`;
}

function zsh({ commands, flags }: Words): string {
  const quoted = (text: string): string => text.replace(/[[\]:'"`$\\]/gu, "\\$&").replace(/'/gu, "");
  const specs = flags.flatMap(({ names, about, values }) =>
    names.map((name) => {
      const value = values.length > 0 ? `:value:(${values.join(" ")})` : "";
      return `    '*${name}[${quoted(about)}]${value}'`;
    }),
  );
  const told = commands.map(({ name, about }) => `    '${name}:${quoted(about)}'`);
  return `#compdef voicecheck
# voicecheck completion zsh > "\${fpath[1]}/_voicecheck"
_voicecheck() {
  local -a commands flags
  commands=(
${told.join("\n")}
  )
  flags=(
${specs.join("\n")}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
  fi
  _arguments -s $flags '*:file:_files'
}
compdef _voicecheck voicecheck
`;
}

function fish({ commands, flags }: Words): string {
  const quoted = (text: string): string => `'${text.replace(/[\\']/gu, "\\$&")}'`;
  const told = commands.map(
    ({ name, about }) => `complete -c voicecheck -n __fish_use_subcommand -a ${name} -d ${quoted(about)}`,
  );
  const specs = flags.map(({ names, about, values }) => {
    const shown = names.map((name) =>
      name.startsWith("--") ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`,
    );
    const value = values.length > 0 ? ` -x -a ${quoted(values.join(" "))}` : "";
    return `complete -c voicecheck ${shown.join(" ")} -d ${quoted(about)}${value}`;
  });
  return `# voicecheck completion fish > ~/.config/fish/completions/voicecheck.fish\n${[...told, ...specs].join("\n")}\n`;
}
