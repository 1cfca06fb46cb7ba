import type { JsonObject } from '@backstage/types';
import type {
  Gate,
  GateFacts,
  GateFinding,
} from '@fleetcommander/backstage-plugin-fleet-node';
import type { z } from 'zod';
import { parseTolerantly } from '../../clusters/config/parseTolerantly';

/** A gate whose options are of a schema, so that what is wrong with them is told as it is of the rest of the config. */
export function defineGate<T extends JsonObject>(gate: {
  name: string;
  title: string;
  options: z.ZodType<T>;
  check(facts: GateFacts, options: T): GateFinding;
}): Gate {
  const { name, title, options: schema } = gate;
  return {
    name,
    title,
    readOptions(options) {
      const { parsed, problems } = parseTolerantly({
        schema,
        value: options,
        key: name,
      });
      if (!parsed || problems.length > 0) {
        throw new Error(
          problems.map(({ key, message }) => `${key} ${message}`).join('; '),
        );
      }
      return parsed;
    },
    // What `readOptions` made comes back here.
    check: (facts, options) => gate.check(facts, options as T),
  };
}
