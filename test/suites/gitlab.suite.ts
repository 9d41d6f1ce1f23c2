/** The job of integrations/gitlab as GitLab's runner starts it: each line of its script by a shell, its reports taken. Needs a build. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SaxesParser } from "saxes";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { installPacked } from "./installed.ts";
import { git } from "./release.ts";
import { emptyFolder, root, run } from "./shell.ts";

const file = join(root, "integrations/gitlab/voicecheck.gitlab-ci.yml");

it("reports the posts that a merge request changes, in the formats that GitLab takes", () => {
  const { voicecheck: job } = parse(readFileSync(file, "utf8"));
  const repository = emptyFolder();
  installPacked(repository);
  git(repository, "init", "--quiet", "-b", "main");
  writeFileSync(join(repository, ".gitignore"), "node_modules\n*.tgz\n");
  writeFileSync(
    join(repository, "june.csv"),
    "id,text\n1,Tag a friend who loves rye!\n2,The oven is warm.\n",
  );
  git(repository, "add", "-A");
  git(repository, "commit", "--quiet", "-m", "june");
  const base = git(repository, "rev-parse", "HEAD");
  writeFileSync(
    join(repository, "june.csv"),
    "id,text\n2,The oven is warm. Tag a friend!\n1,Tag a friend who loves rye!\n",
  );
  git(repository, "commit", "--quiet", "-am", "edit");

  const env = { CI: "true", GITLAB_CI: "true", CI_MERGE_REQUEST_DIFF_BASE_SHA: base, ...job.variables };
  expect(job.script.length).toBeGreaterThan(0);
  for (const line of job.script) {
    const { code, stdout, stderr } = run("sh", ["-e", "-c", line], { cwd: repository, env });
    expect(stdout).toContain("june.csv:2");
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.not.stringContaining("error") });
  }

  const quality = JSON.parse(readFileSync(join(repository, job.artifacts.reports.codequality), "utf8"));
  expect(
    quality.map(({ location, severity }: Issue) => [location.path, location.lines.begin, severity]),
  ).toEqual([["june.csv", 2, "major"]]);
  expect(failuresOf(readFileSync(join(repository, job.artifacts.reports.junit), "utf8"))).toBe(1);
  for (const path of job.artifacts.paths)
    expect(readFileSync(join(repository, path), "utf8")).toContain("engagement-bait");
  expect(job.artifacts.when).toBe("always");
});

interface Issue {
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

/** How many cases of a JUnit report failed. Throws where it is no XML. */
function failuresOf(xml: string): number {
  let failures = 0;
  const parser = new SaxesParser();
  parser.on("opentag", ({ name }) => {
    if (name === "failure") failures++;
  });
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(xml).close();
  return failures;
}
