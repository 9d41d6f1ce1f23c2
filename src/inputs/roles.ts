import { families, platformNames, roleNames } from "../generated/roles.ts";

/** What a key or a column of a source says about its post. */
export type Role = keyof typeof roleNames;

interface Known {
  readonly role: Role;
  /** 0 for the best name of its role. */
  readonly rank: number;
}

let known: ReadonlyMap<string, Known> | undefined;
let platforms: ReadonlyMap<string, string> | undefined;

/** Keys or columns by what they say, the best named first. */
export type Roles = ReadonlyMap<Role, readonly string[]>;

/** For a role the key or column that has it, whatever it is called. */
export type Columns = Readonly<Record<string, string>>;

/** The roles of nearly all items of a source are those of the item before. */
const knownRoles = new Map<string, Roles>();
/** In UTF-16 units of JSON; more would fill the memory. */
const MOST_KEPT = 1_000_000;
let kept = 0;

/** The keys of each role, the best named first; keys without a role are left out. `columns` say otherwise of some. */
export function rolesOf(keys: readonly string[], columns: Columns = NO_COLUMNS): Roles {
  if (latest?.columns !== columns || !areSame(latest.keys, keys))
    latest = { keys: [...keys], columns, roles: keptRoles(keys, columns) };
  return latest.roles;
}

/** What was asked for last: of each item it is asked several times. */
let latest:
  | { readonly keys: readonly string[]; readonly columns: Columns; readonly roles: Roles }
  | undefined;

function areSame(one: readonly string[], other: readonly string[]): boolean {
  if (one.length !== other.length) return false;
  for (let index = 0; index < one.length; index++) if (one[index] !== other[index]) return false;
  return true;
}

function keptRoles(keys: readonly string[], columns: Columns): Roles {
  const name = JSON.stringify(columns === NO_COLUMNS ? keys : [keys, columns]);
  const before = knownRoles.get(name);
  if (before !== undefined) return before;
  const found = findRoles(keys, columns);
  kept += name.length;
  if (kept > MOST_KEPT) {
    knownRoles.clear();
    kept = name.length;
  }
  knownRoles.set(name, found);
  return found;
}

const NO_COLUMNS: Columns = {};

function findRoles(keys: readonly string[], columns: Columns): Roles {
  known ??= knownNames();
  const found = new Map<Role, { readonly key: string; readonly rank: number }[]>();
  const family = familyOf(keys);
  const given = columnsOf(keys, { ...(family !== undefined && { comment: family.key }), ...columns });
  const taken = new Set(given.values());
  for (const key of keys) {
    const name = known.get(plainName(key));
    if (name === undefined || taken.has(key) || given.has(name.role)) continue;
    const list = found.get(name.role);
    if (list === undefined) found.set(name.role, [{ key, rank: name.rank }]);
    else list.push({ key, rank: name.rank });
  }
  const byRole = new Map<Role, readonly string[]>([...given].map(([role, key]) => [role, [key]]));
  for (const [role, list] of found) {
    if (list.length > 1) list.sort((one, other) => one.rank - other.rank);
    byRole.set(
      role,
      list.map(({ key }) => key),
    );
  }
  return byRole;
}

/** The role that a name stands for: its own, or one of the names of its keys (`platform`, `caption`). */
export function roleNamed(name: string): Role | undefined {
  known ??= knownNames();
  return isRole(name) ? name : known.get(plainName(name))?.role;
}

/** The key that `columns` mean by a name: the same, else one that differs in case, blanks and signs only. */
export function keyNamed(name: string, keys: readonly string[]): string | undefined {
  return keys.find((key) => key === name) ?? keys.find((key) => looseName(key) === looseName(name));
}

function columnsOf(keys: readonly string[], columns: Columns): ReadonlyMap<Role, string> {
  const given = new Map<Role, string>();
  for (const [name, header] of Object.entries(columns)) {
    const role = roleNamed(name);
    const key = keyNamed(header, keys);
    if (role !== undefined && key !== undefined) given.set(role, key);
  }
  return given;
}

/** Stands between several first comments in one cell of a known kind of sheet. */
export function commentMark(keys: readonly string[]): string | undefined {
  return familyOf(keys)?.between;
}

/** What is known of a known kind of sheet beyond the names of its columns: the key of its first comments, and the mark between them. */
function familyOf(keys: readonly string[]): { readonly key: string; readonly between: string } | undefined {
  const names = keys.map(plainName);
  for (const { columns, comment, between, more } of families) {
    const wanted = columns.split(" ").map(plainName);
    if (names.length > wanted.length && more !== true) continue;
    const key = keys[names.indexOf(plainName(comment))];
    if (key !== undefined && wanted.every((name) => names.includes(name))) return { key, between };
  }
  return undefined;
}

function looseName(key: string): string {
  return key.toLowerCase().replace(/[\s_-]+/gu, "");
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
  const bare = plain.replace(TEXT_OF, "");
  return platforms.get(plain) ?? platforms.get(bare) ?? (isKnownPlatform(bare) ? bare : plain);
}

/** Whether a platform's own name is known. */
export function isKnownPlatform(platform: string): boolean {
  return Object.hasOwn(platformNames, platform);
}

/** “X copy”, “Instagram caption” name the platform they are for. */
const TEXT_OF = /-(?:copy|caption|text|post)$/u;

/** Whether a key is the name of a platform that is known: `linkedin`, `X copy`, `Instagram caption`. */
export function isPlatform(key: string): boolean {
  return isKnownPlatform(platformOf(key));
}

/** Lower case, letters and digits only: `Post Text`, `post_text`, `postText (max. 280)`, `Post text - for X` are one name. */
function plainName(key: string): string {
  return key
    .toLowerCase()
    .replace(/\([^()]*\)/gu, "")
    .replace(/ [-–—:] .*$/u, "")
    .replace(/[^a-z0-9]/gu, "");
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

/** All roles, as they are called in `--column` and in a pack. */
export const roles: readonly Role[] = Object.keys(roleNames).filter(isRole);

function isRole(name: string): name is Role {
  return Object.hasOwn(roleNames, name);
}
