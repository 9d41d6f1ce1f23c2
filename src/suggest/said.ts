/** What is offered to say instead, and the same as a sentence (`saidOf`) that can stand behind another. */
export interface Suggestions {
  readonly texts: readonly string[];
  readonly said: string;
}

/** “ Say “using” or “building on”, or leave it out.” Empty where nothing is offered. */
export function saidOf(suggestions: readonly string[]): string {
  if (suggestions.length === 0) return "";
  const quoted = suggestions.filter((text) => text !== "").map((text) => `“${text}”`);
  const canGo = suggestions.includes("");
  if (quoted.length === 0) return " Leave it out.";
  return ` Say ${alternatives(quoted)}${canGo ? ", or leave it out" : ""}.`;
}

function alternatives(words: readonly string[]): string {
  if (words.length < 3) return words.join(" or ");
  return `${words.slice(0, -1).join(", ")} or ${words[words.length - 1]}`;
}
