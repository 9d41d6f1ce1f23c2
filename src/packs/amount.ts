import { type GenericSchema, pipe, rawTransform, record, string, union } from "valibot";
import type { Amount } from "../types.ts";

const NUMBER = /^\d+(?:\.\d+)?$/u;
const PERCENT = /^\d+(?:\.\d+)?%$/u;

/** `1`, `25%`, or `{x: 1, else: 2}`: one number, or one for each platform. */
export function amount(): GenericSchema<unknown, Amount> {
  return pipe(
    union(
      [string(), record(string(), string())],
      "an amount is a number (1, 25%) or a map of them ({x: 1, else: 2})",
    ),
    rawTransform(({ dataset: { value }, addIssue, NEVER }) => {
      const parsed = parseAmount(value);
      if (typeof parsed !== "string") return parsed;
      addIssue({ message: parsed });
      return NEVER;
    }),
  );
}

/** Reads an amount; a text says what is wrong with it. */
export function parseAmount(value: string | Readonly<Record<string, string>>): Amount | string {
  const entries = typeof value === "string" ? [["else", value]] : Object.entries(value);
  if (entries.length === 0)
    return "no number stands here; write one (1, 25%), or some by platform ({x: 1, else: 2})";
  const platforms: Record<string, number> = {};
  let percent = 0;
  for (const [platform, text] of entries) {
    if (!NUMBER.test(text) && !PERCENT.test(text))
      return `“${text}” is no amount; write a number (1) or a percentage (25%)`;
    if (text.endsWith("%")) percent++;
    platforms[platform] = Number.parseFloat(text);
  }
  if (percent > 0 && percent < entries.length)
    return "either all numbers of an amount are percentages or none is";
  const { else: otherwise, ...named } = platforms;
  return {
    ...(otherwise !== undefined && { else: otherwise }),
    platforms: named,
    ...(percent > 0 && { percent: true }),
  };
}

/** The number for a platform; nothing where the amount names neither it nor `else`. A post without a platform takes `else`. */
export function amountFor(amount: Amount | undefined, platform: string | undefined): number | undefined {
  if (amount === undefined) return undefined;
  const named = platform !== undefined && Object.hasOwn(amount.platforms, platform);
  return named ? amount.platforms[platform] : amount.else;
}
