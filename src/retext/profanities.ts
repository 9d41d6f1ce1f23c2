import type { Root } from "nlcst";
import type { VFileMessage } from "vfile-message";
import { type Lazy, lazy } from "../lazy.ts";
import { hashOf } from "../text/hash.ts";
import type { Span } from "../types.ts";
import { messagesOf, modulesOf, spanOf } from "./adapt.ts";
import type { Transform } from "./plugins.ts";
import { profanities } from "./profanities-plugin.ts";
import { profanitiesIn, type Sureness, startsPhrase } from "./profanity-scan.ts";
import type { PhrasesByFirstWord } from "./profanity-table.ts";

/** What retext-profanities finds: where, and how sure it is. */
interface Profanity {
  readonly span: Span;
  readonly sureness: Sureness;
}

/** Finds profanities in a text; the tree is visited where the screen leaves something to look for. */
export type FindProfanities = (text: string, tree: () => Root) => readonly Profanity[];

const MOST_TRANSFORMS = 500;
const NONE: readonly Profanity[] = [];

const table = lazy(() => import("./profanity-table.ts"));

/** The modules that are needed when the screen says yes. */
export function profanityModules(): readonly Lazy<unknown>[] {
  return [...modulesOf(profanities), table];
}

/**
 * retext-profanities behind its screen, told to look for what the screen saw and nothing else: to look for its whole list
 * takes it over a millisecond however short the text is. Finds the same as the plugin alone, but for the excepted words
 * and their other forms.
 */
export function profanityFinder(least: Sureness, except: readonly string[]): FindProfanities {
  let exceptions: Exceptions | undefined;
  let groups: ReadonlySet<number> | undefined;
  return (text, tree) => {
    const screened = profanitiesIn(text, least);
    if (screened.size === 0) return NONE;
    exceptions ??= exceptionsOf(except);
    const { words, hashes } = exceptions;
    const seen = [...screened].filter((hash) => !hashes.has(hash) || startsPhrase(hash));
    if (seen.length === 0) return NONE;
    const { phrasesByFirstWord } = table.get();
    groups ??= groupsOf(words, phrasesByFirstWord());
    const spared = groups;
    const wanted = seen
      .flatMap((hash) => phrasesByFirstWord().get(hash) ?? [])
      .filter(({ sureness, group }) => sureness >= least && !spared.has(group))
      .map((phrase) => phrase.text);
    return wanted.length === 0 ? NONE : messagesOf(transformFor(wanted), tree(), text).flatMap(profanityOf);
  };
}

/** Words that are no profanities, as the plugin compares them. */
interface Exceptions {
  readonly words: ReadonlySet<string>;
  readonly hashes: ReadonlySet<number>;
}

function exceptionsOf(except: readonly string[]): Exceptions {
  const words = new Set(except.map(plain));
  return { words, hashes: new Set([...words].map((word) => hashOf(word))) };
}

/** The groups of forms that the words belong to. */
function groupsOf(words: ReadonlySet<string>, phrases: PhrasesByFirstWord): ReadonlySet<number> {
  const groups = new Set<number>();
  if (words.size === 0) return groups;
  for (const others of phrases.values()) {
    for (const { text, group } of others) if (words.has(plain(text))) groups.add(group);
  }
  return groups;
}

/** As the plugin compares: small letters, without apostrophes and hyphens. */
function plain(words: string): string {
  return words.toLowerCase().replace(/['’-]/g, "");
}

const transforms = new Map<string, Transform>();

/** The plugin for these phrases only. */
function transformFor(phrases: readonly string[]): Transform {
  const key = phrases.join();
  const ready = transforms.get(key);
  if (ready !== undefined) return ready;
  const transform = profanities.module.get().default({ ignore: allBut(new Set(phrases)) });
  if (transforms.size >= MOST_TRANSFORMS) transforms.clear();
  transforms.set(key, transform);
  return transform;
}

/** A list that holds every text but the wanted ones. */
function allBut(wanted: ReadonlySet<string>): readonly string[] {
  const none: string[] = [];
  return Object.assign(none, { includes: (phrase: string) => !wanted.has(phrase) });
}

function profanityOf(message: VFileMessage): readonly Profanity[] {
  const span = spanOf(message.place);
  if (span === undefined || !("profanitySeverity" in message)) return [];
  const { profanitySeverity } = message;
  return [{ span, sureness: profanitySeverity === 2 ? 2 : profanitySeverity === 1 ? 1 : 0 }];
}
