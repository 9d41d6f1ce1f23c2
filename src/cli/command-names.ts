/** The commands beside checking, as the command line has them. */
export const COMMAND_NAMES: readonly string[] = [
  "init",
  "doctor",
  "explain",
  "rules",
  "waivers",
  "pack",
  "completion",
  "help",
];
