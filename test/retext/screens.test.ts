import { cuss } from "cuss";
import fc from "fast-check";
import retextEnglish from "retext-english";
import { unified } from "unified";
import { VFile } from "vfile";
import { beforeAll, describe, expect, it } from "vitest";
import { pluginNames, plugins } from "../../src/retext/plugins.ts";
import { createDoc } from "../../src/text/doc.ts";
import { proseOf } from "../../src/text/tree.ts";
import { runs } from "../runs.ts";
import { postOf } from "../text/post.ts";
import { proseWith } from "./prose-bits.ts";

/** Words that the plugins look for, and what makes them look. */
const words = [
  ...["is", "was", "were", "being", "eaten", "made", "read", "chosen"],
  ...["chairman", "crazy", "he", "actress", "utilize", "in order to", "quite", "very"],
  ...["the", "a", "an", "apple", "hour", "unit", "ΣΑΣ", "U.S.", "don't"],
  ...["nondiscriminatory", "jurisdictional", "complications", "representation"],
  ...Object.keys(cuss).slice(0, 40),
];

const everyday = [
  "We baked forty loaves.",
  "Come by on Friday",
  "Thanks, Maria!",
  "Lunch?",
  "😀😀😀",
  "12 + 30 = 42",
  "",
];

beforeAll(() => Promise.all(pluginNames.map((name) => plugins[name].module.load())));

describe.each(pluginNames)("the screen of %s", (name) => {
  const { module, screen } = plugins[name];

  function says(text: string): boolean {
    const file = new VFile(text);
    module.get().default({})(unified().use(retextEnglish).parse(file), file);
    return file.messages.length > 0;
  }

  it("says no only where the plugin is silent", () => {
    fc.assert(
      fc.property(proseWith(words), (raw) => {
        const doc = createDoc(postOf(raw));
        fc.pre(!screen(doc, {}));
        expect(says(proseOf(doc))).toBe(false);
      }),
      { numRuns: runs(200), maxSkipsPerRun: 1_000 },
    );
  });

  it("says no to some everyday posts", () => {
    expect(everyday.filter((text) => !screen(createDoc(postOf(text)), {})).length).toBeGreaterThan(1);
  });
});
