import type { PolicyResult } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  Muted,
  Stack,
  Text,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { breachTitle } from './breachTitle';
import { resourceWords } from './resourceWords';

/** A policy and the resource that breaks it, in two or three lines. */
export function WhatBreaks(props: { result: PolicyResult }) {
  const { resource, exception, mode } = props.result;
  return (
    <Stack gap={0}>
      <Text variant="strong" lines={2}>
        {breachTitle(props.result)}
      </Text>
      <Text lines={2}>{resourceWords(resource)}</Text>
      {mode && mode !== 'enforce' && (
        <Muted>the policy does not refuse it: {mode}</Muted>
      )}
      {exception && <Muted>let through by {exception.name}</Muted>}
    </Stack>
  );
}
