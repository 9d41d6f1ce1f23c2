import { platformNames, roleNames } from "../generated/roles.ts";

/** What a key or a column of a source says about its post. */
export type Role = keyof typeof roleNames;

interface Known {
  readonly role: Role;
  /** 0 for the best name of its role. */
  readonly rank: number;
}

let known: ReadonlyMap<string, Known> | undefined;
let platforms: ReadonlyMap<string, string> | undefined;

/** The keys of each role, the best named first; keys without a role are left out. */
export function rolesOf(keys: readonly string[]): ReadonlyMap<Role, readonly string[]> {
  known ??= knownNames();
  const found = new Map<Role, { readonly key: string; readonly rank: number }[]>();
  for (const key of keys) {
    const name = known.get(plainName(key));
    if (name === undefined) continue;
    const list = found.get(name.role);
    if (list === undefined) found.set(name.role, [{ key, rank: name.rank }]);
    else list.push({ key, rank: name.rank });
  }
  const byRole = new Map<Role, readonly string[]>();
  for (const [role, list] of found) {
    if (list.length > 1) list.sort((one, other) => one.rank - other.rank);
    byRole.set(
      role,
      list.map(({ key }) => key),
    );
  }
  return byRole;
}

/** The platforms that a cell or a list names, each once, in order: “Twitter/X” is x. */
export function platformsIn(names: readonly string[]): readonly string[] {
  const found = new Set<string>();
  for (const cell of names) {
    for (const name of cell.split(/[,;/|+&]/u)) {
      const platform = platformOf(name);
      if (platform !== "") found.add(platform);
    }
  }
  return [...found];
}

/** A platform's own name for one of its names, in lower case with hyphens: “X (Twitter)” is x. */
export function platformOf(name: string): string {
  platforms ??= knownPlatforms();
  const plain = name
    .replace(/\([^()]*\)/gu, " ")
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/gu, "-");
  return platforms.get(plain) ?? plain;
}

/** Lower case, letters and digits only: `Post Text`, `post_text` and `postText` are one name. */
function plainName(key: string): string {
  return key.toLowerCase().replace(/[^a-z0-9]/gu, "");
}

function knownNames(): ReadonlyMap<string, Known> {
  const names = new Map<string, Known>();
  for (const role of roles) {
    for (const [rank, name] of roleNames[role].split(" ").entries()) {
      names.set(plainName(name), { role, rank });
    }
  }
  return names;
}

function knownPlatforms(): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [platform, others] of Object.entries(platformNames)) {
    for (const other of others.split(" ")) names.set(other, platform);
  }
  return names;
}

const roles: readonly Role[] = Object.keys(roleNames).filter(isRole);

function isRole(name: string): name is Role {
  return Object.hasOwn(roleNames, name);
}
