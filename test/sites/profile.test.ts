import { expect, test } from 'vitest';
import { nameByTitle } from '#lib/sites/linkedin/profile.ts';

test.each([
  ['Ana Gil | LinkedIn', 'Ana Gil', 'Ana Gil'],
  ['(2) Ana Gil | LinkedIn', 'ANA GIL 🌿', 'ANA GIL 🌿'],
  ['Ana Gil - CFO - Acme | LinkedIn', 'Ana Gil', 'Ana Gil'],
  ['Corako Bomezak | LinkedIn', 'Corako (Neko) Bomezak', 'Corako (Neko) Bomezak'],
  ['Ana Gil | Coach | LinkedIn', 'Ana Gil | Coach', 'Ana Gil | Coach'],
  ['Ana Gil | LinkedIn', 'Ana Gil Premium', 'Ana Gil'],
  ['LinkedIn', 'Ana Gil', 'Ana Gil'],
  ['', 'Ana Gil', 'Ana Gil'],
  ['Bo Lindt | LinkedIn', 'Ana Gil', undefined],
  ['Sign Up | LinkedIn', 'Join LinkedIn', undefined],
  ['Feed | LinkedIn', 'Ana Gil', undefined],
])('title %j and card %j: %j', (title, card, name) => expect(nameByTitle(title, card)).toBe(name));
