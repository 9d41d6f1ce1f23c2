/** Gives an object a member that is read when it is first looked at. */
export function readLate(owner: object, key: string, read: () => unknown): void {
  let known: { readonly value: unknown } | undefined;
  const get = (): unknown => {
    known ??= { value: read() };
    return known.value;
  };
  Object.defineProperty(owner, key, { get, enumerable: true, configurable: true });
}
