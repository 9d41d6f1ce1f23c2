/** A batch is given on when it holds so many lines, */
const MOST_LINES = 256;
/** or when no further line came for so many milliseconds. */
const PATIENCE = 20;

/** The items of a stream in batches: large ones where they come quickly, each soon where they come slowly. */
export async function* inBatches<T>(items: AsyncIterable<T>): AsyncGenerator<readonly T[], void, void> {
  const iterator = items[Symbol.asyncIterator]();
  let batch: T[] = [];
  let next = iterator.next();
  try {
    for (;;) {
      const result = batch.length === 0 ? await next : await soon(next);
      if (result !== undefined && result.done !== true) {
        batch.push(result.value);
        next = iterator.next();
        if (batch.length < MOST_LINES) continue;
      }
      if (batch.length > 0) yield batch;
      batch = [];
      if (result?.done === true) return;
    }
  } finally {
    await iterator.return?.();
  }
}

/** What comes soon; nothing where it takes longer. */
async function soon<T>(promise: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), PATIENCE);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
