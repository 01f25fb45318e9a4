import { say } from "../src/i18n/say.ts";
import { may } from "../src/people/may.ts";
import { defineCommand, type Asker, type Page, type Reply } from "./command.ts";
import type { Desk } from "./desk.ts";
import { draftFor, postDetails, postNow, postTest, setPaused, snoozeGoal } from "./digest-deeds.ts";
import { digestForm, editFormFor, newFormFor } from "./digest-form.ts";
import { digestMeant, digestsIn, whichDigest } from "./digest-meant.ts";
import { digestList, digestPage, mayChangeDigest, maySetDigest } from "./digest-pages.ts";
import { statusPage } from "./digest-status.ts";
import { submitDigest } from "./digest-submit.ts";
import { readDigestWords, type DigestVerb } from "./digest-verbs.ts";
import { namedValues } from "./named-values.ts";
import { refusal } from "./page.ts";

/** Digests: set one up for a channel, post one now, see what became of them. */
export const digest = defineCommand({
  name: "digest",
  summary: {
    en: "Set up a channel's digest",
    ko: "채널의 요약 설정",
    ru: "Настроить сводку канала",
    "zh-TW": "設定頻道的摘要",
  },
  usage: {
    en: "now · list · preview · test · edit d1 · pause d1 · resume d1 · status",
    ko: "지금 · 목록 · 미리보기 · 테스트 · 수정 d1 · 중지 d1 · 재개 d1 · 상태",
    ru: "сейчас · список · предпросмотр · проба · изменить d1 · пауза d1 · продолжить d1 · статус",
    "zh-TW": "立即 · 清單 · 預覽 · 測試 · 編輯 d1 · 暫停 d1 · 繼續 d1 · 狀態",
  },
  run: async (words, asker, desk) => {
    const { locale, role } = asker;
    if (!may(role, "ask")) return refusal([say(locale, (t) => t.words.stranger)]);
    const { plain, named } = namedValues(words);
    const postTo = named.get("post_to") ?? null;
    const channel = postTo ?? asker.channel;
    const asked = readDigestWords(words) ?? readDigestWords(plain.join(" "));
    if (asked === null && plain.length > 0) {
      return refusal([say(locale, (t) => t.digests.unknownWords, { words })], {
        hint: say(locale, (t) => t.digests.usage),
      });
    }
    if (asked === null) return setUp(words, channel, asker, desk);
    const [id = null] = readDigestWords(plain.join(" "))?.rest.split(/\s+/u) ?? [];
    return withVerb({ ...asked, id: id === "" ? null : id, channel, postTo, words }, asker, desk);
  },
  opensForm: opensDigestForm,
  refresh: digestForm,
  submit: submitDigest,
});

/** Set up without a word, or by one that says so. */
function opensDigestForm(words: string): boolean {
  const { plain } = namedValues(words);
  const verb = readDigestWords(plain.join(" "))?.verb;
  return plain.length === 0 || verb === "new" || verb === "edit";
}

interface VerbAsked {
  readonly verb: DigestVerb;
  readonly rest: string;
  /** The first word behind the verb that is no `name:value`. */
  readonly id: string | null;
  /** The one named, else where it was asked for. */
  readonly channel: string | null;
  readonly postTo: string | null;
  readonly words: string;
}

async function withVerb(asked: VerbAsked, asker: Asker, desk: Desk): Promise<Reply> {
  const { verb, rest, id, channel, words } = asked;
  switch (verb) {
    case "list":
      return digestList(asker, desk);
    case "new":
      return maySetDigest(asker) ? newFormFor(words, asker, desk) : notAllowed(asker);
    case "now":
      return withDraft(asked, postHere(asked), asker, desk);
    case "preview":
      return withDraft(asked, preview, asker, desk);
    case "test":
      return withDraft(asked, postTest, asker, desk);
    case "details":
      return postDetails(rest, asker, desk);
    case "snooze":
      return snoozeGoal(rest, asker, desk);
    case "status":
      return id === null
        ? statusHere(channel, asker, desk)
        : withDigest({ ...asked, verb }, asker, desk);
    case "show":
    case "edit":
    case "pause":
    case "resume":
      return withDigest({ ...asked, verb }, asker, desk);
  }
}

/** What is done with a digest that is set up. */
interface DigestAsked extends VerbAsked {
  readonly verb: "show" | "edit" | "pause" | "resume" | "status";
}

async function withDigest(asked: DigestAsked, asker: Asker, desk: Desk): Promise<Reply> {
  const { verb, words } = asked;
  const meant = await digestMeant({ ...asked, locale: asker.locale }, desk);
  if ("kind" in meant) return meant;
  switch (verb) {
    case "edit":
      return mayChangeDigest(asker, meant)
        ? editFormFor(meant, words, asker, desk)
        : notAllowed(asker);
    case "pause":
    case "resume":
      return setPaused(meant, verb === "pause", asker, desk);
    case "status":
      return statusPage({ of: meant, channel: null, shown: [meant] }, asker, desk);
    case "show":
      return digestPage(meant, asker, desk);
  }
}

type WithDraft = (
  draft: ReturnType<typeof draftFor>,
  asker: Asker,
  desk: Desk,
  /** Of the digest, or what stands for one that nobody has set up. */
  id: string,
) => Promise<Reply>;

/** With the digest named or the channel's, or with what one would be that nobody has set up. */
async function withDraft(
  asked: VerbAsked,
  deed: WithDraft,
  asker: Asker,
  desk: Desk,
): Promise<Reply> {
  const { id, channel } = asked;
  const isUnset = id === null && (await digestsIn(channel, desk)).length === 0;
  const meant = isUnset ? null : await digestMeant({ ...asked, locale: asker.locale }, desk);
  if (meant !== null && "kind" in meant) return meant;
  // Where it does not go, it is meant as it is in its own channel.
  const draft = draftFor(meant, channel, asker);
  return deed(draft, asker, desk, meant?.id ?? "unset");
}

const postHere =
  ({ channel, postTo }: VerbAsked): WithDraft =>
  (draft, asker, desk, id) =>
    postNow({ draft, id, channel, isNamed: postTo !== null }, asker, desk);

const preview: WithDraft = async (draft, _asker, { digests }) => ({
  kind: "digest",
  digest: await digests.preview(draft),
});

/** A form for the channel's digest: a new one where there is none, and a choice where there are several. */
async function setUp(
  words: string,
  channel: string | null,
  asker: Asker,
  desk: Desk,
): Promise<Reply> {
  if (!maySetDigest(asker)) return notAllowed(asker);
  const [first, ...others] = await digestsIn(channel, desk);
  if (first === undefined) return newFormFor(words, asker, desk);
  if (others.length === 0) return editFormFor(first, words, asker, desk);
  const which = whichDigest([first, ...others], asker.locale, "edit");
  const another = { label: say(asker.locale, (t) => t.digestMore.another), words: "digest new" };
  return { ...which, refused: false, choices: [...which.choices, another] };
}

async function statusHere(channel: string | null, asker: Asker, desk: Desk): Promise<Page> {
  const shown = channel === null ? await desk.digests.list() : await digestsIn(channel, desk);
  return statusPage({ of: null, channel, shown }, asker, desk);
}

const notAllowed = ({ locale }: Asker): Page => refusal([say(locale, (t) => t.digests.notAllowed)]);
