/** Goes round light, dark and "as the system". */
import type { JSX } from "react";
import { Icon } from "../parts/icon.tsx";
import { nextTheme, setTheme, type Theme, useTheme } from "../state/theme.ts";

const names: Readonly<Record<Theme, string>> = { auto: "as the system", light: "light", dark: "dark" };

export function ThemeButton(): JSX.Element {
  const { theme } = useTheme();
  const next = nextTheme(theme);
  return (
    <button
      type="button"
      className="tool"
      aria-label={`Theme: ${names[theme]}. Change to ${names[next]}`}
      title={`Theme: ${names[theme]}`}
      onClick={() => setTheme(next)}
    >
      <Icon name={theme} />
    </button>
  );
}
