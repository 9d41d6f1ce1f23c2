/**
 * `npm run test:spark`: runs the Spark job with real Spark, two workers in processes of their own, and compares what it wrote with one
 * process's answers, line by line. 2 where Python, Java or PySpark are missing. PYSPARK_PYTHON names a Python that has PySpark.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const program = join(root, "bin/voicecheck.js");
const folder = mkdtempSync(join(tmpdir(), "voicecheck-spark-"));
const POSTS = 2_000;
const SIZE = 1 << 28;

interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(
  command: string,
  args: readonly string[],
  input = "",
  env: NodeJS.ProcessEnv = process.env,
): Ran {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    input,
    env,
    encoding: "utf8",
    maxBuffer: SIZE,
  });
  return { code: error === undefined ? status : null, stdout: stdout ?? "", stderr: stderr ?? "" };
}

/** A Python with PySpark: the one that is named, the usual one, or one that is made for this run. */
function pythonWithSpark(): string | undefined {
  const hasSpark = (python: string): boolean => run(python, ["-c", "import pyspark"]).code === 0;
  for (const python of [process.env.PYSPARK_PYTHON, "python3"])
    if (python !== undefined && hasSpark(python)) return python;
  const venv = join(folder, "venv");
  const python = join(venv, "bin/python");
  const requirements = join(root, "integrations/spark/requirements.txt");
  if (run("python3", ["-m", "venv", venv]).code !== 0) return undefined;
  if (run(python, ["-m", "pip", "install", "--quiet", "-r", requirements]).code !== 0) return undefined;
  return hasSpark(python) ? python : undefined;
}

/** Posts of all kinds: clean, flagged, with emoji and escapes; some lines that are no JSON, some without a post. */
function lines(): readonly string[] {
  return Array.from({ length: POSTS }, (_, id) => {
    if (id % 101 === 50) return `{"id": ${id}, "text": "cut`;
    if (id % 103 === 50) return JSON.stringify({ id, note: "nothing to post" });
    const text = id % 3 === 0 ? `We leverage it ${id} 🥐 \u2028 “so”` : `Rye at nine, day ${id}`;
    return JSON.stringify({ id, platform: "x", text });
  });
}

/** Lines and offsets in the file count from each partition's first line. */
function withoutNumbers(line: string): string {
  return line.replaceAll(/"(line|endLine|offset|endOffset)":\d+/gu, '"$1":0');
}

function compare(python: string): number {
  const input = join(folder, "posts.ndjson");
  const output = join(folder, "checked");
  const text = `${lines().join("\n")}\n`;
  writeFileSync(input, text);
  const job = join(root, "integrations/spark/voicecheck_job.py");
  const flags = [
    input,
    output,
    "--command",
    `${process.execPath} ${program}`,
    "--config",
    "voicecheck:social",
    "--partitions",
    "5",
  ];
  const submit = [
    "-c",
    "import pyspark, os; print(os.path.join(os.path.dirname(pyspark.__file__), 'bin', 'spark-submit'))",
  ];
  const env = {
    ...process.env,
    PYSPARK_PYTHON: python,
    PYSPARK_DRIVER_PYTHON: python,
    SPARK_LOCAL_IP: "127.0.0.1",
  };
  const spark = run(
    run(python, submit).stdout.trim(),
    ["--master", "local-cluster[2,1,1024]", "--conf", "spark.ui.enabled=false", job, ...flags],
    "",
    env,
  );
  if (spark.code !== 0) {
    console.error(spark.stderr.slice(-4000));
    return 1;
  }
  const parts = readdirSync(output)
    .filter((name) => name.startsWith("part-"))
    .sort();
  const checked = parts.flatMap((name) => readFileSync(join(output, name), "utf8").split("\n").slice(0, -1));
  const alone = run(process.execPath, [program, "-f", "ndjson", "--config", "voicecheck:social"], text);
  const expected = alone.stdout.split("\n").slice(0, -1);
  const wrong = expected.findIndex(
    (line, index) => withoutNumbers(line) !== withoutNumbers(checked[index] ?? ""),
  );
  console.log(`${parts.length} partitions, ${checked.length} lines of ${expected.length}`);
  if (wrong < 0 && checked.length === expected.length) return 0;
  console.error(
    `line ${wrong + 1} differs:\n  one process: ${expected[wrong]}\n  Spark:       ${checked[wrong]}`,
  );
  return 1;
}

try {
  const python = run("java", ["-version"]).code === 0 ? pythonWithSpark() : undefined;
  if (python === undefined)
    console.error(
      "test:spark needs Java 17, Python 3 and PySpark: pip install -r integrations/spark/requirements.txt",
    );
  process.exitCode = python === undefined ? 2 : compare(python);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
