export type Row = Record<string, unknown>;

/** What one statement came to. */
export type Reply = {
  rows: Row[];
  /** PostgreSQL's own word for what was done: `SELECT 3`, `INSERT 0 1`, `COMMIT` */
  command: string;
  /** rows written, where the command counts them */
  affected: number | undefined;
};

/** One connection, held by one transaction. */
export type Session = {
  /** one statement, prepared and kept; values in the order of $1, $2 … */
  query(text: string, values: readonly unknown[]): Promise<Reply>;
  /** one or more statements without values; answers with the last one's reply */
  script(text: string): Promise<Reply>;
  /** says that this connection cannot be trusted any more: it is closed instead of lent again */
  spoil(): void;
};

/** The seam between everything above and the two kinds of PostgreSQL below. */
export type Engine = {
  readonly kind: 'embedded' | 'server';
  /** where the rows are, for people: a directory, a host and database, "memory" */
  readonly place: string;
  /** Lends one connection; what the work leaves open is the caller's to settle before it returns. */
  hold<T>(limits: Limits, work: (session: Session) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

export type Limits = {
  /** the longest one statement may run */
  statementMs: number;
  /** the longest a transaction may hold its connection without asking it anything */
  idleMs: number;
};

/** Rows written, read from the command's own words: `INSERT 0 5`, `UPDATE 2`. */
export function affectedBy(command: string): number | undefined {
  const match = /^(?:INSERT \d+|UPDATE|DELETE|MERGE) (\d+)$/.exec(command);
  return match ? Number(match[1]) : undefined;
}
