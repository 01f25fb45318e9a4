export const backup = {
  summary: "Copy goals, digests, notes and the audit log to a file, while the bot runs or not",
  restoreSummary: "Put such a copy back, once the bot is stopped; --dry-run only checks it",
  whereTo: "Say where to: “goalpost backup goalpost.backup”, or the name of a folder.",
  which: "Say which file: “goalpost restore goalpost.backup”; --dry-run only checks it.",
  nothing: "Nothing has been set up yet, so there is nothing to copy.",
  elsewhere: "The documents are kept in PostgreSQL: copy that, with pg_dump for instance.",
  done: "Copied to {path}: {documents}, and the audit log.",
  without:
    "Not in it: records, which the sources bring again, goalpost.yml and every token. Keep those apart.",
  checked: "The copy of {at} is whole and can be put back: {documents}. Nothing was changed.",
  restored: "Put back, as it was at {at}: {documents}.",
  looks: "Nothing that was due before now is posted without looking in its channel first.",
  setAside: "Set aside in the data folder: {files}.",
  setAsideNext: "Look whether anything in them is still wanted, and delete them.",
  aside: "What was there before is kept in {folder}, beside it.",
  forgotten: {
    one: "{count} person was forgotten since that copy was made, and it may still name them: say “goalpost forget” once more.",
    other:
      "{count} people were forgotten since that copy was made, and it may still name them: say “goalpost forget” once more for each.",
  },
};
