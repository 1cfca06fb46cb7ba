import {
  KeyValues,
  Mono,
  Stack,
} from '@fleetcommander/backstage-plugin-fleet-react';
import type { ReactNode } from 'react';
import { kindOf } from '../application/kindOf';

/** What the engine says in its own words, and facts beside it. */
export function EngineWords(props: {
  item: { engine: string; kind: string; reason?: string; message?: string };
  facts: readonly { key: string; value: ReactNode }[];
}) {
  const { item, facts } = props;
  return (
    <Stack gap={1}>
      {item.message && <Mono wrap>{item.message}</Mono>}
      <KeyValues
        items={[
          { key: 'Kind', value: kindOf(item) },
          { key: 'Reason', value: item.reason },
          ...facts,
        ]}
      />
    </Stack>
  );
}
