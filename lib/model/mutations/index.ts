/** The registry of mutations: adding one is an entry here. A name carries its version and never changes meaning. */
import type { Mutation } from '../mutation.ts';
import { createAccount, removeAccount } from './account.ts';
import { createContact, editContact, removeContact } from './contact.ts';
import { addMember, removeMember } from './member.ts';
import { createOpportunity, removeOpportunity } from './opportunity.ts';
import { removePack, setPack } from './pack.ts';
import { createSolution, editSolution, hideSolution } from './solution.ts';
import { createStage, editStage, orderStages, removeStage, retireStage } from './stage.ts';
import { moveStage, setAmount, setCloseDate, setStage } from './stage-move.ts';
import { logTouch } from './touch.ts';

const all = [
  createAccount,
  removeAccount,
  createContact,
  editContact,
  removeContact,
  createOpportunity,
  removeOpportunity,
  setStage,
  moveStage,
  setAmount,
  setCloseDate,
  addMember,
  removeMember,
  logTouch,
  setPack,
  removePack,
  createSolution,
  editSolution,
  hideSolution,
  createStage,
  editStage,
  orderStages,
  removeStage,
  retireStage,
] as unknown as Mutation[];

export const mutations: ReadonlyMap<string, Mutation> = new Map(all.map((m) => [m.name, m]));
