import { expect, it } from "vitest";
import { parsePack } from "../../src/parse-pack.ts";
import type { Pack } from "../../src/types.ts";

it.each<[string, Omit<Pack["files"][number], "glob">]>([
  ["{platform: x}", { facts: { platforms: ["x"] } }],
  ["{platform: [x, linkedin]}", { facts: { platforms: ["x", "linkedin"] } }],
  ["{speaker: brand}", { facts: { speaker: "brand" } }],
  ["{speaker: employee}", { facts: { speaker: "employee" } }],
  ["{speaker: partner}", { facts: { speaker: "partner" } }],
  [
    "{account: '@acme', author: Ana Lee, kind: ad, lang: en, date: 2026-11-26}",
    { facts: { account: "@acme", author: "Ana Lee", kind: "ad", lang: "en", date: "2026-11-26" } },
  ],
  ["{columns: {text: Copy, id: No}}", { facts: {}, columns: { text: "Copy", id: "No" } }],
  ["{kind: ad, columns: {text: Copy}}", { facts: { kind: "ad" }, columns: { text: "Copy" } }],
])("posts in files of %s have these facts", (written, expected) => {
  const { files } = parsePack(`voicecheck: 1\nfiles: {posts/x/**: ${written}}`);
  expect(files).toStrictEqual([{ glob: "posts/x/**", ...expected }]);
});
