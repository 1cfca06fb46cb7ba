import type { z as Zod } from 'zod/v3';

type Z = typeof Zod;

/** What an entry of a file of freezes says beside its title. */
export const freezeInputs = {
  reason: (z: Z) =>
    z
      .string()
      .max(1000)
      .optional()
      .describe('Why nothing is promoted then. Needed for a new one.'),
  environments: (z: Z) =>
    z
      .array(z.string().min(1).max(63))
      .max(50)
      .optional()
      .describe('Which environments. Needed for a new one.'),
  applications: (z: Z) =>
    z
      .array(z.string().min(1).max(100))
      .max(200)
      .optional()
      .describe('Names of applications; `*` is anything. By default all.'),
  from: (z: Z) =>
    z
      .string()
      .max(40)
      .optional()
      .describe('As a clock in the time zone shows it: 2026-11-27T18:00.'),
  until: (z: Z) =>
    z
      .string()
      .max(40)
      .optional()
      .describe('Like from; by default until it is taken out again.'),
  cron: (z: Z) =>
    z
      .string()
      .max(100)
      .optional()
      .describe(
        'When it begins, where it recurs: 0 18 * * 5. In place of from.',
      ),
  duration: (z: Z) =>
    z.string().max(40).optional().describe('How long each takes: 60h.'),
  timeZone: (z: Z) =>
    z.string().max(60).optional().describe('Europe/Berlin; by default UTC.'),
};
