import type { Element } from "hast";
import { h } from "hastscript";
import { countedLevel } from "../../score.ts";
import type { Finding, Post, PostResult } from "../../types.ts";
import { counted, fullName, messageOf } from "../counts.ts";
import { harmless } from "../harmless.ts";
import { lines } from "./elements.ts";
import { markedText, type Shown } from "./marks.ts";

/** More flags than these nobody reads under one post. */
const MOST_FLAGS = 200;
const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u;

/** A post as it will stand among others, and under it what there is to say. */
export function card(result: PostResult, number: number, classes: readonly string[]): Element {
  const { post, score, findings } = result;
  const title = `post-${number}`;
  const flags = findings.slice(0, MOST_FLAGS).map((finding, index) => ({ finding, id: `${title}-${index}` }));
  return h("article", { class: [...classes], ariaLabelledby: title }, [
    h("header", [
      h("h3", { id: title }, headingOf(post)),
      h("span", { class: ["score", grade(score)] }, `score ${score}`),
    ]),
    shownPost(result, flags),
    ...countBars(result),
    ...axisBars(result),
    ...(flags.length === 0 ? [] : [flagList(flags, findings.length - flags.length)]),
  ]);
}

function headingOf({ id, source, line }: Post): string {
  const name = String(id);
  const place = harmless(`${source}:${line}`);
  return name.startsWith(source) ? place : `${place} · ${harmless(name)}`;
}

function grade(score: number): string {
  if (score >= 80) return "good";
  return score >= 50 ? "fair" : "poor";
}

function shownPost(result: PostResult, flags: readonly Shown[]): Element {
  const { post } = result;
  const { fields } = post;
  const name = post.author ?? post.account ?? post.platforms[0] ?? "Post";
  const facts = [
    post.author === undefined ? undefined : post.account,
    post.platforms.join(", "),
    post.date,
    post.kind,
  ]
    .filter((fact) => fact !== undefined && fact !== "")
    .join(" · ");
  const lang = post.lang !== undefined && LANGUAGE.test(post.lang) ? post.lang : undefined;
  return h("div", { class: "post" }, [
    h("div", { class: "byline" }, [
      h("span", { class: "avatar", ariaHidden: "true" }, initialOf(name)),
      h("strong", harmless(name)),
      h("small", harmless(post.role === "comment" ? `${facts} · first comment` : facts)),
    ]),
    ...part("title", fields.title),
    h("div", { class: "text", dir: "auto", lang }, [...markedText(post.text, flags, foldOf(result))]),
    ...part("tags", fields.hashtags),
    ...mediaOf(fields),
    ...part("link", fields.link),
  ]);
}

function initialOf(name: string): string {
  return harmless(/[\p{L}\p{N}]/u.exec(name)?.[0].toUpperCase() ?? "·");
}

function part(name: string, text: string | undefined): readonly Element[] {
  return text === undefined || text === "" ? [] : [h("div", { class: name, dir: "auto" }, [...lines(text)])];
}

/** Where the first of the post's platforms hides the rest behind “more”. */
function foldOf({ counts = {} }: PostResult): { readonly at: number; readonly sign: Element } | undefined {
  const folded = Object.entries(counts).flatMap(([platform, { fold }]) =>
    fold === undefined ? [] : [{ platform, fold }],
  );
  if (folded.length === 0) return undefined;
  const at = Math.min(...folded.map(({ fold }) => fold));
  const platforms = folded.filter(({ fold }) => fold === at).map(({ platform }) => harmless(platform));
  return { at, sign: h("span", { class: "fold" }, `behind “more” on ${platforms.join(", ")}`) };
}

function mediaOf({ media, alt }: Post["fields"]): readonly Element[] {
  if (media === undefined || media === "") return [];
  const description =
    alt === undefined || alt === ""
      ? h("span", { class: "missing" }, "no description")
      : h("span", { dir: "auto" }, [...lines(alt)]);
  return [h("div", { class: "media" }, [h("code", harmless(media)), description])];
}

function countBars({ counts = {} }: PostResult): readonly Element[] {
  const all = Object.entries(counts);
  if (all.length === 0) return [];
  return [
    h(
      "ul",
      { class: "bars" },
      all.map(([platform, { count, limit }]) =>
        bar(`${harmless(platform)} ${count}/${limit}`, {
          ...{ value: Math.min(count, limit), max: limit, kind: count > limit ? "poor" : "good" },
        }),
      ),
    ),
  ];
}

function axisBars({ axes }: PostResult): readonly Element[] {
  const low = Object.entries(axes)
    .filter(([, score]) => score < 100)
    .sort(([, one], [, other]) => one - other);
  if (low.length === 0) return [];
  const bars = low.map(([axis, score]) =>
    bar(`${harmless(axis)} ${score}`, { value: score, max: 100, kind: grade(score) }),
  );
  return [h("ul", { class: "bars" }, bars)];
}

interface Bar {
  readonly value: number;
  readonly max: number;
  readonly kind: string;
}

function bar(label: string, { value, max, kind }: Bar): Element {
  const width = `${Math.round((100 * value) / Math.max(1, max))}%`;
  return h("li", [
    h("span", label),
    h("span", { class: "bar", ariaHidden: "true" }, [h("span", { class: kind, style: `width:${width}` })]),
  ]);
}

function flagList(flags: readonly Shown[], more: number): Element {
  const rest = more > 0 ? [h("li", `… and ${counted(more, "more flag")}`)] : [];
  return h("ol", { class: "flags" }, [...flags.map(flagItem), ...rest]);
}

function flagItem({ finding, id }: Shown): Element {
  const level = countedLevel(finding);
  return h("li", { id, class: level, tabIndex: -1 }, [
    h("strong", level),
    " ",
    h("span", harmless(messageOf(finding))),
    ...(finding.why === undefined ? [] : [" ", h("span", { class: "why" }, harmless(finding.why))]),
    ...insteadOf(finding),
    " ",
    h("code", harmless(fullName(finding))),
  ]);
}

/** What to write instead, where the message doesn't say so. */
function insteadOf({ suggestions, message }: Finding): readonly (string | Element)[] {
  const unsaid = suggestions.filter((words) => words !== "" && !message.includes(words));
  return unsaid.length === 0
    ? []
    : [
        " ",
        h(
          "span",
          { class: "instead" },
          `Instead: ${harmless(unsaid.map((words) => `“${words}”`).join(", "))}`,
        ),
      ];
}
