// @vitest-environment happy-dom
import { render } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { setLocale } from '#lib/browser/i18n.ts';
import { states } from '#test/gallery/states.tsx';

afterEach(() => setLocale('en'));

const options: axe.RunOptions = {
  // Colours and sizes need a browser that lays out; `test/gallery/shots.ts` checks those in Chromium.
  rules: { 'color-contrast': { enabled: false }, 'target-size': { enabled: false } },
  resultTypes: ['violations'],
  selectors: false,
};

test.each(Object.keys(states))('%s has nothing that axe objects to', async (name) => {
  const { container, baseElement } = render(states[name]?.());
  const inFront = baseElement.querySelector<HTMLElement>('[role="dialog"]');
  const { violations } = await axe.run(inFront ?? container, options);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});

test.each(Object.keys(states))(
  '%s is drawn in Chinese without a word of English of ours',
  async (name) => {
    await setLocale('zh_CN');
    const { container } = render(states[name]?.());
    expect(container.textContent).toMatch(/\p{Script=Han}/u);
    expect(container.textContent).not.toMatch(
      /\b(the|attach|decision maker|Known|New|waiting|Settings)\b/i,
    );
  },
);
