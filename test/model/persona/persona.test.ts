import { describe, expect, test } from 'vitest';
import { persona } from '#lib/model/persona/persona.ts';
import { cases } from './cases.ts';

describe.each(Object.keys(cases))('titles in %s', (language) => {
  test.each(cases[language] ?? [])('%j is %s, %s', (title, work, seniority) => {
    expect(persona(title)).toMatchObject({ function: work, seniority });
  });
});

describe('confidence', () => {
  test('nothing is known of an empty title, and little of nonsense', () => {
    expect(persona('').confidence).toBe(0);
    expect(persona('asdf qwertz').confidence).toBeLessThan(0.3);
  });

  test('a title that names both is surer than one that names one of them', () => {
    const both = persona('Head of Procurement').confidence;
    expect(both).toBeGreaterThan(0.7);
    expect(persona('Procurement').confidence).toBeLessThan(both);
    expect(persona('Team Leader').confidence).toBeLessThan(both);
  });
});

describe('because', () => {
  test.each([
    ['Leiter Einkauf', '“Leiter” means a lead; “Einkauf” means purchasing.'],
    ['Einkaufsleiterin', '“Einkaufsleiterin” means a lead; “Einkaufsleiterin” means purchasing.'],
    ['Chief Legal Officer', '“Chief Legal Officer” means top management; “Legal” means legal.'],
    ['销售总监', '“总监” means a director; “销售” means sales.'],
    ['Tanzbär', 'No word names a rank; no word names a function.'],
    ['Lehrerin', 'No word names a rank; “Lehrerin” means another function.'],
    ['', 'The title is empty.'],
  ])('%j: %s', (title, because) => {
    expect(persona(title).because).toBe(because);
  });

  test('quotes the words as the title writes them', () => {
    expect(persona('LEITER  Öffentlichkeits­arbeit').because).toContain('“LEITER”');
    expect(persona('Ｈead of Ｓales').because).toContain('“Ｓales”');
  });
});

describe('whose rank it is', () => {
  test.each([
    ['Assistant to the Managing Director', 'professional'],
    ['Assistentin der Geschäftsführung und der Vertriebsleitung', 'professional'],
    ['Leitung Marketing und Assistentin der Geschäftsleitung', 'lead'],
    ['Assistant Director', 'director'],
    ['Trainee to the Board', 'junior'],
    ['Head of Graduate Programmes', 'lead'],
    ['Head of Growth @ CEO Magazine', 'lead'],
    ['Ex-CEO', 'management'],
    ['Ex-CEO, Angel Investor', 'professional'],
    ['Lead Management Specialist', 'professional'],
    ['Senior HR Manager', 'senior'],
    ['Vertriebsleiter und Prokurist', 'lead'],
    ['HR Business Partner', 'professional'],
    ['Tax Partner', 'management'],
  ])('%s: %s', (title, seniority) => {
    expect(persona(title).seniority).toBe(seniority);
  });
});
