/** The registry of mutations: adding one is an entry here. A name carries its version and never changes meaning. */
import type { Mutation } from '../mutation.ts';
import { createAccount } from './account.ts';
import { createContact, editContact, removeContact } from './contact.ts';
import { addMember, removeMember } from './member.ts';
import { createOpportunity, setStage } from './opportunity.ts';
import { logTouch } from './touch.ts';

const all = [
  createAccount,
  createContact,
  editContact,
  removeContact,
  createOpportunity,
  setStage,
  addMember,
  removeMember,
  logTouch,
] as unknown as Mutation[];

export const mutations: ReadonlyMap<string, Mutation> = new Map(all.map((m) => [m.name, m]));
