/** One import on its way: file, columns, dry run, result. Nothing is written before the last step. */
import { useState } from 'react';
import type { Api } from '#lib/api/api.ts';
import type { ImportAnswer } from '#lib/contract/transfer.ts';
import type { ColumnId, RowKind } from '#lib/model/transfer/columns.ts';
import { decode, type Encoding, FileRefusedError } from '#lib/model/transfer/decode.ts';
import { type Mapping, proposeMapping, valuesOf } from '#lib/model/transfer/headers.ts';
import { importBytes } from '#lib/model/transfer/limits.ts';
import { readTable, type Separator, type Table } from '#lib/model/transfer/table.ts';

/** A file that was read, with the columns as they are taken. */
export interface ReadFile {
  kind: RowKind;
  name: string;
  bytes: Uint8Array;
  encoding: Encoding;
  table: Table;
  mapping: Mapping;
}

/** `problem` is why the step that was tried last failed; nothing is lost by that. */
export type ImportState =
  | { is: 'choosing'; kind: RowKind; refused?: RefusedFile }
  | { is: 'mapping'; file: ReadFile; busy: boolean; problem?: unknown }
  | { is: 'checked'; file: ReadFile; answer: ImportAnswer; busy: boolean; problem?: unknown }
  | { is: 'done'; kind: RowKind; answer: ImportAnswer };

export interface RefusedFile {
  name: string;
  bytes: Uint8Array;
  error: FileRefusedError;
}

export interface ImportActs {
  setKind: (kind: RowKind) => void;
  choose: (file: File) => Promise<void>;
  /** Reads the same bytes in another way. */
  readAs: (how: { encoding?: Encoding; separator?: Separator }) => void;
  take: (at: number, as: ColumnId | null) => void;
  check: () => Promise<void>;
  /** Writes all rows, or those without an error. */
  apply: () => Promise<void>;
  back: () => void;
  restart: () => void;
}

export function useImport(
  api: Pick<Api, 'importRows'>,
  onImported: () => void,
  first: ImportState = { is: 'choosing', kind: 'contacts' },
): [ImportState, ImportActs] {
  const [state, setState] = useState<ImportState>(first);
  const kind = 'file' in state ? state.file.kind : state.kind;

  const read = (
    name: string,
    bytes: Uint8Array,
    how: { encoding?: Encoding | undefined; separator?: Separator | undefined } = {},
  ) => {
    try {
      if (bytes.length > importBytes) throw new FileRefusedError('tooLarge');
      const { text, encoding } = decode(bytes, how.encoding);
      const table = readTable(text, how.separator);
      const mapping = proposeMapping(kind, table.headers);
      const file = { kind, name, bytes, encoding, table, mapping };
      setState({ is: 'mapping', file, busy: false });
    } catch (error) {
      if (!(error instanceof FileRefusedError)) throw error;
      setState({ is: 'choosing', kind, refused: { name, bytes, error } });
    }
  };

  const send = async (file: ReadFile, dryRun: boolean, without: ReadonlySet<number>) => {
    const { kind, mapping, table } = file;
    const rows = table.rows.flatMap(({ line, cells }) =>
      without.has(line) ? [] : [{ line, values: valuesOf(kind, mapping, cells) }],
    );
    return api.importRows({ kind, dryRun, rows });
  };

  const acts: ImportActs = {
    setKind: (next) => setState({ is: 'choosing', kind: next }),
    async choose(file) {
      // What is too large is not even read.
      const bytes =
        file.size > importBytes
          ? new Uint8Array(importBytes + 1)
          : new Uint8Array(await file.arrayBuffer());
      read(file.name, bytes);
    },
    readAs(how) {
      if (state.is === 'choosing' && state.refused)
        read(state.refused.name, state.refused.bytes, how);
      if (state.is !== 'mapping') return;
      const { name, bytes, encoding, table } = state.file;
      read(name, bytes, {
        encoding: how.encoding ?? encoding,
        separator: how.separator ?? (how.encoding ? undefined : table.separator),
      });
    },
    take(at, as) {
      if (state.is !== 'mapping') return;
      const { file } = state;
      setState({ ...state, file: { ...file, mapping: file.mapping.with(at, as) } });
    },
    async check() {
      if (state.is !== 'mapping') return;
      const { file } = state;
      setState({ is: 'mapping', file, busy: true });
      try {
        const answer = await send(file, true, new Set());
        setState({ is: 'checked', file, answer, busy: false });
      } catch (problem) {
        setState({ is: 'mapping', file, busy: false, problem });
      }
    },
    async apply() {
      if (state.is !== 'checked') return;
      const { file, answer } = state;
      setState({ is: 'checked', file, answer, busy: true });
      const bad = answer.lines.flatMap(({ status, line }) => (status === 'error' ? [line] : []));
      try {
        const done = await send(file, false, new Set(bad));
        // Somebody changed the records since the dry run: its result is shown anew.
        if (!done.applied) setState({ is: 'checked', file, answer: done, busy: false });
        else {
          setState({ is: 'done', kind: file.kind, answer: done });
          onImported();
        }
      } catch (problem) {
        setState({ is: 'checked', file, answer, busy: false, problem });
      }
    },
    back() {
      if (state.is === 'checked') setState({ is: 'mapping', file: state.file, busy: false });
    },
    restart: () => setState({ is: 'choosing', kind }),
  };
  return [state, acts];
}
