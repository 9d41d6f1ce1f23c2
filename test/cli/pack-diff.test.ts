import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderOf } from "./folder.ts";
import { PACK, run } from "./run.ts";

const NEW = `voicecheck: 1
name: acme
extends: [./old.yaml]
rules:
  corporate/jargon:
    terms: {synergy (n): off, leverage (v): spend, bread (n): ~}
  commercial/push: info
`;
const cwd = folderOf({
  "old.yaml": PACK,
  "new.yaml": NEW,
  "posts/a.txt": "We leverage bread. Act now.\n---\nNothing here.\n---\nTwo synergies.\n",
  "posts/b.ndjson": '{"id":7,"text":"Act now, perhaps"}\n\n{"id":8,"text":"Soup"}\n',
  "bad.ndjson": '{"id":7,"text":"Bread"}\n{"id":8,\n{"id":9,"text":"Bread"}\n',
  "empty/": "",
});

describe("voicecheck pack diff", () => {
  it("shows what came, went and changed, with samples and rates", async () => {
    const { stdout, stderr, code } = await run(["pack", "diff", "old.yaml", "new.yaml", "posts"], { cwd });
    expect(stdout).toMatchInlineSnapshot(`
      "corporate/jargon  40.0 → 40.0 per 100 posts  +1 −1, 1 reworded
        + posts/a.txt:1:13  warning bread  We leverage [[bread]]. Act now.
        − posts/a.txt:5:5  warning synergy  Two [[synergies]].
        ≈ posts/a.txt:1:4  warning leverage  We [[leverage]] bread. Act now.
          was: “leverage” is meeting-room talk. Say “use”.
          now: “leverage” is meeting-room talk. Say “spend”.

      commercial/push   40.0 → 40.0 per 100 posts  2 error → info
        ~ posts/a.txt:1:20  error → info act-now  We leverage bread. [[Act now]].
        ~ posts/b.ndjson:1:17  error → info act-now  [[Act now]], perhaps

      old.yaml → new.yaml: +1 −1, 2 error → info, 1 reworded · 4 → 4 flags (80.0 → 80.0 per 100 posts) · 3 → 2 of 5 posts flagged · 0 ms
      "
    `);
    expect([stderr, code]).toEqual(["", 0]);
  });

  it("gives the same as data", async () => {
    const { stdout, code } = await run(["pack", "diff", "old.yaml", "new.yaml", "posts", "-f", "json"], {
      cwd,
    });
    const { rules, ...rest } = JSON.parse(stdout);
    expect(rest).toMatchInlineSnapshot(`
      {
        "new": "new.yaml",
        "old": "old.yaml",
        "summary": {
          "added": 1,
          "after": {
            "flagged": 2,
            "flags": 4,
            "levels": {
              "error": 0,
              "info": 2,
              "warning": 2,
            },
          },
          "before": {
            "flagged": 3,
            "flags": 4,
            "levels": {
              "error": 2,
              "info": 0,
              "warning": 2,
            },
          },
          "levels": [
            {
              "count": 2,
              "from": "error",
              "to": "info",
            },
          ],
          "posts": 5,
          "problems": 0,
          "removed": 1,
          "reworded": 1,
        },
        "version": 1,
      }
    `);
    expect(rules[0]).toMatchInlineSnapshot(`
      {
        "added": 1,
        "after": 2,
        "before": 2,
        "levels": [],
        "per100": {
          "after": 40,
          "before": 40,
        },
        "removed": 1,
        "reworded": 1,
        "rule": "corporate/jargon",
        "samples": [
          {
            "after": {
              "entry": "bread",
              "level": "warning",
              "message": "“bread” is meeting-room talk.",
            },
            "column": 13,
            "context": {
              "after": ". Act now.",
              "before": "We leverage ",
              "words": "bread",
            },
            "id": "posts/a.txt#1",
            "kind": "added",
            "line": 1,
            "source": "posts/a.txt",
          },
          {
            "before": {
              "entry": "synergy",
              "level": "warning",
              "message": "“synergies” is meeting-room talk. Say “teamwork” or “shared plans”.",
            },
            "column": 5,
            "context": {
              "after": ".",
              "before": "Two ",
              "words": "synergies",
            },
            "id": "posts/a.txt#3",
            "kind": "removed",
            "line": 5,
            "source": "posts/a.txt",
          },
          {
            "after": {
              "entry": "leverage",
              "level": "warning",
              "message": "“leverage” is meeting-room talk. Say “spend”.",
            },
            "before": {
              "entry": "leverage",
              "level": "warning",
              "message": "“leverage” is meeting-room talk. Say “use”.",
            },
            "column": 4,
            "context": {
              "after": " bread. Act now.",
              "before": "We ",
              "words": "leverage",
            },
            "id": "posts/a.txt#1",
            "kind": "reworded",
            "line": 1,
            "source": "posts/a.txt",
          },
        ],
      }
    `);
    expect(rules.map(({ rule }: { rule: string }) => rule)).toEqual(["corporate/jargon", "commercial/push"]);
    expect(code).toBe(0);
  });

  it("says when nothing differs", async () => {
    const { stdout, code } = await run(["pack", "diff", "old.yaml", "old.yaml", "posts/a.txt"], { cwd });
    expect(stdout).toBe("old.yaml → old.yaml: no difference, 3 flags in 2 of 3 posts · 0 ms\n");
    expect(code).toBe(0);
  });

  it("looks at what is only perhaps right, with --all", async () => {
    const argv = ["pack", "diff", "old.yaml", "new.yaml", "posts", "--only", "human", "-f", "json"];
    const [few, all] = [await run(argv, { cwd }), await run([...argv, "--all"], { cwd })];
    expect(JSON.parse(few.stdout).summary.before.flags).toBe(0);
    expect(JSON.parse(all.stdout).summary.before.flags).toBe(1);
  });

  it("takes built-in packs, a pipe and words", async () => {
    const argv = ["pack", "diff", "voicecheck:profanity", "old.yaml"];
    const piped = await run([...argv, "--stdin-filename", "p.ndjson"], {
      cwd,
      stdin: ['{"text":"Act ', 'now"}\n'],
    });
    expect(piped.stdout).toContain("  + p.ndjson:1:10  error act-now  [[Act now]]\n");
    const words = await run([...argv, "--text", "Act now"], { cwd });
    expect(words.stdout).toContain("  + text:1:1  error act-now  [[Act now]]\n");
  });

  it("sees each file as each pack sees it, and the command line above both", async () => {
    const rules = "rules: {a/b: {when: {platform: x}, terms: [soup]}}\n";
    const folder = folderOf({
      "old.yaml": `voicecheck: 1\n${rules}`,
      "new.yaml": `voicecheck: 1\n${rules}files: {"*.txt": {platform: x}}\n`,
      "a.txt": "Soup\n",
    });
    const argv = ["pack", "diff", "old.yaml", "new.yaml", "a.txt"];
    expect((await run(argv, { cwd: folder })).stdout).toContain(": +1 ·");
    expect((await run([...argv, "--platform", "x"], { cwd: folder })).stdout).toContain(
      "no difference, 1 flag",
    );
  });

  it("says once how many posts a pack spares for their language", async () => {
    const folder = folderOf({ "old.yaml": PACK, "a.ndjson": '{"text":"a","lang":"de"}\n'.repeat(3) });
    const { stderr, code } = await run(["pack", "diff", "old.yaml", "old.yaml", "a.ndjson"], { cwd: folder });
    expect(stderr).toMatch(/^a\.ndjson:1: note: 3 posts are in another language/u);
    expect(code).toBe(0);
  });

  it("goes on behind a line that can't be read, and exits 2", async () => {
    const { stdout, stderr, code } = await run(["pack", "diff", "old.yaml", "new.yaml", "bad.ndjson"], {
      cwd,
    });
    expect(stdout).toContain("0 → 2 of 2 posts flagged · 1 problem");
    expect(stderr).toMatch(/^bad\.ndjson:2:\d+: error: /u);
    expect(code).toBe(2);
  });

  it.each<[string, readonly string[], string]>([
    ["no new pack", ["old.yaml"], "missing required argument 'new'"],
    ["no posts", ["old.yaml", "new.yaml"], "pack diff needs posts to compare on"],
    ["a pack that is not there", ["old.yaml", "no.yaml", "posts"], "there is no pack no.yaml"],
    [
      "posts that are not there",
      ["old.yaml", "new.yaml", "no"],
      "no: error: there is no such file or folder",
    ],
    ["a folder without posts", ["old.yaml", "new.yaml", "empty"], "no posts in this folder"],
    [
      "a name that neither pack knows",
      ["old.yaml", "new.yaml", "posts", "--only", "no"],
      "no group, rule or entry",
    ],
    [
      "another format",
      ["old.yaml", "new.yaml", "posts", "-f", "github"],
      "knows the formats pretty and json",
    ],
    ["a pack with mistakes", ["old.yaml", "broken.yaml", "posts"], "“rulez” is unknown in a pack"],
  ])("exits 2 for %s", async (_what, argv, message) => {
    writeFileSync(join(cwd, "broken.yaml"), "voicecheck: 1\nrulez: {}\n");
    const { stderr, code } = await run(["pack", "diff", ...argv], { cwd });
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });
});

describe("voicecheck pack diff of NDJSON", () => {
  it("tells of lines that can't be read or whose encoding was guessed, and compares the others", async () => {
    const folder = folderOf({
      "old.yaml": `${PACK}files: {"*.ndjson": {platform: x}}\n`,
      "new.yaml": PACK.replace("act now, ", ""),
      "a.ndjson": Buffer.from(
        '{"text":"caf\xe9: Act now"}\n{"text":"A\x81"}\n[\n{"text":"Act now","platform":"linkedin"}\n',
        "latin1",
      ),
    });
    const { stdout, stderr, code } = await run(["pack", "diff", "old.yaml", "new.yaml", "a.ndjson"], {
      cwd: folder,
    });
    expect(stdout).toContain("a.ndjson:1:16  error act-now  café: [[Act now]]");
    expect(stdout).toContain("a.ndjson:4:10  error act-now  [[Act now]]");
    expect(stderr).toMatch(/a\.ndjson:1.*Windows-1252/u);
    expect(stderr).toMatch(/a\.ndjson:2.*error: .*UTF-8/u);
    expect(stderr).toMatch(/a\.ndjson:3.*JSON/u);
    expect(code).toBe(2);
  });
});
