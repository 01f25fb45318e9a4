import type { SourceConfig } from "../config/source-config.ts";
import type { SilentSources } from "../kpis/without-silent.ts";

/**
 * Sources whose mapping of a kind names none of the events. Where no source names one there is
 * nobody to tell them apart from: then the figure has no data at all.
 */
export const silentSources =
  (sources: readonly Pick<SourceConfig, "name" | "records">[]): SilentSources =>
  (kind, events) => {
    const ofKind = sources.flatMap(({ name, records }) => {
      const fields = records[kind]?.fields;
      return fields === undefined ? [] : [{ name, isTold: events.some((each) => each in fields) }];
    });
    return ofKind.some(({ isTold }) => isTold)
      ? ofKind.flatMap(({ name, isTold }) => (isTold ? [] : [name]))
      : [];
  };
