/** Floors a little below what docs/personas.md reports. The lists are no part of the project; without them this skips. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { departmentOf, levelOf, measure, parseLabelled } from '#lib/model/persona/measure.ts';

const folder = join(import.meta.dirname, '../../../../shared/titles');
const present = existsSync(folder);
if (!present) console.warn(`Not measured: ${folder} is absent.`);

const rows = (file: string) => parseLabelled(readFileSync(join(folder, file), 'utf8'));

describe.skipIf(!present)('on the labelled lists', () => {
  test('departments', () => {
    const { count, accuracy, classes } = measure(rows('department-v2.csv'), departmentOf);
    expect(count).toBe(10_145);
    expect(accuracy).toBeGreaterThan(0.92);
    for (const { label, recall } of classes) expect(recall, label).toBeGreaterThan(0.5);
  });

  test('seniority', () => {
    const { count, accuracy } = measure(rows('seniority-v2.csv'), levelOf);
    expect(count).toBe(9_428);
    expect(accuracy).toBeGreaterThan(0.83);
  });
});

describe('the measure', () => {
  test('reads quoted titles', () => {
    expect(parseLabelled('text,label\r\n"Head, ""Sales""",Sales\nBuyer,Purchasing\n')).toEqual([
      { title: 'Head, "Sales"', label: 'Sales' },
      { title: 'Buyer', label: 'Purchasing' },
    ]);
  });

  test('counts precision and recall', () => {
    const rows = [
      { title: 'a', label: 'A' },
      { title: 'b', label: 'A' },
      { title: 'b', label: 'B' },
      { title: 'b', label: 'B' },
    ];
    const { accuracy, classes } = measure(rows, (title) => title.toUpperCase());
    expect(accuracy).toBe(0.75);
    expect(classes).toEqual([
      { label: 'A', support: 2, precision: 1, recall: 0.5 },
      { label: 'B', support: 2, precision: 2 / 3, recall: 1 },
    ]);
  });
});
