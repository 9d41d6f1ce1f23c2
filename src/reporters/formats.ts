export { checkstyle } from "./checkstyle.ts";
export { csv } from "./csv.ts";
export { gitlab } from "./gitlab.ts";
export { junit } from "./junit.ts";
export { markdown } from "./markdown.ts";
export { rdjsonl } from "./rdjsonl.ts";
export { sarif } from "./sarif.ts";
