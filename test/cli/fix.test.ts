import { chmodSync, lstatSync, readFileSync, statSync, symlinkSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderOf } from "./folder.ts";
import { PACK, run } from "./run.ts";

const BOM = "\ufeff";
const utf16 = (text: string, swap: boolean): Buffer => {
  const bytes = Buffer.from(BOM + text, "utf16le");
  return swap ? bytes.swap16() : bytes;
};

describe("--fix", () => {
  const before = "We leverage it.\r\nKindly come – we circle back.\r\n";
  const after = "We use it.\r\nPlease come – we circle back.\r\n";

  it.each<[string, (text: string) => Buffer]>([
    ["UTF-8", (text) => Buffer.from(text)],
    ["UTF-8 with a BOM", (text) => Buffer.from(BOM + text)],
    ["UTF-16 LE", (text) => utf16(text, false)],
    ["UTF-16 BE", (text) => utf16(text, true)],
  ])("keeps %s and its line ends", async (_, bytes) => {
    const cwd = folderOf({ "voicecheck.yaml": PACK, "a.txt": bytes(before) });
    const { stdout, code } = await run(["--fix", "a.txt", "--no-color"], { cwd });
    expect(readFileSync(join(cwd, "a.txt"))).toEqual(bytes(after));
    expect(stdout).toContain("1 flag in 1 of 1 post (1 warning) · 2 fixed");
    expect(code).toBe(0);
  });

  it("writes JSON escapes in NDJSON, and leaves all else to the byte", async () => {
    const line = (text: string): string => `{"id": 1,  "text": "${text}"}\n`;
    const cwd = folderOf({
      "voicecheck.yaml": PACK,
      "a.ndjson": line('Kindly \\"come\\"\\nWe leverage \\u0065'),
    });
    await run(["--fix", "a.ndjson"], { cwd });
    expect(readFileSync(join(cwd, "a.ndjson"), "utf8")).toBe(line('Please \\"come\\"\\nWe use \\u0065'));
  });

  it.each([
    ["a.csv", (verb: string) => `id;text\r\n1;"We ${verb} ""it"" 🥐; now"\r\n2;We ${verb} it\r\n`],
    ["a.json", (verb: string) => `[{"text": "We ${verb} \\"it\\" 🥐"},\n "\\u0057e ${verb} it"]`],
    [
      "a.yaml",
      (verb: string) =>
        `- >\n  We ${verb} it\n  for you\n- 'It''s 🥐: we ${verb} it'\n- "\\u0057e ${verb} it"\n- We ${verb} it\n`,
    ],
    [
      "a.yml",
      (verb: string) => `a: &a We ${verb} it\nposts:\n  - {x: *a, linkedin: *a}\n  # We leverage it\n`,
    ],
  ])("mends the words of %s and nothing else", async (name, text) => {
    const cwd = folderOf({ "voicecheck.yaml": PACK, [name]: text("leverage") });
    const { code } = await run(["--fix", name], { cwd });
    expect(readFileSync(join(cwd, name), "utf8")).toBe(text("use"));
    expect(code).toBe(0);
  });

  it("leaves words alone where the file would no longer say the same", async () => {
    const pack = "voicecheck: 1\nrules:\n  house/filler:\n    terms: {basically: (delete), leverage: use}\n";
    const sheet = "- text: basically @acme is here\n- text: We leverage it, basically\n";
    const cwd = folderOf({ "voicecheck.yaml": pack, "a.yaml": sheet });
    const { stderr } = await run(["--fix", "a.yaml"], { cwd });
    expect(readFileSync(join(cwd, "a.yaml"), "utf8")).toBe(
      "- text: basically @acme is here\n- text: We use it, basically\n",
    );
    expect(stderr).toContain("“basically” stays: the file would no longer say the same beside it");
  });

  it("leaves front matter, code and comments of Markdown alone", async () => {
    const text = (verb: string): string =>
      `---\nplatform: x\n---\n**We ${verb}** it \`leverage\`\n\n    leverage\n`;
    const cwd = folderOf({ "voicecheck.yaml": PACK, "a.md": text("leverage") });
    await run(["--fix", "a.md"], { cwd });
    expect(readFileSync(join(cwd, "a.md"), "utf8")).toBe(text("use"));
  });

  it("touches no file with nothing to fix, and keeps mode and links", async () => {
    const cwd = folderOf({ "voicecheck.yaml": PACK, "fine.txt": "Bread", "real.txt": "We leverage it" });
    const fine = join(cwd, "fine.txt");
    const real = join(cwd, "real.txt");
    utimesSync(fine, 5, 5);
    chmodSync(real, 0o640);
    symlinkSync("real.txt", join(cwd, "link.txt"));
    await run(["--fix", "fine.txt", "link.txt"], { cwd });
    expect(statSync(fine).mtimeMs).toBe(5000);
    expect(lstatSync(join(cwd, "link.txt")).isSymbolicLink()).toBe(true);
    expect(readFileSync(real, "utf8")).toBe("We use it");
    expect(statSync(real).mode & 0o777).toBe(0o640);
  });

  it("does not write where the encoding was guessed, and says so", async () => {
    const bytes = Buffer.from("We leverage caf\xe9", "latin1");
    const cwd = folderOf({ "voicecheck.yaml": PACK, "a.txt": bytes });
    const { stderr } = await run(["--fix", "a.txt"], { cwd });
    expect(readFileSync(join(cwd, "a.txt"))).toEqual(bytes);
    expect(stderr).toContain("a.txt: its encoding was guessed, so it is not written");
  });

  it("prints the fixed text of the standard input, and reports beside it", async () => {
    const cwd = folderOf({ "voicecheck.yaml": PACK });
    const { stdout, stderr } = await run(["--fix", "-"], { cwd, stdin: ["We leverage synergies\n"] });
    expect(stdout).toBe("We use synergies\n");
    expect(stderr).toContain("“synergies” stays: there are several suggestions, so the choice is yours");
    expect(stderr).toContain("1 fixed");
  });

  it("tells what it fixed in JSON", async () => {
    const cwd = folderOf({ "voicecheck.yaml": PACK, "a.txt": "We leverage it" });
    const { stdout } = await run(["--fix", "a.txt", "-f", "json"], { cwd });
    expect(JSON.parse(stdout).summary).toMatchObject({ fixed: 1, fixable: 0, warnings: 0 });
  });

  it("prints the fixed text of --text, or a diff of it", async () => {
    const cwd = folderOf({ "voicecheck.yaml": PACK });
    expect((await run(["--fix", "--text", "We leverage it"], { cwd })).stdout).toBe("We use it");
    const { stdout } = await run(["--fix", "--diff", "--text", "We leverage it"], { cwd });
    expect(stdout).toMatch(/\n-We leverage it\n(?:.*\n)?\+We use it\n/u);
    expect(stdout.match(/We use it/gu)).toHaveLength(1);
  });

  it("goes on where a file can't be written", async () => {
    const beside = `.a.txt.${process.pid}.tmp`;
    const cwd = folderOf({
      "voicecheck.yaml": PACK,
      "a.txt": "We leverage it",
      "b.txt": "We leverage it",
      [beside]: "",
    });
    const { code, stderr } = await run(["--fix", "a.txt", "b.txt"], { cwd });
    expect(code).toBe(2);
    expect(stderr).toMatch(/a\.txt.*failed \(EEXIST\)/u);
    expect([readFileSync(join(cwd, "a.txt"), "utf8"), readFileSync(join(cwd, "b.txt"), "utf8")]).toEqual([
      "We leverage it",
      "We use it",
    ]);
  });

  it("leaves words that would be more than words in their format", async () => {
    const files = {
      "voicecheck.yaml": 'voicecheck: 1\nrules: {a/b: {terms: {leverage (v): {use: ["use, now: that"]}}}}\n',
      "a.csv": "text,date\nWe leverage it,2026-06-01\n",
      "a.yaml": "- text: We leverage it\n",
      "a.txt": "We leverage it",
    };
    const cwd = folderOf(files);
    const { stderr } = await run(["--fix", "a.csv", "a.yaml", "a.txt"], { cwd });
    for (const name of ["a.csv", "a.yaml"] as const) {
      expect(readFileSync(join(cwd, name), "utf8")).toBe(files[name]);
      expect(stderr).toMatch(new RegExp(`${name}:\\d+:\\d+: “leverage” stays: `, "u"));
    }
    expect(readFileSync(join(cwd, "a.txt"), "utf8")).toBe("We use, now: that it");
  });

  it("goes on where a file can't be read", async () => {
    const cwd = folderOf({ "voicecheck.yaml": PACK, "a.txt": "We leverage it", "nul.txt": "\0" });
    const { code, stderr } = await run(["--fix", "nul.txt", "missing.txt", "a.txt"], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain("missing.txt");
    expect(readFileSync(join(cwd, "a.txt"), "utf8")).toBe("We use it");
  });
});

describe("--fix-dry-run and --diff", () => {
  const files = { "voicecheck.yaml": PACK, "a.txt": "We leverage it,\nkindly.\nBread\nRye\nOats\nSalt\n" };

  it("lists what would be done and writes nothing", async () => {
    const cwd = folderOf(files);
    const { stdout } = await run(["--fix-dry-run", "a.txt"], { cwd });
    expect(stdout).toContain("a.txt:1:4: “leverage” → “use”  corporate/jargon/leverage\n");
    expect(stdout).toContain("a.txt:2:1: “kindly” → “please”  human/stiff/kindly\n");
    expect(readFileSync(join(cwd, "a.txt"), "utf8")).toBe(files["a.txt"]);
  });

  it("shows nothing that acts in a diff on a terminal", async () => {
    const cwd = folderOf({ ...files, "a.txt": "We leverage \u001b[31mit\n" });
    const { stdout } = await run(["--diff", "a.txt"], { cwd, width: 80 });
    expect(stdout).toContain("+We use ␛[31mit\n");
    expect(stdout).not.toContain("\u001b");
    expect((await run(["--diff", "a.txt"], { cwd })).stdout).toContain("+We use \u001b[31mit\n");
  });

  it("prints a unified diff alone on stdout", async () => {
    const cwd = folderOf(files);
    const { stdout, stderr } = await run(["--diff", "a.txt"], { cwd });
    expect(stdout).toBe(
      [
        "--- a/a.txt",
        "+++ b/a.txt",
        "@@ -1,5 +1,5 @@",
        "-We leverage it,",
        "-kindly.",
        "+We use it,",
        "+please.",
        " Bread",
        " Rye",
        " Oats",
        "",
      ].join("\n"),
    );
    expect(stderr).toContain("2 flags");
    expect(readFileSync(join(cwd, "a.txt"), "utf8")).toBe(files["a.txt"]);
  });
});
