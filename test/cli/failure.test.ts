import { describe, expect, it } from "vitest";
import { complain } from "../../src/cli/failure.ts";
import { Interrupted } from "../../src/cli/io.ts";
import { UsageError } from "../../src/errors.ts";
import { fakeIo, type World } from "./fake-io.ts";

async function complaintOf(error: unknown, world: Partial<World> = {}): Promise<readonly [number, string]> {
  const { io, written } = fakeIo({ cwd: "/", ...world });
  return [await complain(error, io), written.stderr];
}

function aborted(reason?: unknown): AbortSignal {
  const controller = new AbortController();
  controller.abort(reason);
  return controller.signal;
}

describe("complain", () => {
  it("says of a mistake of our own that it is one, with where it happened", async () => {
    const [code, said] = await complaintOf(new TypeError("no such thing"));
    expect(code).toBe(2);
    expect(said).toMatch(/^TypeError: no such thing\n +at .*failure\.test\.ts/u);
    expect(said).toMatch(
      /\nThis is a mistake in voicecheck [\d.]+ \(Node v[\d.]+, \w+\), not in your files\.\nPlease report it/u,
    );
  });

  it("says the same of what is thrown and no error, and shows nothing that acts", async () => {
    const [code, said] = await complaintOf("a\u001b[31m thing");
    expect([code, said.split("\n")[0]]).toEqual([2, "a␛[31m thing"]);
    expect(said).toContain("This is a mistake in voicecheck");
  });

  it("names no place where there is none", async () => {
    const error = new Error("no such thing");
    error.stack = undefined;
    expect((await complaintOf(error))[1]).toMatch(/^Error: no such thing\n\nThis is a mistake/u);
  });

  it.each([
    [new UsageError("usage", "write a file"), "voicecheck: write a file\n"],
    [
      Object.assign(new Error("EIO: i/o error, write"), { syscall: "write" }),
      "voicecheck: the output can't be written (EIO: i/o error, write)\n",
    ],
  ])("says what the user can do: %s", async (error, said) => {
    expect(await complaintOf(error)).toEqual([2, said]);
  });

  it("takes an error of another system call for a mistake", async () => {
    const [, said] = await complaintOf(Object.assign(new Error("EIO"), { syscall: "read" }));
    expect(said).toContain("This is a mistake in voicecheck");
  });

  it.each([
    ["Ctrl-C", aborted(130), 130],
    ["SIGTERM", aborted(143), 143],
    ["something else", aborted(), 130],
  ])("says nothing of %s, and gives its code", async (_what, signal, code) => {
    expect(await complaintOf(new Interrupted(), { signal })).toEqual([code, ""]);
    expect(await complaintOf(new Error("cut off"), { signal })).toEqual([code, ""]);
  });
});
