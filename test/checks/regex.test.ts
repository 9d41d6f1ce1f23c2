import { describeTable } from "./table.ts";

describeTable("regex");
