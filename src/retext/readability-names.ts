/** The readability formulas, as packs name them. */
export const formulaNames = [
  "automated-readability",
  "coleman-liau",
  "dale-chall",
  "flesch",
  "gunning-fog",
  "smog",
  "spache",
] as const;

export type FormulaName = (typeof formulaNames)[number];
