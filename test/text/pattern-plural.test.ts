import { describe, expect, it } from "vitest";
import { inflect } from "../../src/packs/inflect.ts";
import { singularOf } from "../../src/text/pattern-plural.ts";

describe("singularOf", () => {
  it.each([
    ["lessons", "lesson"],
    ["keys", "key"],
    ["stories", "story"],
    ["flies", "fly"],
    ["ties", "tie"],
    ["boxes", "box"],
    ["classes", "class"],
    ["churches", "church"],
    ["wishes", "wish"],
    ["heroes", "hero"],
    ["buses", "bus"],
    ["viruses", "virus"],
    ["canvases", "canvas"],
    ["gases", "gas"],
    ["lenses", "lens"],
    ["biases", "bias"],
    ["houses", "house"],
    ["causes", "cause"],
    ["cases", "case"],
    ["responses", "response"],
    ["wolves", "wolf"],
    ["knives", "knife"],
    ["people", "person"],
    ["businesspeople", "businessperson"],
    ["children", "child"],
    ["men", "man"],
    ["women", "woman"],
    ["feet", "foot"],
    ["teeth", "tooth"],
    ["geese", "goose"],
    ["mice", "mouse"],
    ["analyses", "analysis"],
  ])("of %s is %s", (many, one) => expect(singularOf(many, inflect)).toBe(one));

  it.each([
    "lesson",
    "news",
    "thanks",
    "alias",
    "bus",
    "status",
    "pass",
    "this",
    "series",
    "sheep",
    "fish",
    "data",
    "is",
    "as",
    "os",
  ])("of %s is nothing", (word) => expect(singularOf(word, inflect)).toBeUndefined());
});
