/** What every part of the console reaches for: the desk, and what its ids are called. */

import { createContext } from "preact";
import { useContext, useMemo } from "preact/hooks";

import { ZoneNames } from "./names.js";

export const DeskContext = createContext(/** @type {import("./desk.js").Desk | null} */ (null));

export function useDesk() {
  const desk = useContext(DeskContext);
  if (desk === null) {
    throw new Error("this part of the console needs somebody who is signed in");
  }
  return desk;
}

export function useNames() {
  const data = useDesk().data.value;
  return useMemo(() => new ZoneNames(data), [data]);
}
