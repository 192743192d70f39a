/** The title of the page, which also stands in the browser's tab. */

import { useEffect } from "preact/hooks";

import { useText } from "../components/speech.js";
import { useDesk } from "./context.js";

/** Says how many wait and how many messages are unread, also while another page is in front. */
export function useTitle() {
  const desk = useDesk();
  const text = useText();
  const waiting = desk.accepting.value ? desk.queue.value.waiting_count : 0;
  const unread = desk.open.value.reduce((sum, { mine, unread }) => sum + (mine.value ? unread.value.count : 0), 0);
  const count = waiting + unread;
  useEffect(() => {
    document.title = count === 0 ? text("console-title") : text("console-title-count", { count, waiting, unread });
  }, [count, waiting, unread, text]);
}
