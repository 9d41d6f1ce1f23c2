import { runTable } from "./table.ts";

runTable("patterns");
