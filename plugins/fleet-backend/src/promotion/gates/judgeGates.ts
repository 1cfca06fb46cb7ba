import type { JsonObject } from '@backstage/types';
import {
  gateStates,
  type GateVerdict,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type {
  Gate,
  GateFacts,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { z } from 'zod';

/** A gate as a pipeline names it. */
export interface ConfiguredGate {
  gate: string;
  /** As the config has them. */
  options: JsonObject;
}

const time = z.iso.datetime({ offset: true });
const link = z.string().regex(/^https?:\/\//);

/** What gates of others answer is from outside. */
const findingSchema = z.object({
  title: z.string().min(1).max(200).optional(),
  state: z.enum(gateStates),
  summary: z.string().min(1).max(2000),
  at: time.optional(),
  url: link.optional(),
  opensAt: time.optional(),
  waitsFor: z.array(z.string().min(1)).max(100),
  evidence: z
    .array(
      z.object({
        summary: z.string(),
        url: link.optional(),
        at: time.optional(),
      }),
    )
    .default([]),
});

/** Asks each gate of a stage, in the order of the config. One that throws or answers nonsense is not known, and spoils no other. */
export function judgeGates(
  configured: readonly ConfiguredGate[],
  gates: ReadonlyMap<string, Gate>,
  facts: GateFacts,
): GateVerdict[] {
  return configured.map(({ gate: name, options }) => {
    const gate = gates.get(name);
    const heading = { gate: name, title: gate?.title ?? name };
    if (!gate) {
      return broken(heading, 'there is no such gate: install what brings it');
    }
    try {
      // Each gets its own: what one does to them, the next does not see.
      const answer: unknown = gate.check(
        structuredClone(facts),
        gate.readOptions(structuredClone(options)),
      );
      // A gate that asks somebody all the same: what comes of that is nobody's to catch later.
      Promise.resolve(answer).catch(() => undefined);
      const found = findingSchema.safeParse(answer);
      if (found.success) {
        return {
          ...heading,
          ...found.data,
          title: found.data.title ?? heading.title,
        };
      }
      const [issue] = found.error.issues;
      return broken(
        heading,
        `it answered nonsense at ${issue.path.join('.') || 'its root'}: ${
          issue.message
        }. Tell who maintains it`,
      );
    } catch (error) {
      return broken(heading, `it broke: ${error}. Tell who maintains it`);
    }
  });
}

function broken(
  heading: Pick<GateVerdict, 'gate' | 'title'>,
  reason: string,
): GateVerdict {
  return {
    ...heading,
    state: 'unknown',
    summary: `Not known: ${reason}`,
    waitsFor: [],
    evidence: [],
  };
}
