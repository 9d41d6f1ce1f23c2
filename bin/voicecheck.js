#!/usr/bin/env node
const { existsSync } = require("node:fs");
const { join } = require("node:path");

const cli = join(__dirname, "..", "dist", "cli.cjs");

if (existsSync(cli)) {
  require(cli).run();
} else {
  console.error("voicecheck is not built yet: run `npm run build` in its folder, then try again");
  process.exitCode = 2;
}
