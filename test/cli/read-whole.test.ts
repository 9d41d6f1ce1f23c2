import { statSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readWhole } from "../../src/cli/read-whole.ts";
import { leaveMemory, readIntoSpare } from "../../src/cli/spare-memory.ts";
import { folderOf } from "./folder.ts";

const folder = folderOf({ "some.txt": "rye, wheat", "empty.txt": "" });

it.each<[string, string, number | undefined, boolean]>([
  ["into memory of its own", "some.txt", undefined, false],
  ["into memory with room", "some.txt", 1000, true],
  ["into memory that it fills", "some.txt", 10, true],
  ["beside memory that is too small", "some.txt", 9, false],
  ["that is empty", "empty.txt", 9, true],
])("reads a whole file %s", (_, name, room, isInside) => {
  const file = join(folder, name);
  const memory = room === undefined ? undefined : Buffer.alloc(room, "x");
  const { bytes, size, time } = readWhole(file, memory);
  expect(bytes.toString()).toBe(name === "empty.txt" ? "" : "rye, wheat");
  expect({ size, time }).toEqual({ size: bytes.length, time: statSync(file).mtimeMs });
  expect(bytes.buffer === memory?.buffer).toBe(isInside);
});

it("throws where nothing can be read", () => {
  expect(() => readWhole(join(folder, "none.txt"))).toThrow("ENOENT");
  expect(() => readWhole(folder)).toThrow("EISDIR");
});

it("reads files side by side into memory that was left, as long as there is room", () => {
  const memory = Buffer.alloc(20, "x");
  leaveMemory(memory);
  const read = ["some.txt", "empty.txt", "some.txt"].map((name) => readIntoSpare(join(folder, name)));
  expect(read.map(String)).toEqual(["rye, wheat", "", "rye, wheat"]);
  expect(read.map(({ buffer }) => buffer === memory.buffer)).toEqual([true, true, false]);
  expect(() => readIntoSpare(join(folder, "none.txt"))).toThrow("ENOENT");
});

it("reads numbers where they can be looked at", () => {
  leaveMemory(Buffer.alloc(100));
  readIntoSpare(join(folder, "some.txt"));
  const second = readIntoSpare(join(folder, "some.txt"));
  expect([second.byteOffset, second.toString()]).toEqual([16, "rye, wheat"]);
});

it("reads files where no memory was left", () => {
  leaveMemory(undefined);
  expect(readIntoSpare(join(folder, "some.txt")).toString()).toBe("rye, wheat");
});
