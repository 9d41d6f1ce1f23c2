import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderOf } from "./folder.ts";
import { PACK, run } from "./run.ts";

const cwd = folderOf({ "voicecheck.yaml": PACK, "a.txt": "We leverage bread. Act now. Kindly.\n" });

describe("voicecheck explain", () => {
  it("shows the page of a rule", async () => {
    const { stdout, code } = await run(["explain", "corporate/jargon"], { cwd });
    expect(stdout).toMatchSnapshot();
    expect(code).toBe(0);
  });

  it("shows the page of an entry, and of all rules of a group", async () => {
    const entry = await run(["explain", "corporate/jargon/circle-back"], { cwd });
    expect(entry.stdout).toMatchSnapshot();
    const group = await run(["explain", "human"], { cwd });
    expect(group.stdout).toContain("human/stiff  ");
    expect(group.stdout).toContain("human/doubt  ");
  });

  it.each([
    ["corporate/jargn", "corporate/jargon"],
    ["jargon", "corporate/jargon"],
    ["corporate/jargon/circleback", "corporate/jargon/circle-back"],
  ])("asks whether %s was meant to be %s", async (name, meant) => {
    const { stderr, code } = await run(["explain", name], { cwd });
    expect(stderr).toContain(`did you mean “${meant}”?`);
    expect(code).toBe(2);
  });

  it("points to the list for a name that is like nothing", async () => {
    const { stderr } = await run(["explain", "zzzzzzzzzzzz"], { cwd });
    expect(stderr).toContain("“voicecheck rules” lists all");
  });

  it("gives an ignore comment that works", async () => {
    const { stdout } = await run(["explain", "corporate/jargon/leverage"], { cwd });
    const comment = /<!-- .* -->/u.exec(stdout)?.[0] ?? "";
    writeFileSync(join(cwd, "waived.txt"), `${comment}\nWe leverage bread.\n`);
    expect(await run(["waived.txt", "-f", "concise", "--fail-on", "info"], { cwd })).toMatchObject({
      stdout: "",
      code: 0,
    });
  });

  it("gives lines for the pack that work", async () => {
    const { stdout } = await run(["explain", "corporate/jargon/leverage"], { cwd });
    const line = /rules: \{.*: off\}/u.exec(stdout)?.[0] ?? "";
    const other = join(cwd, "other");
    mkdirSync(other);
    writeFileSync(join(other, "base.yaml"), PACK);
    writeFileSync(
      join(other, "voicecheck.yaml"),
      `voicecheck: 1\nname: o\nextends: [./base.yaml]\n${line}\n`,
    );
    writeFileSync(join(other, "a.txt"), "We leverage bread.\n");
    expect(await run(["other/a.txt", "-f", "concise"], { cwd })).toMatchObject({
      stdout: "",
      stderr: "",
      code: 0,
    });
  });
});

describe("voicecheck rules", () => {
  it("lists the rules of the pack", async () => {
    const { stdout, code } = await run(["rules"], { cwd });
    expect(stdout).toMatchSnapshot();
    expect(code).toBe(0);
  });

  it("gives them as data", async () => {
    const list = JSON.parse((await run(["rules", "-f", "json"], { cwd })).stdout);
    expect(list[0]).toEqual({
      rule: "corporate/jargon",
      group: "corporate",
      type: "terms",
      level: "warning",
      confidence: "sure",
      entries: 3,
      why: "People outside the company don't say it.",
      url: "https://example.com/jargon",
    });
  });
});

describe("rules that are off, and rules of one entry", () => {
  const folder = folderOf({
    "voicecheck.yaml": `voicecheck: 1
name: small
rules:
  a/one: {terms: [rye]}
  a/long: {limit: {count: words, max: 3}}
  a/off: {level: off, terms: {oat: ~, spelt: ~}}
  a/off/oat: off
`,
  });

  it("are listed", async () => {
    const { stdout } = await run(["rules"], { cwd: folder });
    expect(stdout).toBe(
      "warning  a/one   terms, 1 entry\nwarning  a/long  limit\noff      a/off   terms, 2 entries\n\nsmall: 2 rules, 1 entry, 1 off\n",
    );
    const data = JSON.parse((await run(["rules", "-f", "json"], { cwd: folder })).stdout);
    expect(data.map(({ level, entries }: { level: string; entries?: number }) => [level, entries])).toEqual([
      ["warning", 1],
      ["warning", undefined],
      ["off", 1],
    ]);
  });

  it("are counted without entries where there are none", async () => {
    const bare = folderOf({
      "voicecheck.yaml": "voicecheck: 1\nname: bare\nrules: {a/long: {limit: {count: words, max: 3}}}\n",
    });
    expect((await run(["rules"], { cwd: bare })).stdout).toContain("\nbare: 1 rule\n");
  });

  it("are explained", async () => {
    expect((await run(["explain", "a/off"], { cwd: folder })).stdout).toMatch(
      /^a\/off {2}off · terms · sure\n/u,
    );
    expect((await run(["explain", "a/off/oat"], { cwd: folder })).stdout).toMatch(/^a\/off\/oat {2}off /u);
    expect((await run(["explain", "gate/a"], { cwd: folder })).stdout).not.toContain("least score");
  });
});

describe("voicecheck --print-config", () => {
  it("prints YAML that loads to the same pack", async () => {
    const { stdout, code } = await run(["--print-config", "a.txt"], { cwd });
    expect(code).toBe(0);
    const folder = folderOf({ "voicecheck.yaml": stdout });
    expect((await run(["--print-config", "a.txt"], { cwd: folder })).stdout).toBe(stdout);
    writeFileSync(join(folder, "a.txt"), "We leverage bread. Act now. Kindly.\n");
    const [here, there] = [
      await run(["a.txt", "-f", "json"], { cwd }),
      await run(["a.txt", "-f", "json"], { cwd: folder }),
    ];
    expect(JSON.parse(there.stdout)).toEqual(JSON.parse(here.stdout));
  });
});
