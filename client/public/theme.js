/** Sets the chosen theme before the first paint. A file of its own, because the policy allows no inline script. */
try {
  const theme = localStorage.getItem("footing.theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage may be forbidden; the system's theme is used then.
}
