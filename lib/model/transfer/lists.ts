/** Several values in one cell. */

/** Values that hold no separator themselves (addresses, domains, roles), apart by comma, semicolon, bar or line. */
export const splitList = (cell: string): string[] => parts(cell.split(/[,;|\n，；、]+/));

/** Free words, such as tags: apart by semicolon or line alone; `\;` is a semicolon that is part of one. */
export const splitWords = (cell: string): string[] =>
  parts(
    (cell.match(/(?:\\[\\;；\n]|[^;；\n])+/gu) ?? []).map((part) =>
      part.replace(/\\([\\;；\n])/gu, '$1'),
    ),
  );

/** As both read them back. */
export const joinList = (values: readonly string[]): string =>
  values.map((value) => value.replace(/[\\;；\n]/gu, '\\$&')).join('; ');

const parts = (texts: readonly string[]): string[] =>
  texts.map((text) => text.trim()).filter((text) => text !== '');
