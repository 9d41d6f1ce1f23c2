import { Argument, type Command, Option } from "commander";
import type { Shell } from "./completion.ts";
import type { Options, Request } from "./options.ts";

/** The commands besides checking. `ask` is told what the user asked for, `options` reads the flags, which all commands share. */
export function addCommands(program: Command, ask: (request: Request) => void, options: () => Options): void {
  program
    .command("explain")
    .description("what a rule finds, why, and how to allow it")
    .addArgument(new Argument("<rule>", "its name, as reports show it"))
    .action((rule: string) => ask({ command: "explain", rule, options: options() }));
  program
    .command("rules")
    .description("the rules of the pack")
    .action(() => ask({ command: "rules", options: options() }));
  program
    .command("waivers")
    .description("the ignore comments in posts, those that end first before the others")
    .addArgument(new Argument("[paths...]", "files and folders of posts"))
    .action((paths: string[]) => ask({ command: "waivers", paths, options: options() }));
  program
    .command("init")
    .description("write a voicecheck.yaml to begin with")
    .option("--yes", "ask nothing, and take what is proposed")
    .option("--from <paths...>", "propose limits that these posts mostly keep")
    .addOption(new Option("--with <names...>", "also set up").choices(["hook", "action", "editor"]))
    .action((asked: { yes?: boolean; from?: string[]; with?: string[] }) => {
      const { yes = false, from = [], with: extras = [] } = asked;
      ask({ command: "init", yes, from, extras, options: options() });
    });
  program
    .command("doctor")
    .description("which pack holds for a file, which rules, and why")
    .addArgument(new Argument("[file]", "a file of posts; else the working folder"))
    .action((file: string | undefined) => ask({ command: "doctor", file, options: options() }));
  program
    .command("completion")
    .description("print a script that completes commands and flags in a shell")
    .addArgument(new Argument("<shell>", "whose script").choices(["bash", "zsh", "fish"]))
    .action((shell: Shell) => ask({ command: "completion", shell }));
  const pack = program.command("pack").description("work on a pack");
  pack
    .command("test")
    .description("run the examples of a pack")
    .addArgument(new Argument("[pack]", "its file or name; else the nearest voicecheck.yaml"))
    .action((name: string | undefined) => ask({ command: "pack-test", pack: name, options: options() }));
  pack
    .command("diff")
    .description("what a change to a pack changes on real posts")
    .addArgument(new Argument("<old>", "the pack before, its file or name"))
    .addArgument(new Argument("<new>", "the pack after"))
    .addArgument(new Argument("[posts...]", "files and folders of posts; - reads the standard input"))
    .action((old: string, next: string, paths: string[]) =>
      ask({ command: "pack-diff", old, new: next, paths, options: options() }),
    );
}
