import { checkstyle } from "../../src/reporters/checkstyle.ts";
import { reporterContract } from "../reporters.contract.ts";

reporterContract(checkstyle, (finding) => `${finding.rule}/${finding.entry}`);
