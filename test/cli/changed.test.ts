import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { committed, repository } from "./repository.ts";
import { run } from "./run.ts";

const SHEET = "id,text\n1,Act now\n2,We leverage it\n3,Fine\n";

/** The same posts in each format: two with flags, one without, and what edits the second. */
const FORMATS: Readonly<Record<string, string>> = {
  "a.csv": SHEET,
  "a.tsv": "id\ttext\n1\tAct now\n2\tWe leverage it\n3\tFine\n",
  "a.json": '[{"id":1,"text":"Act now"},{"id":2,"text":"We leverage it"},"Fine"]',
  "a.ndjson": '{"id":1,"text":"Act now"}\n{"id":2,"text":"We leverage it"}\n"Fine"\n',
  "a.yaml": "posts:\n  - text: Act now\n  - text: We leverage it\n  - text: Fine\n",
  "a.md": "---\nsocial:\n  x: Act now\n  linkedin: We leverage it\n  threads: Fine\n---\nA body\n",
  "a.txt": "Act now\n---\nWe leverage it\n---\nFine\n",
};

describe.each(Object.entries(FORMATS))("--since in %s", (name, text) => {
  it("checks an edited post alone", async () => {
    const { write, reported } = committed({ [name]: text });
    expect(await reported("--since", "main")).toEqual([]);
    write(name, text.replace("We leverage it", "We leverage it all"));
    expect(await reported("--since", "main")).toEqual([`${name} leverage`]);
    expect(await reported("--staged")).toEqual([]);
  });

  it("checks a post that came, and nothing where one went", async () => {
    const { write, reported } = committed({ [name]: text.replace("Fine", "Perhaps fine") });
    write(name, text.replace("Fine", "Kindly come"));
    expect(await reported("--since", "main")).toEqual([`${name} Kindly`]);
    write(name, text.replace("Act now", "Perhaps fine"));
    expect(await reported("--since", "main")).toEqual([]);
  });
});

describe("--since", () => {
  it("is quiet about rows that moved, columns that came and words that were wrapped anew", async () => {
    const { write, reported } = committed({
      "a.csv": SHEET,
      "b.md": "Act now and\ncome by, we leverage it\n",
      "c.yaml": "- text: |\n    Act now and\n    come by\n",
    });
    write(
      "a.csv",
      "note,id,text,platform,author\nx,3,Fine,x,Ana\ny,2,We leverage it,x,Sam\n,1,Act now,linkedin,Ana\n",
    );
    write("b.md", "Act now and come\nby, we leverage it\n");
    write("c.yaml", "- text: >\n    Act now\n    and come by\n");
    expect(await reported("--since", "main")).toEqual([]);
  });

  it("is quiet about another encoding, other line ends and ids that were numbered anew", async () => {
    const { write, reported } = committed({ "a.csv": SHEET });
    write("a.csv", Buffer.from(`\ufeff${SHEET.replaceAll("\n", "\r\n")}`, "utf16le"));
    expect(await reported("--since", "main")).toEqual([]);
    write("a.csv", "id,text\n1,Fine\n2,Act now\n3,We leverage it\n");
    expect(await reported("--since", "main")).toEqual([]);
  });

  it.each([
    ["another platform", "id,text,platform\n1,Act now,x\n2,We leverage it,x\n", "1,Act now,linkedin"],
    ["another author", "id,text,author\n1,Act now,Ana\n2,We leverage it,Ana\n", "1,Act now,Sam"],
    ["a label to be", "id,text,paid\n1,Act now,\n2,We leverage it,\n", "1,Act now,yes"],
    ["other alt text", "id,text,alt\n1,Act now,An oven\n2,We leverage it,Bread\n", "1,Act now,A cake"],
  ])("checks a row with %s", async (_, sheet, row) => {
    const { write, reported } = committed({ "a.csv": sheet });
    write("a.csv", sheet.replace(/^1,.*$/mu, row));
    expect(await reported("--since", "main")).toEqual(["a.csv Act now"]);
  });

  it("checks the one row of which a new column tells something", async () => {
    const { write, reported } = committed({ "a.csv": SHEET });
    write("a.csv", "id,text,speaker\n1,Act now,partner\n2,We leverage it,\n3,Fine,\n");
    expect(await reported("--since", "main")).toEqual(["a.csv Act now"]);
  });

  it("says the same where the command line knows more of all posts", async () => {
    const { write, reported } = committed({ "a.csv": SHEET });
    write("a.csv", `${SHEET}4,Act now\n`);
    expect(await reported("--since", "main", "--platform", "x", "--author", "Ana")).toEqual([
      "a.csv Act now",
    ]);
  });

  it("finds posts again that moved to another file", async () => {
    const { git, write, reported, cwd } = committed({ "june.csv": SHEET, "old/may.md": "Act now, all\n" });
    rmSync(join(cwd, "june.csv"));
    write("summer.csv", "day,words,text\n1,3,We leverage it\n2,2,Act now\n3,2,Act now\n");
    git("rm", "-q", "old/may.md");
    write("new/may.txt", "Act now, all\n");
    expect(await reported("--since", "main")).toEqual(["summer.csv Act now"]);
  });

  it("counts what changed on stderr", async () => {
    const { write, cwd } = committed({
      "a.csv": "text\nWe leverage our new oven today\nFine bread\nAct now\n",
    });
    write("a.csv", "text\nAct now\nWe leverage our old oven today\nFine bread\nSoup\nNoodles\n");
    const { stderr, stdout } = await run(["--since", "main"], { cwd });
    expect(stderr).toBe("since main: 1 post edited, 2 new, 2 as before\n");
    expect(stdout).toContain("1 flag in 1 of 3 posts");
    expect((await run(["--staged"], { cwd })).stderr).toBe("staged: 0 posts edited, 0 new, 0 as before\n");
  });

  it("checks what was edited or is new, and nothing else", async () => {
    const { write, reported } = committed({
      "a.csv": SHEET,
      "old.txt": "Act now\n",
      ".voicecheckignore": "drafts/\n",
      ".gitignore": "secret.txt\n",
    });
    write("a.csv", `${SHEET.replace("We leverage it", "We leverage it all")}4,Act now\n`);
    write("posts/new.txt", "Act now\n");
    write(".hidden/x.txt", "Act now\n");
    write("drafts/x.txt", "Act now\n");
    write("secret.txt", "Act now\n");
    write("package.json", '{"text": "Act now"}');
    write("legal.yaml", "voicecheck: 1\nrules: {a/b: {terms: [act now]}}\n");
    expect(await reported("--since", "HEAD")).toEqual([
      "a.csv leverage",
      "a.csv Act now",
      "posts/new.txt Act now",
    ]);
    expect(await reported("posts", "--since", "HEAD")).toEqual(["posts/new.txt Act now"]);
    expect(await reported("old.txt", "--since", "HEAD")).toEqual([]);
    expect(await reported("drafts/x.txt", "--since", "HEAD")).toEqual(["drafts/x.txt Act now"]);
    expect(await reported("secret.txt", "--since", "HEAD")).toEqual(["secret.txt Act now"]);
  });
});

describe("--staged", () => {
  it("reads the index and not the work tree", async () => {
    const { git, write, reported, cwd } = committed({ "a.txt": "Fine\n", "c.txt": "Fine, too\n" });
    write("a.txt", "We leverage it\n");
    write("c.txt", "Act now, all\n");
    git("add", "-A");
    write("a.txt", "Act now\n");
    write("b.txt", "Act now\n");
    rmSync(join(cwd, "c.txt"));
    expect(await reported("--staged")).toEqual(["a.txt leverage", "c.txt Act now"]);
  });

  it("checks all of a first commit, but packs", async () => {
    const { git, write, reported } = repository({ "a.csv": SHEET });
    write("legal.yaml", "voicecheck: 1\nrules: {a/b: {terms: [act now]}}\n");
    git("add", "-A");
    expect(await reported("--staged")).toEqual(["a.csv Act now", "a.csv leverage"]);
  });

  it("counts a second copy and a waiver that went as a change", async () => {
    const { git, write, reported } = committed({
      "a.csv": "text,voicecheck\nAct now,commercial\nWe leverage it,\n",
    });
    write("a.csv", "text,voicecheck\nAct now,\nWe leverage it,\nWe leverage it,\n");
    git("add", "-A");
    expect(await reported("--staged")).toEqual(["a.csv Act now", "a.csv leverage"]);
  });

  it("says nothing where nothing is staged", async () => {
    const { cwd } = committed({ "a.txt": "Act now\n" });
    expect(await run(["--staged"], { cwd })).toMatchObject({
      code: 0,
      stdout: expect.stringContaining("No posts to check"),
    });
  });
});

describe("rules over many posts", () => {
  const said = "After four years of work our new oven is finally here.";
  const calendar = { "voicecheck.yaml": "voicecheck: 1\nextends: [voicecheck:calendar]\n" };

  it("look at unchanged posts of the same file", async () => {
    const { git, write, reported } = committed({ ...calendar, "a.csv": `author,text\nAna,${said}\n` });
    write("a.csv", `author,text\nAna,${said}\nSam,${said}\n`);
    git("add", "-A");
    expect(await reported("--staged")).toEqual([`a.csv ${said}`]);
  });

  it("look at files that did not change, and blame what is new", async () => {
    const { git, write, reported } = committed({
      ...calendar,
      "m.csv": `author,text\nAna,${said}\nKim,${said}\n`,
      "other/voicecheck.yaml": "voicecheck: 1\nrules: {}\n",
      "other/broken.csv": `author,text\nAna,"${said}\n`,
    });
    write("a.csv", `author,text\nSam,${said}\n`);
    write("m.csv", `author,text\nSam,Soup\nAna,${said}\nKim,${said}\n`);
    expect(await reported("--since", "main")).toEqual([`a.csv ${said}`]);
    git("add", "a.csv");
    write("m.csv", "author,text\nAna,Soup\n");
    expect(await reported("--staged")).toEqual([`a.csv ${said}`]);
    expect(await reported("a.csv", "--staged")).toEqual([]);
  });

  it("blame what is new for what it says again, whatever the dates", async () => {
    const row = (day: number, author: string): string => `2026-06-${day},${author},${said}\n`;
    const { write, reported } = committed({ ...calendar, "a.csv": `date,author,text\n${row(20, "Ana")}` });
    write("a.csv", `date,author,text\n${row(18, "Sam")}${row(20, "Ana")}`);
    expect(await reported("--since", "main", "--only", "calendar/sameness")).toEqual([`a.csv ${said}`]);
  });

  it("blame what is new for what is over a period's maximum", async () => {
    const pack = "voicecheck: 1\nrules:\n  calendar/rye: {calendar: {count: [rye], max: 1, per: month}}\n";
    const { write, reported } = committed({
      "voicecheck.yaml": pack,
      "a.csv": "date,text\n2026-06-20,Old rye\n",
    });
    write("a.csv", "date,text\n2026-06-02,New rye\n2026-06-20,Old rye\n");
    expect(await reported("--since", "main")).toEqual(["a.csv rye"]);
  });
});
