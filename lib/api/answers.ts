/** The shapes of all that the server says. They come with the first answer: what is cached shows without them. */
export { Access } from '#lib/contract/access.ts';
export { AlikeAnswer } from '#lib/contract/alike.ts';
export { HistoryAnswer } from '#lib/contract/history.ts';
export { ContactExport, EraseAnswer } from '#lib/contract/privacy.ts';
export { Problem } from '#lib/contract/problem.ts';
export { JourneyAnswer } from '#lib/contract/read.ts';
export { MineAnswer, SearchAnswer } from '#lib/contract/search.ts';
export {
  Health,
  LookupAnswer,
  Me,
  Poke,
  PullAnswer,
  PushAnswer,
  ServerInfo,
} from '#lib/contract/sync.ts';
export { ImportAnswer } from '#lib/contract/transfer.ts';
