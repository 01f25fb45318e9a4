export const doors = {
  moment: "請稍候…",
  chosen: {
    archived: "此頻道已封存，請選擇其他頻道。",
    no_bot: "Goalpost 不在此頻道中。請用 /invite @Goalpost 邀請，或選擇其他頻道。",
    shared: "此頻道有其他組織的人員，因此不會在此發布數據。請選擇其他頻道。",
    unseen: "Goalpost 看不到此頻道。請用 /invite @Goalpost 邀請，或選擇其他頻道。",
    bot: "這是機器人，請選擇一位人員。",
    gone: "此帳號已停用，請選擇其他人。",
    guest: "這是訪客，請選擇此工作區的正式成員。",
    stranger: "此人不是這個工作區的成員，請選擇工作區成員。",
    unchecked: "目前無法向 Slack 查證，因此尚未儲存。請再試一次。",
  },
  whichGoal: "這則訊息包含多個目標。請以其中一個目標的代碼開頭回覆：{goals}。",
  alreadyPosted: "不到一分鐘前已有人在此要求發布摘要，因此不再重複發布。",
  fileSent: "檔案已傳到您與 Goalpost 的私訊。",
  fileScope:
    "Goalpost 安裝時沒有 files:write 權限，目前還無法在此工作區傳送檔案。請安裝的人以目前的資訊清單重新安裝。",
};
