import { InvalidArgumentError } from "commander";
import { platformOf, roleNamed, roles } from "../inputs/roles.ts";
import { nearest } from "../packs/nearest.ts";
import { reporters } from "../reporters/index.ts";
import type { OutputOption } from "./options.ts";

/** Names with commas between them; the flag may be repeated. */
export function names(value: string, before: readonly string[] = []): readonly string[] {
  const list = value.split(",").map((name) => name.trim());
  if (list.includes("")) throw new InvalidArgumentError("Write names with commas between them.");
  return [...before, ...list];
}

/** Platforms by any of their names. */
export function platforms(value: string, before: readonly string[] = []): readonly string[] {
  return names(value, before).map(platformOf);
}

/** The column that has a role: `text=Copy`. */
export function column(
  value: string,
  before: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  const [role, ...rest] = value.split("=");
  const name = rest.join("=").trim();
  if (name === "") throw new InvalidArgumentError("Write a role and the name of its column: text=Copy");
  if (roleNamed(role.trim()) === undefined)
    throw new InvalidArgumentError(`Known roles: ${roles.filter((known) => known !== "other").join(", ")}.`);
  return { ...before, [role.trim()]: name };
}

/** A number of threads. */
export function jobs(value: string): number {
  if (!/^[1-9]\d?$/u.test(value)) throw new InvalidArgumentError("Write a whole number from 1 to 99.");
  return Number(value);
}

/** A whole number from 0. */
export function wholeNumber(value: string): number {
  if (!/^\d+$/u.test(value)) throw new InvalidArgumentError("Write a whole number, 0 or more.");
  return Number(value);
}

/** A format, to stdout or to a file: `json=report.json`. */
export function format(value: string, before: readonly OutputOption[] = []): readonly OutputOption[] {
  const [name, ...rest] = value.split("=");
  const reporter = reporters.find((each) => each.name === name);
  if (reporter === undefined) {
    const meant = nearest(
      name,
      reporters.map((each) => each.name),
    );
    const hint = meant === undefined ? "" : `Did you mean “${meant}”? `;
    throw new InvalidArgumentError(`${hint}Known formats: ${reporterNames()}.`);
  }
  const file = rest.join("=");
  if (rest.length > 0 && file === "")
    throw new InvalidArgumentError(`Name a file after the “=”: ${name}=report.txt`);
  return [...before, file === "" || file === "-" ? { reporter } : { reporter, file }];
}

/** The formats that there are. */
export function reporterNames(): string {
  return reporters.map((reporter) => reporter.name).join(", ");
}
