// @vitest-environment node
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amountIn, amountText, dayIn } from '#lib/model/transfer/cells.ts';
import { columns, importColumns, rowKinds } from '#lib/model/transfer/columns.ts';
import { decode, FileRefusedError } from '#lib/model/transfer/decode.ts';
import { bareHeader, proposeMapping, takenTwice } from '#lib/model/transfer/headers.ts';
import { importLimit } from '#lib/model/transfer/limits.ts';
import { readTable } from '#lib/model/transfer/table.ts';
import { roleIn, stanceIn, statusIn, teamIn, yesOrNo } from '#lib/model/transfer/words.ts';
import { csvHeader, csvLines, csvRows, guarded, unguarded } from '#lib/model/transfer/write.ts';
import { BuyingRole, MemberStatus, Stance, Team } from '#lib/model/vocabulary.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, big: boolean, mark: boolean) => {
  const units = [...(mark ? '\uFEFF' : ''), ...text].join('');
  const bytes = new Uint8Array(units.length * 2);
  const view = new DataView(bytes.buffer);
  [...units].forEach((unit, at) => {
    view.setUint16(at * 2, unit.charCodeAt(0), !big);
  });
  return bytes;
};
/** Bytes of a text that has one byte for each of its signs. */
const single = (text: string, table: Record<string, number> = {}) =>
  Uint8Array.from([...text].map((sign) => table[sign] ?? sign.charCodeAt(0)));

const refusal = (work: () => unknown) => {
  try {
    work();
  } catch (error) {
    if (error instanceof FileRefusedError) return [error.code, error.line];
    throw error;
  }
  return 'not refused';
};

describe('bytes become text, or are refused by name', () => {
  test.each([
    ['UTF-8', utf8('Näme;Ort'), 'utf-8'],
    ['UTF-8 with its mark', utf8('\uFEFFNäme;Ort'), 'utf-8'],
    ['UTF-16, little end first', utf16('Näme;Ort', false, true), 'utf-16le'],
    ['UTF-16, big end first', utf16('Näme;Ort', true, true), 'utf-16be'],
    ['UTF-16 without its mark', utf16('Näme;Ort', false, false), 'utf-16le'],
    ['Windows-1252', single('Näme;Ort'), 'windows-1252'],
  ])('%s', (_, bytes, encoding) => {
    expect(decode(bytes)).toEqual({ text: 'Näme;Ort', encoding });
  });

  test('Windows-1252 with its own signs', () => {
    const bytes = single('Société “Œuvre” – 5 €', {
      ...{ '“': 0x93, '”': 0x94, Œ: 0x8c, '–': 0x96, '€': 0x80 },
    });
    expect(decode(bytes).text).toBe('Société “Œuvre” – 5 €');
  });

  test('Chinese as Excel saves it in China', () => {
    const bytes = Uint8Array.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xb9, 0xab, 0xcb, 0xbe]); // 姓名,公司
    expect(decode(bytes)).toEqual({ text: '姓名,公司', encoding: 'gb18030' });
  });

  test.each([
    ['nothing at all', new Uint8Array(), 'empty'],
    ['a workbook', Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0]), 'workbook'],
    ['an old workbook', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 1]), 'workbook'],
    ['UTF-32', Uint8Array.from([0xff, 0xfe, 0, 0, 65, 0, 0, 0]), 'utf32'],
    ['zeros among text', Uint8Array.from([65, 66, 0, 67, 68, 69, 70, 71, 72]), 'binary'],
    [
      'Cyrillic of one byte',
      Uint8Array.from([0xc8, 0xec, 0xff, 0xe2, 0xe0, 0x2c]),
      'encodingUnknown',
    ],
    ['Macintosh', Uint8Array.from([0x4d, 0x9f, 0x6c, 0x6c, 0x65, 0x72]), 'encodingUnknown'],
  ])('%s is refused', (_, bytes, code) => {
    expect(refusal(() => decode(bytes))).toEqual([code, undefined]);
  });

  test('an encoding named by hand is taken, or refused where the bytes are none of it', () => {
    expect(decode(Uint8Array.from([0xc8, 0xec, 0xff]), 'windows-1251').text).toBe('Имя');
    expect(refusal(() => decode(single('ä;'), 'utf-8'))).toEqual(['notThisEncoding', undefined]);
  });
});

describe('a text becomes a table', () => {
  test.each([
    ['commas', 'a,b\n1,"2,5"\n', ','],
    ['semicolons beside decimal commas', 'a;b\nx;1,5\ny;2,5\n', ';'],
    ['tabs', 'a\tb\n1\t2\n', '\t'],
    ['Excel’s hint', 'sep=;\r\na;b\r\n1;2\r\n', ';'],
  ])('%s', (_, text, separator) => {
    const table = readTable(text);
    expect([table.separator, table.headers]).toEqual([separator, ['a', 'b']]);
  });

  test('lines are numbered as a spreadsheet does, empty ones left out', () => {
    const table = readTable('name,notes\n\nA,"two\nlines"\n , \nB,\n');
    expect(table.rows).toEqual([
      { line: 3, cells: ['A', 'two\nlines'] },
      { line: 5, cells: ['B', ''] },
    ]);
  });

  test.each([
    ['a quote left open', 'a,b\n1,2\n3,"4\n5,6\n', ['quoteOpen', 3]],
    ['more cells than headers', 'a,b\n1,2\n1,2,3\n', ['tooManyCells', 3]],
    ['no header', ',\n1,2\n', ['noHeader', undefined]],
    ['a header alone', 'a,b\n', ['noRows', undefined]],
    ['too many rows', `a\n${'x\n'.repeat(importLimit + 1)}`, ['tooManyRows', undefined]],
  ])('%s is refused by name', (_, text, refused) => {
    expect(refusal(() => readTable(text))).toEqual(refused);
  });
});

describe('columns are proposed from their headers', () => {
  test.each([
    ['Salesforce', 'accounts', 'Account Name,Website,Account Owner,Phone', 'name,domains,owner,'],
    [
      'HubSpot',
      'contacts',
      'First Name,Last Name,Email,Job Title,Associated Company',
      'firstName,lastName,emails,title,account',
    ],
    [
      'HubSpot',
      'opportunities',
      'Deal Name,Deal Stage,Amount,Close Date,Deal owner,Company,Product',
      ',stage,amount,closeDate,owner,account,solution',
    ],
    [
      'German',
      'contacts',
      'Vorname,Nachname,E-Mail-Adresse,Position,Firma',
      'firstName,lastName,emails,title,account',
    ],
    [
      'French',
      'contacts',
      'Prénom,Nom,Courriel,Poste,Société',
      'firstName,lastName,emails,title,account',
    ],
    ['French', 'contacts', 'Nom,Courriel,Société', 'name,emails,account'],
    [
      'Spanish',
      'contacts',
      'Nombre,Apellidos,Correo electrónico,Cargo,Empresa',
      'firstName,lastName,emails,title,account',
    ],
    [
      'Chinese',
      'opportunities',
      '客户名称,产品,阶段,金额,预计成交日期,负责人',
      'account,solution,stage,amount,closeDate,owner',
    ],
    ['Chinese', 'members', '公司,产品,邮箱,角色,状态', 'account,solution,email,roles,status'],
    ['twice', 'contacts', 'Email,Secondary email,Title,Title', 'emails,emails,title,'],
  ] as const)('%s, %s: %s', (_, kind, headers, proposed) => {
    expect(
      proposeMapping(kind, headers.split(','))
        .map((id) => id ?? '')
        .join(),
    ).toBe(proposed);
  });

  test.each(rowKinds)('what is exported of %s comes back as it was', (kind) => {
    const headers = columns[kind].map(({ id }) => id);
    const taken = importColumns(kind).map(({ id }) => id);
    expect(proposeMapping(kind, headers)).toEqual(
      headers.map((id) => (taken.includes(id) ? id : null)),
    );
  });

  test('what is taken twice is named, lists aside', () => {
    expect(takenTwice('contacts', ['emails', 'emails', 'title', 'title', null])).toEqual(['title']);
  });

  test('no header is of the forbidden vocabulary', () => {
    const never = /mql|mqa|sql|leadsource|leadscore|sourcedby|firsttouch|attribution/;
    for (const kind of rowKinds)
      for (const { id } of columns[kind]) expect(bareHeader(id)).not.toMatch(never);
  });
});

describe('cells', () => {
  test.each([
    ['120000', 120_000],
    ['€ 1.234,50', 1234.5],
    ['1,234.50 USD', 1234.5],
    ["1'000", 1000],
    ['12 000,5', 12_000.5],
    ['1.234', 1234],
    ['1,5', 1.5],
    ['0', 0],
    ['-5', undefined],
    ['1,23,456', undefined],
    ['n/a', undefined],
  ])('the amount %s', (text, amount) => {
    expect(amountIn(text)).toBe(amount);
  });

  test('an amount is read back as it was written', () => {
    const any = fc.double({ min: 0, max: 1e14, noNaN: true }).map((n) => Math.round(n * 1e4) / 1e4);
    fc.assert(
      fc.property(any, (amount) => {
        expect(amountIn(amountText(amount))).toBe(amount);
      }),
    );
  });

  test.each([
    ['2026-11-30', '2026-11-30'],
    ['2026-11-30T10:00:00Z', '2026-11-30'],
    ['30.11.2026', '2026-11-30'],
    ['2026年11月3日', '2026-11-03'],
    ['11/30/2026', '2026-11-30'],
    ['30/11/2026', '2026-11-30'],
    ['5/5/2026', '2026-05-05'],
    ['3/4/2026', 'ambiguous'],
    ['31.02.2026', undefined],
    ['soon', undefined],
  ])('the day %s', (text, day) => {
    expect(dayIn(text)).toBe(day);
  });

  test('the panel’s own words for roles, states, stances and teams are known in both languages', () => {
    const words = {
      role: [BuyingRole.options, roleIn],
      status: [MemberStatus.options, statusIn],
      stance: [Stance.options, stanceIn],
      team: [Team.options, teamIn],
    } as const;
    for (const locale of ['en', 'zh_CN']) {
      const messages: Record<string, { message: string }> = JSON.parse(
        readFileSync(`public/_locales/${locale}/messages.json`, 'utf8'),
      );
      for (const [prefix, [options, read]] of Object.entries(words))
        for (const option of options) {
          const label = messages[`${prefix}_${option}`]?.message ?? '';
          expect([label, read(label)]).toEqual([label, option]);
          expect(read(option)).toBe(option);
        }
    }
    expect([yesOrNo('Ja'), yesOrNo('否'), yesOrNo('maybe')]).toEqual([true, false, undefined]);
  });
});

describe('a cell is no formula', () => {
  test.each(['=1+1', '+SUM(A1)', '-2+3', '@cmd', "'=x", "''=x"])('%s is guarded', (cell) => {
    expect(guarded(cell)).toBe(`'${cell}`);
    expect(unguarded(guarded(cell))).toBe(cell);
  });

  test('plain numbers and apostrophes stay', () => {
    for (const cell of ['-5', '-0.25', "'quoted'", "O'Hara", ''])
      expect([guarded(cell), unguarded(cell)]).toEqual([cell, cell]);
  });

  test('any text comes back from CSV as it was', () => {
    const cell = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\r', '').trim());
    fc.assert(
      fc.property(fc.tuple(cell, cell), ([a, b]) => {
        fc.pre(a !== '' || b !== '');
        const { rows } = readTable(
          csvLines([
            ['a', 'b'],
            [a, b],
          ]),
          ',',
        );
        expect(rows).toEqual([{ line: 2, cells: [a, b] }]);
      }),
    );
  });

  test('a row stands in the order of its header', () => {
    expect(
      csvHeader('accounts') +
        csvRows('accounts', [
          { target: true, name: '=A', domains: ['a.example', 'b.example'], id: 'x' },
        ]),
    ).toBe(
      "id,name,domains,linkedin,target,owner,tags,placeholder\r\nx,'=A,a.example; b.example,,yes,,,\r\n",
    );
  });
});
