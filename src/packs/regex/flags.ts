/** A global expression of a source, read but once; throws a `SyntaxError` where it compiles in neither syntax. Flags as `regexFlags` has them. */
export function globalExpression(source: string, exact: boolean): RegExp {
  const cased = exact ? "" : "i";
  try {
    return new RegExp(source, `g${cased}u`);
  } catch {
    return new RegExp(source, `g${cased}`);
  }
}

/**
 * The flags a source compiles with: Unicode where its syntax allows (stricter escapes), the old syntax otherwise; nothing when it
 * compiles in neither. Case doesn't matter unless `exact`.
 */
export function regexFlags(source: string, exact: boolean): string | undefined {
  const cased = exact ? "" : "i";
  return [`${cased}u`, cased].find((flags) => compiles(source, flags));
}

function compiles(source: string, flags: string): boolean {
  try {
    new RegExp(source, flags);
    return true;
  } catch {
    return false;
  }
}
