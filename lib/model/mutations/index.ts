/** The registry of mutations: adding one is an entry here. A name carries its version and never changes meaning. */
import type { Mutation } from '../mutation.ts';
import { createAccount, removeAccount } from './account.ts';
import { changeAccount } from './account-edit.ts';
import { mergeAccounts, unmergeAccounts } from './account-merge.ts';
import { createAsset, editAsset, removeAsset } from './asset.ts';
import { createContact, editContact, removeContact } from './contact.ts';
import { changeContact, contactLeft } from './contact-edit.ts';
import { mergeContacts, unmergeContacts } from './contact-merge.ts';
import { moveContact, unmoveContact } from './contact-move.ts';
import { addExclusion, removeExclusion } from './exclusion.ts';
import { setInterest } from './interest.ts';
import {
  acceptSuggestion,
  addMember,
  declineSuggestion,
  editMember,
  removeMember,
} from './member.ts';
import { editNextSteps } from './next-steps.ts';
import { addNote, editNote, removeNote } from './note.ts';
import { createOpportunity, removeOpportunity } from './opportunity.ts';
import { removePack, setPack } from './pack.ts';
import { addStep, applyPlay, editStep, orderSteps, removeStep } from './play.ts';
import { planSeat } from './seat-plan.ts';
import { createSolution, editSolution, hideSolution } from './solution.ts';
import { createStage, editStage, orderStages, removeStage, retireStage } from './stage.ts';
import { moveStage, setAmount, setCloseDate, setStage } from './stage-move.ts';
import { tagAccounts, tagContacts, untagAccounts, untagContacts } from './tags.ts';
import { logTouch, removeTouch, routeTouch, unrouteTouch } from './touch.ts';

const all = [
  createAccount,
  changeAccount,
  mergeAccounts,
  unmergeAccounts,
  removeAccount,
  tagAccounts,
  untagAccounts,
  createContact,
  editContact,
  changeContact,
  contactLeft,
  mergeContacts,
  unmergeContacts,
  moveContact,
  unmoveContact,
  removeContact,
  tagContacts,
  untagContacts,
  createOpportunity,
  removeOpportunity,
  setStage,
  moveStage,
  setAmount,
  setCloseDate,
  addMember,
  removeMember,
  logTouch,
  removeTouch,
  routeTouch,
  unrouteTouch,
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
  createAsset,
  editAsset,
  removeAsset,
  addExclusion,
  removeExclusion,
  setInterest,
  acceptSuggestion,
  declineSuggestion,
  editMember,
  planSeat,
  addStep,
  editStep,
  removeStep,
  orderSteps,
  applyPlay,
  addNote,
  editNote,
  removeNote,
  editNextSteps,
];

/** Every name there is: a table that must speak of each mutation is keyed by it. */
export type MutationName = (typeof all)[number]['name'];

export const mutations: ReadonlyMap<string, Mutation> = new Map(
  (all as unknown as Mutation[]).map((m) => [m.name, m]),
);
