import type { ReactNode } from "react";
import type { SharedFile } from "../wire.ts";
import { useDesk } from "./desk.ts";

/** A file to save, with its name and how much it is. */
export function FileView({ file }: { readonly file: SharedFile }): ReactNode {
  const { locale, me, text } = useDesk();
  const size = new Intl.NumberFormat(locale, {
    style: "unit",
    unit: "kilobyte",
    maximumSignificantDigits: 2,
  }).format(file.size / 1000);
  return (
    <a
      className="file"
      href={`/playground/file/${file.id}?as=${me.id}`}
      download={file.name}
      title={text("save_file")}
    >
      <b>{file.title}</b>
      <small>
        {file.name} · {size}
      </small>
    </a>
  );
}
