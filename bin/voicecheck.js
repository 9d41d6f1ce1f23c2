#!/usr/bin/env node
const { existsSync } = require("node:fs");
const { join } = require("node:path");

const launch = join(__dirname, "..", "dist", "launch.cjs");

if (existsSync(launch)) {
  require(launch).run();
} else {
  console.error("voicecheck is not built yet: run `npm run build` in its folder, then try again");
  process.exitCode = 2;
}
