/**
 * A regular expression that is made when it is first used. Reading one with Unicode properties takes up to some milliseconds, even as
 * a literal that is never run, and a check of plain text should not wait for it. Global and sticky ones are shared: set `lastIndex`.
 */
export function lazyExpression(source: string, flags: string): () => RegExp {
  let made: RegExp | undefined;
  return () => {
    made ??= new RegExp(source, flags);
    return made;
  };
}
