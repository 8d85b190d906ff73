/** What an act is about is not there: the page or a colleague changed meanwhile. */
export class NotThereError extends Error {
  readonly code = 'gone';
}
