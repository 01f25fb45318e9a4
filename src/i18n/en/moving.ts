export const moving = {
  summary:
    "Move everything into PostgreSQL (to-postgres), or back into the data folder (to-folder)",
  badWord: "“goalpost migrate” takes to-postgres or to-folder.",
  noUrl: "No database is named. Set DATABASE_URL to its address and say the same again.",
  done: "Moved from {from} to {to}, and compared row by row: {counts}.",
  records: "Records, by table, with their number and a checksum, the same on both sides: {tables}.",
  moving: "{table}: {rows} rows moved",
  comparing: "Comparing what was moved",
  toPostgresNext:
    "Keep DATABASE_URL set and start Goalpost. The files of before are in {aside}: delete them once all is well.",
  toFolderNext: "Take DATABASE_URL out of the environment and start Goalpost.",
};
