import { expect, test } from 'vitest';
import { SeenPerson } from '#lib/model/detection.ts';
import { companySeen } from '#lib/panel/company.ts';

test('the company of a person is the one seen beside them, else of their address, else the one named', async () => {
  const dana = SeenPerson.parse({ company: 'ACME', emails: ['dana@mail.acme.co.uk'] });
  expect(await companySeen(dana, { name: 'Globex', domains: [] })).toEqual({
    name: 'Globex',
    domains: [],
  });
  expect(await companySeen(dana)).toEqual({ name: 'ACME', domains: ['acme.co.uk'] });
  expect(await companySeen({ emails: ['dana@gmail.com'] })).toBeUndefined();
  expect(await companySeen({ company: 'ACME', emails: ['dana@gmail.com'] })).toEqual({
    name: 'ACME',
    domains: [],
  });
});
