/** Going on in a window of its own: more room, and a camera where the page around the frame forbids it. */

import { useDesk } from "./desk.js";

/** @returns {() => Promise<void>} to be called by a press: browsers open windows for nothing else */
export function useMove() {
  const { visit, host } = useDesk();
  return async () => {
    // The window is opened before the desk is asked, as long as the press still counts.
    const opened = window.open("", "_blank");
    const path = `/desk?language=${visit.language.peek()}`;
    try {
      const code = visit.conversation.peek() === null ? null : (await visit.mintTicket("move")).code;
      const to = code === null ? path : `${path}#code=${code}`;
      if (opened === null) {
        location.assign(to);
        return;
      }
      opened.opener = null;
      opened.location.replace(to);
      host.close();
    } catch (error) {
      opened?.close();
      throw error;
    }
  };
}
