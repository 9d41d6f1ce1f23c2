import { shownProgram } from "../../src/cli/command-line.ts";
import { cliPage } from "../docs/cli-page.ts";
import { environment } from "../docs/environment.ts";

/** The page of the command line. */
export async function outputs(): Promise<Record<string, string>> {
  return { "docs/cli.md": cliPage(shownProgram(), await environment()) };
}
