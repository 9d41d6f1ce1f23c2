import {
  chmodSync,
  lstatSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { UsageError } from "../errors.ts";
import { reasonOf } from "./errors.ts";

/** Writes a file as `writeFileSafely` does, unless it no longer holds the bytes `before`: who changed it meanwhile would lose the change. */
export function rewriteFile(path: string, before: Uint8Array, bytes: Uint8Array): void {
  if (!holds(path, before)) throw new UsageError("changed", changedMeanwhile(path));
  writeFileSafely(path, bytes);
}

function holds(path: string, bytes: Uint8Array): boolean {
  try {
    return readFileSync(path).equals(bytes);
  } catch {
    return false;
  }
}

function changedMeanwhile(path: string): string {
  return `the file ${path} was changed while it was mended, so it is left as it is now; run the command again`;
}

/**
 * Writes a file whole or not at all: beside it first, then renamed onto it, through links, keeping its mode.
 * Devices and pipes are written directly. Throws `UsageError` when it can't.
 */
export function writeFileSafely(path: string, text: string | Uint8Array): void {
  try {
    const old = statSync(path, { throwIfNoEntry: false });
    if (old !== undefined && !old.isFile()) writeFileSync(path, text);
    else replaceFile(linkTarget(path), text, old);
  } catch (error) {
    throw new UsageError("unwritable", `the file ${path} ${notWritten(error, path)}`);
  }
}

function replaceFile(path: string, text: string | Uint8Array, old: Stats | undefined): void {
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    writeFileSync(beside, text, { flag: "wx" });
    if (old !== undefined) chmodSync(beside, old.mode);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** Where a link leads; the path itself where there is none, or nothing stands at its end. */
function linkTarget(path: string): string {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true ? realpathSync(path) : path;
}

function notWritten(error: unknown, path: string): string {
  const code = error instanceof Error && "code" in error ? error.code : "";
  if (code === "ENOENT") return `can't be written: there is no folder ${dirname(path)}`;
  if (code === "EACCES" || code === "EPERM") return "can't be written: you have no permission";
  return reasonOf(error);
}
