import type { z as Zod } from 'zod/v3';

/** The filter that lists share. */
export function filterInput(z: typeof Zod) {
  return z
    .array(z.string())
    .optional()
    .describe(
      'Alternatives, each key=value pairs joined by commas that must all hold, such as environment=production,state=failing. Keys: cluster, environment, region, engine, state, owner.',
    );
}

/** What a page of a list is asked by. */
export function listInput(z: typeof Zod) {
  return z.object({
    filter: filterInput(z),
    text: z.string().optional().describe('Part of a name.'),
    limit: z
      .number()
      .int()
      .min(1)
      .max(500)
      .optional()
      .describe('How many at most; 50 when absent.'),
    cursor: z
      .string()
      .optional()
      .describe('pageInfo.nextCursor of the page before.'),
  });
}
