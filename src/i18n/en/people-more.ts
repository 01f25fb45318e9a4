export const people = {
  adminsOnly: "Only admins may do this.",
  channelClosed:
    "This channel is private, and you are not in it, or Goalpost is not: choose another, or invite Goalpost.",
  dropped: {
    all: "Records from before {day} are not kept any more (privacy.keep_records).",
    some: "Records from before {day} are not kept any more (privacy.keep_records): this figure lacks them.",
    before:
      "The period compared with begins before {day}; older records are not kept any more (privacy.keep_records).",
  },
  audit: {
    none: "Nothing has been changed yet.",
    noneOf: "Nothing is recorded of “{id}”.",
    when: "When",
    who: "Who",
    via: "Through",
    what: "What",
  },
  forget: {
    whom: "Say whom: a name as the records write it, or a Slack id: “goalpost forget Becky”.",
    would:
      "{person} would be taken out of records ({records}), documents ({documents}) and the audit log.",
    confirm: "This cannot be undone. To do it, say the same with --yes.",
    unknown: "Nobody is called “{name}” here.",
    unknownNext: "Say the name as the records write it, or the Slack id.",
    done: "Done: “{pseudonym}” stands for the name now. Records: {records}. Documents: {documents}. Audit lines: {lines}.",
    configured: "goalpost.yml still names them: {places}. Take that out by hand.",
    aside:
      "These files were set aside and may hold the name: {files}. Look into them and delete them.",
    sources:
      "The sources still hold the name; whatever they bring from now on gets the same replacement.",
  },
  import: {
    which: "Say which file: “goalpost goal import goals.yml”; --dry-run only checks it.",
    syntax: "This is no YAML that can be read: {reason}.",
    noGoals: "A file of goals has “goals:” and a list behind it, and nothing else.",
    twice: "The goal {id} stands here twice.",
    noField: "There is no field “{field}”.",
    unclear: "“{field}” is missing or not understood.",
    oneOf: "It is one of: {values}.",
    fixed:
      "{id} is there already, and its “{field}” cannot change: that would be another goal. Leave the id out to set a new one.",
    reason: "{id} would become easier or later: say why, in a field “reason”.",
    nothing: "Nothing was changed.",
    would: "Checked: {fresh} new, {changed} changed, {same} the same. Nothing was changed.",
    done: "Done: {fresh} new, {changed} changed, {same} the same.",
  },
  export: {
    how: "Say it so: “goalpost export scorecard last-month by channel --csv scorecard.csv”, or --xlsx.",
    goals: { one: "{count} goal written to {path}", other: "{count} goals written to {path}" },
    scorecard: { one: "{count} row written to {path}", other: "{count} rows written to {path}" },
    button: "As a file (XLSX)",
    nothing: "No KPI has data for this. Try another period, or fewer filters.",
    title: "Scorecard, {period}",
    holds: {
      one: "The file has {count} row, with numbers as numbers and times in seconds.",
      other: "The file has {count} rows, with numbers as numbers and times in seconds.",
    },
    written: "{title}: written to {path}. {holds}",
    sheet: "Scorecard",
    others: { one: "{count} other", other: "{count} others" },
  },
  help: {
    audit: "Who changed what, when and through what: all, or one goal, digest or note by its id",
    forget: "Take a person's name out of everything that is kept",
    export: "A scorecard as CSV or XLSX: “export scorecard last-month by team --xlsx file”",
    goalFiles: "Goals as YAML, and back: “goal export file”, “goal import file”",
    yes: "Do what cannot be undone",
    dryRun: "Check a file and change nothing",
    csv: "The file of a scorecard; “-” is the screen",
    xlsx: "The same as a workbook",
  },
};
