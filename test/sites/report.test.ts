// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { pageReport } from '#lib/sites/report.ts';

test('a report holds a page’s build and none of its words', () => {
  document.title = 'Ana Gil | LinkedIn';
  document.body.innerHTML = `<main data-sdui-screen="com.linkedin.sdui.profile"><section componentkey="refACoAB9Topcard">
    <a href="https://www.linkedin.com/in/ana-gil/overlay/x"><h2 class="_1a2b title">Ana Gil</h2></a>
    <img alt="Ana Gil is hiring" src="https://media.example/ana.jpg"><p title="ana@acme.example" data-x="secret-ana">Head of Buying, 42</p></section></main>`;
  const report = pageReport(document);
  expect(report).not.toMatch(/ana|gil|head|buying|hiring|acme|secret|42/i);
  expect(report).toContain('data-sdui-screen="com.linkedin.sdui.profile"');
  expect(report).toContain('<h2 class="_1a2b title"> xxx xxx');
  expect(report).toContain('href="/in/');
});
