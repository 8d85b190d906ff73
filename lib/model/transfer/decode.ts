/** From the bytes of a file to its text: the encoding is recognised, or the file is refused by the name of what it is. */

/** Labels of the Encoding Standard. ISO 8859-1 is read as its superset Windows-1252. */
export const encodings = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'macintosh',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-kr',
] as const;
export type Encoding = (typeof encodings)[number];

export type FileRefusal =
  | 'tooLarge'
  | 'empty'
  | 'workbook'
  | 'binary'
  | 'utf32'
  | 'encodingUnknown'
  | 'notThisEncoding'
  | 'quoteOpen'
  | 'tooManyCells'
  | 'tooManyRows'
  | 'noHeader'
  | 'noRows';

/** The file cannot be read; `code` names why, `line` where. */
export class FileRefusedError extends Error {
  override name = 'FileRefusedError';
  readonly code: FileRefusal;
  readonly line: number | undefined;
  constructor(code: FileRefusal, line?: number) {
    super(line === undefined ? code : `${code} in line ${line}`);
    this.code = code;
    this.line = line;
  }
}

/** The text, and the encoding it was read in. @throws FileRefusedError */
export function decode(bytes: Uint8Array, wanted?: Encoding): { text: string; encoding: Encoding } {
  if (bytes.length === 0) throw new FileRefusedError('empty');
  const encoding = wanted ?? encodingOf(bytes);
  const text = decoded(bytes, encoding);
  if (text === undefined)
    throw new FileRefusedError(wanted ? 'notThisEncoding' : 'encodingUnknown');
  if (text.includes('\0')) throw new FileRefusedError(wanted ? 'notThisEncoding' : 'binary');
  return { text, encoding };
}

/** A byte order mark goes; bytes that the encoding does not have are no text of it. */
function decoded(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const begins = (bytes: Uint8Array, ...with_: number[]): boolean =>
  with_.every((byte, at) => bytes[at] === byte);

/** @throws FileRefusedError */
function encodingOf(bytes: Uint8Array): Encoding {
  if (begins(bytes, 0x50, 0x4b, 0x03, 0x04) || begins(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    throw new FileRefusedError('workbook');
  if (begins(bytes, 0xff, 0xfe, 0, 0) || begins(bytes, 0, 0, 0xfe, 0xff))
    throw new FileRefusedError('utf32');
  if (begins(bytes, 0xef, 0xbb, 0xbf)) return 'utf-8';
  if (begins(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (begins(bytes, 0xfe, 0xff)) return 'utf-16be';
  const wide = withoutMark(bytes);
  if (wide) return wide;
  if (decoded(bytes, 'utf-8') !== undefined) return 'utf-8';
  const high = highRuns(bytes);
  if (high.every(isSimplifiedChinese) && decoded(bytes, 'gb18030') !== undefined) return 'gb18030';
  if (high.every(isWestern)) return 'windows-1252';
  throw new FileRefusedError('encodingUnknown');
}

/** UTF-16 without a byte order mark: every other byte of what is mostly ASCII is zero. */
function withoutMark(bytes: Uint8Array): Encoding | undefined {
  const sample = bytes.subarray(0, 4000);
  let [even, odd] = [0, 0];
  sample.forEach((byte, at) => {
    if (byte !== 0) return;
    if (at % 2 === 0) even++;
    else odd++;
  });
  const many = sample.length / 4;
  if (odd > many && even < many / 20) return 'utf-16le';
  if (even > many && odd < many / 20) return 'utf-16be';
  return undefined;
}

/** The stretches of bytes above ASCII. */
function highRuns(bytes: Uint8Array): Uint8Array[] {
  const runs: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at++) {
    if ((bytes[at] ?? 0) < 0x80) continue;
    const start = at;
    while ((bytes[at] ?? 0) >= 0x80) at++;
    runs.push(bytes.subarray(start, at));
  }
  return runs;
}

/** Pairs of bytes that GB 2312 has: common characters and full-width punctuation. */
function isSimplifiedChinese(run: Uint8Array): boolean {
  if (run.length % 2 === 1) return false;
  for (let at = 0; at < run.length; at += 2) {
    const [lead = 0, trail = 0] = run.subarray(at, at + 2);
    const common = lead >= 0xb0 && lead <= 0xf7;
    const signs = lead >= 0xa1 && lead <= 0xa3;
    if (!(common || signs) || trail < 0xa1 || trail === 0xff) return false;
  }
  return true;
}

/** What Western European text has above ASCII in Windows-1252: letters, quotes, dashes, the euro; never many in a row. */
const western = new Set([
  ...[0x80, 0x85, 0x8c, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99, 0x9c],
  ...[
    0xa0, 0xa1, 0xa3, 0xa7, 0xa9, 0xaa, 0xab, 0xad, 0xae, 0xb0, 0xb2, 0xb4, 0xb7, 0xba, 0xbb, 0xbd,
    0xbf,
  ],
  ...Array.from({ length: 0x40 }, (_, at) => 0xc0 + at),
]);
const isWestern = (run: Uint8Array): boolean =>
  run.length <= 3 && run.every((byte) => western.has(byte));
