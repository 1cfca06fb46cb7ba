/** An entry of a file of freezes, as somebody wants it. What is absent of one that is there stays as it is. */
export interface WantedFreeze {
  title: string;
  reason?: string;
  environments?: string[];
  applications?: string[];
  from?: string;
  until?: string;
  cron?: string;
  duration?: string;
  timeZone?: string;
}

/** In the order in which a new entry has them. */
export const freezeKeys = [
  'title',
  'reason',
  'environments',
  'applications',
  'from',
  'until',
  'cron',
  'duration',
  'timeZone',
] as const;
