import retextEnglish from "retext-english";
import { unified } from "unified";
import { VFile } from "vfile";
import { beforeAll, describe, expect, it } from "vitest";
import { adapt, modulesOf } from "../../src/retext/adapt.ts";
import { pluginNames, plugins } from "../../src/retext/plugins.ts";
import { createDoc } from "../../src/text/doc.ts";
import { proseOf, treeOf } from "../../src/text/tree.ts";
import { atMost } from "../runs.ts";
import { postOf } from "../text/post.ts";

const text = `The the cake was eaten by a actress, and the chairman was quite mad.

He utilized an ham in order to see a girl. She is very crazy, he or she said: “damn”.
Organisational interdependencies necessitate comprehensive administrative reconfiguration. Bastards!`;

beforeAll(() =>
  Promise.all(pluginNames.flatMap((name) => modulesOf(plugins[name])).map((module) => module.load())),
);

describe.each(pluginNames)("%s", (name) => {
  const plugin = plugins[name];
  const run = adapt(plugin, {});

  it("finds what it finds on the tree of retext-english", () => {
    const file = new VFile(text);
    plugin.module.get().default({})(unified().use(retextEnglish).parse(file), file);
    const theirs = file.messages.map(({ place }) =>
      place && "start" in place ? [place.start.offset, place.end.offset] : [],
    );
    const doc = createDoc(postOf(text));
    const ours = run(treeOf(doc), proseOf(doc)).map(({ span }) => [span.start, span.end]);
    expect(ours.length).toBeGreaterThan(0);
    expect(ours.toSorted()).toEqual(theirs.toSorted());
  });

  it.each(["the ", "( ", "a-", "!?", "Mr. ", "a\n\n", "he is eaten ", "“damn” ", "s"])(
    "ends on %j over and over",
    (part) => {
      const doc = createDoc(postOf(`${part.repeat(atMost(20_000) / part.length)} damn`));
      expect(run(treeOf(doc), proseOf(doc)).every(({ span }) => span.end > span.start)).toBe(true);
    },
  );
});
