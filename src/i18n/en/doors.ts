/** What is said at Slack's doors: forms that open, who and where may be named, replies in threads. */
export const doors = {
  moment: "One moment…",
  /** Why a person or a channel that a form names is refused. */
  chosen: {
    archived: "This channel is archived. Choose another one.",
    no_bot:
      "Goalpost is not in this channel. Invite it there with /invite @Goalpost, or choose another one.",
    shared:
      "People from other organizations are in this channel, so figures do not go there. Choose another one.",
    unseen:
      "Goalpost cannot see this channel. Invite it there with /invite @Goalpost, or choose another one.",
    bot: "This is a bot. Choose a person.",
    gone: "This account is deactivated. Choose somebody else.",
    guest: "This is a guest. Choose a full member of this workspace.",
    stranger: "This person is not a member of this workspace. Choose somebody who is.",
    unchecked:
      "Slack could not be asked about this just now, so nothing was saved. Please try again.",
  },
  whichGoal: "This message is about several goals. Begin your reply with the code of one: {goals}.",
  alreadyPosted: "A digest was asked for here less than a minute ago, so it is not posted again.",
  fileSent: "The file is in your direct messages with Goalpost.",
  fileScope:
    "Goalpost may not send files in this workspace yet, because it was installed without the scope files:write. Ask whoever installed it to install it again with its present manifest.",
};
