/** The page to sign in on: one form that works without scripts, in the desk's colours, light and dark. */

/** What the page says above the form. */
export type LoginMessage = "none" | "wrong" | "many" | "out";

const messages: Readonly<Record<Exclude<LoginMessage, "none">, string>> = {
  wrong: "Name or password is wrong.",
  many: "Too many attempts. Wait a quarter of an hour.",
  out: "You are signed out.",
};

/** A claim standing on its source, as in the desk. */
const mark =
  '<svg width="22" height="27" viewBox="0 0 20 24" aria-hidden="true" focusable="false">' +
  '<rect x="4" y="1" width="12" height="8" fill="#0072b2"/>' +
  '<path d="M10 9v6" stroke="#5d7480" stroke-width="2"/>' +
  '<circle cx="10" cy="18.5" r="4" fill="#e69f00" stroke="#5c3d00"/></svg>';

const escaped = (text: string): string => text.replace(/[&<>"']/g, (c) => `&#${c.codePointAt(0)};`);

/** Returns the page. `next` is an address of this server to go to afterwards; both it and the name are escaped. */
export function loginPage(message: LoginMessage, next: string, name = ""): string {
  const bad = message === "wrong" || message === "many";
  const said =
    message === "none"
      ? ""
      : `<p id="message" class="${bad ? "bad" : "good"}" role="${bad ? "alert" : "status"}">${messages[message]}</p>`;
  const described = bad ? ' aria-describedby="message" aria-invalid="true"' : "";
  const focus = name === "" ? [" autofocus", ""] : ["", " autofocus"];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>Sign in · Footing</title>
<link rel="stylesheet" href="/login.css">
</head>
<body>
<main>
<h1>${mark}Footing</h1>
<p class="what">What a document’s claims stand on.</p>
${said}
<form method="post" action="/login">
<input type="hidden" name="next" value="${escaped(next)}">
<label for="name">Name</label>
<input id="name" name="name" autocomplete="username" autocapitalize="none" spellcheck="false" required maxlength="100" value="${escaped(name)}"${described}${focus[0]}>
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" required maxlength="1000"${described}${focus[1]}>
<button>Sign in</button>
</form>
</main>
</body>
</html>
`;
}

/** In the colours of the desk (client/styles/tokens.css). */
export const loginStyle = `:root {
  color-scheme: light dark;
  --page: #f6f4ef; --sheet: #ffffff; --ink: #1e2225; --soft: #565d63; --line: #87837a;
  --act: #0068a3; --on-act: #ffffff; --bad: #b3261e; --bad-back: #fbeceb;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #0e1113; --sheet: #14181b; --ink: #e9e6df; --soft: #a6aeb4; --line: #79838b;
    --act: #6cb2e8; --on-act: #0e1113; --bad: #ff8a65; --bad-back: #35201b;
  }
}
* { box-sizing: border-box; }
html { font: 100%/1.5 system-ui, sans-serif; background: var(--page); color: var(--ink); }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1rem; }
main { width: min(24rem, 100%); background: var(--sheet); border: 1px solid color-mix(in srgb, var(--line) 45%, transparent);
  border-radius: 10px; padding: 2rem; }
h1 { display: flex; gap: 0.6rem; align-items: center; margin: 0; font: 600 1.75rem/1.2 Georgia, "Times New Roman", serif; letter-spacing: -0.01em; }
.what { margin: 0.25rem 0 1.5rem; color: var(--soft); }
label { display: block; margin: 1rem 0 0.3rem; font-weight: 600; font-size: 0.9rem; }
input { width: 100%; font: inherit; color: inherit; background: var(--page); border: 1px solid var(--line);
  border-radius: 6px; padding: 0.55rem 0.7rem; }
input[aria-invalid="true"] { border-color: var(--bad); }
button { width: 100%; margin-top: 1.5rem; font: inherit; font-weight: 600; color: var(--on-act);
  background: var(--act); border: 0; border-radius: 6px; padding: 0.65rem 1rem; cursor: pointer; }
button:hover { filter: brightness(1.08); }
:focus-visible { outline: 3px solid color-mix(in srgb, var(--act) 70%, transparent); outline-offset: 2px; }
.bad, .good { margin: 0 0 0.5rem; padding: 0.6rem 0.8rem; border-radius: 6px; font-size: 0.95rem; }
.bad { color: var(--bad); background: var(--bad-back); }
.good { color: var(--soft); background: var(--page); }
`;
