/** The last change of a file of freezes. */
export interface FreezeChange {
  /** The commit. */
  revision: string;
  /** When it came into the branch, as far as that is told. */
  at: string;
  /** In words. */
  title: string;
  /** Entity ref or login of who asked for it. */
  by?: string;
  url: string;
}
