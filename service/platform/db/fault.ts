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
