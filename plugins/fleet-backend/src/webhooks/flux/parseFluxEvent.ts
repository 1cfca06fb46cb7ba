import type { Apply } from '@fleetcommander/backstage-plugin-fleet-node';
import { z } from 'zod';
import { applyOfEvent } from '../../engines/flux/applyOfEvent';
import { parseText } from '../../kubernetes/parseText';

const schema = z.object({
  involvedObject: z.object({
    apiVersion: z.string(),
    kind: z.string(),
    namespace: z.string(),
    name: z.string(),
  }),
  severity: z.string(),
  timestamp: z.iso.datetime({ offset: true }),
  message: z.string(),
  metadata: z.record(z.string(), z.string()).nullish(),
});

/** An event of Flux, as far as it is of use. */
export interface FluxEvent {
  /** In UTC. */
  at: string;
  /** What it tells of having applied. */
  apply?: Apply;
}

/** Reads the body that notification-controller sends; the problem says what of it is not as it should be. */
export function parseFluxEvent(body: Buffer): FluxEvent | { problem: string } {
  const json = jsonOf(body);
  if (json === undefined) {
    return { problem: 'the body is not JSON' };
  }
  const parsed = schema.safeParse(json);
  if (!parsed.success) {
    const [{ path, message }] = parsed.error.issues;
    return { problem: `${path.join('.') || 'the body'}: ${message}` };
  }
  const { involvedObject, severity, timestamp, message } = parsed.data;
  const at = new Date(timestamp).toISOString();
  return {
    at,
    apply:
      severity === 'info'
        ? applyOfEvent({
            involvedObject,
            message,
            at,
            metadata: parsed.data.metadata ?? {},
          })
        : undefined,
  };
}

function jsonOf(body: Buffer): unknown {
  try {
    return parseText(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
