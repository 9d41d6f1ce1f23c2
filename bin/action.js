// The entry of the GitHub Action (action.yml). GitHub installs nothing: releases hold the built program (scripts/release-ref.ts).
const { existsSync } = require("node:fs");
const { join } = require("node:path");

const launch = join(__dirname, "..", "dist", "launch.cjs");

if (existsSync(launch)) {
  require(launch).act();
} else {
  console.log(
    "::error title=voicecheck::this ref of voicecheck is not built; name a release, for example @v0, or build it in a step before this one (npm ci)",
  );
  process.exitCode = 2;
}
