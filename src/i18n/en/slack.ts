export const slack = {
  failure:
    "Something went wrong here, and it has been noted. Please try again in a minute; if it stays, give your Goalpost admin the reference {reference}.",
  tooLong:
    "This was too much at once and was stopped. Try a shorter period or fewer segments. Reference: {reference}.",
  notSaved:
    "Goalpost cannot write to its disk at present, so nothing was changed; figures can still be asked for. Tell your Goalpost admin, with the reference {reference}.",
  unreachable:
    "Goalpost's database does not answer at present. Please try again in a minute. If you changed something just now, look first whether it was saved. Reference for your Goalpost admin: {reference}.",
  tooOften: {
    one: "These are more questions than one person or channel may ask within a minute. Please ask again in {count} second.",
    other:
      "These are more questions than one person or channel may ask within a minute. Please ask again in {count} seconds.",
  },
  busy: "Too many people are asking at this moment. Please ask again in a few seconds.",
  youTyped: "What you typed: {words}",
  askAgain: "Ask again",
  formStays:
    "The form was not brought up to date: there are too many requests at this moment. Change this field again in a few seconds.",
  sendAgain:
    "Nothing was done: there are too many requests at this moment. Please send the form again in a few seconds.",
  unknownCommand: "Goalpost does not know {command}.",
  openForm: "Open the form",
  formLate: "The form did not open in time. Press the button to try again.",
  formHere: "This needs a few fields. Press the button to fill them in.",
  formGone: "This form is no longer known. Please start again.",
  closedEarly: "Nothing was saved yet: the form had one more question. Please open it again.",
  cancel: "Cancel",
  close: "Close",
  done: "Done",
  notDone: "Not done",
  saving: "Saving…",
  savingLong:
    "This takes a little longer. You can wait here or close this window; nothing is lost.",
  shareNowhere: "There is no channel to share to from here.",
  shareClosed:
    "This answer was not shared: the channel has people from outside, or Goalpost cannot see who is in it. Invite Goalpost to the channel and try again.",
  shareAgents:
    "This answer was not shared: it shows figures of single agents, and the channel is not one that the configuration opens for them.",
  homeEmpty: "Nothing here yet. Type /kpi in any channel to ask for a figure.",
};
