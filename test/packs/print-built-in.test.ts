import { it } from "vitest";
import { builtIn, expectSame, load } from "./printed.ts";

it.each(["social", "corporate", "commercial", "readability", "profanity"])(
  "prints voicecheck:%s as it is",
  (name) => {
    expectSame(load(builtIn(name)));
  },
);
