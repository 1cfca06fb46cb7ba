import type { DatabaseKind } from './databases/Database';
import type { Scope } from './measure/Scope';

/** One line of the table. */
export interface Row {
  database: DatabaseKind;
  /** What was measured. */
  measure: string;
  ours: string;
  against?: string;
  ratio?: string;
  /** With `met`; without them the line only tells. */
  target?: string;
  met?: boolean;
}

export interface BenchContext {
  database: DatabaseKind;
  /** For logs and databases; gone afterwards. */
  directory: string;
  /** Instead of the bench's own number. */
  clusters?: number;
  /** Where to leave CPU profiles of the portal. */
  profile?: string;
  /** Stops what is added to it when the bench ends. */
  scope: Scope;
  log(text: string): void;
}

/** Measures one thing. */
export interface Bench {
  name: string;
  title: string;
  /** How it is measured, for readers of the table. */
  method: string;
  run(context: BenchContext): Promise<Row[]>;
}
