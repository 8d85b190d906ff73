import { z } from 'zod';
import { Id, Name } from '../fields.ts';
import { StageKind } from '../vocabulary.ts';

/** One step of the workspace's single waterfall. Stages are data: `next` names the stages a move may go to. */
export const Stage = z.object({
  id: Id,
  label: Name,
  kind: StageKind,
  order: z.number().int().min(0).max(1000),
  next: z.array(Id).max(100),
  /** What other systems call the stage, by the system's name. */
  crm: z.record(z.string().max(60), z.string().max(200)).optional(),
});
export type Stage = z.infer<typeof Stage>;

const forward = ['target', 'detected', 'engaged', 'prioritized', 'qualified', 'pipeline'] as const;

/** Target → Detected → Engaged → Prioritized → Qualified → Pipeline → Won or Lost; any move among the open ones. */
export const defaultStages: readonly Stage[] = [
  ...forward.map(
    (id, order): Stage => ({
      id,
      label: id[0]?.toUpperCase() + id.slice(1),
      kind: order === 0 ? 'before' : 'open',
      order,
      next: [...forward.filter((other) => other !== id), 'won', 'lost'],
    }),
  ),
  { id: 'won', label: 'Won', kind: 'won', order: 6, next: [...forward] },
  { id: 'lost', label: 'Lost', kind: 'lost', order: 7, next: [...forward] },
];
