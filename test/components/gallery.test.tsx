// @vitest-environment happy-dom
import { act, cleanup, render } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { Localized } from '#components/localized.tsx';
import { setLocale } from '#lib/browser/i18n.ts';
import { states } from '#test/gallery/states.tsx';

afterEach(() => setLocale('en'));

const options: axe.RunOptions = {
  // Colours and sizes need a browser that lays out; `test/gallery/shots.ts` checks those in Chromium.
  rules: { 'color-contrast': { enabled: false }, 'target-size': { enabled: false } },
  resultTypes: ['violations'],
  selectors: false,
};

const State = ({ of: name }: { of: string }) => <Localized>{() => states[name]?.()}</Localized>;

test.each(Object.keys(states))('%s has nothing that axe objects to', async (name) => {
  const { container, baseElement } = render(<State of={name} />);
  const inFront = baseElement.querySelector<HTMLElement>('[role="dialog"]');
  const { violations } = await axe.run(inFront ?? container, options);
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
});

test.each(Object.keys(states))(
  '%s becomes Chinese where it stands, without a word of English of ours',
  async (name) => {
    const { baseElement } = render(<State of={name} />);
    await act(() => setLocale('zh_CN'));
    const changed = words(baseElement);
    expect(changed.join('')).toMatch(/\p{Script=Han}/u);
    expect(changed.join(' ')).not.toMatch(
      /\b(the|attach|decision maker|Known|New|waiting|Settings)\b/i,
    );

    cleanup();
    await act(async () => render(<State of={name} />));
    expect(changed).toEqual(words(baseElement));
  },
);

/** All of ours that is read or heard: what stands in a field or a report is not. */
const words = (element: HTMLElement): string[] =>
  [element, ...element.querySelectorAll(':not(textarea, pre)')].flatMap((part) => [
    ...[...part.childNodes].flatMap((node) => (node instanceof Text ? node.data : [])),
    ...['aria-label', 'title', 'placeholder', 'alt'].flatMap(
      (name) => part.getAttribute(name) ?? [],
    ),
  ]);
