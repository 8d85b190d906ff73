import { randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import { html, raw } from 'hono/html';
import { initials } from '../initials.ts';
import type { DemoUser } from './demo.ts';
import { type LoginError, loginWords } from './login-words.ts';

export interface LoginPage {
  /** The issuer's signed query, handed back with the form as it came. */
  query: string;
  error: LoginError | undefined;
  email: string | undefined;
  demo: { users: DemoUser[]; password: string } | undefined;
  /** Where a finished sign-in may lead out of this page. */
  redirectOrigin: string;
}

/** The form works without script; script only lets a demo user be chosen with one click. */
export function loginPage(c: Context, { query, error, email, demo, redirectOrigin }: LoginPage) {
  const words = loginWords(c.req.header('accept-language'));
  const nonce = randomBytes(16).toString('base64');
  c.header(
    'content-security-policy',
    `default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'; base-uri 'none'; ` +
      `frame-ancestors 'none'; form-action 'self' ${redirectOrigin}`,
  );
  c.header('cache-control', 'no-store');
  c.header('referrer-policy', 'same-origin'); // stricter would blank the Origin the issuer checks

  const form = html`
    <p class="lead">${words.lead}</p>
    ${error ? html`<p class="error" id="error" role="alert">${words.errors[error]}</p>` : ''}
    <form method="post" action="/login">
      <input type="hidden" name="query" value="${query}">
      <label for="email">${words.email}</label>
      <input id="email" name="email" type="email" autocomplete="username" required ${error === 'wrong' ? '' : 'autofocus'}
        value="${email ?? ''}" ${error === 'wrong' ? raw('aria-invalid="true" aria-describedby="error"') : ''}>
      <label for="password">${words.password}</label>
      <input id="password" name="password" type="password" autocomplete="current-password" required ${error === 'wrong' ? 'autofocus' : ''}
        ${error === 'wrong' ? raw('aria-invalid="true" aria-describedby="error"') : ''}>
      <button type="submit" class="primary">${words.signIn}</button>
    </form>
    ${
      demo
        ? html`<section aria-labelledby="demo">
      <h2 id="demo">${words.demo}</h2>
      <p class="hint">${words.demoHint}</p>
      <ul>${demo.users.map(
        (user) => html`
        <li><button type="button" class="user" data-email="${user.email}" data-password="${demo.password}">
          <span class="initials" aria-hidden="true">${initials(user.name)}</span>
          <span><b>${user.name}</b><br><small>${words.teams[user.team]}</small></span>
        </button></li>`,
      )}
      </ul>
    </section>`
        : ''
    }`;

  return c.html(
    html`<!doctype html>
<html lang="${words.lang}">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>${words.title}</title>
  <style nonce="${nonce}">${raw(style)}</style>
</head>
<body>
  <main>
    <h1>${words.title}</h1>
    ${new URLSearchParams(query).has('sig') ? form : html`<p class="lead">${words.start}</p>`}
  </main>
  <script nonce="${nonce}">${raw(script)}</script>
</body>
</html>`,
    200, // also with an error: the browser's sign-in window closes over any other status, and the words would not be seen
  );
}

const script = `
for (const button of document.querySelectorAll('.user')) {
  button.addEventListener('click', () => {
    document.getElementById('email').value = button.dataset.email;
    document.getElementById('password').value = button.dataset.password;
    document.querySelector('.primary').focus();
  });
}`;

const style = `
:root { color-scheme: light dark; --ground: #f6f7f9; --card: #fff; --ink: #14171c; --quiet: #5a6270; --line: #d9dde3; --accent: #006170; --on-accent: #fff; --alarm: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --ground: #101216; --card: #181b21; --ink: #eef0f4; --quiet: #a3abb8; --line: #343a45; --accent: #7fd0d8; --on-accent: #06262b; --alarm: #ffb4ab; } }
* { box-sizing: border-box; margin: 0; }
body { min-height: 100vh; display: grid; place-items: center; padding: 24px 16px; background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; }
main { width: 100%; max-width: 376px; padding: 32px; background: var(--card); border: 1px solid var(--line); border-radius: 16px; }
h1 { font-size: 22px; line-height: 1.3; letter-spacing: -0.01em; }
h2 { font-size: 13px; }
.lead, .hint { color: var(--quiet); }
.hint, small { font-size: 13px; }
.lead { margin-bottom: 24px; }
.error { margin-bottom: 16px; padding: 8px 12px; border: 1px solid var(--alarm); border-radius: 8px; color: var(--alarm); font-size: 13px; }
label { display: block; margin-bottom: 4px; font-size: 13px; font-weight: 600; }
input { width: 100%; height: 40px; margin-bottom: 16px; padding: 0 12px; border: 1px solid var(--quiet); border-radius: 8px; background: transparent; color: inherit; font: inherit; }
button { font: inherit; color: inherit; cursor: pointer; }
.primary { width: 100%; height: 40px; border: 0; border-radius: 8px; background: var(--accent); color: var(--on-accent); font-weight: 600; }
section { margin-top: 32px; padding-top: 24px; border-top: 1px solid var(--line); }
ul { display: grid; grid-template-columns: 1fr 1fr; gap: 8px; margin-top: 16px; padding: 0; list-style: none; }
.user { display: flex; align-items: center; gap: 8px; width: 100%; height: 100%; padding: 8px; border: 1px solid var(--line); border-radius: 8px; background: transparent; text-align: left; line-height: 1.3; }
.user small { color: var(--quiet); font-size: 12px; }
.user b { font-size: 13px; }
.initials { flex: none; display: grid; place-items: center; width: 32px; height: 32px; border-radius: 50%; background: color-mix(in srgb, var(--accent) 14%, transparent); font-size: 12px; font-weight: 600; }
.user:hover { border-color: var(--accent); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
`;
