/** Whether the window was open on the page before, in this tab: then it is open on the next. */

/** Reads, or with a value writes; a browser that keeps nothing has nothing open. */
export function remembered(desk: string, open?: boolean): boolean {
  const key = `imref-open-${desk}`;
  try {
    if (open !== undefined) sessionStorage.setItem(key, open ? "1" : "");
    return sessionStorage.getItem(key) === "1";
  } catch {
    return false;
  }
}
