// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { defaultStages } from '#lib/model/records/stage.ts';
import type { UnresolvedView } from '#lib/panel/view.ts';
import { jo, known } from '#test/gallery/world.ts';
import { person, show } from './show.tsx';

const stage = (id: string) => defaultStages.find((one) => one.id === id);
const moved: UnresolvedView = {
  ...{ nonce: 'n1', name: 'opportunity.setStage@2', status: 'conflict', because: '', at: '' },
  about: 'Talent Management',
  conflicts: [{ field: 'stageId', mine: stage('pipeline'), theirs: stage('lost'), by: 'Bo Chen' }],
};
const priced: UnresolvedView = {
  ...{ nonce: 'n2', name: 'opportunity.setAmount@1', status: 'conflict', because: '', at: '' },
  conflicts: [{ field: 'amount', mine: 150_000, theirs: null, currency: 'EUR' }],
};
const pairs = (place: HTMLElement) =>
  [...place.querySelectorAll('dt')].map((dt) => [
    dt.textContent,
    dt.nextElementSibling?.textContent,
  ]);

test('a conflict shows both values and who, and each is one click', async () => {
  const { acts, user, onDismissUnresolved } = show(person(known(jo)), {
    unresolved: [moved, priced],
  });
  const region = screen.getByRole('region', { name: 'Edits that need you' });
  expect(pairs(region)).toEqual([
    ['Yours', 'Pipeline'],
    ['Bo Chen’s', 'Lost'],
    ['Yours', '€150K'],
    ['Theirs', 'not set'],
  ]);
  const edit = 'Moving a decision to another stage (Talent Management)';
  const [keep, take] = [`Keep mine: ${edit}`, `Take theirs: ${edit}`];
  await user.click(within(region).getByRole('button', { name: keep }));
  expect(acts.keepMine).toHaveBeenCalledExactlyOnceWith('n1');
  expect(onDismissUnresolved).not.toHaveBeenCalled();
  await user.click(within(region).getByRole('button', { name: take }));
  expect(onDismissUnresolved).toHaveBeenCalledExactlyOnceWith('n1');
});
