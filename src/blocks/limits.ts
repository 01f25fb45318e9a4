/**
 * What Slack accepts, the careful reading where its documents disagree. Lengths are in UTF-16
 * units, which never undercounts.
 */
export const limits = {
  messageBlocks: 50,
  viewBlocks: 100,
  /** Not documented; seen to be refused above it (`msg_blocks_too_long`). */
  messageBlocksText: 13_000,
  messageText: 4_000,
  viewBytes: 250_000,
  chartsPerMessage: 2,
  id: 255,
  privateMetadata: 3_000,
  viewTitle: 24,
  sectionText: 3_000,
  sectionFields: 10,
  /** Slack takes 2,000 here and in a context; less, so that a message of many fits its whole. */
  fieldText: 800,
  headerText: 150,
  contextElements: 10,
  contextText: 1_500,
  actionsElements: 25,
  alertText: 200,
  cardTitle: 150,
  cardBody: 200,
  cardButtons: 3,
  inputLabel: 2_000,
  tableRows: 100,
  tableColumns: 20,
  /** Slack takes 10,000; less, so that a table fits a message together with its words. */
  tableText: 6_000,
  tablePageSize: 100,
  chartTitle: 50,
  chartSeries: 6,
  chartPoints: 20,
  chartLabel: 20,
  chartAxisLabel: 50,
  buttonText: 75,
  buttonValue: 2_000,
  options: 100,
  optionText: 75,
  optionValue: 75,
  placeholder: 150,
  inputText: 3_000,
} as const;

/** Where blocks are shown. */
export type Surface = "message" | "modal" | "home";
