import type { TemplateExample } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';

const propose = {
  id: 'propose',
  name: 'Open the pull request',
  action: 'fleet:pull-request',
  input: {
    action: 'freeze',
    subject: '${{ parameters.title }}',
    title: 'Freeze production: ${{ parameters.title }}',
    files: '${{ steps.freeze.output.files }}',
    changes: '${{ steps.freeze.output.changes }}',
    evidence: '${{ steps.freeze.output.evidence }}',
    readAt: '${{ steps.freeze.output.readAt }}',
  },
};

export const examples: TemplateExample[] = [
  {
    description: 'Once',
    example: stringify({
      steps: [
        {
          id: 'freeze',
          name: 'Write the freeze',
          action: 'fleet:freeze',
          input: {
            deed: 'add',
            title: 'End of year',
            reason: 'The books are closed',
            environments: ['production'],
            from: '2026-12-18T18:00',
            until: '2027-01-04T06:00',
            timeZone: 'Europe/Berlin',
          },
        },
        propose,
      ],
    }),
  },
  {
    description: 'Each weekend',
    example: stringify({
      steps: [
        {
          id: 'freeze',
          name: 'Write the freeze',
          action: 'fleet:freeze',
          input: {
            deed: 'add',
            title: 'Weekends',
            reason: 'Nobody is there to look after it',
            environments: ['production'],
            cron: '0 18 * * 5',
            duration: '60h',
            timeZone: 'Europe/Berlin',
          },
        },
        propose,
      ],
    }),
  },
  {
    description: 'Taken out again',
    example: stringify({
      steps: [
        {
          id: 'freeze',
          name: 'End the freeze',
          action: 'fleet:freeze',
          input: { deed: 'end', title: 'Weekends' },
        },
        propose,
      ],
    }),
  },
];
