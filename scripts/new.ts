/** Writes the files that a new rule type, reporter or input needs: `npm run new -- check|reporter|input NAME`. */
import { access, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

interface Template {
  /** Path in the repository → content. */
  readonly files: (name: string, id: string) => Record<string, string>;
  /** The registry, and how one member of its list is written. */
  readonly registry: string;
}

const root = join(import.meta.dirname, "..");

const templates: Readonly<Record<string, Template>> = {
  check: {
    registry: "src/checks/index.ts",
    files: (name, id) => ({
      [`src/checks/${name}.ts`]: `import { object } from "valibot";
import type { Check } from "./check.ts";

interface Options {}

/** One sentence: what the rule type flags. */
export const ${id}: Check<Options> = {
  type: "${name}",
  summary: "what it flags, in one line",
  message: "“<match>”: what is wrong, and what to do instead.",
  schema: () => object({}),
  compile: (rules) =>
    function* run(doc) {
      for (const rule of rules) yield { rule, span: { start: 0, end: doc.text.length } };
    },
};
`,
      [`fixtures/checks/${name}.yaml`]: `- rule: {${name}: {}}\n  flag: "[[A post that it flags]]"\n- rule: {${name}: {}}\n  pass: A post that nearly matches\n  because: why it doesn't\n`,
      [`test/checks/${name}.test.ts`]: `import { describeTable } from "./table.ts";\n\ndescribeTable("${name}");\n`,
    }),
  },
  reporter: {
    registry: "src/reporters/index.ts",
    files: (name, id) => ({
      [`src/reporters/${name}.ts`]: `import type { Report, Reporter, Style } from "../types.ts";

/** One sentence: who reads this report. */
export const ${id}: Reporter = { name: "${name}", summary: "what it prints, in one line", render };

function render(report: Report, _style: Style): string {
  const lines = report.posts.flatMap(({ findings }) => findings.map((finding) => \`\${finding.rule} \${finding.message}\`));
  return lines.join("\\n");
}
`,
    }),
  },
  input: {
    registry: "src/inputs/index.ts",
    files: (name, id) => ({
      [`src/inputs/${name}.ts`]: `import type { Input, Post, Source } from "../types.ts";

/** One sentence: what a post is in this format. */
export const ${id}: Input = { name: "${name}", extensions: [".${name}"], summary: "what it reads, in one line", read };

function* read(_source: Source): Iterable<Post> {}
`,
      [`fixtures/inputs/${name}/basic.${name}`]: "",
    }),
  },
};

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

async function create(files: Record<string, string>): Promise<void> {
  for (const path of Object.keys(files)) {
    if (await exists(join(root, path))) throw new Error(`${path} is there already; choose another name`);
  }
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
    console.log(`wrote ${path}`);
  }
}

/** Adds the import and the name to the registry: its list ends with `];` on a line of its own or at the end of one. */
async function register(registry: string, name: string, id: string): Promise<void> {
  const path = join(root, registry);
  const text = await readFile(path, "utf8");
  const importLine = `import { ${id} } from "./${name}.ts";\n`;
  const listed = text.replace(/,?\s*\];/u, `, ${id}];`);
  if (listed === text) throw new Error(`${registry} has no list to add ${id} to; add it by hand`);
  await writeFile(path, importLine + listed);
  console.log(`added ${id} to ${registry}`);
}

async function main(kind: string | undefined, name: string | undefined): Promise<void> {
  const template = kind === undefined ? undefined : templates[kind];
  if (template === undefined || name === undefined || !/^[a-z][a-z0-9-]*$/u.test(name)) {
    throw new Error("usage: npm run new -- check|reporter|input NAME (small letters, digits and hyphens)");
  }
  const id = name.replace(/-(\w)/gu, (_, letter: string) => letter.toUpperCase());
  await create(template.files(name, id));
  await register(template.registry, name, id);
  console.log("next: npm run format, write the tests, npm run generate, npm run check");
}

try {
  await main(process.argv[2], process.argv[3]);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
