import { z } from "zod";
import { writable } from "./chat.ts";
import { type Method, refuse } from "./method.ts";

const getUploadUrlExternal: Method = {
  status: "partial",
  token: "bot",
  scope: "files:write",
  run: (args, { uploads, workspace }) => {
    const name = args.text("filename");
    const length = args.count("length", 0);
    if (name === null || length === 0) return refuse("invalid_arguments");
    const file_id = workspace.nextId("F");
    return { ok: true, file_id, upload_url: uploads.issue(file_id, name, length) };
  },
};

const filesSchema = z.array(z.object({ id: z.string(), title: z.string().optional() })).min(1);

const completeUploadExternal: Method = {
  status: "partial",
  token: "bot",
  scope: "files:write",
  run: (args, { uploads, workspace }) => {
    const asked = filesSchema.safeParse(args.json("files"));
    if (!asked.success) return refuse("invalid_arguments");
    // Slack takes the id of a channel here, and not that of a person.
    const place = args.text("channel_id") ?? "";
    const channel = writable(workspace.channel(place)?.id ?? null, workspace);
    if ("ok" in channel) return channel;
    const files = asked.data.flatMap(({ id, title }) => {
      const upload = uploads.complete(id);
      return upload === null
        ? []
        : [workspace.keepFile({ ...upload, title: title ?? upload.name })];
    });
    if (files.length < asked.data.length) return refuse("file_not_found");
    workspace.post({
      channel: channel.id,
      author: workspace.seed.bot.userId,
      text: args.text("initial_comment") ?? "",
      blocks: [],
      files,
      threadTs: args.text("thread_ts"),
    });
    return { ok: true, files };
  },
};

export const files: Readonly<Record<string, Method>> = {
  "files.getUploadURLExternal": getUploadUrlExternal,
  "files.completeUploadExternal": completeUploadExternal,
};
