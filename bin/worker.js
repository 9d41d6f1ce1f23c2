// A thread of `voicecheck --jobs`.
const { join } = require("node:path");

require(join(__dirname, "..", "dist", "launch.cjs")).work();
