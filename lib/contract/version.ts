/** The wire protocol and the record schema this build speaks. A server answers 426 to what it no longer serves. */
export const protocolVersion = 1;
export const schemaVersion = 3;

/** What a side says it speaks. One from before sides said so tells no schema, or nothing. */
export interface Speaks {
  protocol: number;
  schema?: number | undefined;
}

/** Where this build and a server cannot speak with one another: which of them is to be updated. */
export function olderSide(server: Speaks | undefined): 'extensionOutdated' | 'serverOutdated' {
  const { protocol = 0, schema = 0 } = server ?? {};
  const ahead = protocol === protocolVersion ? schema > schemaVersion : protocol > protocolVersion;
  return ahead ? 'extensionOutdated' : 'serverOutdated';
}

/** Largest request body the server takes, in bytes. */
export const bodyLimit = 1_048_576;
/** Most mutations in one push. */
export const pushLimit = 200;
/** Most records in one page of a pull. */
export const pullLimit = 1000;
/** Most keys in one lookup. */
export const lookupLimit = 200;
/** A scope is first filled with its touches of this many days back; those before stay on the server, to be paged. */
export const touchDays = 730;
