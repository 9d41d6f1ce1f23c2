import type {
  ArtifactLocation,
  Log,
  Notification,
  Region,
  Replacement,
  ReportingDescriptor,
  Result,
} from "sarif";
import { VERSION } from "../generated/version.ts";
import { countedLevel } from "../score.ts";
import type { Finding, Level, Place, Post, Problem, Report, Reporter } from "../types.ts";
import { fullName, messageOf } from "./counts.ts";
import { fileFingerprintsOf } from "./fingerprint.ts";
import { harmless, harmlessJson } from "./harmless.ts";
import { uriOf, webUrl } from "./locations.ts";

const SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
const LEVELS: Readonly<Record<Level, "error" | "warning" | "note">> = {
  error: "error",
  warning: "warning",
  info: "note",
};
const ORDER: readonly Level[] = ["error", "warning", "info"];
/** GitHub takes no more results of a run; the worst are kept. */
const MOST_RESULTS = 25_000;

/** SARIF 2.1.0, for code scanning. */
export const sarif: Reporter = {
  name: "sarif",
  summary: "SARIF 2.1.0, for code scanning",
  render: (report) => `${harmlessJson(logOf(report), 1)}\n`,
};

interface Told {
  readonly post: Post;
  readonly finding: Finding;
}

function logOf(report: Report): Log {
  const all = report.posts.flatMap(({ post, findings }) =>
    findings.map((finding): Told => ({ post, finding })),
  );
  const told = all.length <= MOST_RESULTS ? all : worst(all);
  const rules = [...new Map(told.map(({ finding }) => [fullName(finding), ruleOf(finding)])).values()];
  const indices = new Map(rules.map(({ id }, index) => [id, index]));
  const fingerprints = fileFingerprintsOf(report.posts);
  return {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "voicecheck", semanticVersion: VERSION, rules } },
        columnKind: "utf16CodeUnits",
        results: told.map(({ post, finding }) => ({
          ...resultOf(post, finding),
          ruleIndex: indices.get(fullName(finding)),
          partialFingerprints: { "voicecheck/v1": fingerprints.get(finding) ?? "" },
        })),
        invocations: [
          {
            executionSuccessful: report.problems.every(({ level }) => level !== "error"),
            toolExecutionNotifications: notificationsOf(report, all.length - told.length),
          },
        ],
      },
    ],
  };
}

/** The worst, in the order in which they stand. */
function worst(all: readonly Told[]): readonly Told[] {
  const kept = new Set(
    ORDER.flatMap((level) => all.filter(({ finding }) => countedLevel(finding) === level)).slice(
      0,
      MOST_RESULTS,
    ),
  );
  return all.filter((told) => kept.has(told));
}

function ruleOf(finding: Finding): ReportingDescriptor {
  const { level, why, url } = finding;
  const text = harmless(why ?? messageOf(finding));
  const helpUri = webUrl(url);
  return {
    id: fullName(finding),
    shortDescription: { text: fullName(finding) },
    fullDescription: { text },
    help: { text },
    defaultConfiguration: { level: LEVELS[level] },
    ...(helpUri !== undefined && { helpUri }),
  };
}

function resultOf(post: Post, finding: Finding): Result {
  const artifactLocation = artifactOf(post.source);
  const fix = fixOf(post, finding);
  return {
    ruleId: fullName(finding),
    level: LEVELS[countedLevel(finding)],
    message: { text: harmless(messageOf(finding)) },
    locations: [{ physicalLocation: { artifactLocation, region: regionOf(finding.place) } }],
    ...(fix !== undefined && { fixes: [{ artifactChanges: [{ artifactLocation, replacements: [fix] }] }] }),
  };
}

/** A file below the working folder is seen from the root of the sources; one elsewhere is named whole. */
function artifactOf(source: string): ArtifactLocation {
  const uri = uriOf(source);
  return uri.startsWith("file:") ? { uri } : { uri, uriBaseId: "%SRCROOT%" };
}

function regionOf({ line, column, endLine, endColumn }: Place): Region {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

/** What `--fix` would write, where that can be put into the file as it stands. */
function fixOf(post: Post, { edit }: Finding): Replacement | undefined {
  const place = edit && post.locate(edit);
  if (place === undefined || place.exact === false) return undefined;
  return { deletedRegion: regionOf(place), insertedContent: { text: edit?.text ?? "" } };
}

function notificationsOf({ problems }: Report, left: number): Notification[] {
  const told = problems.map(notificationOf);
  if (left === 0) return told;
  const text = `${left} more flags are left out: code scanning takes ${MOST_RESULTS.toLocaleString("en")}, and these are the worst`;
  return [...told, { level: "note", message: { text } }];
}

function notificationOf({ source, line, column, level, message, code }: Problem): Notification {
  const region =
    line === undefined
      ? {}
      : { region: { startLine: line, ...(column !== undefined && { startColumn: column }) } };
  return {
    level: level === "error" ? "error" : "note",
    descriptor: { id: code },
    message: { text: harmless(message) },
    locations: [{ physicalLocation: { artifactLocation: artifactOf(source), ...region } }],
  };
}
