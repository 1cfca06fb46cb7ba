import type { z as Zod } from 'zod/v3';

type Z = typeof Zod;

/** What is to change, and why. */
export const whatMoves = {
  pipelineId: (z: Z) =>
    z.string().min(1).max(200).describe('Of the application and its stages.'),
  stage: (z: Z) =>
    z.string().min(1).max(100).describe('The stage that is to change.'),
  reason: (z: Z) =>
    z.string().max(1000).optional().describe('For who reviews it.'),
  shown: (z: Z) =>
    z
      .array(z.string().max(1000))
      .max(1000)
      .optional()
      .describe(
        'What was shown to move, in the words of the plan; empty: nothing was shown. Where it has become something else, the task fails and makes nothing.',
      ),
  failWhenNothing: (z: Z) =>
    z
      .boolean()
      .optional()
      .describe('Fail the task when there is nothing to move.'),
  token: (z: Z) =>
    z
      .string()
      .optional()
      .describe("The user's own token; by default the integration's."),
};

/** What came of it. */
export const whatCame = {
  outcome: (z: Z) =>
    z
      .enum(['opened', 'updated', 'unchanged', 'joined', 'nothing-to-change'])
      .describe(
        "unchanged: it was open already, just so; joined: somebody else's is open; nothing-to-change: the stage has it already.",
      ),
  pullRequestUrl: (z: Z) => z.string(),
  number: (z: Z) => z.number(),
  branch: (z: Z) => z.string(),
  summary: (z: Z) => z.string().describe('What came of it, in words.'),
  requester: (z: Z) =>
    z.string().describe('Who asked for it: another, where it was joined.'),
  moves: (z: Z) =>
    z
      .array(
        z.object({
          summary: z.string(),
          kind: z.string(),
          name: z.string(),
          from: z.string().optional(),
          to: z.string().optional(),
        }),
      )
      .describe('What moves.'),
  files: (z: Z) => z.array(z.string()).describe('Paths that change.'),
  gates: (z: Z) =>
    z
      .array(
        z.object({ gate: z.string(), state: z.string(), summary: z.string() }),
      )
      .describe('How they stood when it was asked for.'),
  url: (z: Z) => z.string().describe('Where to follow it.'),
};
