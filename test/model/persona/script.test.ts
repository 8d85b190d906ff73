import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const run = (input: string | Buffer, ...args: string[]) =>
  spawnSync(process.execPath, ['scripts/persona.ts', ...args], { input, encoding: 'utf8' });
const answers = (stdout: string) =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

test('answers every line, blank ones too, in order', () => {
  const { stdout, stderr, status } = run('Head of IT\r\n\n  \n会计');
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  expect(answers(stdout)).toMatchObject([
    { title: 'Head of IT', function: 'information_technology', seniority: 'lead' },
    { title: '', function: 'other', seniority: 'professional', confidence: 0 },
    { title: '  ', confidence: 0 },
    { title: '会计', function: 'finance' },
  ]);
  expect(Object.keys(answers(stdout)[0] ?? {})).toEqual([
    'title',
    'function',
    'seniority',
    'confidence',
    'because',
  ]);
});

test('bytes that are no UTF-8, a lone carriage return and a line separator stay inside their line', () => {
  const bytes = Buffer.concat([
    Buffer.from('Buyer '),
    Buffer.from([0xff, 0xfe]),
    Buffer.from('\n'),
  ]);
  expect(answers(run(bytes).stdout)).toMatchObject([{ function: 'purchasing' }]);
  expect(answers(run('Sales\u2028Manager\rEMEA\n').stdout)).toHaveLength(1);
});

test('no input, no output', () => {
  expect(run('')).toMatchObject({ stdout: '', status: 0 });
});

test('says what is wrong with the arguments', () => {
  expect(run('', '--nonsense')).toMatchObject({ status: 2, stdout: '' });
  const missing = run('', '--measure', '/nowhere');
  expect(missing.status).toBe(2);
  expect(missing.stderr.trim().split('\n')).toHaveLength(1);
});
