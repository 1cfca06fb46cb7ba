import { z } from 'zod';
import { durationSchema, mapOf } from './schemas';

/** `fleet.promotion`. */
export const promotionSchema = z
  .strictObject({
    /** Read by readPipelines, so that what is wrong with one spoils it as a whole: without one of its gates it would let in too much. */
    pipelines: z.array(z.unknown()).optional(),
    freezes: z
      .strictObject({
        path: z
          .string()
          .regex(/^(?!\/)(?!.*\.\.)[^\s]+\.ya?ml$/, {
            error: issue =>
              `'${issue.input}' is not the path of a YAML file in the repository, such as freezes.yaml`,
          })
          .default('freezes.yaml'),
      })
      .prefault({}),
    statusContext: z.string().min(1).max(100).default('fleet/gates'),
    stuckAfter: durationSchema.prefault({ hours: 24 }),
    logins: mapOf(z.string().min(1))
      .transform(entries =>
        Object.fromEntries(
          entries.map(([ref, login]) => [
            ref.toLocaleLowerCase('en-US'),
            login,
          ]),
        ),
      )
      .prefault({}),
  })
  .transform(({ freezes, stuckAfter, ...rest }) => ({
    ...rest,
    freezesPath: freezes.path,
    stuckAfterMs: stuckAfter,
  }));
