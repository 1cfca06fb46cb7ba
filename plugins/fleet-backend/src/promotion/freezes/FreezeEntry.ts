import { z } from 'zod';
import { durationSchema, listOf } from '../../clusters/config/schemas';
import { readCron } from './readCron';
import { instantOf, isTimeZone } from './wallClock';

const yearMs = 366 * 24 * 60 * 60_000;

const time = z.string({
  error: 'is not a time: write it as 2026-11-27T18:00, or 2026-11-27T18:00Z',
});

const shared = {
  title: z.string().min(1).max(200),
  reason: z.string().min(1).max(1000),
  environments: listOf(z.string().min(1)).refine(names => names.length > 0, {
    error: 'names no environment; write [production]',
  }),
  applications: listOf(z.string().min(1)).prefault([]),
  timeZone: z
    .string()
    .refine(isTimeZone, {
      error: issue =>
        `'${issue.input}' is not a time zone; write its name, such as Europe/Berlin, or UTC`,
    })
    .default('UTC'),
};

const onceSchema = z
  .strictObject({ ...shared, from: time, until: time.optional() })
  .superRefine(({ from, until, timeZone }, context) => {
    const begins = instantOf(from, timeZone, 'earlier');
    const ends =
      until === undefined ? undefined : instantOf(until, timeZone, 'later');
    for (const [key, text, instant] of [
      ['from', from, begins],
      ['until', until, ends],
    ] as const) {
      if (text !== undefined && !instant) {
        context.addIssue({
          code: 'custom',
          path: [key],
          message: `'${text}' is not a time: write it as 2026-11-27T18:00, or 2026-11-27T18:00Z`,
        });
      }
    }
    if (begins && ends && ends <= begins) {
      context.addIssue({
        code: 'custom',
        path: ['until'],
        message: 'is not after from',
      });
    }
  });

const recurringSchema = z.strictObject({
  ...shared,
  cron: z.string().superRefine((cron, context) => {
    const read = readCron(cron);
    if ('problem' in read) {
      context.addIssue({ code: 'custom', message: read.problem });
    }
  }),
  duration: durationSchema.refine(ms => ms <= yearMs, {
    error: 'is longer than a year; write from and until in place of cron',
  }),
});

type FreezeTimes =
  | z.output<typeof onceSchema>
  | z.output<typeof recurringSchema>;

/** One entry of a file of freezes, as it is written there. */
export type FreezeEntry = FreezeTimes & {
  /** From 1 on. */
  line: number;
};

/** Of an entry that says both, what is left over is told. */
export function freezeSchemaOf(entry: unknown): z.ZodType<FreezeTimes> {
  return typeof entry === 'object' && entry && 'cron' in entry
    ? recurringSchema
    : onceSchema;
}
