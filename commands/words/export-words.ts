import { afterName, namesOf } from "./after-name.ts";

const exportNames = namesOf(
  "export | file | download | 내보내기 | 파일 | экспорт | выгрузка | файл | 匯出 | 檔案 | 下載",
);

/** The words behind "export"; null where something else is asked. */
export const afterExport = (text: string): string | null => afterName(text, exportNames);
