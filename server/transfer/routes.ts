/** `POST /v1/import` and `GET /v1/export/{kind}`. */
import { createRoute, z } from '@hono/zod-openapi';
import {
  ExportQuery,
  ImportAnswer,
  ImportRequest,
  RowKind,
  transferTeams,
} from '#lib/contract/transfer.ts';
import { csvHeader, csvRows } from '#lib/model/transfer/write.ts';
import { sightOf } from '../access/sight.ts';
import type { App, AppDeps } from '../deps.ts';
import type { Pokes } from '../events.ts';
import { requireKeyOrTeam } from '../keys.ts';
import { json, problems } from '../openapi.ts';
import { exportPages, forCsv } from './export.ts';
import { importRows } from './import.ts';
import { streamed } from './stream.ts';

export function mountTransfer(app: App, deps: AppDeps, { poke }: Pokes): void {
  const { db, closing, now = () => new Date() } = deps;
  const security: Record<string, string[]>[] = [{ key: [] }, { user: [] }];
  const who = (scope: string) =>
    `Needs an API key with the scope \`${scope}\`, or a signed-in user of ${transferTeams.join(' or ')}.`;

  app.openapi(
    createRoute({
      method: 'post',
      path: '/v1/import',
      summary: 'Accounts, contacts, opportunities or members as rows: all of them, or none.',
      description: `${who('import')} A dry run says what each row would do. With an error in any row nothing is written. Only what is empty on record is filled; nothing a person said is changed.`,
      security,
      middleware: requireKeyOrTeam(deps, 'import', transferTeams),
      request: { body: { required: true, ...json('The rows', ImportRequest) } },
      responses: { 200: json('What each row does', ImportAnswer), ...problems },
    }),
    async (c) => {
      const answer = await importRows({ db, poke, now }, c.get('transfer'), c.req.valid('json'));
      return c.json(answer, 200);
    },
  );

  app.openapi(
    createRoute({
      method: 'get',
      path: '/v1/export/{kind}',
      summary: 'All accounts, contacts, opportunities or members, as CSV or JSON.',
      description: `${who('read')} In CSV a cell that a spreadsheet would run as a formula has an apostrophe in front, which an import takes off again.`,
      security,
      middleware: requireKeyOrTeam(deps, 'read', transferTeams),
      request: { params: z.object({ kind: RowKind }), query: ExportQuery },
      responses: {
        200: {
          description: 'The rows',
          content: {
            'text/csv': { schema: z.string() },
            'application/json': { schema: z.array(z.record(z.string(), z.unknown())) },
          },
        },
        ...problems,
      },
    }),
    async (c) => {
      const { kind } = c.req.valid('param');
      const { format, bom } = c.req.valid('query');
      const pages = exportPages({ db, sight: await sightOf(db, c.get('transfer')), now }, kind);
      const day = now().toISOString().slice(0, 10);
      const headers = {
        'content-disposition': `attachment; filename="${kind}-${day}.${format}"`,
        'cache-control': 'no-store',
      };
      if (format === 'json')
        return c.body(await streamed(jsonOf(pages), closing), 200, {
          ...headers,
          'content-type': 'application/json',
        });
      async function* csv() {
        yield (bom === '1' ? '\uFEFF' : '') + csvHeader(kind);
        for await (const rows of pages) yield csvRows(kind, rows.map(forCsv));
      }
      return c.body(await streamed(csv(), closing), 200, {
        ...headers,
        'content-type': 'text/csv; charset=utf-8',
      });
    },
  );
}

/** One array, written row by row. */
async function* jsonOf(pages: AsyncIterable<unknown[]>): AsyncGenerator<string> {
  let before = '[';
  for await (const rows of pages)
    for (const row of rows) {
      yield `${before}${JSON.stringify(row)}`;
      before = ',\n';
    }
  yield before === '[' ? '[]' : ']';
}
