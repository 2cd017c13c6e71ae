/** The theme: light, dark or as the system says. Kept in the browser; `public/theme.js` applies it before paint. */
import { create } from "zustand";

export type Theme = "auto" | "light" | "dark";

const storageKey = "footing.theme";
const order: readonly Theme[] = ["auto", "light", "dark"];

function stored(): Theme {
  try {
    return order.find((t) => t === localStorage.getItem(storageKey)) ?? "auto";
  } catch {
    return "auto";
  }
}

const systemDark = matchMedia("(prefers-color-scheme: dark)");

interface ThemeState {
  readonly theme: Theme;
  /** What is on the screen now. */
  readonly dark: boolean;
}

const resolve = (theme: Theme): ThemeState => ({
  theme,
  dark: theme === "auto" ? systemDark.matches : theme === "dark",
});

export const useTheme = create<ThemeState>()(() => resolve(stored()));

systemDark.addEventListener("change", () => useTheme.setState(resolve(useTheme.getState().theme)));

/** Sets and remembers the theme. */
export function setTheme(theme: Theme): void {
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    localStorage.setItem(storageKey, theme);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  useTheme.setState(resolve(theme));
}

/** Returns the theme that follows in the order auto, light, dark. */
export const nextTheme = (theme: Theme): Theme => order[(order.indexOf(theme) + 1) % order.length]!;
