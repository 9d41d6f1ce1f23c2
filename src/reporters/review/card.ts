import type { Element } from "hast";
import { h } from "hastscript";
import { countedLevel } from "../../score.ts";
import { scan } from "../../text/scan.ts";
import type { EntityKind, Post, PostResult } from "../../types.ts";
import { harmless } from "../harmless.ts";
import { barsOf, gradeOf } from "./bars.ts";
import { lines } from "./elements.ts";
import { flagList, shownFlags } from "./flag-list.ts";
import { foldsOf } from "./fold.ts";
import { markedText, type Shown } from "./marks.ts";
import { shownPlatform } from "./platform.ts";

/** More flags than these nobody reads under one post. */
const MOST_FLAGS = 200;
const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u;
/** What platforms show in a colour of its own. */
const COLOURED: ReadonlySet<EntityKind> = new Set(["link", "mention", "hashtag", "cashtag"]);

/** A post as it will stand among others, and beside it what there is to say. */
export function card(result: PostResult, number: number, classes: readonly string[]): Element {
  const { post, score, findings } = result;
  const title = `post-${number}`;
  const flags = shownFlags(findings.slice(0, MOST_FLAGS), title);
  return h("article", { class: [worstLevel(result), ...classes], ariaLabelledby: title }, [
    h("header", [
      h("h3", { id: title }, headingOf(post)),
      h("span", { class: ["score", gradeOf(score)] }, `score ${score}`),
    ]),
    h("div", { class: "inside" }, [
      h("div", { class: "sides" }, [
        h("div", [shownPost(result, flags), ...barsOf(result)]),
        flagList(flags, findings.length - flags.length),
      ]),
    ]),
  ]);
}

function worstLevel({ findings }: PostResult): string {
  const levels = new Set(findings.map(countedLevel));
  const worst = (["error", "warning", "info"] as const).find((level) => levels.has(level));
  return `has-${worst ?? "none"}`;
}

function headingOf({ id, source, line }: Post): string {
  const name = String(id);
  const place = harmless(`${source}:${line}`);
  return name.startsWith(source) ? place : `${place} · ${harmless(name)}`;
}

function shownPost(result: PostResult, flags: readonly Shown[]): Element {
  const { post } = result;
  const { text, fields, hidden } = post;
  const lang = post.lang !== undefined && LANGUAGE.test(post.lang) ? post.lang : undefined;
  const entities = scan(text, hidden).entities.filter(({ kind }) => COLOURED.has(kind));
  return h("div", { class: "post" }, [
    byline(post),
    ...part("title", fields.title),
    h("div", { class: "text", dir: "auto", lang }, [
      ...markedText(text, { flags, folds: foldsOf(result), entities }),
    ]),
    ...part("tags", fields.hashtags),
    ...mediaOf(fields),
    ...part("link", fields.link),
  ]);
}

function byline(post: Post): Element {
  const platforms = post.platforms.map(shownPlatform);
  const name = post.author ?? post.account ?? platforms[0] ?? "Post";
  const account = post.author === undefined ? undefined : post.account;
  const comment = post.role === "comment" ? "first comment" : undefined;
  const part = post.thread === undefined ? undefined : `part ${post.thread.part} of ${post.thread.of}`;
  const facts = [account, platforms.join(", "), post.date, post.kind, part, comment];
  const told = facts.filter((fact) => fact !== undefined && fact !== "").join(" · ");
  return h("div", { class: "byline" }, [
    h("span", { class: "avatar", ariaHidden: "true" }, initialOf(name)),
    h("strong", { dir: "auto" }, harmless(name)),
    h("small", harmless(told)),
  ]);
}

function initialOf(name: string): string {
  return harmless(/[\p{L}\p{N}]/u.exec(name)?.[0].toUpperCase() ?? "·");
}

function part(name: string, text: string | undefined): readonly Element[] {
  return text === undefined || text === "" ? [] : [h("div", { class: name, dir: "auto" }, [...lines(text)])];
}

function mediaOf({ media, alt }: Post["fields"]): readonly Element[] {
  if (media === undefined || media === "") return [];
  const description =
    alt === undefined || alt === ""
      ? h("span", { class: "missing" }, "no description")
      : h("span", { dir: "auto" }, [...lines(alt)]);
  return [h("div", { class: "media" }, [h("code", harmless(media)), description])];
}
