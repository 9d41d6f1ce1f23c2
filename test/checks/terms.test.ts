import { runTable } from "./table.ts";

runTable("terms");
