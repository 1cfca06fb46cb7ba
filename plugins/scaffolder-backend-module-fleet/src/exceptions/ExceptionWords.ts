/** What has to be said of every exception. */
export interface ExceptionWords {
  /** Who asked for it. */
  owner?: string;
  reason: string;
  /** The last day, as 2027-01-31. */
  expires?: string;
}
