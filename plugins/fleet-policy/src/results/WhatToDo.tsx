import type { PolicyResult } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  Mono,
  Stack,
  Text,
} from '@fleetcommander/backstage-plugin-fleet-react';

/** How to fix a breach, in short: what to do, and the field where the message names it and what to do does not. */
export function WhatToDo(props: { result: PolicyResult }) {
  const { remedy, field } = props.result;
  return (
    <Stack gap={0}>
      <Text lines={4}>{remedy}</Text>
      {field && !remedy.includes(field) && <Mono wrap>{field}</Mono>}
    </Stack>
  );
}
