/** Faults that last until they are lifted. */
export const lastingFaults = [
  'silent',
  'refuse',
  'unauthorized',
  'forbidden',
  'group-missing',
  'throttled',
  'error',
  'truncated',
  'not-json',
  'slow',
  'tls-mismatch',
] as const;

/** Faults that happen once. */
export const suddenFaults = ['restarted', 'rebuilt', 'restored'] as const;

export const faultTypes = [...lastingFaults, ...suddenFaults];

/**
 * What is wrong with a cluster.
 *
 * @public
 */
export interface Fault {
  type: (typeof faultTypes)[number];
  /** Only for requests of this kind, given as a kind, a plural, `plural.group` or a group. */
  kind?: string;
  /** For `throttled`. */
  retryAfterSeconds?: number;
  /** For `slow`. */
  delayMs?: number;
}

export function isSudden(fault: Fault): boolean {
  return suddenFaults.some(type => type === fault.type);
}

/** Reads a fault from outside. Throws an error that says what is wrong with it. */
export function parseFault(value: unknown): Fault {
  if (typeof value !== 'object' || value === null) {
    throw new Error(
      `A fault is an object such as {"type": "silent"}, and this is ${JSON.stringify(
        value,
      )}`,
    );
  }
  const { type, kind, retryAfterSeconds, delayMs, ...unknown } =
    value as Record<string, unknown>;
  const known = faultTypes.find(candidate => candidate === type);
  if (!known) {
    throw new Error(
      `Unknown fault type ${JSON.stringify(type)}; known are ${faultTypes.join(
        ', ',
      )}`,
    );
  }
  const [extra] = Object.keys(unknown);
  if (extra) {
    throw new Error(
      `Unknown key "${extra}" in a fault; known are type, kind, retryAfterSeconds, delayMs`,
    );
  }
  if (kind !== undefined && typeof kind !== 'string') {
    throw new Error('The kind of a fault is a string such as "Kustomization"');
  }
  return {
    type: known,
    kind,
    retryAfterSeconds: duration('retryAfterSeconds', retryAfterSeconds),
    delayMs: duration('delayMs', delayMs),
  };
}

function duration(key: string, value: unknown): number | undefined {
  if (value === undefined || (typeof value === 'number' && value >= 0)) {
    return value;
  }
  throw new Error(
    `${key} of a fault is a number from 0 on, and is ${JSON.stringify(value)}`,
  );
}
