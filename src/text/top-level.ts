import { topLevelDomains } from "../generated/tlds.ts";

let domains: ReadonlySet<string> | undefined;

/** Whether a label, in small letters, is a top-level domain of the IANA root zone. */
export function isTopLevelDomain(label: string): boolean {
  domains ??= new Set(topLevelDomains.split(" "));
  return domains.has(label);
}
