/** What the worker thread is told when it starts; no directory means memory. */
export type Opening = { directory?: string; dump?: Uint8Array<ArrayBuffer> };

export type ToWorker =
  /** protocol messages for the database, answered with its own */
  | { kind: 'exchange'; bytes: Uint8Array<ArrayBuffer> }
  /** the whole data directory as a tar file */
  | { kind: 'dump' }
  | { kind: 'close' };

export type FromWorker =
  | { kind: 'ready' }
  | { kind: 'answer'; bytes: Uint8Array<ArrayBuffer> }
  | { kind: 'failed'; message: string };
