import { z } from 'zod';
import { Email, Id, Name } from '../fields.ts';
import { Team } from '../vocabulary.ts';

/** Somebody who works here. Written by the server alone. */
export const User = z.object({ id: Id, name: Name, email: Email, team: Team });
export type User = z.infer<typeof User>;
