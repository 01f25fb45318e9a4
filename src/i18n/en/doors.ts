/** What is said at Slack's doors: forms that open, who and where may be named, replies in threads. */
export const doors = {
  moment: "One moment…",
};
