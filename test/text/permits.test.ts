import { describe, expect, it } from "vitest";
import { permitsFor } from "../../src/text/permits.ts";

describe("permitsFor", () => {
  it.each([
    ["#acme", "#acme", true],
    ["#acme", "#ACME", true],
    ["#acme", "#acmes", false],
    ["#acme", "my#acme", false],
    ["#acme*", "#acme", true],
    ["#acme*", "#acmecares", true],
    ["#acme*", "#my_acme", false],
    ["*acme", "#my_acme", true],
    ["*acme", "#acmes", false],
    ["#a*b*c", "#axbxc", true],
    ["#a*b*c", "#axxc", false],
    ["*#b*c", "#bc", true],
    ["#a*bc*c", "#abcc", true],
    ["#a*bc*c", "#abc", false],
    ["#aba*ba", "#aba", false],
    ["#aba*ba", "#ababa", true],
    ["#a*b*a*", "#ba", false],
    ["#a*bc*bc*", "#axbc", false],
    ["#a*bc*bc*", "#abcxbcx", true],
    ["acme.example", "https://www.Acme.example/a?b", true],
    ["acme.example", "https://acme.example.test/a", false],
    ["*.acme.example", "http://shop.acme.example:80", true],
  ])("%s stands for %s: %s", (glob, item, isOne) => {
    expect(permitsFor([], [glob])(item), "only").toBe(isOne);
    expect(permitsFor([glob], undefined)(item), "except").toBe(!isOne);
    expect(permitsFor([glob], [glob])(item), "both").toBe(false);
  });

  it("everything is counted where nothing is said, and nothing where only nothing is", () => {
    expect(permitsFor([], undefined)("#acme")).toBe(true);
    expect(permitsFor([], [])("#acme")).toBe(false);
  });
});
