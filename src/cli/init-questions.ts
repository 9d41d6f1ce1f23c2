import type { Readable, Writable } from "node:stream";
import { cancel, group, intro, multiselect, select, text } from "@clack/prompts";
import { platformData } from "../generated/platforms.ts";
import { extras } from "./init-extras.ts";
import type { Answers, ReadingLevel } from "./init-pack.ts";

/** What was answered, and which extras are wanted. */
export interface Answered {
  readonly answers: Answers;
  readonly extras: readonly string[];
}

const LEVELS: readonly { readonly value: ReadingLevel; readonly label: string }[] = [
  { value: "everybody", label: "everybody (school grade 10)" },
  { value: "general", label: "a general audience (grade 14)" },
  { value: "specialists", label: "specialists (grade 17)" },
];

const MARKETS = [
  { value: "us", label: "United States" },
  { value: "uk", label: "United Kingdom" },
  { value: "ie", label: "Ireland" },
  { value: "de", label: "Germany" },
];

/** Somebody ended the questions. */
class Ended extends Error {}

/** Where questions are shown and answered; the terminal where it is missing. */
export interface Streams {
  readonly input?: Readable;
  readonly output?: Writable;
}

/** Asks, with what is proposed as the answers to begin with; nothing where somebody ends it. */
export async function askAll(proposed: Answers, streams: Streams = {}): Promise<Answered | undefined> {
  intro("voicecheck: how do you sound?", streams);
  const onCancel = (): never => {
    // Else the questions behind it would still be asked.
    throw new Ended();
  };
  try {
    const { extras: wanted, sponsors, ...answers } = await group(questions(proposed, streams), { onCancel });
    return { answers: { ...proposed, ...answers, sponsors: sponsorsIn(sponsors) }, extras: wanted };
  } catch (error) {
    if (!(error instanceof Ended)) throw error;
    cancel("nothing was written", streams);
    return undefined;
  }
}

function questions(proposed: Answers, streams: Streams) {
  const markets = { options: MARKETS, initialValues: [...proposed.markets], required: false };
  return {
    name: () =>
      text({
        ...streams,
        message: "What is the company called?",
        initialValue: proposed.name,
        validate: notEmpty,
      }),
    platforms: () =>
      multiselect({
        ...streams,
        message: "Where do you post?",
        options: Object.entries(platformData).map(([value, { name: label }]) => ({ value, label })),
        initialValues: [...proposed.platforms],
        required: false,
      }),
    level: () =>
      select({
        ...streams,
        message: "For whom do you write?",
        options: [...LEVELS],
        initialValue: proposed.level,
      }),
    markets: () =>
      multiselect({
        ...streams,
        message: "Where do your readers live? It decides which labels paid posts need.",
        ...markets,
      }),
    sponsors: () =>
      text({
        ...streams,
        message: "Who pays for posts, or sends you things? Names with commas, or nothing.",
        defaultValue: "",
      }),
    extras: () =>
      multiselect({
        ...streams,
        message: "What else shall be set up?",
        options: extras.map(({ name: value, label, file }) => ({ value, label, hint: file })),
        required: false,
      }),
  };
}

/** Names with commas between them. */
export function sponsorsIn(words: string): readonly string[] {
  return words
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

function notEmpty(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === "" ? "a name is needed" : undefined;
}
