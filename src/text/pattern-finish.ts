import { WordBit } from "./classes.ts";
import { maskOf } from "./conditions.ts";
import { BUILT_EDGE, BUILT_END, type Builder } from "./pattern-build.ts";
import { globbedWords } from "./pattern-globs.ts";
import { rootTables } from "./pattern-roots.ts";
import {
  ASKED_ROW,
  Asked,
  type AutomatonTables,
  EDGE_ROW,
  END_ROW,
  type GraphTables,
  MAY_END,
} from "./pattern-tables.ts";
import { narrowest } from "./whole-numbers.ts";

/** States 0, 1 and 2 are roots: of patterns within a sentence, a paragraph, the post. */
export const ROOTS = 3;

/** The arrays of all that was built. */
export function finishTables(builder: Builder): AutomatonTables {
  const vocabulary = builder.vocabulary.finish();
  const globs = builder.globs.all().map((glob) => builder.texts.add(glob));
  const states = builder.owners.length;
  const edges = orderedEdges(builder.edges, states);
  const ends = byState(builder.ends, BUILT_END, states);
  const graph: Graph = {
    edges: columns(builder.edges, edges.order, { built: BUILT_EDGE, kept: EDGE_ROW }),
    edgeStarts: edges.starts,
    endStarts: ends.starts,
  };
  const tables: GraphTables = {
    vocabulary,
    bits: new Int32Array(0),
    conditions: narrowest(builder.conditions.finish()),
    texts: builder.texts.all(),
    globs: narrowest(globs),
    extras: narrowest(builder.extras.finish()),
    owners: narrowest(builder.owners),
    scopes: narrowest(builder.scopes),
    edges: narrowest(graph.edges),
    edgeStarts: narrowest(graph.edgeStarts),
    asked: narrowest(askedOf(graph)),
    ends: narrowest(columns(builder.ends, ends.order, { built: BUILT_END, kept: END_ROW })),
    endStarts: narrowest(graph.endStarts),
    flagged: narrowest(builder.flagged),
  };
  const roots = rootTables(tables, edges.starts[ROOTS]);
  const globbed = globbedWords(tables, roots.starts[0]);
  const bits = globbed.map(
    (isGlobbed, word) => (builder.bits[word] ?? 0) | (isGlobbed ? WordBit.globbed : 0),
  );
  return { ...tables, bits: narrowest(bits), roots };
}

interface Graph {
  readonly edges: Int32Array;
  readonly edgeStarts: Int32Array;
  readonly endStarts: Int32Array;
}

/** Most states ask for little: two masks a state save looking through their edges. */
function askedOf({ edges, edgeStarts, endStarts }: Graph): Int32Array {
  const states = endStarts.length - 1;
  const asked = new Int32Array(states * ASKED_ROW);
  for (let state = 0; state < states; state++) {
    const row = state * ASKED_ROW;
    for (let edge = edgeStarts[state]; edge < edgeStarts[state + 1]; edge++) {
      const label = edges[edge * EDGE_ROW];
      if (label < 0) asked[row] |= maskOf(-label);
      else asked[row + Asked.words] |= 1 << label;
    }
    if (endStarts[state] < endStarts[state + 1]) asked[row] |= MAY_END;
  }
  return asked;
}

interface Ordered {
  /** Built rows by state, the latest first. */
  readonly order: Int32Array;
  /** Of each state: where its rows begin in `order`; then where all end. */
  readonly starts: Int32Array;
}

/** Sorts rows by the state in their last column; with a million of them only by counting is quick. */
function byState(rows: readonly number[], width: number, states: number): Ordered {
  const starts = new Int32Array(states + 1);
  for (let at = width - 1; at < rows.length; at += width) starts[rows[at] + 1]++;
  for (let state = 0; state < states; state++) starts[state + 1] += starts[state];
  const free = starts.slice();
  const order = new Int32Array(rows.length / width);
  for (let row = order.length - 1; row >= 0; row--) order[free[rows[row * width + width - 1]]++] = row;
  return { order, starts };
}

/** Edges by state and label; the roots, which every token begins at, share one stretch. */
function orderedEdges(rows: readonly number[], states: number): Ordered {
  const { order, starts } = byState(rows, BUILT_EDGE, states);
  starts.fill(0, 0, ROOTS);
  for (let state = ROOTS - 1; state < states; state++) {
    if (starts[state + 1] - starts[state] < 2) continue;
    const own = [...order.subarray(starts[state], starts[state + 1])];
    order.set(
      own.sort((one, other) => rows[one * BUILT_EDGE] - rows[other * BUILT_EDGE]),
      starts[state],
    );
  }
  starts.fill(starts[ROOTS], 0, ROOTS);
  return { order, starts };
}

/** The kept columns of rows, in an order. */
function columns(
  rows: readonly number[],
  order: Int32Array,
  { built, kept }: { readonly built: number; readonly kept: number },
): Int32Array {
  const result = new Int32Array(order.length * kept);
  for (let row = 0; row < order.length; row++) {
    for (let column = 0; column < kept; column++)
      result[row * kept + column] = rows[order[row] * built + column];
  }
  return result;
}
