import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';

/** Value and options of `FleetClaimSpec`. @public */
export const FleetClaimSpecSchema = makeFieldSchema({
  output: z =>
    z.record(z.unknown()).describe('The spec of a claim, as its schema has it'),
  uiOptions: z =>
    z.object({
      kind: z
        .string()
        .describe(
          'Which kind of claim: GROUP/KIND, such as platform.example.org/PostgresDatabase',
        ),
      hub: z
        .string()
        .optional()
        .describe('Of which hub, where several offer that kind'),
      nameField: z
        .string()
        .optional()
        .describe('The field of the form that holds the name of the claim'),
      namespace: z
        .string()
        .optional()
        .describe('Namespace on the hub that claims of this kind lie in'),
      namespaceField: z
        .string()
        .optional()
        .describe('The field of the form that holds the namespace, instead'),
      omit: z
        .array(z.string())
        .optional()
        .describe('Fields at the top of the spec that other steps fill in'),
    }),
});

/** The options of `FleetClaimSpec`. @public */
export type ClaimSpecOptions = typeof FleetClaimSpecSchema.uiOptionsType;
