import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";

interface Step {
  readonly uses?: string;
  readonly run?: string;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const root = join(import.meta.dirname, "..");
const folder = join(root, ".github/workflows");
const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));

function workflow(name: string): Workflow {
  return parse(readFileSync(join(folder, name), "utf8"));
}

describe.each(readdirSync(folder))("the workflow %s", (name) => {
  const { permissions, jobs } = workflow(name);
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  it("may only read, but for a job that says what more it needs", () => {
    expect(permissions).toEqual({ contents: "read" });
  });

  it("names foreign actions by commit, which no tag can change", () => {
    const foreign = steps.flatMap(({ uses }) => uses ?? []);
    expect(foreign.length).toBeGreaterThan(0);
    for (const each of foreign) expect(each).toMatch(/^[\w-]+\/[\w-]+@[\da-f]{40}$/u);
  });

  it("runs what is there", () => {
    const commands = steps.flatMap(({ run }) => run?.split("\n") ?? []);
    for (const command of commands) {
      const script = /^npm run ([\w:-]+)/u.exec(command)?.[1];
      if (script !== undefined) expect(scripts).toHaveProperty(script);
      if (command.startsWith(".")) expect(existsSync(join(root, command))).toBe(true);
    }
  });

  it("puts no words of an event into a shell", () => {
    for (const { run } of steps) expect(run ?? "").not.toContain("${{");
  });
});

describe("the release", () => {
  const { publish } = workflow("release.yml").jobs;
  const commands = publish.steps.map(({ run }) => run ?? "");

  it("proves where the package was built, with no token that could leak", () => {
    expect(publish.permissions).toEqual({ contents: "write", "id-token": "write" });
    expect(commands.join("\n")).toMatch(/^npm publish --provenance /mu);
    expect(JSON.stringify(publish)).not.toContain("secrets.");
  });

  it("publishes only what has passed, and the very bytes that have", () => {
    const order = [".ci/run", "release:ref", "npm publish", "git push"].map((word) =>
      commands.findIndex((command) => command.includes(word)),
    );
    expect(order).toEqual(order.toSorted((one, other) => one - other));
    expect(order).not.toContain(-1);
    expect(commands.join("\n")).toContain("--ignore-scripts");
  });
});
