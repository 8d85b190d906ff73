import type { Config } from './config.ts';

/** Why the server did not start, in one line for the person at the terminal; `undefined` for what nobody foresaw. */
export function startErrorLine(error: unknown, { host, port, folder }: Config): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} on ${host} is in use. Stop what runs there, or choose another: PORT=8788.`;
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'syscall' in error && error.syscall === 'listen'
        ? `Port ${port} on ${host} may not be used by this user. Choose another: PORT=8788.`
        : `The data folder ${folder} cannot be read and written. Check its rights, or choose another: QUORUM_DATA.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `This machine has no address ${host}. Check HOST.`;
    case 'ENOTDIR':
    case 'EEXIST':
      return `The data folder ${folder} is not a folder. Choose another: QUORUM_DATA.`;
    case 'ENOSPC':
      return `The disk of the data folder ${folder} is full.`;
    case 'ECONNREFUSED':
    case '3D000':
    case '28P01':
    case '28000':
      return `The PostgreSQL server of DATABASE_URL cannot be used: ${error.message || code}.`;
    case 'folderLocked':
    case 'lockUnusable':
    case 'notDurable':
    case 'damaged':
    case 'config':
      return error.message;
    default:
      return undefined;
  }
}
