/** A company's team page to practise on, as plain as any on the web: the real detector reads it like all others. */
import type { Context } from 'hono';
import { html, raw } from 'hono/html';
import type { App } from '../deps.ts';
import { initials } from '../initials.ts';
import { ProblemError } from '../problem.ts';
import { type PracticePerson, practiceCompany, practicePeople } from './people.ts';
import { personData, teamData } from './schema-org.ts';
import { style } from './style.ts';

export function mountPractice(app: App): void {
  app.get('/practice', (c) => {
    const data = teamData(new URL(c.req.url).origin, practicePeople);
    return page(c, { title: `Our team | ${practiceCompany.name}`, data, body: team() });
  });
  app.get('/practice/:person', (c) => {
    const one = practicePeople.find(({ slug }) => slug === c.req.param('person'));
    if (!one) throw new ProblemError('notFound', 'Nobody of this name works at ACME.');
    const data = personData(new URL(c.req.url).origin, one);
    return page(c, { title: `${one.name} | ${practiceCompany.name}`, data, body: profile(one) });
  });
}

type Html = ReturnType<typeof html>;

function page(c: Context, { title, data, body }: { title: string; data: object; body: Html }) {
  c.header(
    'content-security-policy',
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
  );
  return c.html(html`<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <meta name="color-scheme" content="light dark">
  <title>${title}</title>
  <style>${raw(style)}</style>
  <script type="application/ld+json">${raw(JSON.stringify(data).replaceAll('<', '\\u003c'))}</script>
</head>
<body>
  <header><a class="mark" href="/practice">${practiceCompany.name}</a><span>Machines that build machines</span></header>
  <main>${body}</main>
  <footer>${practiceCompany.legalName} is invented, and so is everybody on this page. It is here to practise on.</footer>
</body>
</html>`);
}

const team = () => html`
  <h1>Our team</h1>
  <p class="lead">The people behind the people at ${practiceCompany.name}.</p>
  <ul class="team">${practicePeople.map(
    (one) => html`
    <li><a href="/practice/${one.slug}">
      <span class="portrait" aria-hidden="true">${initials(one.name)}</span>
      <strong>${one.name}</strong>
      <span>${one.title}</span>
    </a></li>`,
  )}
  </ul>`;

const profile = (one: PracticePerson) => html`
  <p><a href="/practice">← Our team</a></p>
  <article>
    <span class="portrait large" aria-hidden="true">${initials(one.name)}</span>
    <div>
      <h1>${one.name}</h1>
      <p class="lead">${one.title}, ${practiceCompany.name}</p>
      <p>${one.about}</p>
      <dl>
        <dt>Department</dt><dd>${one.department}</dd>
        <dt>E-mail</dt><dd><a href="mailto:${one.email}">${one.email}</a></dd>
        <dt>LinkedIn</dt><dd><a href="https://www.linkedin.com/in/${one.linkedin}">linkedin.com/in/${one.linkedin}</a></dd>
      </dl>
    </div>
  </article>`;
