import type { ParseOptions } from "./packs/order.ts";

/** What reading a pack may be told. */
export interface ParsePackOptions extends ParseOptions {
  /** The name that mistakes go by. */
  readonly file?: string;
}
