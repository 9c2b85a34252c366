// What a person prefers here, kept by the browser if it allows that. No cookie, and nothing leaves the page.

/** @typedef {{ theme: "auto" | "light" | "dark", predict: boolean, keys: boolean, right: number, asked: number, seen: boolean }} Prefs */

const PLACE = "session-lab";
/** @type {Prefs} */
const USUAL = { theme: "auto", predict: true, keys: true, right: 0, asked: 0, seen: false };

/** @returns {Prefs} */
export function prefs() {
  try {
    return { ...USUAL, ...JSON.parse(localStorage.getItem(PLACE) ?? "{}") };
  } catch {
    return { ...USUAL };
  }
}

/** @param {Partial<Prefs>} changes @returns {Prefs} */
export function prefer(changes) {
  const now = { ...prefs(), ...changes };
  try {
    localStorage.setItem(PLACE, JSON.stringify(now));
  } catch {
    // A browser that keeps nothing forgets it with the page.
  }
  useTheme(now.theme);
  return now;
}

/** @param {Prefs["theme"]} theme */
export function useTheme(theme) {
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
