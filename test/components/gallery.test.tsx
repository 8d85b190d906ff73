// @vitest-environment happy-dom
import { act, cleanup, render } from '@testing-library/react';
import axe from 'axe-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Localized } from '#components/localized.tsx';
import { setLocale } from '#lib/browser/i18n.ts';
import { states } from '#test/gallery/states.tsx';
import { rememberStyles } from '#test/support/styles.ts';

let forget: () => void;
beforeAll(async () => {
  forget = rememberStyles();
  // What is loaded on demand is here then before anything is compared.
  await Promise.all(
    Object.values(import.meta.glob('../../components/**/*.tsx')).map((load) => load()),
  );
});
afterAll(() => forget());
afterEach(() => setLocale('en'));

const options: axe.RunOptions = {
  // Colours and sizes need a browser that lays out; `test/gallery/shots.ts` checks those in Chromium.
  rules: { 'color-contrast': { enabled: false }, 'target-size': { enabled: false } },
  resultTypes: ['violations'],
  selectors: false,
};

const State = ({ of: name }: { of: string }) => <Localized>{() => states[name]?.()}</Localized>;

/** What axe objects to, by rule and element. */
async function objections(to: Element): Promise<string[]> {
  const { violations } = await axe.run(to, options);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

test('axe objects to a button without a name, and to none that nobody sees', async () => {
  const { container } = render(
    <>
      <p style={{ display: 'none' }}>
        <button type="button" id="unseen" />
      </p>
      <p>
        <button type="button" id="seen" />
      </p>
      <p style={{ visibility: 'hidden' }}>
        <button type="button" id="invisible" />
      </p>
    </>,
  );
  expect(await objections(container)).toEqual([
    'button-name: <button type="button" id="seen"></button>',
  ]);
});

// One after the other on the same drawing: to draw is a third of the work.
test.each(Object.keys(states))(
  '%s has nothing that axe objects to, and becomes Chinese where it stands, without a word of English of ours',
  async (name) => {
    const { container, baseElement } = render(<State of={name} />);
    const inFront = baseElement.querySelector<HTMLElement>('[role="dialog"]');
    expect.soft(await objections(inFront ?? container)).toEqual([]);

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
