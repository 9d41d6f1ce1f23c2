import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { describe, expect, it } from "vitest";
import { folderOf } from "./folder.ts";
import { committed } from "./repository.ts";
import { PACK, run } from "./run.ts";

const SHEET =
  'sep=;\nDate;Network;Message;Link\n2026-06-01;x;"We leverage; it ""all""\ntoday";=HYPERLINK("a")\n;;;\n2026-06-02;linkedin;Fine;\n';

describe("-f csv=FILE", () => {
  it("gives a sheet back with four columns more, and the same once more", async () => {
    const cwd = folderOf({ "voicecheck.yaml": PACK, "june.csv": SHEET });
    await run(["june.csv", "-f", "csv=out.csv"], { cwd });
    const text = readFileSync(join(cwd, "out.csv"), "utf8");
    expect(parse(text, { delimiter: ";" })).toEqual([
      ["Date", "Network", "Message", "Link", "vc_score", "vc_level", "vc_flags", "vc_suggested"],
      [
        "2026-06-01",
        "x",
        'We leverage; it "all"\ntoday',
        '\'=HYPERLINK("a")',
        "80",
        "warning",
        "corporate/jargon/leverage: leverage → use",
        'We use; it "all"\ntoday',
      ],
      ["2026-06-02", "linkedin", "Fine", "", "100", "", "", ""],
    ]);
    await run(["out.csv", "-f", "csv=again.csv"], { cwd });
    expect(readFileSync(join(cwd, "again.csv"), "utf8")).toBe(text);
  });

  it("gives what was mended, and rows that were not looked at", async () => {
    const { cwd, write, git } = committed({ "a.csv": "text\nWe leverage it\nAct now\n" });
    await run(["a.csv", "--fix", "-f", "csv=out.csv"], { cwd });
    expect(readFileSync(join(cwd, "out.csv"), "utf8")).toContain("\nWe use it,100,,,\n");
    write("a.csv", "text\nWe use it\nAct now\nKindly come\n");
    git("add", "a.csv");
    git("commit", "-qm", "more");
    write("a.csv", "text\nWe use it\nAct now\nKindly come in\n");
    await run(["--since", "HEAD", "-f", "csv=out.csv"], { cwd });
    const lines = readFileSync(join(cwd, "out.csv"), "utf8").split("\n");
    expect(lines[2]).toBe("Act now,,,,");
    expect(lines[3]).toContain("Kindly come in,90,info,human/stiff/kindly: Kindly → Please,Please come in");
    git("add", "a.csv");
    write("a.csv", "text\nOther words\n");
    await run(["--staged", "-f", "csv=out.csv"], { cwd });
    expect(readFileSync(join(cwd, "out.csv"), "utf8")).toContain("a.csv,a.csv#3,4,,,,,Kindly come in,");
  });

  it("gives back a sheet without a header under names of its own, and no sheet that holds no posts", async () => {
    const cwd = folderOf({
      "voicecheck.yaml": PACK,
      "a.csv": "2026-06-01,We leverage it at the mill\n2026-06-02,Rye at nine\n",
      "b.csv": "number\n7\n",
    });
    const { stdout } = await run(["a.csv", "-f", "csv"], { cwd });
    expect(parse(stdout).map((row: readonly string[]) => row.slice(0, 3))).toEqual([
      ["column 1", "column 2", "vc_score"],
      ["2026-06-01", "We leverage it at the mill", "80"],
      ["2026-06-02", "Rye at nine", "100"],
    ]);
    const both = await run(["b.csv", "a.csv", "-f", "csv"], { cwd });
    expect(both.code).toBe(2);
    expect(parse(both.stdout).map((row: readonly string[]) => row.slice(0, 2))).toEqual([
      ["column 1", "column 2"],
      ["2026-06-01", "We leverage it at the mill"],
      ["2026-06-02", "Rye at nine"],
    ]);
  });

  it("takes posts from a pipe and from other files, too", async () => {
    const cwd = folderOf({ "voicecheck.yaml": PACK, "a.txt": "Act now\n", "june.csv": SHEET });
    expect((await run([".", "-f", "csv=out.csv", "-f", "summary"], { cwd })).stdout).toContain(
      "in 2 of 3 posts",
    );
    expect((await run([".", "-f", "csv=out.csv", "-f", "summary"], { cwd })).stdout).toContain(
      "in 2 of 3 posts",
    );
    const { stdout } = await run(["a.txt", "june.csv", "-f", "csv"], { cwd });
    const rows = parse(stdout);
    expect(rows.map((row: readonly string[]) => row[0])).toEqual([
      "vc_source",
      "a.txt",
      "june.csv",
      "june.csv",
    ]);
    writeFileSync(join(cwd, "x.csv"), "text\nFine\n");
    const piped = await run(["--stdin-filename", "x.csv", "-f", "csv"], { cwd, stdin: ["text\nAct now\n"] });
    expect(piped.stdout).toContain("x.csv,x.csv,2,,,,,Act now,70,error,");
  });
});
