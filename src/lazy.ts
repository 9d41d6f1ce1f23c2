/** A module too heavy for every start: it is loaded when a post first needs it. */
export interface Lazy<T> {
  /** The module, if it is there; else throws `NotLoaded`. */
  readonly get: () => T;
  readonly load: () => Promise<T>;
}

/** Thrown out of `lint` when a post needs a module that is not there yet: await `load()`, then lint the post again. */
export class NotLoaded extends Error {
  readonly load: () => Promise<unknown>;

  constructor(load: () => Promise<unknown>) {
    super("a part of voicecheck that this post needs is not loaded yet; await lint.load() first");
    this.name = "NotLoaded";
    this.load = load;
  }
}

/** Wraps an `import()` so that sync code can ask for it. */
export function lazy<T>(importer: () => Promise<T>): Lazy<T> {
  let loaded: { readonly value: T } | undefined;
  const load = async (): Promise<T> => {
    loaded ??= { value: await importer() };
    return loaded.value;
  };
  const get = (): T => {
    if (loaded === undefined) throw new NotLoaded(load);
    return loaded.value;
  };
  return { get, load };
}
