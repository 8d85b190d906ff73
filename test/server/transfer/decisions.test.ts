// @vitest-environment node
/** Opportunities and members from a file. */
import { describe, expect, test } from 'vitest';
import { createdId } from '#lib/model/transition.ts';
import { transferring } from '#test/support/transfer.ts';

const { now, send, one, record } = await transferring();

describe('opportunities and members', () => {
  test('a new decision begins at its stage, with the transition that tells of it', async () => {
    const line = await one('opportunities', {
      account: 'Halle GmbH',
      domain: 'halle.example',
      solution: 'talent management',
      stage: 'Qualified',
      amount: '€ 12.500,50',
      currency: 'eur',
      closeDate: '31.12.2026',
      owner: 'Ben Okafor',
      type: 'Renewal',
    });
    expect(line).toMatchObject({ status: 'create', notes: [{ code: 'newAccount' }] });
    const made = await record('opportunity', line.id);
    expect(made).toMatchObject({
      stageId: 'qualified',
      amount: 12_500.5,
      currency: 'EUR',
      closeDate: '2026-12-31',
      ownerId: 'ben',
      type: 'renewal',
      stageSince: now.toISOString(),
    });
    expect(await record('transition', createdId(made.id))).toMatchObject({
      to: 'qualified',
      by: 'import.crm',
      after: { amount: 12_500.5 },
    });
    const again = await one('opportunities', {
      account: 'Halle',
      solution: 'Talent Management',
      stage: 'Pipeline',
      amount: '1',
      nextSteps: 'Call',
    });
    expect(again).toMatchObject({
      id: made.id,
      changed: ['nextSteps'],
      notes: [{ code: 'stageKept', value: 'Qualified' }],
    });
    expect(await record('opportunity', made.id)).toMatchObject({
      stageId: 'qualified',
      amount: 12_500.5,
    });
  });

  test('a row of the past is a decision of its own beside an open one, once', async () => {
    const past = {
      account: 'ACME',
      solution: 'Talent Management',
      stage: 'Won',
      closeDate: '2024-05-01',
    };
    const made = await one('opportunities', past);
    expect(made).toMatchObject({ status: 'create', notes: [{ code: 'openBeside' }] });
    expect(await one('opportunities', past)).toMatchObject({ status: 'unchanged', id: made.id });
  });

  test.each([
    [{ account: 'ACME', solution: 'Talnt' }, 'solution', 'unknownSolution'],
    [{ account: 'ACME', solution: 'Talent Management', stage: 'Nowhere' }, 'stage', 'unknownStage'],
    [{ solution: 'Talent Management' }, 'account', 'missing'],
    [{ account: 'ACME', solution: 'Talent Management', amount: 'much' }, 'amount', 'badAmount'],
    [{ account: 'ACME' }, 'solution', 'missing'],
  ])('the decision %j is refused by line', async (values, column, code) => {
    expect(await one('opportunities', values)).toMatchObject({
      status: 'error',
      errors: [{ column, code }],
    });
  });

  test('members come by e-mail and role, in either language, and are never put down', async () => {
    await send('contacts', [
      { name: 'Nora Lind', emails: 'nora@halden3.example', account: 'Halden Three' },
      { name: 'Pia Holm', emails: 'pia@halden3.example', account: 'Halden Three' },
    ]);
    await send('opportunities', [{ account: 'Halden Three', solution: 'Learning' }]);
    const at = { account: 'Halden Three', solution: 'Learning' };
    const { lines } = await send('members', [
      { ...at, email: 'nora@halden3.example', roles: '决策者; Champion', stance: 'Supporter' },
      { ...at, email: 'pia@halden3.example' },
    ]);
    expect(await record('member', lines[0]?.id)).toMatchObject({
      status: 'confirmed',
      roles: ['decision_maker', 'champion'],
      stance: 'supporter',
    });
    expect(await record('member', lines[1]?.id)).toMatchObject({ status: 'potential', roles: [] });
    const again = await send('members', [
      {
        ...at,
        email: 'nora@halden3.example',
        roles: 'Ratifier',
        status: 'potential',
        stance: 'opponent',
      },
      { ...at, email: 'pia@halden3.example', roles: 'Evaluator', status: 'confirmed' },
    ]);
    expect(again.lines.map(({ status, notes }) => [status, notes.map(({ code }) => code)])).toEqual(
      [
        ['unchanged', ['statusKept', 'rolesKept']],
        ['update', []],
      ],
    );
    expect(await record('member', lines[1]?.id)).toMatchObject({
      status: 'confirmed',
      roles: ['evaluator'],
    });
  });

  test.each([
    [{ email: 'who@nowhere.example', roles: 'Champion' }, 'email', 'unknownContact'],
    [{ roles: 'Champion' }, 'email', 'missing'],
    [{ email: 'dana.whitfield@acme.example', roles: 'King' }, 'roles', 'unknownWord'],
    [{ email: 'dana.whitfield@acme.example', solution: 'Nothing' }, 'solution', 'unknownSolution'],
  ])('the member %j is refused by line', async (values, column, code) => {
    const at = { account: 'ACME', solution: 'HR Operations' };
    const line = await one('members', { ...at, ...values });
    expect(line.errors).toContainEqual(expect.objectContaining({ column, code }));
  });
});
