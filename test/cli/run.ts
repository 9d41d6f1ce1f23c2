import { main } from "../../src/cli/main.ts";
import { fakeIo, type World, type Written } from "./fake-io.ts";

/** What a run came to. */
export interface Ran extends Written {
  readonly code: number;
}

/** Runs voicecheck in this process, in a world of its own. */
export async function run(argv: readonly string[], world: World): Promise<Ran> {
  const { io, written } = fakeIo(world);
  const code = await main(argv, io);
  return { ...written, code };
}

/** A small pack: an error, a warning and an info to be found, and one that is only perhaps right. */
export const PACK = `voicecheck: 1
name: acme
rules:
  corporate/jargon:
    message: “<match>” is meeting-room talk.
    why: People outside the company don't say it.
    url: https://example.com/jargon
    terms:
      leverage (v): use
      synergy (n): [teamwork, shared plan]
      circle back (v): ~
    examples:
      bad: ["We [[leverage]] it.", "Three [[synergies]] a week", "They [[circle back]] soon"]
      good: [Their leverage ratio is public., A circle at the back]
  commercial/push:
    level: error
    message: “<match>” pushes.
    terms: [act now, limited offer]
    examples:
      bad: ["[[Act now]] or wait", "Our [[limited offer]] ends"]
      good: [Now we act in a play., The offer is not for members only]
  human/stiff:
    level: info
    terms: {kindly: please}
    examples:
      bad: ["[[Kindly]] come in", "Would you [[kindly]] wait"]
      good: [He is a kind man., Be kind]
  human/doubt:
    confidence: maybe
    terms: [perhaps]
    examples:
      bad: ["[[Perhaps]] not today", "We are, [[perhaps]], late"]
      good: [Bread., Soup.]
`;
