import { run } from "../../src/cli/entry.ts";

await run();
