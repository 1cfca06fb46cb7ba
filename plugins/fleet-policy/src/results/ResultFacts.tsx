import type { PolicyResult } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  BelongsTo,
  ClusterPlace,
  filterLink,
  Freshness,
  InternalLink,
  KeyValues,
  Moment,
  Muted,
  ordinal,
  Since,
  Stack,
} from '@fleetcommander/backstage-plugin-fleet-react';
import { verdictWord } from '../policyWords';
import { usePolicyPaths } from '../usePolicyPaths';
import { resourceWords } from './resourceWords';

/** The facts of a breach by name, each thing with a link to it. */
export function ResultFacts(props: { result: PolicyResult }) {
  const { result } = props;
  const { resource, rule, verdict, mode, category, source } = result;
  const { since, endedAt, firstSince, times, applicationId } = result;
  const paths = usePolicyPaths();

  return (
    <KeyValues
      items={[
        { key: 'Resource', value: resourceWords(resource) },
        { key: 'Where', value: <ClusterPlace {...result} /> },
        { key: 'Rule', value: rule },
        { key: 'Verdict', value: verdictWord(verdict) },
        { key: 'The policy does', value: mode },
        { key: 'Category', value: category },
        { key: 'Found by', value: source },
        {
          key: 'Since',
          value: (
            <Stack gap={0}>
              <span>
                <Moment at={since} /> {!endedAt && <Since at={since} />}
              </span>
              {times > 1 && (
                <Muted>
                  for the {ordinal(times)} time; the first was{' '}
                  <Moment at={firstSince} />
                </Muted>
              )}
            </Stack>
          ),
        },
        {
          key: 'Delivered by',
          value: applicationId && (
            <InternalLink
              to={filterLink(paths.applications, {
                application: applicationId,
              })}
            >
              its application, with its live objects and its files in Git
            </InternalLink>
          ),
        },
        { key: 'Belongs to', value: <BelongsTo {...result} /> },
        {
          key: 'Age of data',
          value: <Freshness freshness={result.freshness} />,
        },
      ]}
    />
  );
}
