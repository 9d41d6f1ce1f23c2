import { wordClasses } from "./english.ts";
import { inflect } from "./packs/inflect.ts";
import { createPatternSet, type PatternSet } from "./text/pattern-set.ts";
import type { AutomatonTables } from "./text/pattern-tables.ts";
import type { Pack } from "./types.ts";

/** An empty pattern set with the lists and names of a pack. */
export function createPackPatterns({ lists, brand }: Pack, tables?: AutomatonTables): PatternSet {
  const options = {
    lists,
    brand,
    inflect,
    tables,
    get words() {
      return wordClasses();
    },
  };
  return createPatternSet(options);
}
