import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { lineSchema, reportSchema } from "../../scripts/generate/report-schema.ts";
import { batched } from "../../src/cli/batched.ts";
import { main } from "../../src/cli/main.ts";
import { fakeIo } from "./fake-io.ts";
import { folderOf } from "./folder.ts";
import { PACK, run } from "./run.ts";

const cwd = folderOf({
  "voicecheck.yaml": PACK,
  "posts.ndjson": '{"id":1,"text":"Act now"}\n{"id":2,"text":"Bread"}\n',
  "post.txt": "Act now",
  "empty/": "",
});

interface Line {
  readonly id: unknown;
  readonly findings: readonly { readonly rule: string }[];
  readonly parts?: readonly Line[];
}

function linesOf(stdout: string): readonly Line[] {
  const lines = stdout.split("\n");
  expect(lines.pop()).toBe("");
  const parsed = lines.map((line) => JSON.parse(line));
  for (const line of parsed) v.parse(lineSchema, line);
  return parsed;
}

async function answersTo(...input: readonly string[]): Promise<readonly Line[]> {
  return linesOf((await run(["-f", "ndjson"], { cwd, stdin: [input.join("\n")] })).stdout);
}

describe("voicecheck -f ndjson", () => {
  it("gives a line for each line that is not blank, in order, with its own id", async () => {
    const ids = ["7", '"7"', "1.5", "true", "null", '{"a":1}', '"\\u001b"'];
    const input = ids.map((id) => `{"id":${id},"text":"Act now"}`);
    const lines = await answersTo(...input.flatMap((line) => [line, "", "  "]));
    expect(lines.map(({ id }) => JSON.stringify(id))).toEqual(ids);
  });

  it("gives back a number that JavaScript can't hold", async () => {
    const { stdout } = await run(["-f", "ndjson"], {
      cwd,
      stdin: ['{"id":12345678901234567890,"text":"Bread"}'],
    });
    expect(stdout).toMatch(/^\{"id":12345678901234567890,"source":"-",/u);
  });

  it("puts further posts of a line into its parts", async () => {
    const [line] = await answersTo('{"id":"a","text":{"x":"Bread","linkedin":"Act now"}}');
    expect(line.findings).toHaveLength(0);
    expect(line.parts?.map(({ findings }) => findings.length)).toEqual([1]);
    expect(line.id).toBe("a");
  });

  it("answers lines without a post, and lines that are no JSON", async () => {
    const { stdout, stderr, code } = await run(["-f", "ndjson"], {
      cwd,
      stdin: ['{"id":3}\n[1\n{"text":"Act now"}'],
    });
    expect(linesOf(stdout)).toEqual([
      { id: 3, source: "-", line: 1, platforms: [], role: "post", score: 100, axes: {}, findings: [] },
      {
        id: null,
        source: "-",
        line: 2,
        error: { code: "bad-json", message: expect.any(String), column: expect.any(Number) },
      },
      expect.objectContaining({ line: 3 }),
    ]);
    expect(stderr).toMatch(/^-:1: note: .*\n-:2:\d+: error: .*\n$/u);
    expect(code).toBe(0);
  });

  it("counts posts in another language once", async () => {
    const stdin = ['{"text":"Brot","lang":"de"}\n{"text":"Bread"}\n{"text":"Pain","lang":"fr"}\n'];
    const { stderr } = await run(["-f", "ndjson"], { cwd, stdin });
    expect(stderr).toMatch(/^-:1: note: 2 posts are in another language than the pack,.*\n$/u);
    const whole = await run(["--stdin-filename", "a.ndjson"], { cwd, stdin });
    expect(whole.stderr).toMatch(/^a\.ndjson:1: note: 2 posts are in another language than the pack,.*\n$/u);
  });

  it("says the same of a stream no more than a few times", async () => {
    const stdin = ['{"text":"Bread","platform":"orkut"}\n'.repeat(20)];
    const { stderr, stdout } = await run(["-f", "ndjson"], { cwd, stdin });
    expect(linesOf(stdout)).toHaveLength(20);
    expect(stderr.split("\n").filter((line) => line.includes("orkut"))).toHaveLength(5);
    expect(stderr).toContain("-: note: 15 more notes like the last one (unknown-platform) are left out");
  });

  it("takes facts from the command line", async () => {
    const { stdout } = await run(["-f", "ndjson", "--author", "@ana"], {
      cwd,
      stdin: ['{"text":"Bread","author":"@bo"}'],
    });
    expect(linesOf(stdout)[0]).toMatchObject({ author: "@ana" });
  });

  it("streams files too, whatever their format", async () => {
    const { stdout, code } = await run(["posts.ndjson", "post.txt", "-f", "ndjson"], { cwd });
    expect(linesOf(stdout).map(({ id, findings }) => [id, findings.length])).toEqual([
      [1, 1],
      [2, 0],
      ["post.txt", 1],
    ]);
    expect(code).toBe(0);
  });

  it.each([
    [["posts.ndjson", "--fail-on", "error"], 1],
    [["posts.ndjson", "--fail-on", "never"], 0],
    [["posts.ndjson", "no.ndjson"], 2],
    [["empty"], 2],
  ])("exits by what was asked: %j", async (argv, expected) => {
    expect((await run([...argv, "-f", "ndjson"], { cwd })).code).toBe(expected);
  });

  it("writes other reports to files in the same run", async () => {
    const { stdout } = await run(["posts.ndjson", "-f", "ndjson", "-f", "json=report.json"], { cwd });
    expect(linesOf(stdout)).toHaveLength(2);
    const report = JSON.parse(readFileSync(join(cwd, "report.json"), "utf8"));
    v.parse(reportSchema, report);
    expect(report.summary).toMatchObject({ posts: 2, errors: 1 });
  });

  it("exits 2 when the stream itself fails, with the lines before it answered", async () => {
    const { io, written } = fakeIo({ cwd });
    async function* broken(): AsyncIterable<Uint8Array> {
      yield new TextEncoder().encode('{"id":1,"text":"Bread"}\n{"id":2,"te');
      throw Object.assign(new Error("read failed"), { code: "EIO" });
    }
    const code = await main(["-f", "ndjson", "-"], { ...io, stdin: { isPiped: () => true, chunks: broken } });
    expect(linesOf(written.stdout).map(({ id }) => id)).toEqual([1]);
    expect(written.stderr).toBe("-: error: this file failed (EIO)\n");
    expect(code).toBe(2);
  });

  it("reads UTF-16 and is not fooled by half of it", async () => {
    const bytes = (text: string): Uint8Array => new Uint8Array([0xff, 0xfe, ...Buffer.from(text, "utf16le")]);
    const good = await run(["-f", "ndjson"], { cwd, stdin: [bytes('{"id":1,"text":"Act now"}\n')] });
    expect(linesOf(good.stdout)[0].findings).toHaveLength(1);
    const bad = await run(["-f", "ndjson"], {
      cwd,
      stdin: [bytes('{"id":1,"text":"Act now"}\n').slice(0, -1)],
    });
    expect(bad.code).toBe(2);
    expect(bad.stderr).toContain("UTF-16");
  });

  it("stops reading when nobody reads any more", async () => {
    const { io } = fakeIo({ cwd });
    let read = 0;
    async function* endless(): AsyncIterable<Uint8Array> {
      for (;;) {
        read++;
        yield new TextEncoder().encode('{"text":"Bread"}\n');
      }
    }
    const stdout = { ...io.stdout, isGone: () => read > 3 };
    const code = await main(["-f", "ndjson", "-"], {
      ...io,
      stdout,
      stdin: { isPiped: () => true, chunks: endless },
    });
    expect(code).toBe(0);
  });

  it("answers a line before the next one comes", async () => {
    const { io, written } = fakeIo({ cwd });
    const seen: number[] = [];
    async function* slow(): AsyncIterable<Uint8Array> {
      for (const id of [1, 2, 3]) {
        yield new TextEncoder().encode(`{"id":${id},"text":"Bread"}\n`);
        await new Promise((resolve) => setTimeout(resolve, 20));
        seen.push(written.stdout.split("\n").length - 1);
      }
    }
    await main(["-f", "ndjson", "-"], { ...io, stdin: { isPiped: () => true, chunks: slow } });
    expect(seen).toEqual([1, 2, 3]);
  });

  it("ends with 130 when it is interrupted", async () => {
    const controller = new AbortController();
    const { io, written } = fakeIo({ cwd, signal: controller.signal });
    async function* chunks(): AsyncIterable<Uint8Array> {
      yield new TextEncoder().encode('{"id":1,"text":"Bread"}\n');
      controller.abort();
      yield new TextEncoder().encode('{"id":2,"text":"Bread"}\n');
    }
    expect(await main(["-f", "ndjson", "-"], { ...io, stdin: { isPiped: () => true, chunks } })).toBe(130);
    expect(written.stdout).not.toContain('"id":2');
  });
});

describe("batched", () => {
  it("gathers small writes and keeps their order", async () => {
    const texts: string[] = [];
    const sink = {
      write: async (text: string) => void texts.push(text),
      isGone: () => false,
      hasColors: () => false,
      width: 80,
    };
    const out = batched(sink);
    for (let index = 0; index < 1000; index++) await out.write(`${index}\n`);
    await out.end();
    expect(texts.join("")).toBe(Array.from({ length: 1000 }, (_, index) => `${index}\n`).join(""));
    expect(texts.length).toBeLessThan(10);
  });

  it("waits when much was written, and fails when writing does", async () => {
    const failure = new Error("full");
    const sink = {
      write: () => Promise.reject(failure),
      isGone: () => false,
      hasColors: () => false,
      width: 80,
    };
    const out = batched(sink);
    await expect(out.write("x".repeat(100_000))).rejects.toBe(failure);
    await expect(out.end()).rejects.toBe(failure);
  });
});
