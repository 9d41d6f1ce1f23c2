import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Columns, rolesOf } from "../../src/inputs/roles.ts";

describe("rolesOf", () => {
  const columns: Columns = { text: "words" };

  it.each<[readonly string[], Columns | undefined, Readonly<Record<string, readonly string[]>>]>([
    [["id", "text"], undefined, { id: ["id"], text: ["text"] }],
    [["text", "id"], undefined, { id: ["id"], text: ["text"] }],
    [["id"], undefined, { id: ["id"] }],
    [["id", "text", "words"], columns, { id: ["id"], text: ["words"] }],
    [["id", "text"], undefined, { id: ["id"], text: ["text"] }],
    [[], undefined, {}],
  ])("reads %j with %j, whatever was read before", (keys, own, roles) => {
    expect(Object.fromEntries(rolesOf(keys, own))).toEqual(roles);
  });

  it("reads keys anew that became others in the same list", () => {
    const keys = ["id", "text"];
    rolesOf(keys);
    keys[1] = "date";
    expect([...rolesOf(keys).keys()]).toEqual(["id", "date"]);
  });

  it("says the same of the same keys, in whatever order it is asked", () => {
    const asked = fc.tuple(
      fc.subarray(["id", "text", "date", "words", "platform"]),
      fc.constantFrom(undefined, columns, { text: "date" }),
    );
    const known = new Map<string, unknown>();
    fc.assert(
      fc.property(fc.array(asked), (all) => {
        for (const [keys, own] of all) {
          const name = JSON.stringify([keys, own]);
          const roles = [...rolesOf(keys, own)];
          expect(roles).toEqual(known.get(name) ?? roles);
          known.set(name, roles);
        }
      }),
    );
  });
});
