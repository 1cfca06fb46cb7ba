import type { ClaimDetail } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  Columns,
  KeyValues,
  Muted,
  Section,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { NodeGroups } from './NodeGroups';
import { specFacts } from './specFacts';

/** What the claim asks for, as Git has it. */
export function WhatWasAsked(props: { detail: ClaimDetail }) {
  const { claim, spec } = props.detail;
  const nodeGroups = claim.nodeGroups ?? [];
  const facts = specFacts(spec, new Set(nodeGroups.map(({ name }) => name)));

  return (
    <Section title="What was asked for">
      <Columns min={340}>
        {facts.length > 0 ? (
          <KeyValues items={facts} />
        ) : (
          <Muted>Nothing that is not the default</Muted>
        )}
        {nodeGroups.length > 0 && <NodeGroups nodeGroups={nodeGroups} />}
      </Columns>
    </Section>
  );
}
