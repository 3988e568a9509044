export type DatabaseFaultCode =
  /** the database cannot be reached, or stopped while it worked */
  | 'unavailable'
  | 'disk-full'
  /** a query ran, or a transaction idled, longer than it may */
  | 'timeout'
  | 'unique'
  | 'foreign-key'
  /** two transactions met and one has to be tried again */
  | 'serialization'
  | 'other';

/** What went wrong in the database, coded so that the edges can choose words for it. */
export class DatabaseFault extends Error {
  override readonly name = 'DatabaseFault';
  readonly code: DatabaseFaultCode;
  /** PostgreSQL's own five-character code, where it gave one */
  readonly sqlState: string | undefined;
  /** the constraint that refused, where one did */
  readonly constraint: string | undefined;

  constructor(
    code: DatabaseFaultCode,
    message: string,
    rest: { cause?: unknown; sqlState?: string | undefined; constraint?: string | undefined } = {},
  ) {
    super(message, { cause: rest.cause });
    this.code = code;
    this.sqlState = rest.sqlState;
    this.constraint = rest.constraint;
  }
}

/** A migration ran beside us and a kept statement no longer fits its tables; a new connection knows them as they are. */
const replanned = /^cached plan must not change result type/;

/** An error as PostgreSQL reports it. `message` and `detail` may quote what people wrote. */
export type ServerError = {
  code: string;
  message: string;
  detail?: string | undefined;
  hint?: string | undefined;
  where?: string | undefined;
  constraint?: string | undefined;
  position?: string | undefined;
};

const bySqlState: Readonly<Record<string, DatabaseFaultCode>> = {
  '23505': 'unique',
  '23503': 'foreign-key',
  '40001': 'serialization',
  '40P01': 'serialization',
  '53100': 'disk-full',
  '57014': 'timeout',
  '25P03': 'timeout',
  '25P04': 'timeout',
  '55P03': 'timeout',
};

/** The server ended the connection, refuses new ones, is starting, or cannot reach its own files. */
const gone = /^(?:08|57P|53300|28|58)/;

/** The fault for an error that PostgreSQL reported. */
export function faultOf(error: ServerError): DatabaseFault {
  const { code: sqlState, constraint } = error;
  const code = /no space left on device/i.test(error.message)
    ? 'disk-full'
    : gone.test(sqlState) || replanned.test(error.message)
      ? 'unavailable'
      : (bySqlState[sqlState] ?? 'other');
  // Words about a value quote the value, and faults are logged: they stay in the cause.
  const words = /^2[23]/.test(sqlState)
    ? `a value was refused${constraint ? ` by ${constraint}` : ''}`
    : error.message;
  return new DatabaseFault(code, `${words} (${sqlState})`, { cause: error, sqlState, constraint });
}
