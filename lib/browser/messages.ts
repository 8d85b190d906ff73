/** Every message of the extension, by direction. Messages ask, storage tells; nothing travels back into a page. */
import { z } from 'zod';
import { Detection } from '#lib/model/detection.ts';

/** Page → background: what the page shows now. `unread`: fields that should be there and could not be read. */
export const PageDetected = z.object({
  type: z.literal('pageDetected'),
  detection: Detection.nullable(),
  site: z.string().max(60).nullable(),
  unread: z.array(z.string().max(60)).max(50).default([]),
  ways: z.record(z.string().max(60), z.string().max(200)).optional().catch(undefined),
});

/** Page → panel, over the port, on `reportWanted`: the page's structure with every text blanked. */
export const PageReport = z.object({
  type: z.literal('pageReport'),
  report: z.string().max(1_000_000),
});

/** Page → background: the first script needs the reader of this kind of site. */
const Reader = z.enum(['linkedin', 'mail', 'web']);
export type Reader = z.infer<typeof Reader>;
export const ReaderWanted = z.object({ type: z.literal('readerWanted'), reader: Reader });

/** Panel → background: read this one page, although its site is not switched on; the user clicked for it. */
export const ReadThisPage = z.object({ type: z.literal('readThisPage'), tabId: z.number().int() });

export const Message = z.discriminatedUnion('type', [PageDetected, ReaderWanted, ReadThisPage]);
export type Message = z.infer<typeof Message>;

/** Whether it means to be a page's message, whatever its shape. */
export const isPageMessage = (raw: unknown): boolean =>
  z.object({ type: z.literal('pageDetected') }).safeParse(raw).success;
