import { describe, expect, it } from "vitest";
import { fileStyle, styleFor } from "../../src/cli/style.ts";
import { fakeIo } from "./fake-io.ts";

async function isColoured(colors: boolean, env: Record<string, string>, color?: boolean): Promise<boolean> {
  const { io } = fakeIo({ cwd: "/", colors, env });
  const style = await styleFor(io.stdout, io, { quiet: false, color });
  return style.paint("error", "x") !== "x";
}

describe("styleFor", () => {
  it.each<[string, boolean, Record<string, string>, boolean | undefined, boolean]>([
    ["a terminal with colours", true, {}, undefined, true],
    ["no terminal", false, {}, undefined, false],
    ["NO_COLOR", true, { NO_COLOR: "1" }, undefined, false],
    ["an empty NO_COLOR, which counts as not there", true, { NO_COLOR: "" }, undefined, true],
    ["FORCE_COLOR", false, { FORCE_COLOR: "1" }, undefined, true],
    ["an empty FORCE_COLOR", false, { FORCE_COLOR: "" }, undefined, true],
    ["FORCE_COLOR=0", true, { FORCE_COLOR: "0" }, undefined, false],
    ["FORCE_COLOR before NO_COLOR", false, { FORCE_COLOR: "1", NO_COLOR: "1" }, undefined, true],
    ["--color before all", false, { NO_COLOR: "1", FORCE_COLOR: "0" }, true, true],
    ["--no-color before all", true, { FORCE_COLOR: "1" }, false, false],
  ])("decides by %s", async (_what, colors, env, flag, expected) => {
    expect(await isColoured(colors, env, flag)).toBe(expected);
  });

  it("paints every name apart from plain text, and files never", async () => {
    const { io } = fakeIo({ cwd: "/", colors: true, width: 90 });
    const style = await styleFor(io.stdout, io, { quiet: true });
    expect(style).toMatchObject({ width: 90, quiet: true });
    const names = ["error", "warning", "info", "good", "dim", "bold", "underline"] as const;
    expect(new Set(names.map((name) => style.paint(name, "x"))).size).toBe(names.length);
    for (const name of names) expect(style.paint(name, "x")).toMatch(/^\u001b\[\d+mx\u001b\[\d+m$/u);
    expect(fileStyle({ quiet: false }).paint("error", "x")).toBe("x");
  });
});
