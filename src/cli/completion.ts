import type { Command, Option } from "commander";
import { platformData } from "../generated/platforms.ts";
import { reporters } from "../reporters/index.ts";

/** A shell that can complete. */
export type Shell = "bash" | "zsh" | "fish";

/** What can be completed, as the program's own commands and flags say. */
interface Words {
  readonly commands: readonly CommandWords[];
  readonly flags: readonly FlagWords[];
}

interface CommandWords {
  readonly name: string;
  readonly about: string;
  /** What may stand behind it, where there is a list. */
  readonly next: readonly string[];
}

interface FlagWords {
  readonly names: readonly string[];
  readonly about: string;
  readonly takesValue: boolean;
  /** The values, where there is a list. */
  readonly values: readonly string[];
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
    commands: [
      ...commands.map((command) => ({
        name: command.name(),
        about: command.description(),
        next: [
          ...command.commands.map((below) => below.name()),
          ...command.registeredArguments.flatMap(({ argChoices = [] }) => argChoices),
        ],
      })),
      { name: "help", about: "help on a command", next: commands.map((command) => command.name()) },
    ],
    flags: [
      ...options.map((option) => ({
        names: [option.short, option.long].filter((name) => name !== undefined && name !== null),
        about: option.description,
        takesValue: option.required,
        values: valuesOf(option),
      })),
      { names: ["-h", "--help"], about: "show help", takesValue: false, values: [] },
    ],
  };
}

function valuesOf({ argChoices, long }: Option): readonly string[] {
  if (long === "--format") return reporters.map(({ name }) => name);
  return long === "--platform" ? Object.keys(platformData) : (argChoices ?? []);
}

function bash({ commands, flags }: Words): string {
  const first = [...commands.map(({ name }) => name), ...flags.flatMap(({ names }) => names)];
  const offer = (words: readonly string[]): string =>
    `COMPREPLY=($(compgen -W "${words.join(" ")}" -- "$word")); return`;
  const values = flags
    .filter((flag) => flag.values.length > 0)
    .map((flag) => `    ${flag.names.join("|")}) ${offer(flag.values)};;`);
  const next = commands
    .filter((command) => command.next.length > 0)
    .map((command) => `      ${command.name}) ${offer(command.next)};;`);
  return `# voicecheck completion bash > ~/.local/share/bash-completion/completions/voicecheck
_voicecheck() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}"
  case "$before" in
${values.join("\n")}
  esac
  if [[ "$word" != -* && $COMP_CWORD -eq 2 ]]; then
    case "$before" in
${next.join("\n")}
    esac
  fi
  if [[ "$word" == -* || $COMP_CWORD -eq 1 ]]; then
    COMPREPLY=($(compgen -W "${first.join(" ")}" -- "$word"))
  fi
}
complete -o default -F _voicecheck voicecheck
`;
}

function zsh({ commands, flags }: Words): string {
  const quoted = (text: string): string => text.replace(/'/gu, "’").replace(/[[\]:"`$\\]/gu, "\\$&");
  const specs = flags.flatMap(({ names, about, takesValue, values }) => {
    const value = values.length > 0 ? `:value:(${values.join(" ")})` : takesValue ? ":value:_files" : "";
    return names.map((name) => `    '*${name}[${quoted(about)}]${value}'`);
  });
  const told = commands.map(({ name, about }) => `    '${name}:${quoted(about)}'`);
  const next = commands
    .filter((command) => command.next.length > 0)
    .map((command) => `      ${command.name}) compadd -- ${command.next.join(" ")}; return;;`);
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
  if (( CURRENT == 2 )) && [[ $PREFIX != -* ]]; then
    _describe command commands
  fi
  if (( CURRENT == 3 )) && [[ $PREFIX != -* ]]; then
    case $words[2] in
${next.join("\n")}
    esac
  fi
  _arguments -s $flags '*:file:_files'
}
# Loaded by the first completion, it is to complete at once; read by hand it only makes itself known.
if [[ $funcstack[1] == _voicecheck ]]; then
  _voicecheck "$@"
else
  compdef _voicecheck voicecheck
fi
`;
}

function fish({ commands, flags }: Words): string {
  const quoted = (text: string): string => `'${text.replace(/[\\']/gu, "\\$&")}'`;
  const told = commands.map(
    ({ name, about }) => `complete -c voicecheck -n __fish_use_subcommand -a ${name} -d ${quoted(about)}`,
  );
  const next = commands
    .filter((command) => command.next.length > 0)
    .map(
      (command) =>
        `complete -c voicecheck -f -n '__fish_seen_subcommand_from ${command.name}' -a ${quoted(command.next.join(" "))}`,
    );
  const specs = flags.map(({ names, about, takesValue, values }) => {
    const shown = names.map((name) =>
      name.startsWith("--") ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`,
    );
    const value = values.length > 0 ? ` -x -a ${quoted(values.join(" "))}` : takesValue ? " -r" : "";
    return `complete -c voicecheck ${shown.join(" ")} -d ${quoted(about)}${value}`;
  });
  return `# voicecheck completion fish > ~/.config/fish/completions/voicecheck.fish\n${[...told, ...next, ...specs].join("\n")}\n`;
}
